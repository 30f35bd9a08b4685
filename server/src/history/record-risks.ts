import { assess, type Risk } from '../advice/assess.ts';
import { evidenceTable } from '../advice/evidence.ts';
import type { AdviceFacts, BoundTag, SettingValue } from '../advice/facts.ts';
import { unmeasured } from '../advice/metrics.ts';
import { topShare } from '../facts/information.ts';
import { sortedInBreaths } from '../ground/sorted.ts';
import { eachInSteps, finish, finishInBreaths, type Steps } from '../ground/steps.ts';
import type { SubjectTag, SubjectTags } from '../metrics/subject.ts';
import { spreadEvidence, varietyEvidence } from '../report/evidence/text.ts';
import { trainingEvidence } from '../report/evidence/training.ts';
import type { Values } from '../report/evidence/values.ts';
import type { TrainingReading } from '../report/training-facts.ts';
import { categoryOf } from '../tags/categories.ts';
import { looksLikeIdentifier } from '../tags/identifiers.ts';
import { normalTag } from '../tags/normal.ts';
import { isCoinedTag } from '../tags/trigger-words.ts';
import { modelFamily } from '../trainers/families.ts';
import { DEFAULT_TRAINER } from '../trainers/profiles.ts';
import { samplesOf, subjectImages, subjectSubsets, subjectTagCounts, sumKnown, type TrainingRecord } from './record.ts';
import { comparedValue, subsetSettings } from './settings-compared.ts';

/** Share of the captions from which a tag is on all of them, as everywhere (see report/evidence/trigger.ts, text.ts). */
const bound = 0.95;
const constant = 0.9;
/** Captions below which P(tag | trigger) says nothing, and those from which a tail of rare tags is expected. */
const triggerSupport = 10;
const fewestForTail = 30;

/**
 * The risks of a training as far as its record tells, by the one evidence table. Of tags only counts are known: what needs a caption as a
 * whole (templates, tokens, pairs of tags) stays unmeasured, and P(tag | trigger) is known only where every caption holds the trigger.
 */
export function recordRisks(record: TrainingRecord): RecordRisk[] {
  const facts = recordFacts(record);
  const isKnown = ({ mode }: Risk): boolean =>
    evidenceTable[mode].some(({ from }) => 'metric' in from && facts.metrics[from.metric] !== null);
  return assess(facts).map((risk) => ({ ...risk, isKnown: isKnown(risk) }));
}

/** A risk, and whether the record tells anything that could speak for it: without that, no evidence says nothing. */
export type RecordRisk = Risk & { readonly isKnown: boolean };

/** What advice is given from, out of a record. */
export function recordFacts(record: TrainingRecord): AdviceFacts {
  const values = unmeasured();
  const images = subjectImages(record);
  const subject = subjectOf(record);
  const reading = readingOf(record, images);
  const training = reading.facts;
  const family = record.family === null ? null : modelFamily(record.family);
  const trigger = record.trigger;
  const newTrigger = trigger !== null && isNewWord(trigger);
  const model = {
    id: record.family ?? '',
    encoders: family?.encoders.length ?? 0,
    newTrigger,
    resolution: family?.resolution ?? null,
  };
  trainingEvidence(values, reading, { ...model, subjects: reading.facts.images });
  // Without images or rates these would be of defaults.
  if (images === null) for (const metric of ofImages) values[metric] = null;
  if (!knowsRates(record)) for (const metric of ofRates) values[metric] = null;
  const tied = subject ? tagValues(values, record, subject) : [];
  const constantTags = subject?.tags.filter((tag) => isLook(tag) && tag.captions >= subject.captions * constant) ?? [];
  if (subject) values['constant-style-tags'] = constantTags.length;
  const classWord = trigger === null ? null : wordBeside(record, trigger);
  return {
    images: images ?? 0,
    compared: false,
    subjects: images ?? 0,
    captions: subject?.captions ?? 0,
    resolution: family?.resolution ?? 0,
    tokenLimit: null,
    metrics: values,
    metricFiles: {},
    rules: new Map(),
    idle: new Map(),
    training,
    profile: record.trainer ?? DEFAULT_TRAINER,
    model: model.id,
    textEncoders: model.encoders,
    samplesPerEpoch: training.samplesPerEpoch,
    proseShare: 0,
    neededTokens: null,
    triggered: null,
    trigger,
    classWord,
    triggerCut: false,
    triggerPosition: null,
    boundTags: tied,
    constantTags: constantTags.map(({ tag }) => tag),
    topTags: {},
    topCounts: {},
    shared: {},
    spelling: {},
    missingFields: [],
    spareImages: 0,
  };
}

const ofImages = ['image-exposure', 'rank-per-image'] as const;
const ofRates = ['text-encoder-rate-ratio', 'untrained-text-encoder', 'shared-encoder-rate'] as const;

const isNewWord = (trigger: string): boolean => {
  const norm = normalTag(trigger);
  return looksLikeIdentifier(norm) || isCoinedTag(norm);
};

const isLook = ({ category }: SubjectTag): boolean => category === 'style' || category === 'quality';

/** Whether anything says how fast the parts learn. */
const knowsRates = ({ settings }: TrainingRecord): boolean =>
  settings.has('learning_rate') || settings.has('unet_lr') || settings.has('text_encoder_lr');

/** Tags of the subject by the captions that hold them; null where they are not known. A tag that stands twice in captions counts once. */
function subjectOf(record: TrainingRecord): SubjectTags | null {
  const known = subjects.get(keyOf(record));
  if (known !== undefined) return known;
  const counted = finish(subjectSteps(record));
  const subject = counted && { ...counted, tags: counted.tags.toSorted(byCaptions) };
  subjects.set(keyOf(record), subject);
  return subject;
}

const byCaptions = (a: SubjectTag, b: SubjectTag): number => b.captions - a.captions || (a.tag < b.tag ? -1 : 1);

/** Kept with what they are counted from: a LoRA file may note hundreds of thousands of tags. */
const subjects = new WeakMap<object, SubjectTags | null>();

/** A record that differs in its family only, as for a comparison, has the same tags. */
const keyOf = (record: TrainingRecord): object => record.subsets ?? record;

/** Goes through the tags of a record in breaths, so that its risks can be asked at once. Rejects with the signal's reason once it is aborted. */
export async function readSubject(record: TrainingRecord, signal?: AbortSignal): Promise<void> {
  if (subjects.has(keyOf(record))) return;
  const counted = await finishInBreaths(subjectSteps(record), signal);
  subjects.set(keyOf(record), counted && { ...counted, tags: await sortedInBreaths(counted.tags, byCaptions, signal) });
}

/** The tags of the subject, in no order. */

function* subjectSteps(record: TrainingRecord): Steps<SubjectTags | null> {
  const counts = subjectTagCounts(record);
  const images = subjectImages(record);
  if (!counts || !images) return null;
  const byNorm = new Map<string, number>();
  yield* eachInSteps(counts, ([tag, count]) => {
    const norm = normalTag(tag);
    if (norm !== '') byNorm.set(norm, Math.min(images, (byNorm.get(norm) ?? 0) + count));
  });
  const tags: SubjectTag[] = [];
  yield* eachInSteps(byNorm, ([tag, captions]) => tags.push({ tag, category: categoryOf(tag), captions, spoken: 0 }));
  return { captions: images, tags };
}

/** The training as configurations are read: options in force, and what each sample is fed by as far as every subset says it. */
function readingOf(record: TrainingRecord, images: number | null): TrainingReading {
  const values = new Map<string, SettingValue>();
  for (const [name, value] of record.settings) if (value !== null) values.set(name, comparedValue('', value));
  const samples = record.run.samplesPerEpoch ?? samplesOf(record);
  const fed = subjectSubsets(record).map((subset) => ({
    options: Object.fromEntries(
      subsetSettings.flatMap((name) => {
        const value = subset.options.get(name) ?? record.settings.get(name);
        return value === undefined ? [] : [[name, value]];
      }),
    ),
    samples: (subset.images ?? 0) * (subset.repeats ?? 0),
    loose: null,
  }));
  const isKnown = samples !== null && fed.every(({ options }) => 'color_aug' in options);
  return {
    facts: {
      values,
      knowsOptions: true,
      stops: false,
      images: images ?? 0,
      samplesPerEpoch: samples ?? 0,
      samplesPerStep: record.run.samplesPerStep,
      stepShare: 1,
      epochs: samples === null ? null : record.run.epochs,
      ratesPerEncoder: false,
    },
    fed: isKnown ? fed : [],
    side: null,
  };
}

/** Fills what follows from the counts of tags. Gives the tags that come with every trigger. */
function tagValues(values: Values, record: TrainingRecord, subject: SubjectTags): BoundTag[] {
  const { trigger } = record;
  const total = subject.tags.reduce((sum, { captions }) => sum + captions, 0);
  if (subject.tags.length > 10 && subject.captions >= fewestForTail && total > 0)
    values['top-10-share'] = topShare(
      subject.tags.map(({ captions }) => captions),
      10,
    );
  varietyEvidence(values, subject);
  spreadEvidence(values, subject);
  const norm = trigger === null ? null : normalTag(trigger);
  const held = norm === null ? 0 : (subject.tags.find(({ tag }) => tag === norm)?.captions ?? 0);
  if (norm === null || held === 0) return [];
  const all = sumKnown((record.subsets ?? []).map(({ images }) => images));
  values['without-trigger-share'] = all === null ? null : 1 - held / all;
  // Only where all captions hold the trigger are the captions with it all captions.
  if (held < subject.captions || held < triggerSupport) return [];
  const highest = (...categories: string[]): number =>
    subject.tags
      .filter(({ tag, category }) => tag !== norm && category !== null && categories.includes(category))
      .reduce((most, { captions }) => Math.max(most, captions / held), 0);
  values['trigger-background-probability'] = highest('background');
  values['trigger-style-probability'] = highest('style');
  values['trigger-clothing-probability'] = highest('clothing');
  return subject.tags
    .filter(({ tag, captions }) => tag !== norm && captions >= held * bound)
    .map(({ tag, category, captions }) => ({ tag, category, probability: captions / held }));
}

/** The word behind the trigger in the name of a folder: `10_ohwx woman`. */
function wordBeside(record: TrainingRecord, trigger: string): string | null {
  for (const { classTokens } of subjectSubsets(record)) {
    const words = classTokens?.toLowerCase() ?? '';
    if (words.startsWith(`${trigger.toLowerCase()} `)) return words.slice(trigger.length + 1).trim() || null;
  }
  return null;
}
