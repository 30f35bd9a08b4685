import { areNear, areNearTags, nearNamed } from '../../tags/one-thing.ts';
import type { FolderContext } from '../context.ts';
import type { NamePair } from './name-pair.ts';

/** Captions with one of two near words, and share of all, and captions with the other and times that it stands less, from which it is asked about. */
const fewestOfNear = 5;
const shareOfNear = 0.6;
const mostOfOther = 2;
const timesLess = 5;

/** Two words that may be two things, where one is what the folder is of: "mug" in most captions, "cup" in one of the others. */
export function* nearNames({ facts }: FolderContext): Iterable<NamePair> {
  const holders = new Map<string, Set<string>>();
  const written = new Map<string, string>();
  let captions = 0;
  for (const { file, trained, language } of facts.records()) {
    if (language !== null && language !== 'English') continue;
    captions++;
    for (const { word, written: own } of nearNamed(trained.toLowerCase())) {
      holders.set(word, (holders.get(word) ?? new Set()).add(file));
      if (!written.has(word)) written.set(word, own);
    }
  }
  const usual = [...holders].filter(([, { size }]) => size >= Math.max(fewestOfNear, captions * shareOfNear));
  for (const [word, often] of usual)
    for (const [other, seldom] of holders) {
      if (seldom.size > mostOfOther || seldom.size * timesLess > often.size || !areNear(word, other)) continue;
      if (
        [...seldom].some(
          (file) =>
            often.has(file) ||
            usual.some(([third, files]) => third !== word && areNear(third, other) && files.has(file)),
        )
      )
        continue;
      yield { usual: written.get(word)!, other: written.get(other)!, often, seldom };
    }
}

/** The same of two tags for one thing: "red scarf" in most captions, "crimson scarf" in one of the others. */
export function* nearTags({ facts }: FolderContext): Iterable<NamePair> {
  const holders = new Map<number, Set<string>>();
  let captions = 0;
  for (const { file, norms } of facts.records()) {
    captions++;
    for (const id of norms) holders.set(id, (holders.get(id) ?? new Set()).add(file));
  }
  const all = [...holders].map(([id, files]) => ({ norm: facts.vocabulary.norm(id), files }));
  const usual = all.filter(
    ({ norm, files }) => norm.includes(' ') && files.size >= Math.max(fewestOfNear, captions * shareOfNear),
  );
  for (const { norm, files } of usual)
    for (const other of all) {
      if (other.files.size > mostOfOther || other.files.size * timesLess > files.size) continue;
      if (!areNearTags(norm, other.norm) || [...other.files].some((file) => files.has(file))) continue;
      yield { usual: norm, other: other.norm, often: files, seldom: other.files };
    }
}
