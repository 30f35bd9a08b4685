import type { ConfigDocument } from '../documents/parsed.ts';
import { type Plain, type PyDictValue, toPlain } from '../documents/python-value.ts';
import { DATASET_OPTIONS, optionsAt } from './options.ts';
import { checkDatasetFile, isImageDataset, renamedEntries, type SchemaProblem } from './schema.ts';

/** One `[[datasets]]` with every option filled: its own value, else that of `[general]`, else the default. */
export interface ResolvedDataset {
  readonly kind: 'image' | 'video';
  readonly params: Readonly<Record<string, Plain>>;
}

/** What the trainer makes of a dataset file, or why it stops. */
export type ResolvedFile =
  | { readonly datasets: readonly ResolvedDataset[]; readonly error: null }
  | { readonly datasets: null; readonly error: ResolveError };

export interface ResolveError {
  readonly exception: string;
  readonly stage: 'load' | 'schema';
  readonly problems: readonly SchemaProblem[];
}

/** By the ending of its name, whatever the case: `.toml` or `.json`, everything else is refused. */
export function isDatasetFileName(name: string): boolean {
  return /\.(toml|json)$/i.test(name);
}

/** Reads a dataset file as the trainer does (musubi-tuner dataset/config_utils.py). No other file is opened. */
export function resolveDatasetFile(name: string, document: ConfigDocument): ResolvedFile {
  if (!isDatasetFileName(name)) return stopped('ValueError', 'load', []);
  const [syntax] = document.errors;
  if (syntax) return stopped(syntax.exception, 'load', []);
  const problems = checkDatasetFile(document.root);
  const crash = problems.find(({ exception }) => exception === 'TypeError');
  if (crash) return stopped('TypeError', 'schema', []);
  if (problems.length > 0) return stopped('MultipleInvalid', 'schema', problems);
  return { datasets: datasetsOf(document.root as PyDictValue), error: null };
}

/** The datasets of a file as far as it can be understood: a value of a wrong type counts as not written. */
export function datasetsOf(root: PyDictValue): ResolvedDataset[] {
  const general = root.entries.get('general')?.value;
  const datasets = root.entries.get('datasets')?.value;
  if (datasets?.type !== 'list') return [];
  const common = general?.type === 'dict' ? renamedEntries(general) : new Map<string, never>();
  return datasets.items.flatMap((item) => {
    if (item.type !== 'dict') return [];
    const own = renamedEntries(item);
    const kind = isImageDataset(item) ? 'image' : 'video';
    const params = optionsAt(kind).map((option): [string, Plain] => {
      const given = own.get(option) ?? common.get(option);
      const { default: fallback, type } = DATASET_OPTIONS[option] as (typeof DATASET_OPTIONS)[string];
      if (!given) return [option, Array.isArray(fallback) ? [...fallback] : (fallback as Plain)];
      const value = toPlain(given.value);
      return [option, type === 'size' && !Array.isArray(value) ? [value, value] : value];
    });
    return [{ kind, params: Object.fromEntries(params) } as const];
  });
}

function stopped(exception: string, stage: ResolveError['stage'], problems: readonly SchemaProblem[]): ResolvedFile {
  return { datasets: null, error: { exception, stage, problems } };
}
