import { holdsTrigger } from '../tags/trigger-words.ts';
import { Word } from '../tags/word.ts';
import { Sources, Tracker } from './tracking.ts';

/**
 * Numbers for the tags of a folder. A *surface* is a tag as typed; a *norm* is its normal form, shared by all its
 * surfaces. Numbers are dense, start at 0 and never change while the folder is open.
 */
export class Vocabulary {
  readonly #surfaceIds = new Map<string, number>();
  readonly #normIds = new Map<string, number>();
  readonly #words: Word[] = [];
  readonly #norms: string[] = [];
  readonly #normOfSurface: number[] = [];
  readonly #surfacesOfNorm: number[][] = [];
  readonly #holders = new Map<string, { seen: number; norms: number[] }>();

  /** Names that were asked for and are not there. */
  readonly #missing: Sources<string>;

  constructor(tracker = new Tracker()) {
    this.#missing = new Sources(tracker);
  }

  /** Number of a tag as typed; given out on first sight. */
  intern(surface: string): number {
    const known = this.#surfaceIds.get(surface);
    if (known !== undefined) return known;
    const id = this.#words.length;
    const word = new Word(surface);
    const norm = this.internNorm(word.norm);
    this.#surfaceIds.set(surface, id);
    this.#words.push(word);
    this.#normOfSurface.push(norm);
    this.#surfacesOfNorm[norm].push(id);
    return id;
  }

  internNorm(norm: string): number {
    let id = this.#normIds.get(norm);
    if (id === undefined) {
      id = this.#norms.length;
      this.#normIds.set(norm, id);
      this.#missing.touch(norm);
      this.#norms.push(norm);
      this.#surfacesOfNorm.push([]);
    }
    return id;
  }

  /** Number of a normal form, or undefined when no caption ever held it. */
  normId(norm: string): number | undefined {
    const id = this.#normIds.get(norm);
    if (id === undefined) this.#missing.note(norm);
    return id;
  }

  surfaceId(surface: string): number | undefined {
    return this.#surfaceIds.get(surface);
  }

  surface(id: number): string {
    return this.#words[id].written;
  }

  /** A surface with what is known of it. */
  word(id: number): Word {
    return this.#words[id];
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

  normOf(surfaceId: number): number {
    return this.#normOfSurface[surfaceId];
  }

  surfacesOf(normId: number): readonly number[] {
    return this.#surfacesOfNorm[normId] ?? [];
  }

  /**
   * The normal forms that are a trigger or hold it as whole words, used or not. Each form is looked at once per trigger.
   * @param trigger in normal form
   */
  normsHolding(trigger: string): readonly number[] {
    let found = this.#holders.get(trigger);
    if (!found) {
      found = { seen: 0, norms: [] };
      this.#holders.set(trigger, found);
    }
    for (; found.seen < this.#norms.length; found.seen++)
      if (holdsTrigger(this.#norms[found.seen], trigger)) found.norms.push(found.seen);
    return found.norms;
  }

  /** How many normal forms there are, those no longer used included. */
  get normCount(): number {
    return this.#norms.length;
  }
}
