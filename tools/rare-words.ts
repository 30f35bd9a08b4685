// Writes server/src/tags/data/rare.generated.ts: which words a large list of English has beyond the dictionaries, as one filter.
// They come from the npm package word-list (274,000 words of word games; MIT). Only those are kept that could be taken for a slip.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import wordListPath from 'word-list';
import { packedEnglish } from '../server/src/tags/data/english.generated.ts';
import { unpackWords } from '../server/src/tags/packed-words.ts';
import { filterOf, longestRare, shortestRare } from '../server/src/tags/rare-words.ts';
import { soundAlike } from '../server/src/tags/sound-alike.ts';
import { vocabularyWords } from '../server/src/tags/vocabulary.ts';

const known = new Set([...unpackWords(packedEnglish().split(' ')[0] ?? ''), ...vocabularyWords()]);
const letters = [...'abcdefghijklmnopqrstuvwxyz'];

/** Whether one letter, two that change places or its sound make a word one that is known. */
function isNearKnown(word: string): boolean {
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    const others = letters.flatMap((letter) => [head + letter + tail, head + letter + tail.slice(1)]);
    if (
      [...others, head + tail.slice(1), head + (tail[1] ?? '') + tail.slice(0, 1) + tail.slice(2)].some((other) =>
        known.has(other),
      )
    )
      return true;
  }
  return [...soundAlike(word)].some((other) => known.has(other));
}

const rare = readFileSync(wordListPath, 'utf8')
  .split('\n')
  .filter(
    (word) =>
      /^[a-z]+$/.test(word) &&
      word.length >= shortestRare &&
      word.length <= longestRare &&
      !known.has(word) &&
      isNearKnown(word),
  );

const out = path.join(path.dirname(fileURLToPath(import.meta.url)), '../server/src/tags/data/rare.generated.ts');
const source = [
  '// Written by tools/rare-words.ts. Do not edit.',
  '// Words that dictionaries of general English lack and that look like slips of theirs, from the npm package word-list (MIT),',
  '// as a filter that rare-words.ts describes.',
  '// The built programs have the text in a file beside them and read it on first use (tools/build/plugins.mjs).',
  `export const packedRare = (): string => '${filterOf(rare)}';`,
  '',
].join('\n');
writeFileSync(out, source);
console.log(`${rare.length} words, ${source.length} characters`);
