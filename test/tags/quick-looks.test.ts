// Looks at the tags of a caption that may say "no" at once: what they say no to would never be looked for.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moreBit } from '../../server/src/tags/claims/first-words.ts';
import { axisBits, book, mayBeTwice, quickBits } from '../../server/src/tags/claims/values.ts';
import { exclusivePairs } from '../../server/src/tags/exclusive.ts';
import { groupsOfWord, mayBeAtOdds, mayHoldContradictions } from '../../server/src/tags/exclusive-groups.ts';
import { numberOfThing, twoOfOneThing } from '../../server/src/tags/garments.ts';
import { impliedTags, mayHoldRedundant, placesOfTag } from '../../server/src/tags/redundant.ts';
import { countOfSubjects, subjectBits, subjectCount } from '../../server/src/tags/subjects.ts';
import { vocabulary } from '../../server/src/tags/vocabulary.ts';
import { Word, wordsOf } from '../../server/src/tags/word.ts';
import { WordNumbers } from '../../server/src/tags/word-numbers.ts';

const mayClash = (...tags: string[]): boolean => mayHoldContradictions(wordsOf(tags));

/** Tags as the tables of phrases have them whole, by their axes. */
const wholeTags = (): ReadonlyMap<number, readonly string[]> => {
  const found = new Map<number, string[]>();
  for (const written of [...book().values()].flat())
    if (/^=[a-z ]+$/.test(written.text))
      found.set(written.axis.number, [...(found.get(written.axis.number) ?? []), written.text.slice(1)]);
  return found;
};

describe('the words that phrases begin with', () => {
  it('tell every axis that a tag says something of', () => {
    const tags = [...vocabulary().all.keys(), ...[...wholeTags().values()].flat(), "the dog's tail", 'arms-raised'];
    const missed = tags.filter((tag) => {
      const word = new Word(tag);
      return (axisBits(word) & ~quickBits(word) & ~moreBit) !== 0;
    });
    assert.deepEqual(missed, []);
  });
  it('let tags through that give one axis two values, and few others', () => {
    const ask = (...tags: string[]): boolean => {
      const words = wordsOf(tags);
      return mayBeTwice(words, (question) => words.map(question));
    };
    for (const pair of ['snow on ground, summer', 'night, noon', 'rough sea, calm sea', 'standing sitting, hat'])
      assert.ok(ask('ohwx', ...pair.split(', ')), pair);
    for (const tags of ['ohwx, 1girl, solo, long hair, outdoors', 'night, starry sky', 'calm sea, still water'])
      assert.ok(!ask(...tags.split(', ')), tags);
  });
});

describe('quick looks at tags', () => {
  it('let every exclusive pair through, whatever stands between', () => {
    const missed = [...exclusivePairs().all].flatMap(([a, partners]) =>
      [...partners.keys()].filter((b) => !mayClash(a, 'ohwx', b)).map((b) => `${a} | ${b}`),
    );
    assert.deepEqual(missed, []);
  });

  it('let through what is at odds without being a pair', () => {
    assert.ok(mayClash('solo', '1girl', '1boy'));
    assert.ok(mayClash('rating: general', 'rating: explicit'));
    assert.ok(mayClash('lid open', 'smile', 'lid closed'));
    assert.ok(mayClash('red dress', 'smile', 'green dress'));
    assert.ok(mayClash('long purple hair', 'short hair'));
    assert.ok(mayClash('no humans', '1girl'));
    assert.ok(mayClash('barefoot', 'white socks'));
  });

  it('pass over what most captions are', () => {
    assert.ok(
      !mayClash('ohwx', '1girl', 'solo', 'long hair', 'blue eyes', 'red dress', 'white hat', 'outdoors', 'smile'),
    );
    assert.ok(!mayClash('1girl', 'red dress', 'crimson skirt'));
    assert.ok(!mayClash('white shirt', 'sweater', 'boots', 'lid open', 'male focus'));
    assert.ok(!mayClash('red dress', 'red dresser'));
  });

  it('answer alike whether each tag is asked again or its number is known', () => {
    const tags = [
      '1girl',
      'solo',
      'red skirt',
      'skirt',
      'blue hair',
      'pink hair',
      '2girls',
      'woman',
      'no humans',
      'ohwx',
    ];
    fc.assert(
      fc.property(fc.subarray(tags), (some) => {
        const words = wordsOf(some);
        const [groups, things, places] = [words.map(groupsOfWord), words.map(numberOfThing), words.map(placesOfTag)];
        const mayClashBy =
          mayBeAtOdds(Int32Array.from(groups)) || twoOfOneThing(words, Int32Array.from(things)) !== null;
        assert.equal(mayClashBy, mayHoldContradictions(words));
        assert.equal(mayHoldRedundant(words, Int32Array.from(places)), mayHoldRedundant(words));
        assert.equal(countOfSubjects(Int32Array.from(words.map(subjectBits))), subjectCount(some));
      }),
    );
  });

  it('let through every tag beside one that it says', () => {
    const missed = [...vocabulary().all.keys(), 'white pleated skirt'].flatMap((tag) =>
      impliedTags(new Word(tag).canonical)
        .filter((general) => !mayHoldRedundant(wordsOf([general, 'ohwx', tag])))
        .map((general) => `${general} < ${tag}`),
    );
    assert.deepEqual(missed, []);
    assert.ok(!mayHoldRedundant(wordsOf(['ohwx', 'white skirt', 'smile'])));
  });
});

describe('numbers of tags', () => {
  it('are asked for once, and again when a number stands for another tag', () => {
    const words = ['a', 'bb', 'ccc'].map((text) => new Word(text));
    let asked = 0;
    const lengths = new WordNumbers(
      (id) => words[id],
      ({ written }) => {
        asked++;
        return written.length;
      },
    );
    assert.deepEqual(
      [2, 0, 2, 1].map((id) => lengths.of(id)),
      [3, 1, 3, 2],
    );
    assert.equal(asked, 3);
    words[1] = new Word('dddd');
    lengths.forget([1, 9999]);
    assert.deepEqual([lengths.of(1), lengths.of(0)], [4, 1]);
    assert.equal(asked, 4);
  });

  it('are kept for any number of tags', () => {
    const lengths = new WordNumbers(
      (id) => new Word(String(id)),
      ({ written }) => written.length,
    );
    for (const id of [100_000, 5, 255, 256, 100_000]) assert.equal(lengths.of(id), String(id).length);
  });
});
