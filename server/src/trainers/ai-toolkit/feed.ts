import type { Steps } from '../../ground/steps.ts';
import { pyInt } from '../documents/python-value.ts';
import {
  type AskedRun,
  type FedAlternative,
  type FedImage,
  type FedPhase,
  type FedPiece,
  type FedRun,
  type FedTag,
  type FedText,
  type FeedTrial,
  lengthOf,
  type StillText,
  tagsBetween,
  type VariedText,
} from '../fed-run.ts';
import type { TrainerFiles } from '../files/files.ts';
import { pythonStripRange } from '../python/python-text.ts';
import { NO_CHANCE, type RandomSource } from '../python/random-source.ts';
import { numeric } from './buckets.ts';
import { type CaptionOptions, type Chances, datasetCaption, droppedCaption, encodedPrompt } from './caption.ts';
import { captionOptions } from './caption-options.ts';
import type { JobPlan, PlannedDataset, PlannedItem } from './plan-types.ts';
import type { JobProcess } from './resolve.ts';

/**
 * What ai-toolkit feeds over a run. Nothing seeds its generator, so all figures are expectations. A batch that is not full is filled with
 * images of its bucket; a regularization set takes every second step.
 */
export function* feedOf(process: JobProcess, plan: JobPlan, files: TrainerFiles, asked: AskedRun): Steps<FedRun> {
  const accumulation = Math.max(
    1,
    numeric(process.train.get('gradient_accumulation')) ?? 1,
    numeric(process.train.get('gradient_accumulation_steps')) ?? 1,
  );
  const train = plan.loaders.find(({ isReg }) => !isReg);
  const regularization = plan.loaders.find(({ isReg }) => isReg);
  const share = regularization && train ? 2 : 1;
  const stepsPerEpoch = Math.ceil((train?.batches ?? 0) / accumulation) * share;
  const steps = numeric(process.train.get('steps'));
  const length = lengthOf(asked.length, steps === null ? null : { steps }, stepsPerEpoch);
  const batchesOf = (isReg: boolean): number => (isReg ? Math.floor : Math.ceil)(length.steps / share) * accumulation;
  const sets = plan.loaders.flatMap(({ datasets, isReg }) =>
    datasets.map((dataset) => ({ name: dataset.path, isRegularization: isReg, repeats: repeatsOf(dataset) })),
  );
  const images: FedImage[] = [];
  let set = 0;
  for (const { datasets, isReg, batches } of plan.loaders)
    for (const dataset of datasets) {
      const options = tried(captionOptions(dataset.dataset.values, process.triggerWord, files), asked.trial);
      const passes = batches === 0 ? 0 : batchesOf(isReg) / batches;
      for (const { item, uses } of usesOf(dataset)) {
        yield;
        images.push(imageOf(item, uses * passes, set, options));
      }
      set++;
    }
  return {
    // Which images fill up batches and which come in a part of an epoch is drawn as well.
    basis: 'expected',
    length,
    sets,
    images,
    neverShown: images.filter(({ shows }) => shows === 0).map(({ path }) => path),
  };
}

/** The options with what is tried in their place. */
function tried(options: CaptionOptions, trial: FeedTrial = {}): CaptionOptions {
  return {
    ...options,
    shuffleTokens: trial.shuffle ?? options.shuffleTokens,
    keepTokens: trial.keep === undefined ? options.keepTokens : pyInt(trial.keep),
    tokenDropoutRate: trial.tagDropout ?? options.tokenDropoutRate,
    captionDropoutRate: trial.captionDropout ?? options.captionDropoutRate,
  };
}

function repeatsOf({ items, repeats }: PlannedDataset): number | null {
  const images = new Set(items.map(({ path }) => path)).size;
  return images === 0 ? null : (items.length * repeats) / images;
}

/** Each image with its uses in a pass over the dataset; the places a last batch lacks are taken by images of its bucket, all alike. */
function usesOf({ items, repeats, buckets, batchSize }: PlannedDataset): { item: PlannedItem; uses: number }[] {
  const filled = new Map(
    (buckets ?? []).map(({ name, items: count, batches }) => [name, count === 0 ? 1 : (batches * batchSize) / count]),
  );
  const found = new Map<string, { item: PlannedItem; uses: number }>();
  for (const item of items) {
    const { placement, frames } = item;
    const share = placement ? (filled.get(placement.name) ?? filled.get(`${placement.name}x${frames ?? 1}f`) ?? 1) : 1;
    const known = found.get(item.path);
    if (known) known.uses += share * repeats;
    else found.set(item.path, { item, uses: share * repeats });
  }
  return [...found.values()];
}

function imageOf(item: PlannedItem, shows: number, set: number, options: CaptionOptions): FedImage {
  const caption = item.caption.value ?? '';
  return {
    path: item.path,
    set,
    shows,
    written: () => tagsBetween(caption, ',', pythonStripRange).map(({ text }) => text),
    phases(): FedPhase[] {
      const rate = Math.min(1, Math.max(0, options.captionDropoutRate));
      const dropped: FedAlternative = { chance: rate, text: droppedText(options) };
      const kept: FedAlternative = { chance: 1 - rate, text: textOf(caption, options) };
      if (!options.cached) return [{ shows, alternatives: rate > 0 ? [kept, dropped] : [kept], once: false }];
      // Embeddings are made once; which of the two an image gets is drawn each time.
      const phases: FedPhase[] = [
        { shows: shows * (1 - rate), alternatives: [{ ...kept, chance: 1 }], once: true },
        { shows: shows * rate, alternatives: [{ ...dropped, chance: 1 }], once: true },
      ];
      return phases.filter((phase) => phase.shows > 0);
    },
  };
}

function droppedText(options: CaptionOptions): StillText {
  const text = options.cached ? droppedCaption(options) : (encodedPrompt('', options).value ?? '');
  return { kind: 'still', text, tags: marked(text, options).map((tag) => ({ ...tag, added: true })) };
}

/** The caption of a use, as it is encoded. */
function encoded(caption: string, options: CaptionOptions, chance: RandomSource): string {
  const text = datasetCaption(caption, { ...options, captionDropoutRate: 0 }, withRanges(chance)).value ?? caption;
  return encodedPrompt(text, options).value ?? text;
}

function withRanges(chance: RandomSource): Chances {
  return {
    ...chance,
    randint: (least, most) => least + chance.choice(most - least + 1),
    sample(items, count) {
      const left = [...items];
      return Array.from({ length: count }, () => left.splice(chance.choice(left.length), 1)).flat();
    },
  };
}

function textOf(caption: string, options: CaptionOptions): FedText {
  const drops = !options.cached && options.tokenDropoutRate > 0;
  const isStill = !drops && !options.shuffleTokens && options.randomTriggers.length === 0;
  const drawn = (chance: RandomSource): Omit<StillText, 'kind'> => {
    const text = encoded(caption, options, chance);
    return { text, tags: marked(text, options) };
  };
  if (isStill) return { kind: 'still', ...drawn(NO_CHANCE) };
  return {
    kind: 'drawn',
    pieces: options.randomTriggers.length === 0 ? variedOf(caption, options, drops) : null,
    draw: drawn,
  };
}

/** The pieces of a caption, with what the triggers put in front of all of them. */
function variedOf(caption: string, options: CaptionOptions, drops: boolean): VariedText {
  const pieces = caption.split(',').map((part): FedPiece => ({ text: part, tags: marked(part, options) }));
  const head = { ...options, randomTriggers: [] };
  const bare = encoded('', head, NO_CHANCE);
  // The trigger of the process is put in after shuffling.
  const moving = datasetCaption('', { ...head, captionDropoutRate: 0 }, withRanges(NO_CHANCE)).value ?? '';
  const isAbsent = (word: FedTag): boolean => !caption.includes(word.text) && !/\[(?:trigger|name)\]/.test(caption);
  const added = marked(bare, options).filter(isAbsent);
  const keep = numeric(options.keepTokens) ?? 0;
  return {
    kind: 'varied',
    fixed: added.length === 0 ? [] : [{ text: bare.trim(), tags: added.map((tag) => ({ ...tag, added: true })) }],
    flexible: pieces,
    suffix: [],
    shuffled: options.shuffleTokens,
    dropRate: drops ? Math.min(1, options.tokenDropoutRate) : 0,
    undroppable: Math.max(0, keep),
    ...(added.length > 0 && {
      rides: options.shuffleTokens && bare === moving ? ('along' as const) : ('in front' as const),
    }),
    joiner: ', ',
  };
}

/** The tags of a text; a trigger in front, which no comma parts from the first tag, is one of its own. */
function marked(text: string, { trigger, processTrigger }: CaptionOptions): FedTag[] {
  const words = [processTrigger, trigger].flatMap((word) =>
    word.type === 'str' && word.value.trim() !== '' ? [word.value] : [],
  );
  return tagsBetween(text, ',', pythonStripRange).flatMap((tag) => {
    const found: FedTag[] = [];
    let { start } = tag.range;
    for (const word of words)
      if (text.startsWith(`${word} `, start) && start + word.length < tag.range.end) {
        found.push({ text: word, range: { start, end: start + word.length }, added: true });
        start += word.length + 1;
      }
    const rest = pythonStripRange(text, start, tag.range.end);
    if (rest.end > rest.start) found.push({ text: text.slice(rest.start, rest.end), range: rest, added: false });
    return found;
  });
}
