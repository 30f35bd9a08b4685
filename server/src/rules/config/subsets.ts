import type { TextRange } from '../../ground/text.ts';
import type { BucketSettings } from '../../trainers/buckets.ts';
import type { CaptionOptions } from '../../trainers/captions/caption-options.ts';
import { type ConfigPath, rangeOfPath } from '../../trainers/documents/document.ts';
import { pathOfOption } from '../../trainers/documents/sections.ts';
import {
  bucketSettings,
  captionOptionsOf,
  type PlannedDataset,
  type PlannedImage,
  type PlannedSubset,
  type ResolvedDataset,
  type ResolvedParams,
} from '../../training/default-trainer.ts';
import type { ConfigContext } from '../context.ts';

/** A dataset that this file decides about. */
export interface ConfigDataset {
  readonly params: ResolvedParams;
  /** Null where the trainer takes none of it. */
  readonly buckets: BucketSettings | null;
  readonly subsets: readonly ConfigSubset[];
  /** The table in the file that options of the dataset belong into. */
  readonly table: ConfigPath;
  /** Null when the trainer stops before it has made the dataset. */
  readonly planned: PlannedDataset | null;
}

/** A subset that this file decides about. */
export interface ConfigSubset {
  readonly params: ResolvedParams;
  readonly options: CaptionOptions;
  readonly table: ConfigPath;
  readonly directory: string | null;
  readonly planned: PlannedSubset | null;
  /** Images of the subset that take part. */
  readonly images: readonly PlannedImage[];
}

/**
 * The datasets a file is responsible for: those of a dataset_config, or in folder mode those its `train_data_dir` gives. A config_file
 * that names a dataset_config has none, so that nothing is said twice.
 */
export function datasetsOf(context: ConfigContext): ConfigDataset[] {
  const { resolved, plan } = context.training;
  if (resolved.error) return [];
  if (context.role === 'dataset_config')
    return (resolved.datasets ?? []).map((dataset, i) => fromDocument(dataset, i, plan.datasets[i] ?? null));
  // Named and not found: what it says is not known.
  const named = context.args?.get('dataset_config');
  if (resolved.datasets !== null || (named?.type === 'str' && named.value !== '')) return [];
  return plan.datasets.map((planned) => fromFolders(context, planned));
}

function fromDocument(dataset: ResolvedDataset, index: number, planned: PlannedDataset | null): ConfigDataset {
  const table = ['datasets', String(index)];
  const subsets = dataset.subsets.map((params, i): ConfigSubset => {
    const at = planned?.subsets.findIndex((subset) => subset.params === params) ?? -1;
    return subsetOf(params, [...table, 'subsets', String(i)], planned, at);
  });
  return { params: dataset.params, buckets: bucketSettings(dataset.params), subsets, table, planned };
}

function fromFolders(context: ConfigContext, planned: PlannedDataset): ConfigDataset {
  const table = pathOfOption(context.document, 'train_data_dir').slice(0, -1);
  const subsets = planned.subsets.map((subset, i) => subsetOf(subset.params, table, planned, i));
  return { params: planned.params, buckets: bucketSettings(planned.params), subsets, table, planned };
}

function subsetOf(
  params: ResolvedParams,
  table: ConfigPath,
  dataset: PlannedDataset | null,
  index: number,
): ConfigSubset {
  const directory = params.values.image_dir;
  return {
    params,
    options: captionOptionsOf(params),
    table,
    directory: typeof directory === 'string' ? directory : null,
    planned: dataset?.subsets[index] ?? null,
    images: index < 0 || !dataset ? [] : dataset.images.filter((image) => image.subset === index),
  };
}

/** Where this file gives a parameter its value; null when another place does. */
export function ownRange(context: ConfigContext, params: ResolvedParams, name: string): TextRange | null {
  const source = params.sources[name];
  if (!source?.range) return null;
  return (source.from === 'option') === (context.role === 'config_file') ? source.range : null;
}

/** The value of one of the parameters where this file gives it, the first that does; else the table's header, else the folder option. */
export function placeOf(
  context: ConfigContext,
  holder: { readonly params: ResolvedParams; readonly table: ConfigPath },
  ...names: readonly string[]
): TextRange | null {
  for (const name of names) {
    const range = ownRange(context, holder.params, name);
    if (range) return range;
  }
  const { root } = context.document;
  return context.role === 'config_file'
    ? rangeOfPath(root, pathOfOption(context.document, 'train_data_dir'))
    : tableRange(context, holder.table);
}

/** The header of a table, or the first brace of an inline one. */
function tableRange(context: ConfigContext, path: ConfigPath): TextRange | null {
  const range = rangeOfPath(context.document.root, path);
  if (!range) return null;
  return context.text[range.start] === '{' ? { start: range.start, end: range.start + 1 } : range;
}

/** An option of command line or config_file as a number; null when it is not given or no number. */
export function numberOption(context: ConfigContext, name: string): number | null {
  const value = context.args?.get(name);
  return value?.type === 'int' || value?.type === 'float' ? value.value : null;
}

/** The range of an option's value in a config_file; null elsewhere. */
export function optionRange(context: ConfigContext, name: string): TextRange | null {
  if (context.role !== 'config_file') return null;
  return context.args?.get(name)?.range ?? null;
}
