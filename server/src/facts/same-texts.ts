import type { CaptionRecord } from './record.ts';

/** Captions by their trained text. A text that one caption has, the usual case, costs no set. */
export class SameTexts {
  readonly #captions = new Map<string, CaptionRecord | Set<CaptionRecord>>();

  add(record: CaptionRecord): void {
    const found = this.#captions.get(record.trained);
    if (found === undefined) this.#captions.set(record.trained, record);
    else if (found instanceof Set) found.add(record);
    else this.#captions.set(record.trained, new Set([found, record]));
  }

  remove(record: CaptionRecord): void {
    const found = this.#captions.get(record.trained);
    if (found instanceof Set) {
      found.delete(record);
      if (found.size === 0) this.#captions.delete(record.trained);
    } else if (found === record) this.#captions.delete(record.trained);
  }

  /** The captions of each text that several have. */
  *repeated(): Iterable<readonly CaptionRecord[]> {
    for (const records of this.#captions.values()) if (records instanceof Set && records.size > 1) yield [...records];
  }
}
