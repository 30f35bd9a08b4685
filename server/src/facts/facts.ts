import { folderOf } from '../ground/paths.ts';
import type { Steps } from '../ground/steps.ts';
import type { CaptionStyle } from '../tags/caption-style.ts';
import { ChangedCaptions } from './changed-captions.ts';
import { CooccurrenceRows } from './cooccurrence-rows.ts';
import type { CaptionRecord } from './record.ts';
import { SameTexts } from './same-texts.ts';
import type { SentenceFacts } from './sentence-facts.ts';
import { SpellingFacts } from './spelling-facts.ts';
import { SubsetFacts } from './subset-facts.ts';
import { TagCounts, without } from './tag-counts.ts';
import { Source, Sources, Tracker } from './tracking.ts';
import type { Vocabulary } from './vocabulary.ts';
import { WritingFacts } from './writing-facts.ts';

/** Told when a tag comes into use (its first caption) or goes out of use (its last). */
export type PresenceListener = (norm: number, present: boolean) => void;

/** Told when the number of captions that hold a tag changes. */
export type FrequencyListener = (norm: number, frequency: number) => void;

/**
 * Counts over the captions of a folder, kept by difference: adding, removing or changing one caption costs what that
 * caption holds, never what the folder holds. "Captions" are those with text that trains, unless a member says otherwise.
 */
export class FolderFacts {
  readonly vocabulary: Vocabulary;
  /** Follows who rests on which of the counts. */
  readonly tracker: Tracker;
  /** How the folder spells its tags. */
  readonly spelling: SpellingFacts;
  #captions = 0;
  #tags = 0;
  readonly #writing = new WritingFacts();
  #shape = 0;
  readonly #records: (CaptionRecord | undefined)[] = [];
  readonly #counts = new TagCounts();
  readonly #rows = new CooccurrenceRows();
  readonly #sameTexts = new SameTexts();
  readonly #subsets = new Map<string, SubsetFacts>();
  readonly #presence = new Set<PresenceListener>();
  readonly #frequency = new Set<FrequencyListener>();

  /** Who holds a tag, and in whose head or tail it stands; anything at all; how many captions train; what triggers follow from. */
  readonly #tagSources: Sources<number>;
  readonly #anything = new Source();
  readonly #number = new Source();
  readonly #shapes = new Source();

  constructor(vocabulary: Vocabulary, tracker = new Tracker()) {
    this.vocabulary = vocabulary;
    this.tracker = tracker;
    this.spelling = new SpellingFacts(vocabulary, tracker);
    this.#tagSources = new Sources(tracker);
  }

  /** How the folder's sentences are written. */
  get sentences(): SentenceFacts {
    this.tracker.note(this.#anything);
    return this.#writing.sentences;
  }

  /** Captions that train text. */
  get captions(): number {
    this.tracker.note(this.#number);
    return this.#captions;
  }

  /** Tags in all captions, repeats within a caption included. */
  get tags(): number {
    this.tracker.note(this.#anything);
    return this.#tags;
  }

  /** Captions written as sentences rather than as tags. */
  get proseCaptions(): number {
    return this.styleCount('prose');
  }

  /** Captions that are clearly written in a style; those too short to tell are in none. */
  styleCount(style: CaptionStyle): number {
    this.tracker.note(this.#anything);
    return this.#writing.styles.get(style) ?? 0;
  }

  /** Captions whose style is clear enough to be set against others. */
  clearStyleCount(style: CaptionStyle): number {
    this.tracker.note(this.#anything);
    return this.#writing.clearStyles.get(style) ?? 0;
  }

  /** Captions whose tags something else than the separator takes apart, by what does. */
  get separatedBy(): ReadonlyMap<string, number> {
    this.tracker.note(this.#anything);
    return this.#writing.separatedBy;
  }

  /** Captions with lines that are not read. */
  get partlyRead(): number {
    this.tracker.note(this.#anything);
    return this.#writing.partlyRead;
  }

  /** Captions by the name of a field that they have, see `CaptionRecord.fields`. */
  get fields(): ReadonlyMap<string, number> {
    this.tracker.note(this.#anything);
    return this.#writing.fields;
  }

  /** Changes with what the triggers of the folders are inferred from, see {@link SubsetFacts.shape}. */
  get shape(): number {
    this.tracker.note(this.#shapes);
    return this.#shape;
  }

  /** Which captions changed, for whoever counts all of them. */
  readonly changed = new ChangedCaptions();

  /** Counts a caption in. Captions without text are left out of every count. */
  add(record: CaptionRecord): void {
    this.replace(null, record);
  }

  /** Takes a caption out again; it must be the very record that was added. */
  remove(record: CaptionRecord): void {
    this.replace(record, null);
  }

  /** Puts `next` in the place of `old`, the record that was added under the same number and file. */
  replace(old: CaptionRecord | null, next: CaptionRecord | null): void {
    const before = old && old.trained !== '' ? old : null;
    const after = next && next.trained !== '' ? next : null;
    if (!before && !after) return;
    this.tracker.touch(this.#anything);
    if (!after || !before) this.tracker.touch(this.#number);
    this.#captions += (after ? 1 : 0) - (before ? 1 : 0);
    this.#tags += (after?.surfaces.length ?? 0) - (before?.surfaces.length ?? 0);
    this.#writing.count(before, -1);
    this.#writing.count(after, 1);
    const id = (after ?? before)?.id ?? 0;
    while (this.#records.length <= id) this.#records.push(undefined);
    this.#records[id] = after ?? undefined;
    this.changed.note(id);
    this.#counts.countPlaces(before, -1);
    this.#counts.countPlaces(after, 1);
    // Sentences have spaces in any folder.
    this.spelling.replace(before && !before.prose ? before.surfaces : [], after && !after.prose ? after.surfaces : []);
    if (before) this.#sameTexts.remove(before);
    if (after) this.#sameTexts.add(after);
    const gone = without(before?.norms, after?.norms);
    const come = without(after?.norms, before?.norms);
    for (let i = 0; i < gone.length; i++) this.#changePosting(gone[i], id, -1);
    for (let i = 0; i < come.length; i++) this.#changePosting(come[i], id, 1);
    this.#rows.change(before, after, gone, come);
    this.#counts.changeSurfaces(before, after);
    const folder = folderOf((after ?? before)?.file ?? '');
    let subset = this.#subsets.get(folder);
    if (!subset) {
      // A folder that was empty for a while never looks as it did before: its shape goes on from the highest there was.
      subset = new SubsetFacts(folder, this.vocabulary, this.tracker, this.#tagSources, this.#shape);
      this.#subsets.set(folder, subset);
    }
    const [oldHead, newHead] = [before?.norms[0], after?.norms[0]];
    if (oldHead !== newHead) this.#touchTags(oldHead, newHead);
    const shape = subset.shape;
    subset.change(before, after, gone, come);
    if (subset.shape !== shape) this.tracker.touch(this.#shapes);
    this.#shape += subset.shape - shape;
    if (subset.captions === 0) this.#subsets.delete(folder);
  }

  /** Calls back whenever a tag comes into use or goes out of use, until the returned function is called. */
  onPresence(listener: PresenceListener): () => void {
    this.#presence.add(listener);
    return () => this.#presence.delete(listener);
  }

  /** Calls back whenever a tag is in more or fewer captions, until the returned function is called. */
  onFrequency(listener: FrequencyListener): () => void {
    this.#frequency.add(listener);
    return () => this.#frequency.delete(listener);
  }

  /** Number of captions that hold the tag in any spelling (document frequency). */
  frequency(norm: number): number {
    this.#tagSources.note(norm);
    return this.#counts.frequency(norm);
  }

  /** The numbers that no caption holds any more leave the vocabulary, see {@link Vocabulary.release}. */
  releaseUnused(isHeld: { readonly surface: (id: number) => boolean; readonly norm: (id: number) => boolean }): void {
    this.vocabulary.release({
      surface: (id) => this.#counts.surfaceFrequency(id) > 0 || isHeld.surface(id),
      norm: (id) => this.#counts.frequency(id) > 0 || isHeld.norm(id),
    });
  }

  /** Number of captions that hold the tag spelt exactly so. */
  surfaceFrequency(surface: number): number {
    this.tracker.note(this.#anything);
    return this.#counts.surfaceFrequency(surface);
  }

  /** Number of captions whose first tag it is. */
  firstCount(norm: number): number {
    this.#tagSources.note(norm);
    return this.#counts.firstCount(norm);
  }

  /** Mean place of the tag among the distinct tags of the captions that hold it, from 0; 0 when none does. */
  meanPosition(norm: number): number {
    this.tracker.note(this.#anything);
    const captions = this.frequency(norm);
    return captions === 0 ? 0 : this.#counts.placeSum(norm) / captions;
  }

  /** The captions that hold a tag, in the order they were read. Costs what the list holds. */
  captionsWith(norm: number): readonly CaptionRecord[] {
    this.tracker.note(this.#anything);
    const found: CaptionRecord[] = [];
    for (const id of this.#captionIds(norm)) {
      const record = this.#records[id];
      if (record) found.push(record);
    }
    return found;
  }

  /** Numbers of the captions that hold a tag, ascending; valid until the next change. */
  captionIds(norm: number): Uint32Array {
    this.#tagSources.note(norm);
    return this.#captionIds(norm);
  }

  /** Texts that more than one caption trains, with those captions. */
  repeatedTexts(): Iterable<readonly CaptionRecord[]> {
    this.tracker.note(this.#anything);
    return this.#sameTexts.repeated();
  }

  /** Number of captions by token count. */
  get tokenHistogram(): ReadonlyMap<number, number> {
    this.tracker.note(this.#anything);
    return this.#writing.tokens;
  }

  /** Facts of the captions directly in one folder, or undefined when it has none. */
  subset(folder: string): SubsetFacts | undefined {
    this.tracker.note(this.#number);
    return this.#subsets.get(folder);
  }

  /** Facts per folder that holds captions. */
  get subsets(): Iterable<SubsetFacts> {
    this.tracker.note(this.#anything);
    return this.#subsets.values();
  }

  /** The caption of a number, undefined when it trains nothing. */
  recordOf(id: number): CaptionRecord | undefined {
    this.tracker.note(this.#anything);
    return this.#records[id];
  }

  /** The numbers that captions have, and those of captions that are gone. */
  numbers(): Iterable<number> {
    return this.#records.keys();
  }

  /** Every caption that trains text. */
  *records(): Iterable<CaptionRecord> {
    this.tracker.note(this.#anything);
    for (const record of this.#records) if (record) yield record;
  }

  /**
   * How many captions hold both tags, for every tag that ever stands beside `norm`. Built on first use from the captions
   * that hold it, kept by difference afterwards.
   */
  cooccurrence(norm: number): ReadonlyMap<number, number> {
    this.tracker.note(this.#anything);
    return this.#row(norm);
  }

  /** How many captions hold both tags; the row of `norm` is kept from then on. */
  together(norm: number, other: number): number {
    this.#tagSources.note(norm);
    this.#tagSources.note(other);
    return this.#row(norm).get(other) ?? 0;
  }

  /** Lists in steps which captions hold each tag, for those who ask for many. */
  listSteps(): Steps<void> {
    return this.#counts.listInSteps(this.#records);
  }

  /** Counts what {@link cooccurrence} counts in steps. */
  rowSteps(norm: number): Steps<void> {
    return this.#rows.make(norm, this.captionsWith(norm), () => this.tracker.revision);
  }

  #row(norm: number): ReadonlyMap<number, number> {
    return this.#rows.of(norm, () => this.tracker.untracked(() => this.captionsWith(norm)));
  }

  /** Every tag in use: number of its normal form and its document frequency. */
  *entries(): Iterable<[norm: number, frequency: number]> {
    this.tracker.note(this.#anything);
    for (let norm = 0; norm < this.#counts.size; norm++) {
      const count = this.#counts.frequency(norm);
      if (count > 0) yield [norm, count];
    }
  }

  #captionIds(norm: number): Uint32Array {
    return this.#counts.captions(norm, () => this.#records.filter((record) => record !== undefined));
  }

  #touchTags(...norms: readonly (number | undefined)[]): void {
    for (const norm of norms) if (norm !== undefined) this.#tagSources.touch(norm);
  }

  #changePosting(norm: number, id: number, by: 1 | -1): void {
    const count = this.#counts.change(norm, id, by);
    this.#tagSources.touch(norm);
    if (this.#frequency.size > 0) for (const listener of this.#frequency) listener(norm, count);
    if (count === (by === 1 ? 1 : 0)) for (const listener of this.#presence) listener(norm, by === 1);
  }
}
