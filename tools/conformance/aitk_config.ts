import { jobFormat, parseJob, withEnvironment } from '../../server/src/trainers/ai-toolkit/job-text.ts';
import { DATASET_OPTIONS, TRAIN_OPTIONS } from '../../server/src/trainers/ai-toolkit/options.ts';
import { type JobProcess, resolveJob, type Values } from '../../server/src/trainers/ai-toolkit/resolve.ts';
import { type PyValue, toPlain } from '../../server/src/trainers/documents/python-value.ts';
import { decodeUtf8 } from '../../server/src/trainers/python/python-file.ts';
import { isTrue } from '../../server/src/trainers/python/truth.ts';
import { answer, type Outcome, stops } from '../../server/src/trainers/trainer-error.ts';
import type { RowCheck } from '../conformance.ts';
import { canonical, unequal } from './canonical.ts';

type Row = Record<string, unknown>;

/** A value as the rows write it. */
function written(value: PyValue): unknown {
  if (value.type === 'list') return value.items.map(written);
  if (value.type === 'dict') return Object.fromEntries([...value.entries].map(([key, e]) => [key, written(e.value)]));
  if (value.type === 'float' && !Number.isFinite(value.value))
    return { non_finite: Number.isNaN(value.value) ? 'nan' : value.value > 0 ? 'inf' : '-inf' };
  return toPlain(value);
}

const typed = (value: PyValue): string => canonical([value.type, written(value)]);

/** What differs from the defaults, in value or type. */
function changed(values: Values, defaults: Values): Row {
  return Object.fromEntries(
    [...values].flatMap(([name, value]) => {
      const usual = defaults.get(name);
      return usual && typed(usual) === typed(value) ? [] : [[name, written(value)]];
    }),
  );
}

const defaultsOf = (options: typeof DATASET_OPTIONS): Values =>
  new Map([...options].map(([name, option]) => [name, option.default]));
const DATASET_DEFAULTS = defaultsOf(DATASET_OPTIONS);
const RATE = TRAIN_OPTIONS.get('lr')?.default as PyValue;
const TRAIN_DEFAULTS: Values = new Map([...defaultsOf(TRAIN_OPTIONS), ['text_encoder_lr', RATE], ['unet_lr', RATE]]);

function processOf({ type, triggerWord, model, train, network, datasets }: JobProcess): Row {
  const isReg = datasets.map(({ values }) => isTrue(values.get('is_reg')));
  const indexes = (wanted: boolean) => isReg.flatMap((reg, i) => (reg === wanted ? [i] : []));
  return {
    type,
    trigger_word: written(triggerWord),
    model: {
      arch: written(model.arch),
      name_or_path: written(model.nameOrPath),
      ...Object.fromEntries([...model.flags].map(([flag, value]) => [flag, written(value)])),
    },
    train: changed(train, TRAIN_DEFAULTS),
    network: network && Object.fromEntries([...network.values].map(([name, value]) => [name, written(value)])),
    datasets: datasets.map(({ values }) => changed(values, DATASET_DEFAULTS)),
    train_set: indexes(false),
    reg_set: indexes(true),
  };
}

function textOf(row: Row): Outcome<string> {
  if (typeof row.text === 'string') return answer(row.text);
  const text = decodeUtf8(Buffer.from(String(row.text_base64), 'base64'));
  return text === null ? stops('UnicodeDecodeError') : answer(text);
}

function resolved(row: Row) {
  const format = jobFormat(String(row.file));
  if (!format) return stops<never>('ValueError');
  const read = textOf(row);
  if (read.error) return read;
  const text = withEnvironment(read.value, new Map(Object.entries((row.env ?? {}) as Record<string, string>)));
  if (text.error) return text;
  // The rows keep the name on the command line only where the job fails; where it does not, it was "cli".
  const isNamed = /name.*arg/.test(String(row.note));
  return resolveJob(parseJob(text.value, format), isNamed ? 'cli' : null);
}

const check: RowCheck = (row) => {
  if (row.id === 'defaults')
    return unequal([
      ['dataset', row.dataset, Object.fromEntries([...DATASET_DEFAULTS].map(([name, v]) => [name, written(v)]))],
      ['train', row.train, Object.fromEntries([...TRAIN_DEFAULTS].map(([name, v]) => [name, written(v)]))],
    ]);
  const job = resolved(row);
  const pairs: [string, unknown, unknown][] = [['error', row.error, job.error?.exception ?? null]];
  if (job.value && !row.error) {
    pairs.push(['job', row.job, job.value.job], ['name', row.name, job.value.name]);
    const processes = (row.processes as Row[]).map(({ class: _, ...process }) => process);
    pairs.push(['processes', processes, job.value.processes.map(processOf)]);
  }
  return unequal(pairs);
};

export default check;
