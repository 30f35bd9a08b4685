import { done } from '../../../server/src/ground/steps.ts';
import { rootDict } from '../../../server/src/trainers/documents/document.ts';
import { joinPath } from '../../../server/src/trainers/files/paths.ts';
import { assumedConfig } from '../../../server/src/trainers/option-help.ts';
import type { Trainer } from '../../../server/src/trainers/trainer.ts';
import { answer } from '../../../server/src/trainers/trainer-error.ts';
import { sumBuckets } from '../../../server/src/trainers/trainer-plan.ts';
import type { TrainingItem } from '../../../server/src/trainers/trains.ts';
import { TOY_DOCUMENTS, TOY_OPTIONS, toyValues } from './documents.ts';
import { TOY_PROFILE } from './profile.ts';

/** A trainer of few words: one folder, squares of one side, the whole caption. */
export const TOY: Trainer = {
  id: 'toy',
  profile: TOY_PROFILE,
  words: {
    headers: () => [],
    optionsIn: (_config, path) =>
      path.length > 0
        ? []
        : TOY_OPTIONS.map((name) => ({ name, type: 'text', default: null, tables: ['run'], values: [] })),
  },
  meanings: async () => (await import('./option-meanings.ts')).TOY_MEANINGS,
  telling: ['toy_folder'],
  recognise: ({ document }) =>
    rootDict(document).entries.has('toy_folder')
      ? { role: 'toy run', certainty: 'certain', because: ['toy_folder'] }
      : null,
  *list([config], files) {
    const { folder, side } = config ? toyValues(config) : { folder: null, side: null };
    if (folder === null || side === null) return { items: [], idle: [], stop: null };
    const names = files.list(folder).map(({ name }) => name);
    const square = { width: side, height: side };
    const items = names.flatMap((name): TrainingItem[] => {
      const caption = name.replace(/\.png$/, '.txt');
      if (caption === name || !names.includes(caption)) return [];
      const path = joinPath(folder, caption);
      return [
        {
          path: joinPath(folder, name),
          kind: 'image',
          origin: { from: 'file', path },
          caption: new TextDecoder().decode(files.read(path) ?? new Uint8Array()),
          lines: 'whole',
          uses: 1,
          isRegularization: false,
          size: files.imageSize(joinPath(folder, name)).value ?? null,
          bucket: square,
          companions: [],
          dataset: 0,
        },
      ];
    });
    return { items, idle: [], stop: null };
  },
  place: (_image, resolution) => answer({ bucket: resolution, resized: resolution }),
  documents: TOY_DOCUMENTS,
  assume: (folder, side) => [
    assumedConfig('toy', 'toy run', `${folder}/toy.json`, { toy_folder: folder, toy_side: side }),
  ],
  *plan(configs, files, run) {
    const trains = yield* TOY.list(configs, files, run);
    const [first] = trains.items;
    const resolution = first?.bucket ?? null;
    const samples = trains.items.length;
    return {
      trains,
      sets: [
        {
          name: 'toy',
          resolution,
          batchSize: 1,
          keepsAspect: false,
          isRegularization: false,
          buckets: resolution ? sumBuckets([{ bucket: resolution, samples }], (all) => all) : [],
          batches: samples,
          images: [],
          options: new Map(),
        },
      ],
      batchesPerEpoch: samples,
      stepsPerEpoch: samples,
      totalSteps: null,
      epochs: null,
      options: null,
      notes: [],
    };
  },
  feed: () => done(null),
};
