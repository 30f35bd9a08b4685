import {
  type CaptionOptions,
  type Chances,
  captionText,
  classCaption,
  datasetCaption,
  droppedCaption,
  encodedPrompt,
  saturated,
} from '../../server/src/trainers/ai-toolkit/caption.ts';
import { captionOptions, readCaptionFile } from '../../server/src/trainers/ai-toolkit/caption-options.ts';
import { resolveJob, type Values } from '../../server/src/trainers/ai-toolkit/resolve.ts';
import { NONE, type PyValue, pyDict, pyList, pyStr } from '../../server/src/trainers/documents/python-value.ts';
import { MemoryFiles } from '../../server/src/trainers/files/memory-files.ts';
import { isTrue } from '../../server/src/trainers/python/truth.ts';
import type { RowCheck } from '../conformance.ts';
import { unequal } from './canonical.ts';
import { field, typedRow } from './python-values.ts';

type Row = Record<string, unknown>;

const NEARLY_ONE = 0.9999999;

/** The four ways the rows pin randomness. */
const MODES: Record<string, Chances> = {
  first: pinned(NEARLY_ONE, 'upper', false),
  last: pinned(NEARLY_ONE, 'upper', true),
  low: pinned(0, 'lower', false),
  mid: pinned(0.5, 'middle', false),
};

function pinned(value: number, place: 'upper' | 'lower' | 'middle', reverses: boolean): Chances {
  return {
    random: () => value,
    choice: () => 0,
    shuffle: (items) => void (reverses && items.reverse()),
    randint: (least, most) => (place === 'upper' ? most : place === 'lower' ? least : Math.floor((least + most) / 2)),
    sample: (items, count) => (reverses ? [...items].reverse() : [...items]).slice(0, count),
  };
}

/** The job of a row, with one dataset in its working folder. */
function jobOf(row: PyValue): PyValue {
  const given = field(row, 'dataset');
  const entries = given.type === 'dict' ? [...given.entries].map(([k, e]) => [k, e.value] as [string, PyValue]) : [];
  const dataset = pyDict([['folder_path', pyStr('.')], ...entries]);
  const train = field(row, 'train');
  const network = pyDict([['type', pyStr('lora')]]);
  const process = pyDict([
    ['type', pyStr('sd_trainer')],
    ['training_folder', pyStr('out')],
    ['trigger_word', field(row, 'trigger_word')],
    ['network', network],
    ['train', train.type === 'dict' ? train : pyDict([])],
    [
      'model',
      pyDict([
        ['name_or_path', pyStr('x')],
        ['arch', pyStr('sdxl')],
      ]),
    ],
    ['datasets', pyList([dataset])],
  ]);
  return pyDict([
    ['job', pyStr('extension')],
    [
      'config',
      pyDict([
        ['name', pyStr('job1')],
        ['process', pyList([process])],
      ]),
    ],
  ]);
}

function filesOf(row: Row): MemoryFiles {
  const files = new MemoryFiles();
  files.addFolder('.');
  const caption = `a${row.ext}`;
  if (typeof row.caption === 'string') files.addFile(caption, row.caption);
  else if (typeof row.caption_base64 === 'string') files.addFile(caption, Buffer.from(row.caption_base64, 'base64'));
  else if (row.caption_dir) files.addFolder(caption);
  for (const [path, text] of Object.entries((row.files ?? {}) as Record<string, string>)) files.addFile(path, text);
  return files;
}

function resultOf(row: Row, values: Values, train: Values, trigger: PyValue, chances: Chances): Row {
  const files = filesOf(row);
  const options: CaptionOptions = captionOptions(values, trigger, files);
  const failed = (exception: string, stage: string): Row => ({ error: exception, stage });
  const read = readCaptionFile(files, 'a.png', values.get('caption_ext') ?? NONE);
  if (read.error) return failed(read.error.exception, 'item');
  const fallback = values.get('default_caption') ?? NONE;
  const text = captionText(read.value, fallback);
  if (text.error) return failed(text.error.exception, 'item');
  const caption = datasetCaption(text.value, options, chances);
  if (caption.error) return failed(caption.error.exception, 'item');
  const result: Row = { caption: caption.value };
  const preserves = isTrue(values.get('diff_output_preservation'));
  const classOf = (words: string) => {
    const name = values.get('diff_output_preservation_class');
    return classCaption(words, options.trigger, name?.type === 'str' ? name.value : '');
  };
  if (options.cached) {
    const encoded = [caption.value, ...(preserves ? [classOf(caption.value)] : [])];
    if (options.captionDropoutRate > 0) {
      const dropped = droppedCaption(options);
      encoded.push(dropped, ...(preserves ? [classOf(dropped)] : []));
    }
    return { ...result, encoded: [...new Set(encoded)] };
  }
  const prompt = encodedPrompt(caption.value, options);
  if (prompt.error) return failed(prompt.error.exception, 'prompt');
  const chance = train.get('prompt_saturation_chance');
  const saturates = !options.isReg && chance?.type === 'float' && chance.value > 0 && chances.random() < chance.value;
  result.prompt = saturates ? saturated(prompt.value) : prompt.value;
  if (isTrue(train.get('short_and_long_captions')) && !options.isReg) {
    if (fallback.type !== 'str') {
      if (trigger.type !== 'none') return failed('AttributeError', 'prompt');
      result.prompt_short = null;
    } else {
      const short = datasetCaption(fallback.value, options, chances, true);
      if (short.error) return failed(short.error.exception, 'item');
      result.prompt_short = encodedPrompt(short.value, options).value;
    }
  }
  if (preserves) result.caption_dop = classOf(caption.value);
  return result;
}

const check: RowCheck = (row, line) => {
  const expected = (mode: string) => ((row.results as Record<string, Row> | undefined)?.[mode] ?? row.result) as Row;
  const job = resolveJob({ root: jobOf(typedRow(line)), errors: [] });
  const pairs = Object.entries(MODES).map(([mode, chances]): [string, unknown, unknown] => {
    if (job.error) return [mode, expected(mode), { error: job.error.exception, stage: 'config' }];
    const [process] = job.value.processes;
    const [dataset] = process?.datasets ?? [];
    if (!process || !dataset) return [mode, expected(mode), null];
    return [mode, expected(mode), resultOf(row, dataset.values, process.train, process.triggerWord, chances)];
  });
  return unequal(pairs);
};

export default check;
