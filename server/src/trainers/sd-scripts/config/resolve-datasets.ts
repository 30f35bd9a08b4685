import type { TextRange } from '../../../ground/text.ts';
import { type Plain, type PyDictValue, type PyValue, pyList, toPlain } from '../../documents/python-value.ts';
import { DATASET_OPTIONS, type DatasetKind } from './dataset-options.ts';

/** Where a resolved value came from. */
export type ValueSource = 'subset' | 'dataset' | 'general' | 'option' | 'built-in';

export interface ResolvedParams {
  /** Every parameter the trainer hands on, by its name there, as plain data. `true` can stand where a number belongs. */
  readonly values: Readonly<Record<string, Plain>>;
  /** Who decided each value, and where that is written (UTF-16 offsets in the document; null for defaults and the command line). */
  readonly sources: Readonly<Record<string, { readonly from: ValueSource; readonly range: TextRange | null }>>;
}

export interface ResolvedDataset {
  readonly kind: DatasetKind;
  readonly params: ResolvedParams;
  readonly subsets: readonly ResolvedParams[];
}

type Defaults = Readonly<Record<string, null | boolean | number | string>>;

const fromTable = (names: readonly string[]): Defaults =>
  Object.fromEntries(names.map((name) => [name, DATASET_OPTIONS[name]?.default ?? null]));

// The parameter classes of sd-scripts library/config_util.py, with their defaults where the table of options differs.
const DATASET_PARAMS: Defaults = {
  ...fromTable(['resolution', 'network_multiplier', 'validation_seed', 'validation_split', 'resize_interpolation']),
  debug_dataset: false,
  ...fromTable([
    'batch_size',
    'enable_bucket',
    'min_bucket_reso',
    'max_bucket_reso',
    'bucket_reso_steps',
    'bucket_no_upscale',
  ]),
};

/** Options of later versions. */
const LATER = Object.keys(DATASET_OPTIONS).filter((name) => DATASET_OPTIONS[name]?.since !== undefined);

const SUBSET_PARAMS: Defaults = {
  ...fromTable([
    'image_dir',
    'num_repeats',
    'shuffle_caption',
    'caption_separator',
    'keep_tokens',
    'keep_tokens_separator',
    'secondary_separator',
    'enable_wildcard',
    'color_aug',
    'flip_aug',
    'face_crop_aug_range',
    'random_crop',
    'caption_prefix',
    'caption_suffix',
    'caption_dropout_rate',
    'caption_dropout_every_n_epochs',
    'caption_tag_dropout_rate',
    'token_warmup_min',
    'token_warmup_step',
    'custom_attributes',
    'validation_split',
    'resize_interpolation',
  ]),
  validation_seed: 0,
};

const KIND_PARAMS: Record<DatasetKind, { dataset: Defaults; subset: Defaults }> = {
  dreambooth: {
    dataset: { prior_loss_weight: 1 },
    subset: fromTable(['is_reg', 'class_tokens', 'caption_extension', 'cache_info', 'alpha_mask']),
  },
  finetuning: { dataset: {}, subset: fromTable(['metadata_file', 'alpha_mask']) },
  controlnet: { dataset: {}, subset: fromTable(['conditioning_data_dir', 'caption_extension', 'cache_info']) },
};

/** Options of the command line that datasets know by another name. */
const RENAMED = new Map(
  Object.entries(DATASET_OPTIONS).flatMap(([key, o]) => (o.argument ? [[o.argument, key] as const] : [])),
);

type Level = readonly [ValueSource, ReadonlyMap<string, PyValue>];

/**
 * Fills in every parameter of every dataset and subset of a *checked* configuration: the first level that has a value other than None
 * decides, so an empty text or 0 decides too (library/config_util.py, BlueprintGenerator).
 */
export function resolveDatasets(userConfig: PyDictValue, args: ReadonlyMap<string, PyValue>): ResolvedDataset[] {
  const general: Level = ['general', valuesOf(userConfig.entries.get('general')?.value)];
  const options: Level = ['option', new Map([...args].map(([name, value]) => [RENAMED.get(name) ?? name, value]))];
  const datasets = userConfig.entries.get('datasets')?.value;
  if (datasets?.type !== 'list') return [];
  return datasets.items.map((item) => {
    const own = valuesOf(item);
    const list = own.get('subsets');
    const subsets = list?.type === 'list' ? list.items.map(valuesOf) : [];
    const kind = kindOf(subsets);
    const dataset: Level = ['dataset', own];
    return {
      kind,
      params: pick({ ...DATASET_PARAMS, ...KIND_PARAMS[kind].dataset }, [dataset, general, options], LATER),
      subsets: subsets.map((subset) =>
        pick({ ...SUBSET_PARAMS, ...KIND_PARAMS[kind].subset }, [['subset', subset], dataset, general, options]),
      ),
    };
  });
}

/** A dataset without subsets counts as `controlnet`: "all of none" holds. Nothing is trained from it either way. */
function kindOf(subsets: readonly ReadonlyMap<string, PyValue>[]): DatasetKind {
  if (subsets.every((subset) => subset.has('conditioning_data_dir'))) return 'controlnet';
  return subsets.every((subset) => !subset.has('metadata_file')) ? 'dreambooth' : 'finetuning';
}

function valuesOf(value: PyValue | undefined): Map<string, PyValue> {
  if (value?.type !== 'dict') return new Map();
  return new Map([...value.entries].map(([key, entry]) => [key, convert(key, entry.value)]));
}

/** A single size stands for both sides. */
function convert(key: string, value: PyValue): PyValue {
  const single = DATASET_OPTIONS[key]?.type === 'size' && (value.type === 'int' || value.type === 'bool');
  return single ? { ...pyList([value, value]), range: value.range } : value;
}

/** @param later options that are there only where a level has them */
function pick(defaults: Defaults, levels: readonly Level[], later: readonly string[] = []): ResolvedParams {
  const values: Record<string, Plain> = {};
  const sources: Record<string, { from: ValueSource; range: TextRange | null }> = {};
  const given = later.filter((name) => levels.some(([, map]) => map.has(name)));
  for (const [name, fallback] of [...Object.entries(defaults), ...given.map((name) => [name, null] as const)]) {
    const level = levels.find(([, map]) => (map.get(name)?.type ?? 'none') !== 'none');
    const value = level?.[1].get(name);
    values[name] = value ? toPlain(value) : fallback;
    sources[name] = level ? { from: level[0], range: value?.range ?? null } : { from: 'built-in', range: null };
  }
  return { values, sources };
}
