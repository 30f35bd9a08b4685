import { flat } from '../ground/flat.ts';
import { Word } from '../tags/word.ts';
import { type NumberedWords, WordNumbers } from '../tags/word-numbers.ts';
import { SurfaceTable } from './surface-table.ts';
import { PassingSources, Tracker } from './tracking.ts';

/** Numbers that were given back: who keeps something by number forgets it. */
export interface Released {
  readonly surfaces: readonly number[];
  readonly norms: readonly number[];
}

/** Whether a number is still held by somebody. */
export interface InUse {
  readonly surface: (id: number) => boolean;
  readonly norm: (id: number) => boolean;
}

/** New surfaces after which it is worth looking for those that nobody holds. */
const fewestNew = 256;

/** Stands in the place of a surface that was given back. */
const none = new Word('');

/**
 * Numbers for the tags of a folder. A *surface* is a tag as typed; a *norm* is its normal form, shared by all its
 * surfaces. Numbers are dense, start at 0 and stay the same as long as a caption holds the tag; those that no caption has held for
 * a while are given to new tags.
 */
export class Vocabulary implements NumberedWords {
  readonly #surfaceIds = new SurfaceTable();
  readonly #normIds = new Map<string, number>();
  readonly #words: Word[] = [];
  readonly #numbers = new Map<(word: Word) => number, WordNumbers>();
  readonly #norms: string[] = [];
  readonly #normOfSurface: number[] = [];
  readonly #surfacesOfNorm: number[][] = [];
  readonly #freeSurfaces: number[] = [];
  readonly #freeNorms: number[] = [];
  /** Numbers that nobody held at the last look: they go when nobody holds them at the next one either. */
  #idleSurfaces: ReadonlySet<number> = new Set();
  #idleNorms: ReadonlySet<number> = new Set();
  #newSurfaces = 0;
  /** How many somebody held at the last look. */
  #heldSurfaces = 0;
  readonly #releases = new Set<(released: Released) => void>();
  readonly #reuses = new Set<(norm: number) => void>();

  /** Names that were asked for and are not there. */
  readonly #missing: PassingSources<string>;

  constructor(tracker = new Tracker()) {
    this.#missing = new PassingSources(tracker);
  }

  /** Number of a tag as typed, of the tag that stands between two UTF-16 offsets of a text; given out on first sight. */
  intern(text: string, start = 0, end = text.length): number {
    return this.#surfaceIds.find(text, start, end) ?? this.#add(text.slice(start, end));
  }

  #add(surface: string): number {
    const word = new Word(flat(surface));
    const norm = this.internNorm(word.norm);
    const id = this.#freeSurfaces.pop() ?? this.#words.length;
    this.#surfaceIds.add(word.written, id);
    this.#words[id] = word;
    this.#normOfSurface[id] = norm;
    // Nearly always the only one: a list that is pushed to makes room for sixteen more.
    this.#surfacesOfNorm[norm] = [...this.#surfacesOfNorm[norm], id];
    this.#newSurfaces++;
    return id;
  }

  internNorm(norm: string): number {
    let id = this.#normIds.get(norm);
    if (id === undefined) {
      const free = this.#freeNorms.pop();
      id = free ?? this.#norms.length;
      this.#normIds.set(norm, id);
      this.#missing.touch(norm);
      this.#norms[id] = norm;
      this.#surfacesOfNorm[id] = [];
      if (free !== undefined) for (const listener of this.#reuses) listener(free);
    }
    return id;
  }

  /** Number of a normal form, or undefined when no caption held it lately. */
  normId(norm: string): number | undefined {
    const id = this.#normIds.get(norm);
    if (id === undefined) this.#missing.note(norm);
    return id;
  }

  surfaceId(surface: string): number | undefined {
    return this.#surfaceIds.find(surface);
  }

  surface(id: number): string {
    return this.#words[id].written;
  }

  /** A surface with what is known of it. */
  word(id: number): Word {
    return this.#words[id];
  }

  /** What a question says of each surface; the same object for the same question. */
  numbers(answer: (word: Word) => number): WordNumbers {
    let found = this.#numbers.get(answer);
    if (!found) {
      found = new WordNumbers((id) => this.#words[id], answer);
      this.#numbers.set(answer, found);
    }
    return found;
  }

  /** The words of many surfaces. */
  words(ids: Uint32Array): Word[] {
    const words: Word[] = [];
    for (let at = 0; at < ids.length; at++) words.push(this.#words[ids[at]]);
    return words;
  }

  norm(id: number): string {
    return this.#norms[id];
  }

  /** A word of a normal form, by the form's number; undefined when no tag has it any more. */
  wordWith(normId: number): Word | undefined {
    const [surface] = this.surfacesOf(normId);
    return surface === undefined ? undefined : this.#words[surface];
  }

  normOf(surfaceId: number): number {
    return this.#normOfSurface[surfaceId];
  }

  surfacesOf(normId: number): readonly number[] {
    return this.#surfacesOfNorm[normId] ?? [];
  }

  /** One more than the largest number of a normal form. */
  get normCount(): number {
    return this.#norms.length;
  }

  /** How many surfaces have a number. */
  get surfaceCount(): number {
    return this.#surfaceIds.size;
  }

  /** Whether so many surfaces are new that a look for unused ones costs little beside them. */
  get isFull(): boolean {
    return this.#newSurfaces > Math.max(fewestNew, this.#heldSurfaces / 2);
  }

  /** Calls back when numbers are given back, until the returned function is called. */
  onRelease(listener: (released: Released) => void): () => void {
    this.#releases.add(listener);
    return () => this.#releases.delete(listener);
  }

  /**
   * Gives back the numbers that nobody holds now and nobody held at the look before. Twice, because records are also made for a
   * moment, to see what a caption would be with another text.
   */
  release(inUse: InUse): void {
    this.#newSurfaces = 0;
    const surfaces: number[] = [];
    const idleSurfaces = new Set<number>();
    for (const id of this.#surfaceIds.ids()) {
      if (inUse.surface(id)) continue;
      if (this.#idleSurfaces.has(id)) surfaces.push(id);
      else idleSurfaces.add(id);
    }
    const left = new Set(surfaces.map((id) => this.#normOfSurface[id]));
    for (const id of surfaces) this.#dropSurface(id);
    const norms: number[] = [];
    const idleNorms = new Set<number>();
    for (const id of this.#normIds.values()) {
      if (this.#surfacesOfNorm[id].length > 0 || inUse.norm(id)) continue;
      if (left.has(id) || this.#idleNorms.has(id)) norms.push(id);
      else idleNorms.add(id);
    }
    for (const id of norms) this.#dropNorm(id);
    this.#idleSurfaces = idleSurfaces;
    this.#heldSurfaces = this.#surfaceIds.size - idleSurfaces.size;
    this.#idleNorms = idleNorms;
    if (surfaces.length + norms.length === 0) return;
    for (const numbers of this.#numbers.values()) numbers.forget(surfaces);
    for (const listener of this.#releases) listener({ surfaces, norms });
  }

  /** Calls back when a number that was given back stands for another normal form, until the returned function is called. */
  onReuse(listener: (norm: number) => void): () => void {
    this.#reuses.add(listener);
    return () => this.#reuses.delete(listener);
  }

  #dropSurface(id: number): void {
    const norm = this.#normOfSurface[id];
    this.#surfaceIds.delete(id);
    this.#words[id] = none;
    this.#surfacesOfNorm[norm] = this.#surfacesOfNorm[norm].filter((other) => other !== id);
    this.#freeSurfaces.push(id);
  }

  #dropNorm(id: number): void {
    this.#normIds.delete(this.#norms[id]);
    this.#norms[id] = '';
    this.#freeNorms.push(id);
  }
}
