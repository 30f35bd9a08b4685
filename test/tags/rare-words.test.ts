import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import wordListPath from 'word-list';
import { isEnglish } from '../../server/src/tags/english.ts';
import { misspeltAs } from '../../server/src/tags/misspelt.ts';
import { isRareWord, longestRare, shortestRare } from '../../server/src/tags/rare-words.ts';

describe('words that general dictionaries lack', () => {
  const list = readFileSync(wordListPath, 'utf8').split('\n');

  it('are no slips of others', () => {
    // A few of them: all take minutes.
    const some = list.filter((word, at) => at % 100 === 0 && word.length >= 6 && word.length <= longestRare);
    const taken = some.filter((word) => !isEnglish(word) && misspeltAs(word).length > 0);
    assert.ok(some.length > 2000 && taken.length < some.length / 500, taken.join(' '));
  });

  it('are taken for known in few cases where they are none', () => {
    const all = new Set(list);
    const turned = list
      .filter((word) => word.length >= 6 && word.length <= longestRare)
      .map((word) => [...word].reverse().join(''))
      .filter((word) => !all.has(word));
    const taken = turned.filter(isRareWord).length;
    assert.ok(turned.length > 100_000 && taken < turned.length * 0.005, `${taken} of ${turned.length}`);
  });

  for (const word of ['lomg', 'colalr', 'stonewere', 'embroidary', 'locomotove', 'lemmon', 'plumge'])
    it(`are not ${word}`, () => assert.equal(isRareWord(word), false));
  for (const word of ['', 'aa', "o'er", 'über', 'a'.repeat(shortestRare - 1), 'b'.repeat(longestRare + 1)])
    it(`are none that the filter does not hold: ${word}`, () => assert.equal(isRareWord(word), false));
});
