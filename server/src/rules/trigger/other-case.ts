import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import type { CaptionContext } from '../context.ts';
import type { JudgedConcept } from './find-trigger.ts';
import { captionsNaming } from './trigger-habits.ts';

/** Captions with the trigger as most write it, for each of which one with other capitals is the odd one. */
const fewest = 5;

/**
 * A trigger that a caption has in other capitals than nearly all: `casapaella` beside `casaPaella`. Only where an encoder of the model keeps
 * capitals apart, as T5 and language models do: CLIP folds case. A capital of a sentence's first word is none.
 */
export function otherCase(context: CaptionContext, { trigger }: JudgedConcept): Draft | null {
  const { caption, file, settings } = context;
  if (settings.family.encoders.every(({ tokenizer }) => tokenizer === 'clip')) return null;
  if (trigger.toLowerCase() === trigger.toUpperCase()) return null;
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}_-])${escaped(trigger)}(?![\p{L}\p{N}_-])`, 'giu');
  const found = caption.trained.flatMap((line) =>
    [...caption.text.slice(line.start, line.end).matchAll(pattern)].map((match) => ({
      written: match[0],
      start: line.start + match.index,
    })),
  );
  const [first] = found;
  if (first === undefined || found.some(({ written }) => written.slice(1) === trigger.slice(1))) return null;
  // A heading in capitals is the writer's way with all its words.
  if (caption.text === caption.text.toUpperCase()) return null;
  const usual = captionsNaming(context, trigger).captions;
  if (usual < fewest) return null;
  const range = { start: first.start, end: first.start + first.written.length };
  return {
    range,
    severity: 'info',
    message: t(
      '"{0}" is "{1}" in {2} captions, which makes other tokens. Write it alike.',
      first.written,
      trigger,
      usual,
    ),
    fixes: [
      {
        title: t('Write "{0}"', trigger),
        safety: 'suggested',
        edits: [{ file, edits: [{ range, newText: trigger }] }],
      },
    ],
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
