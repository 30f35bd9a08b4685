import type { Attribute } from '../tags/attributes.ts';
import type { DatasetIndex } from './index.ts';
import { question } from './question.ts';

/** Captions that must say something about an attribute before they can disagree. */
export const fewestLooks = 5;
/** Share of them from which one value is what the concept looks like. */
export const majorityOfLooks = 0.75;

/** Captions of a folder by what they say of an attribute. */
export function valuesOf(index: DatasetIndex, attribute: Attribute, folder: string): Map<string, number> {
  const counts = new Map<string, number>();
  const subset = index.facts.subset(folder);
  for (const entry of index.attributes.of(attribute)) {
    const captions = subset?.frequency(entry.norm) ?? 0;
    if (captions > 0) counts.set(entry.value, (counts.get(entry.value) ?? 0) + captions);
  }
  return counts;
}

/** Whether hair differs from caption to caption: a pose or an outfit that many have, whose clothes are what is trained. */
export const hasManyLooks = question((index, folder: string): boolean => {
  const counts = valuesOf(index, 'hair colour', folder);
  const said = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return said >= fewestLooks && Math.max(...counts.values()) < said * majorityOfLooks;
});
