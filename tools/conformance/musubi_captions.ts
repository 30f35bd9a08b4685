import { captionOfBytes } from '../../server/src/trainers/musubi-tuner/caption-file.ts';
import { type JsonlFile, readImageJsonl, readVideoJsonl } from '../../server/src/trainers/musubi-tuner/jsonl.ts';
import {
  GLYPH_CALL,
  glyphText,
  IDEOGRAM_LIMIT,
  modelText,
  tokenizerCalls,
  WAN_CALL,
} from '../../server/src/trainers/musubi-tuner/tokenizer-calls.ts';
import type { Outcome } from '../../server/src/trainers/trainer-error.ts';
import type { RowCheck } from '../conformance.ts';
import { unequal } from './canonical.ts';

type Row = Record<string, unknown>;

const length = (text: string) => [...text].length;
const written = (value: unknown) => (typeof value === 'number' && !Number.isFinite(value) ? String(value) : value);

function file(row: Row): string | null {
  const read = captionOfBytes(Buffer.from(row.base64 as string, 'base64'));
  return unequal([
    ['caption', row.caption, read.value],
    ['error', row.error, read.error?.exception ?? null],
  ]);
}

function jsonl(row: Row, read: Outcome<JsonlFile>, withControls: boolean): string | null {
  const items =
    read.value?.items.map(({ path, caption, error, controls }) => ({
      path,
      caption: written(caption),
      error,
      ...(withControls ? { controls: Object.fromEntries(controls) } : {}),
    })) ?? null;
  return unequal([
    ['items', row.items, items],
    ['error', row.error, read.error?.exception ?? null],
    ['error_at', row.error_at, read.error ? 'load' : null],
    ['has_control', row.has_control, read.value?.hasControl],
  ]);
}

function modelTextRow(row: Row): string | null {
  const caption = row.caption as string;
  const family = row.arch as string;
  const encoder = String(row.encoder).split(' ')[0];
  const call = tokenizerCalls(family).find((one) => one.encoder === encoder);
  if (!call) return `no call of ${encoder}`;
  const text = modelText(family, caption);
  const pairs: [string, unknown, unknown][] = [['tokenizer_kwargs', row.tokenizer_kwargs, call.options]];
  if (call.chat) {
    pairs.push(['chat', row.chat, call.chat.options], ['roles', row.roles, call.chat.roles]);
    pairs.push(['user_text', row.user_text, text]);
  } else if (call.around) {
    const [before, after] = call.around;
    pairs.push(['text_chars', row.text_chars ?? null, before + length(text) + after]);
    pairs.push(['contains_caption_verbatim', row.contains_caption_verbatim, text === caption]);
    // An empty caption stands nowhere in particular.
    pairs.push(['before_chars', row.before_chars, caption === '' ? null : before]);
    pairs.push(['after_chars', row.after_chars, caption === '' ? null : after]);
  }
  return unequal(pairs);
}

const check: RowCheck = (row) => {
  switch (row.kind) {
    case 'file':
    case 'video_file':
      return file(row);
    case 'image_jsonl':
      return jsonl(row, readImageJsonl(row.text as string, row.control_count_per_image as number | null), true);
    case 'video_jsonl':
      return jsonl(row, readVideoJsonl(row.text as string), false);
    case 'model_text':
      return modelTextRow(row);
    case 'wan_text':
      return unequal([
        ['text', row.text, modelText('wan', row.caption as string)],
        ['tokenizer_kwargs', row.tokenizer_kwargs, WAN_CALL.options],
      ]);
    case 'glyph': {
      const glyphs = glyphText(row.caption as string);
      return unequal([
        ['glyph_text', row.glyph_text, glyphs],
        ['tokenizer_kwargs', row.tokenizer_kwargs, glyphs === null ? {} : GLYPH_CALL.options],
      ]);
    }
    case 'i4_limit': {
      const accepted = (row.tokens as number) <= IDEOGRAM_LIMIT;
      return unequal([
        ['accepted', row.accepted, accepted],
        ['error', row.error, accepted ? null : 'ValueError'],
      ]);
    }
    default:
      return `a row of unknown kind ${row.kind}`;
  }
};

export default check;
