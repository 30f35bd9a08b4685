import type { SettingValue } from '../advice/facts.ts';
import { t } from '../ground/l10n.ts';
import { sortedInBreaths } from '../ground/sorted.ts';
import { eachInSteps, finish, finishInBreaths, type Steps } from '../ground/steps.ts';
import { trainerProfile } from '../trainers/profiles.ts';
import { type RecordKind, type RecordSubset, subjectImages, subjectSubsets, type TrainingRecord } from './record.ts';
import { readSubject } from './record-risks.ts';
import { commonRisks, type RiskChange, riskChanges } from './risk-changes.ts';
import { comparedSettings, comparedValue, subsetSettings } from './settings-compared.ts';

/** How two trainings differ: of LoRA files, folders and locks. Shares are 0 to 1. */
export interface Comparison {
  readonly version: 1;
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** Options both sides tell and that differ; a folder in front where it is an option of one subset. */
  readonly settings: readonly SettingChange[];
  /** Null where a side keeps no folders. */
  readonly subsets: SubsetChanges | null;
  /** Null where a side keeps no tags. */
  readonly tags: TagChanges | null;
  /** Risks as far as both sides tell; those that moved, the highest rise first. */
  readonly risks: readonly RiskChange[];
  /** What could not be compared, in the display language. */
  readonly unknown: readonly string[];
}

export interface ComparedSide {
  readonly kind: RecordKind;
  readonly name: string;
  readonly trainer: string | null;
  readonly images: number | null;
  readonly samplesPerEpoch: number | null;
  readonly steps: number | null;
  readonly epochs: number | null;
}

export interface SettingChange {
  readonly name: string;
  readonly subset: string | null;
  readonly before: SettingValue;
  readonly after: SettingValue;
}

export interface SubsetNumbers {
  readonly name: string;
  readonly images: number | null;
  readonly repeats: number | null;
  readonly regularization: boolean;
}

export interface SubsetChanges {
  readonly added: readonly SubsetNumbers[];
  readonly gone: readonly SubsetNumbers[];
  readonly changed: readonly { readonly before: SubsetNumbers; readonly after: SubsetNumbers }[];
}

export interface TagChange {
  readonly tag: string;
  /** Occurrences in captions. */
  readonly before: number;
  readonly after: number;
  /** Of the images; null where they are not counted. */
  readonly shareBefore: number | null;
  readonly shareAfter: number | null;
}

export interface TagChanges {
  /** On one side only, the most frequent first. */
  readonly added: readonly TagChange[];
  readonly gone: readonly TagChange[];
  /** On both, with another share of the images (other counts where images are not counted), the largest move first. */
  readonly moved: readonly TagChange[];
}

/** A training and what it is held against in their order: a LoRA file before it came earlier, a folder or lock is what there is now. */
export const inOrder = (record: TrainingRecord, other: TrainingRecord): [TrainingRecord, TrainingRecord] =>
  other.kind === 'lora' ? [other, record] : [record, other];

/** Compares two trainings by all that both tell. */
export function compareRecords(before: TrainingRecord, after: TrainingRecord): Comparison {
  const found = finish(tagSteps(before, after));
  const sorted = (changes: readonly TagChange[], order: TagOrder): TagChange[] => changes.toSorted(order);
  return comparisonOf(
    before,
    after,
    found && {
      added: sorted(found.added, byAfter),
      gone: sorted(found.gone, byBefore),
      moved: sorted(found.moved, byMove),
    },
  );
}

/** The same in breaths: a file may note hundreds of thousands of tags. Rejects with the signal's reason once it is aborted. */
export async function compareInBreaths(
  before: TrainingRecord,
  after: TrainingRecord,
  signal?: AbortSignal,
): Promise<Comparison> {
  await readSubject(before, signal);
  await readSubject(after, signal);
  const found = await finishInBreaths(tagSteps(before, after), signal);
  const sorted = (changes: readonly TagChange[], order: TagOrder) => sortedInBreaths(changes, order, signal);
  return comparisonOf(
    before,
    after,
    found && {
      added: await sorted(found.added, byAfter),
      gone: await sorted(found.gone, byBefore),
      moved: await sorted(found.moved, byMove),
    },
  );
}

function comparisonOf(before: TrainingRecord, after: TrainingRecord, tags: TagChanges | null): Comparison {
  const pairs = pairedSubsets(before, after);
  return {
    version: 1,
    before: sideOf(before),
    after: sideOf(after),
    settings: settingChanges(before, after, pairs),
    subsets: before.subsets && after.subsets && subsetChanges(before, after, pairs),
    tags,
    risks: riskChanges(...commonRisks(before, after)),
    unknown: notCompared(before, after),
  };
}

function sideOf(record: TrainingRecord): ComparedSide {
  const { kind, name, trainer, run } = record;
  return {
    kind,
    name,
    trainer: trainer === null ? null : trainerProfile(trainer).name,
    images: subjectImages(record),
    samplesPerEpoch: run.samplesPerEpoch,
    steps: run.steps,
    epochs: run.epochs,
  };
}

const sameValue = (a: SettingValue, b: SettingValue): boolean => JSON.stringify(a) === JSON.stringify(b);

type Pair = readonly [before: RecordSubset, after: RecordSubset];

/** Subsets by their names; where each side has one of the subject only, these two whatever they are called. */
function pairedSubsets(before: TrainingRecord, after: TrainingRecord): Pair[] {
  const left = [...(after.subsets ?? [])];
  const pairs: Pair[] = [];
  for (const subset of before.subsets ?? []) {
    const at = left.findIndex(
      ({ name, regularization }) => name === subset.name && regularization === subset.regularization,
    );
    if (at >= 0) pairs.push([subset, ...left.splice(at, 1)] as unknown as Pair);
  }
  const [only, ...more] = subjectSubsets(before);
  const [other, ...others] = subjectSubsets(after);
  if (only && other && more.length === 0 && others.length === 0 && !pairs.some(([subset]) => subset === only))
    pairs.push([only, other]);
  return pairs;
}

function settingChanges(before: TrainingRecord, after: TrainingRecord, pairs: readonly Pair[]): SettingChange[] {
  const changes: SettingChange[] = [];
  const note = (
    name: string,
    subset: string | null,
    was: SettingValue | undefined,
    is: SettingValue | undefined,
  ): void => {
    if (was === undefined || is === undefined) return;
    const [from, to] = [comparedValue(name, was), comparedValue(name, is)];
    if (!sameValue(from, to)) changes.push({ name, subset, before: from, after: to });
  };
  if (before.family !== null && after.family !== null && before.family !== after.family)
    changes.push({ name: 'model', subset: null, before: before.family, after: after.family });
  for (const name of comparedSettings) note(name, null, before.settings.get(name), after.settings.get(name));
  for (const [was, is] of pairs)
    for (const name of subsetSettings) {
      if (before.settings.has(name) && after.settings.has(name)) continue;
      const of = (subset: RecordSubset, { settings }: TrainingRecord) => subset.options.get(name) ?? settings.get(name);
      note(name, is.name, of(was, before), of(is, after));
    }
  return changes;
}

const numbersOf = ({ name, images, repeats, regularization }: RecordSubset): SubsetNumbers => ({
  name,
  images,
  repeats,
  regularization,
});

function subsetChanges(before: TrainingRecord, after: TrainingRecord, pairs: readonly Pair[]): SubsetChanges {
  const paired = new Set(pairs.flat());
  const alone = (subsets: readonly RecordSubset[] | null): SubsetNumbers[] =>
    (subsets ?? []).filter((subset) => !paired.has(subset)).map(numbersOf);
  return {
    added: alone(after.subsets),
    gone: alone(before.subsets),
    changed: pairs
      .filter(
        ([a, b]) =>
          a.name !== b.name ||
          (a.images !== null && b.images !== null && a.images !== b.images) ||
          (a.repeats !== null && b.repeats !== null && a.repeats !== b.repeats),
      )
      .map(([a, b]) => ({ before: numbersOf(a), after: numbersOf(b) })),
  };
}

/** The tags that changed, in no order; null where a side keeps none. */
function* tagSteps(before: TrainingRecord, after: TrainingRecord): Steps<TagChanges | null> {
  if (!tellsTags(before) || !tellsTags(after)) return null;
  const was = yield* tagCounts(before);
  const is = yield* tagCounts(after);
  const [imagesBefore, imagesAfter] = [subjectImages(before), subjectImages(after)];
  const share = (count: number, images: number | null): number | null => (images ? count / images : null);
  const added: TagChange[] = [];
  const gone: TagChange[] = [];
  const moved: TagChange[] = [];
  const note = (tag: string, m: number, n: number): void => {
    const change = { tag, before: m, after: n, shareBefore: share(m, imagesBefore), shareAfter: share(n, imagesAfter) };
    if (m === 0) added.push(change);
    else if (n === 0) gone.push(change);
    else if (moveOf(change) > 0) moved.push(change);
  };
  yield* eachInSteps(was, ([tag, m]) => note(tag, m, is.get(tag) ?? 0));
  yield* eachInSteps(is, ([tag, n]) => {
    if (!was.has(tag)) note(tag, 0, n);
  });
  return { added, gone, moved };
}

function* tagCounts(record: TrainingRecord): Steps<ReadonlyMap<string, number>> {
  const sum = new Map<string, number>();
  for (const { tags } of subjectSubsets(record))
    yield* eachInSteps(tags ?? [], ([tag, count]) => sum.set(tag, (sum.get(tag) ?? 0) + count));
  return sum;
}

/** Whether all subsets of the subject say how often their tags stand. */
function tellsTags(record: TrainingRecord): boolean {
  const subsets = subjectSubsets(record);
  return subsets.length > 0 && subsets.every(({ tags }) => tags !== null);
}

type TagOrder = (a: TagChange, b: TagChange) => number;
const byName: TagOrder = (a, b) => (a.tag < b.tag ? -1 : 1);
const byAfter: TagOrder = (a, b) => b.after - a.after || byName(a, b);
const byBefore: TagOrder = (a, b) => b.before - a.before || byName(a, b);
const byMove: TagOrder = (a, b) => moveOf(b) - moveOf(a) || byName(a, b);

/** How far a tag moved, as a share of the images, else of its occurrences. */
function moveOf({ before, after, shareBefore, shareAfter }: TagChange): number {
  return shareBefore !== null && shareAfter !== null
    ? Math.abs(shareAfter - shareBefore)
    : Math.abs(after - before) / Math.max(before, after, 1);
}

function notCompared(before: TrainingRecord, after: TrainingRecord): string[] {
  const said: string[] = [];
  const without = (test: (record: TrainingRecord) => boolean): string | null => {
    const names = [before, after].filter(test).map(({ name }) => name);
    return names.length === 0 ? null : names.join(', ');
  };
  const subsets = without((record) => record.subsets === null);
  if (subsets !== null) said.push(t('Folders: not told by {0}', subsets));
  const tags = without((record) => !tellsTags(record));
  if (tags !== null) said.push(t('Tags: not told by {0}', tags));
  const images = without((record) => subjectImages(record) === null);
  if (images !== null) said.push(t('Numbers of images: not told by {0}', images));
  const options = without((record) => ![...record.settings.keys()].some((name) => name === 'learning_rate'));
  if (options !== null) said.push(t('Training options: not told by {0}', options));
  return said;
}
