import { configFormat, rootDict } from '../documents/document.ts';
import { assumedConfig } from '../option-help.ts';
import type { Trainer } from '../trainer.ts';
import { answer } from '../trainer-error.ts';
import { chooseBucket, placeImage, planBuckets } from './buckets.ts';
import { problems } from './documents.ts';
import { architectureFor } from './family.ts';
import { feedOf } from './feed.ts';
import { companions, habits } from './habits.ts';
import { MUSUBI_TUNER_WORDS } from './option-words.ts';
import { DATASET_OPTIONS, SOURCES } from './options.ts';
import { planSteps } from './plan.ts';
import { MUSUBI_TUNER_PROFILE } from './profile.ts';
import { planReport } from './report.ts';
import { resolveDatasetFile } from './resolve.ts';
import { runProblems } from './run-documents.ts';
import { tellingRunKeys } from './run-options.ts';
import { listDatasets } from './trains.ts';

/** Options of a dataset that the files of its sister trainer do not have. */
const OWN_KEYS = Object.entries(DATASET_OPTIONS)
  .filter(([name, { places }]) => !places.includes('general') && !SOURCES.includes(name))
  .map(([name]) => name);

/** kohya-ss/musubi-tuner behind the common interface. */
export const MUSUBI_TUNER: Trainer = {
  id: 'musubi-tuner',
  profile: MUSUBI_TUNER_PROFILE,
  words: MUSUBI_TUNER_WORDS,
  meanings: async () => (await import('./option-meanings.ts')).MUSUBI_TUNER_MEANINGS,
  telling: [...SOURCES, ...OWN_KEYS, String.raw`\bdit\b`, String.raw`networks\.lora_`],

  recognise({ path, document }) {
    const run = configFormat(path) === 'toml' ? tellingRunKeys(rootDict(document)) : null;
    if (run) return { role: 'config_file', certainty: run.length > 1 ? 'certain' : 'likely', because: run };
    const datasets = rootDict(document).entries.get('datasets')?.value;
    if (datasets?.type !== 'list') return null;
    const tables = datasets.items.filter((item) => item.type === 'dict');
    if (tables.some((table) => table.entries.has('subsets'))) return null;
    const telling = SOURCES.filter((key) => tables.some((table) => table.entries.has(key)));
    const because = (keys: readonly string[]) => keys.map((key) => `[[datasets]] ${key}`);
    if (telling.length > 0) return { role: 'dataset_config', certainty: 'certain', because: because(telling) };
    // While it is being written: options of images and videos that no other dataset file has.
    const own = OWN_KEYS.filter((key) => tables.some((table) => table.entries.has(key)));
    return own.length > 0 ? { role: 'dataset_config', certainty: 'likely', because: because(own) } : null;
  },

  *list(configs, files, { family }) {
    const config = configs.find(({ role }) => role === 'dataset_config');
    const resolved = config && resolveDatasetFile(config.path, config.document);
    if (!config || !resolved) return { items: [], idle: [], stop: null };
    if (resolved.error) {
      const { exception, stage } = resolved.error;
      return { items: [], idle: [], stop: { exception, message: '', stage, path: config.path } };
    }
    return yield* listDatasets(resolved.datasets, architectureFor(family.id, resolved.datasets, configs), files);
  },

  place(image, resolution) {
    const plan = planBuckets({ resolution, enableBucket: true, bucketNoUpscale: false, step: 16 });
    if (plan.error) return plan;
    const bucket = chooseBucket(plan.value, image);
    const placed = placeImage(image, bucket);
    return placed.error ? placed : answer({ bucket, resized: placed.value.resized });
  },

  documents: {
    problems: (config, files) => (config.role === 'config_file' ? runProblems(config) : problems(config, files)),
    habits,
    companions,
    named: ['dataset_config'],
  },

  assume: (folder, side) => [
    assumedConfig('musubi-tuner', 'dataset_config', `${folder}/dataset.json`, {
      general: { resolution: [side, side], caption_extension: '.txt', enable_bucket: true },
      datasets: [{ image_directory: folder }],
    }),
  ],

  *plan(configs, files, run) {
    return yield* planReport(yield* MUSUBI_TUNER.list(configs, files, run), configs, files, run);
  },

  *feed(configs, files, { family }, asked) {
    const config = configs.find(({ role }) => role === 'dataset_config');
    const resolved = config && resolveDatasetFile(config.path, config.document);
    if (!resolved?.datasets) return null;
    const plan = yield* planSteps(resolved.datasets, architectureFor(family.id, resolved.datasets, configs), files);
    return plan.error ? null : yield* feedOf(plan, asked);
  },
};
