import assert from 'node:assert/strict';
import { claimsTwice } from '../../server/src/tags/claims/claims.ts';
import { opposedIn } from '../../server/src/tags/opposed/opposed.ts';
import { twoCounts } from '../../server/src/tags/tag-counts.ts';
import { wordsOf } from '../../server/src/tags/word.ts';

/** What sentences say twice of one, in the words of the caption; null where nothing. */
function twice(text: string): string | null {
  const found = claimsTwice(text, 'sentences', false);
  return found && `${text.slice(found.a.start, found.a.end)} / ${text.slice(found.b.start, found.b.end)}`.toLowerCase();
}

describe('what sentences that a trigger opens claim of one', () => {
  for (const [text, said] of [
    [
      'zorvexa woman with wet hair steps out of a lake, her hair dry and fluffy. Trees stand behind.',
      'wet hair / her hair dry',
    ],
    ['zorvexa woman steps out of a lake, her hair dry and fluffy. Trees stand behind.', null],
    ['zorvexa tractor covered in dust, freshly washed and spotless.', 'covered in dust / freshly washed'],
    ['zorvexa tractor covered in dust, tied to a trailer.', null],
    ['A badger asleep in a hollow log, watching with wide open eyes. Moss covers the bark.', 'asleep / open eyes'],
    ['A badger asleep in a hollow log. A fox stares with wide open eyes.', null],
    ['The hatch is open and firmly shut.', 'the hatch is open / shut'],
    ['The hatch is open and brightly painted.', null],
    ['The hatches are open and shut.', null],
    ['Her hair is loose and tied back in a ponytail.', 'hair is loose / tied back in a ponytail'],
    ['Her hair is loose and she sits in a chair with a ribbon tied back.', null],
    ['zorvexa man holds a kettle with both hands, his hands in his pockets.', 'with both hands / hands in his pockets'],
    ['zorvexa man waits with both hands in his pockets.', null],
    ['zorvexa man looks up, his eyes fixed on the ground.', 'looks up / eyes fixed on the ground'],
    [
      'A horse stands on its hind legs, all four hooves on the ground.',
      'on its hind legs / all four hooves on the ground',
    ],
  ] as const)
    it(`${said === null ? 'leaves' : 'tells'} ${text}`, () => assert.equal(twice(text), said));
});

describe('what there is none of', () => {
  const sentence = { isForm: false, isSentence: true, isProse: true, words: [] } as const;
  for (const text of [
    'There are no trucks near the mill; a blue truck is parked by the wall.',
    'No ships can be seen. A ship lies at the quay.',
    'There is no lid on this jar. A hand lifts its lid.',
  ])
    it(`is told where it is there: ${text}`, () => assert.equal(opposedIn(text, sentence).length, 1));
  for (const text of [
    'There are no trucks in the yard. A truck waits outside the gate.',
    'No ships can be seen. A painting shows a ship.',
    'There is no lid on this jar. A hand lifts the lid of a box.',
  ])
    it(`is silent on ${text}`, () => assert.deepEqual(opposedIn(text, sentence), []));
});

describe('somebody beside "no humans"', () => {
  for (const tags of ['3women', 'two men', 'woman holding basket', 'tourists taking photos', 'crowd, man'])
    it(`is told: ${tags}`, () => assert.notEqual(twoCounts(wordsOf(['no humans', ...tags.split(', ')])), null));
  for (const tags of ['knight statue', 'man-made lake', 'two cats', 'pirate ship', 'queen', "woman's coat"])
    it(`is not ${tags}`, () => assert.equal(twoCounts(wordsOf(['no humans', ...tags.split(', ')])), null));
});
