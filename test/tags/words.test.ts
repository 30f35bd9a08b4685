import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FIELD_WORDS } from '../../server/src/tags/data/field-words.ts';
import { listOf } from '../../server/src/tags/data/list.ts';
import { RARE_WORDS } from '../../server/src/tags/data/rare-words.ts';
import { isEnglish } from '../../server/src/tags/english.ts';
import { normalTag } from '../../server/src/tags/normal.ts';
import { mayRepeat, placeOfKey } from '../../server/src/tags/repeats.ts';
import { canonicalTag, synonymKey } from '../../server/src/tags/synonyms.ts';
import { wordsIn } from '../../server/src/tags/text-words.ts';
import { triggerUses } from '../../server/src/tags/trigger-uses.ts';
import { isCoinedWord } from '../../server/src/tags/trigger-words.ts';
import { trait, Word, wordsOf } from '../../server/src/tags/word.ts';

const tag = fc.constantFrom(
  'long hair',
  'Long_Hair',
  'longhair',
  'gray sky',
  'grey sky',
  'ohwx',
  'smile',
  '(smile:1.2)',
);

describe('words', () => {
  it('know their normal and canonical form', () => {
    fc.assert(
      fc.property(fc.oneof(tag, fc.string()), (written) => {
        const [word] = wordsOf([written]);
        assert.deepEqual(
          [word?.written, word?.norm, word?.canonical],
          [written, normalTag(written), canonicalTag(normalTag(written))],
        );
      }),
    );
  });

  it('are asked once', () => {
    let asked = 0;
    const first = trait(({ norm }) => {
      asked++;
      return norm[0] ?? null;
    });
    const [a, b] = [new Word('A b'), new Word('')];
    assert.deepEqual([first(a), first(a), first(b), first(b), asked], ['a', 'a', null, null, 2]);
  });

  it('pass as they are', () => {
    const words = [new Word('a'), new Word('b')];
    assert.equal(wordsOf(words), words);
  });
});

describe('repeats', () => {
  it('are never missed', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(tag, fc.string()), { maxLength: 40 }), (tags) => {
        const keys = tags.map((written) => synonymKey(normalTag(written)));
        if (new Set(keys).size < keys.length) assert.ok(mayRepeat(wordsOf(tags).map(placeOfKey)));
      }),
    );
  });

  it('are seldom suspected', () => {
    let suspected = 0;
    for (let round = 0; round < 500; round++) {
      const tags = wordsOf(Array.from({ length: 30 }, (_, at) => `tag ${round * 30 + at}`));
      if (mayRepeat(tags.map(placeOfKey))) suspected++;
    }
    assert.ok(suspected < 50, `${suspected}`);
  });
});

describe('words that could be a trigger', () => {
  it('are the same beside tags that could not', () => {
    const piece = fc.constantFrom(
      'ohwx',
      'a photo of Anna Smith',
      'blue-bowl',
      'zxc4 woman',
      'standing. Luna Star',
      'Fox',
    );
    const dull = fc.constantFrom('long hair', '1girl', 'red dress; hat', 'smile', '');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), fc.array(dull), (pieces, fill) => {
        const words = (parts: readonly string[]): string[] =>
          triggerUses(['masterpiece', 'outdoors', ...parts].join(', ')).map(({ word }) => word);
        const mixed = pieces.flatMap((text, at) => [text, ...(fill[at] === undefined ? [] : [fill[at]])]);
        assert.deepEqual(words(mixed), words(pieces));
      }),
    );
  });

  it('know their piece although plain ones before it are passed over', () => {
    const [second] = triggerUses('outdoors, ohwx woman, smile');
    assert.deepEqual([second?.word, second?.second, second?.classWord], ['ohwx', true, 'woman']);
    const [third] = triggerUses('outdoors; red dress, ohwx');
    assert.deepEqual([third?.word, third?.second, third?.last], ['ohwx', false, true]);
  });

  it('are told in the same way beside letters beyond ASCII', () => {
    const unit = fc.constantFrom(..."aZs09_'-[]<>{}* ,.");
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (text) => {
        assert.deepEqual(wordsIn(`${text}, é`).slice(0, -1), wordsIn(text));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('words of pictures', () => {
  // A trigger is a made-up word: these are none, though no dictionary of general English has them.
  for (const [kind, words] of Object.entries({
    styles: 'bauhaus jugendstil vorticism synthwave claymorphism kirigami',
    breeds: 'samoyed vizsla saluki ragdoll labradoodle',
    makes: 'lambretta rolleiflex peugeot plexiglas',
    games: 'kobold tiefling vtuber isekai',
    food: 'gelato bulgogi halloumi',
  }))
    it(`are no made-up ones: ${kind}`, () => assert.deepEqual(words.split(' ').filter(isCoinedWord), []));
  it('are found one by one as in the list of all', () => {
    const all = [FIELD_WORDS, RARE_WORDS].flatMap(listOf);
    assert.deepEqual(
      [...all].reverse().filter((word) => !isEnglish(word)),
      [],
    );
  });
  it('leave words that are made up alone', () =>
    assert.deepEqual(['ohwx', 'zqxmira', 'samoyedx', 'bauhzaus'].filter(isCoinedWord).length, 4));
});
