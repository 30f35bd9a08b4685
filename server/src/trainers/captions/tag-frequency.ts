import type { Steps } from '../../ground/steps.ts';
import { pythonStrip } from '../python/python-text.ts';

export type TagFrequency = Record<string, Record<string, number>>;

/**
 * Counts the tags of one folder for the model's metadata (sd-scripts library/train_util.py, set_tag_frequency): split at commas
 * whatever `caption_separator` says, once per caption and occurrence, repeats not counted.
 */
export function* countTags(frequency: TagFrequency, folder: string, captions: readonly string[]): Steps<void> {
  const counts = new Map(Object.entries(frequency[folder] ?? {}));
  for (const caption of captions) {
    yield;
    for (const part of caption.split(',')) {
      const tag = pythonStrip(part).toLowerCase();
      if (tag !== '') counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
  }
  setOwn(frequency, folder, fromEntries(counts));
}

/** Assignment that is safe for keys such as `__proto__`: tags and folders can have any name. */
function setOwn<T>(target: Record<string, T>, key: string, value: T): void {
  Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
}

function fromEntries(counts: ReadonlyMap<string, number>): Record<string, number> {
  const record: Record<string, number> = {};
  for (const [tag, count] of counts) setOwn(record, tag, count);
  return record;
}
