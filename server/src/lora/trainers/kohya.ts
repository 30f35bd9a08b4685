import type { SettingValue } from '../../advice/facts.ts';
import { eachInSteps, type Steps } from '../../ground/steps.ts';
import { type RecordBucket, type RecordSubset, samplesOf } from '../../history/record.ts';
import { lastName, subsetSettings } from '../../history/settings-compared.ts';
import { asCount, asList, asMap, asNumber, asText, isMap, type Json, type JsonMap } from '../json.ts';
import { countIn, jsonIn, numberIn, pythonValue } from '../python-value.ts';
import { countOf, type Metadata, type MetadataReader, presentKeys, type Said } from './said.ts';

/** Keys whose option has another name; all others are `ss_` and the option (sd-scripts train_network.py). */
const renamed: Readonly<Record<string, string>> = {
  ss_sd_model_name: 'pretrained_model_name_or_path',
  ss_vae_name: 'vae',
  ss_batch_size_per_device: 'train_batch_size',
  ss_debiased_estimation: 'debiased_estimation_loss',
};

/** Keys that are no options: counts of the run, hashes, and what is read by itself. */
const noOption =
  /^ss_(?:session_id|training_(?:started|finished)_at|output_name|num_|steps$|epoch$|base_model_version|sd_model_hash|new_|vae_hash|sd_scripts_commit_hash|dataset_dirs|reg_dataset_dirs|tag_frequency|bucket_info|datasets|total_batch_size|training_comment|optimizer$|network_args)/;

/** The options that the `ss_` keys of a file hold, by the trainer's own names. Also those of musubi-tuner, which took them over. */
export function* kohyaSettings(metadata: Metadata): Steps<Map<string, SettingValue>> {
  const settings = new Map<string, SettingValue>();
  for (const [key, text] of metadata) {
    if (!key.startsWith('ss_') || noOption.test(key)) continue;
    settings.set(Object.hasOwn(renamed, key) ? (renamed[key] as string) : key.slice(3), pythonValue(text));
  }
  const optimizer = metadata.get('ss_optimizer');
  if (optimizer !== undefined) {
    settings.set('optimizer', lastName(optimizer));
    const given = /\((.*)\)\s*$/s.exec(optimizer)?.[1];
    settings.set('optimizer_args', given === undefined ? null : given);
  }
  const network = asMap(yield* jsonIn(metadata.get('ss_network_args')));
  const args = [...network].flatMap(([name, value]) =>
    isMap(value) || Array.isArray(value) ? [] : [`${name}=${value}`],
  );
  if (args.length > 0) settings.set('network_args', args);
  else if (metadata.has('ss_network_module')) settings.set('network_args', null);
  for (const name of ['conv_dim', 'conv_alpha']) {
    const value = numberIn(asText(network.get(name)) ?? undefined) ?? asNumber(network.get(name));
    if (value !== null) settings.set(name, value);
  }
  return settings;
}

export const kohya: MetadataReader = {
  id: 'sd-scripts',
  because: (metadata) =>
    presentKeys(metadata, [
      'ss_sd_scripts_commit_hash',
      'ss_network_module',
      'ss_num_train_images',
      'ss_session_id',
      'ss_dataset_dirs',
      'ss_datasets',
      'ss_network_dim',
    ]),
  read: readKohya,
};

function* readKohya(metadata: Metadata): Steps<Said> {
  const settings = yield* kohyaSettings(metadata);
  const datasets = asList(yield* jsonIn(metadata.get('ss_datasets'))).filter(isMap);
  const frequency = asMap(yield* jsonIn(metadata.get('ss_tag_frequency')));
  const subsets = datasets.length > 0 ? yield* subsetsOf(datasets, frequency) : yield* foldersOf(metadata, frequency);
  if (datasets.length > 0) ofDatasets(settings, datasets);
  const batches = countIn(metadata.get('ss_num_batches_per_epoch'));
  const accumulation = countOf(settings.get('gradient_accumulation_steps'));
  const steps = countIn(metadata.get('ss_steps')) ?? countIn(metadata.get('ss_max_train_steps'));
  const batch = settings.get('train_batch_size');
  const commit = metadata.get('ss_sd_scripts_commit_hash');
  return {
    version: commit === undefined || commit === '(unknown)' ? null : commit,
    baseModel: metadata.get('ss_base_model_version') ?? null,
    modelName: textOf(settings.get('pretrained_model_name_or_path')),
    settings,
    subsets,
    buckets: bucketsOf(
      datasets.length > 0
        ? datasets.map((dataset) => dataset.get('bucket_info'))
        : [yield* jsonIn(metadata.get('ss_bucket_info'))],
    ),
    run: {
      steps,
      // A step is an update: so many batches of an epoch make one (num_update_steps_per_epoch).
      epochs: steps !== null && batches ? steps / Math.max(1, Math.ceil(batches / accumulation)) : null,
      samplesPerEpoch: samplesOf({ subsets }),
      samplesPerStep: typeof batch === 'number' && batch > 0 ? batch * accumulation : null,
    },
    trigger: null,
    rank: countIn(metadata.get('ss_network_dim')),
    alpha: numberIn(metadata.get('ss_network_alpha')),
  };
}

const textOf = (value: SettingValue | undefined): string | null => (typeof value === 'string' ? value : null);

/** Subsets of a dataset_config, which `ss_datasets` keeps in full, regularization sets too. */
function* subsetsOf(datasets: readonly JsonMap[], merged: JsonMap): Steps<RecordSubset[]> {
  const found: RecordSubset[] = [];
  for (const dataset of datasets) {
    const own = asMap(dataset.get('tag_frequency'));
    for (const subset of asList(dataset.get('subsets')).filter(isMap)) {
      const name = asText(subset.get('image_dir')) ?? asText(subset.get('metadata_file')) ?? '';
      const options = new Map<string, SettingValue>();
      for (const option of subsetSettings) {
        const value = plainOf(subset.get(option));
        if (value !== undefined) options.set(option, value);
      }
      found.push({
        name,
        regularization: subset.get('is_reg') === true,
        repeats: asCount(subset.get('num_repeats')),
        images: asCount(subset.get('img_count')),
        classTokens: asText(subset.get('class_tokens')),
        options,
        tags: yield* tagsOf(own.get(name) ?? merged.get(name)),
      });
    }
  }
  return found;
}

/** Subsets of train_data_dir and reg_data_dir: name, repeats and images. */
function* foldersOf(metadata: Metadata, frequency: JsonMap): Steps<RecordSubset[] | null> {
  const sets = [
    ['ss_dataset_dirs', false],
    ['ss_reg_dataset_dirs', true],
  ] as const;
  if (!metadata.has('ss_dataset_dirs') && frequency.size === 0) return null;
  const found = new Map<string, RecordSubset>();
  for (const [key, regularization] of sets)
    for (const [name, info] of asMap(yield* jsonIn(metadata.get(key)))) {
      found.set(`${key}/${name}`, {
        name,
        regularization,
        repeats: asCount(asMap(info).get('n_repeats')),
        images: asCount(asMap(info).get('img_count')),
        classTokens: /^\s*\d+_(.+)$/.exec(name)?.[1] ?? null,
        options: new Map(),
        tags: yield* tagsOf(frequency.get(name)),
      });
    }
  // A file that was merged or edited may keep the tags without the folders.
  if (found.size === 0)
    for (const [name, tags] of frequency)
      found.set(name, {
        name,
        regularization: false,
        repeats: null,
        images: null,
        classTokens: null,
        options: new Map(),
        tags: yield* tagsOf(tags),
      });
  return [...found.values()];
}

/** Counts of tags; what is no count is passed over. Null where nothing is noted. */
export function* tagsOf(noted: Json | undefined): Steps<Map<string, number> | null> {
  if (!isMap(noted)) return null;
  const tags = new Map<string, number>();
  yield* eachInSteps(noted, ([tag, count]) => {
    const times = asCount(count);
    if (times !== null && times > 0) tags.set(tag, times);
  });
  return tags;
}

/** `{"buckets": {"0": {"resolution": [w, h], "count": n}}}` of each dataset; null where bucketing was off or is not noted. */
function bucketsOf(noted: readonly (Json | undefined)[]): RecordBucket[] | null {
  const found = new Map<string, RecordBucket>();
  for (const info of noted)
    for (const entry of asMap(asMap(info).get('buckets')).values()) {
      const [width, height] = asList(asMap(entry).get('resolution')).map(asCount);
      const samples = asCount(asMap(entry).get('count'));
      if (width == null || height == null || samples === null) continue;
      const key = `${width}x${height}`;
      found.set(key, { bucket: { width, height }, samples: samples + (found.get(key)?.samples ?? 0) });
    }
  return found.size === 0 ? null : [...found.values()].sort((a, b) => b.samples - a.samples);
}

/** Options that a dataset_config sets: those all datasets or all subsets of the subject agree on. */
function ofDatasets(settings: Map<string, SettingValue>, datasets: readonly JsonMap[]): void {
  const agreed = (name: string, values: readonly (Json | undefined)[]): void => {
    const plain = values.map(plainOf);
    const [first] = plain;
    if (first !== undefined && plain.every((value) => JSON.stringify(value) === JSON.stringify(first)))
      settings.set(name, first);
    // The option of the script is a default that the datasets replaced with several others.
    else if (plain.some((value) => value !== undefined)) settings.delete(name);
  };
  const named = [
    ['train_batch_size', 'batch_size_per_device'],
    ['resolution', 'resolution'],
    ['enable_bucket', 'enable_bucket'],
    ['min_bucket_reso', 'min_bucket_reso'],
    ['max_bucket_reso', 'max_bucket_reso'],
    ['bucket_no_upscale', 'bucket_no_upscale'],
  ] as const;
  for (const [option, key] of named)
    agreed(
      option,
      datasets.map((dataset) => dataset.get(key)),
    );
  const subsets = datasets
    .flatMap((dataset) => asList(dataset.get('subsets')).filter(isMap))
    .filter((subset) => subset.get('is_reg') !== true);
  for (const option of subsetSettings)
    if (subsets.some((subset) => subset.has(option)))
      agreed(
        option,
        subsets.map((subset) => subset.get(option)),
      );
}

/** A value of JSON as a setting; undefined for objects and what is not there. */
export function plainOf(value: Json | undefined): SettingValue | undefined {
  if (value === undefined || isMap(value)) return undefined;
  if (!Array.isArray(value)) return value;
  const items = value.map(plainOf);
  return items.some((item) => item === undefined) ? undefined : (items as SettingValue[]);
}
