import assert from 'node:assert/strict';
import { missingIn, numberOf, singular } from '../../server/src/tags/opposed/nouns.ts';
import { areOpposed, isKindOf, isThingWord, oppositesOf } from '../../server/src/tags/opposite-words.ts';

const clash = (one: string, other: string): boolean =>
  oppositesOf(one).some((a) => oppositesOf(other).some((b) => areOpposed(a, b)));

describe('tags/opposite-words', () => {
  it('knows opposites, and words that are like one of them', () => {
    for (const [one, other] of [
      ['wet', 'dry'],
      ['soggy', 'dry'],
      ['buttoned', 'unbuttoned'],
      ['bearded', 'clean-shaven'],
      ['spotless', 'filthy'],
      ['shiny', 'matte'],
      ['awake', 'asleep'],
    ] as const)
      assert.ok(clash(one, other) && clash(other, one), `${one} ${other}`);
  });
  it('is silent on the same side, on other pairs, and on two words that are only like opposites', () => {
    for (const [one, other] of [
      ['wet', 'soggy'],
      ['wet', 'cold'],
      ['muddy', 'dried'],
      ['glazed', 'full'],
      ['left', 'right'],
      ['upper', 'lower'],
      ['red', 'white'],
    ] as const)
      assert.ok(!clash(one, other), `${one} ${other}`);
  });
  it('knows kinds of things, and no kinds of what is none', () => {
    assert.ok(isKindOf('necklace', 'jewelry') && isKindOf('sneaker', 'footwear') && isKindOf('hat', 'hat'));
    assert.ok(!isKindOf('hat', 'footwear') && !isKindOf('jewelry', 'necklace') && !isThingWord('idea'));
  });
  it('answers one word as it answers many', () => {
    const words = 'wet dry matte glossy open shut lit unlit full empty'.split(' ');
    const before = words.map((word) => JSON.stringify(oppositesOf(word)));
    for (let at = 0; at < 200; at++) oppositesOf(`word${at}`);
    assert.deepEqual(
      words.map((word) => JSON.stringify(oppositesOf(word))),
      before,
    );
  });
});

describe('tags/opposed/nouns', () => {
  it('reads singulars, numbers and what is missing', () => {
    assert.deepEqual(['beetles', 'leaves', 'branches', 'glass', 'bus', 'cherries'].map(singular), [
      'beetle',
      'leaf',
      'branch',
      'glass',
      'bus',
      'cherry',
    ]);
    assert.deepEqual(['single', 'three', '12', '13', 'many'].map(numberOf), [1, 3, 12, 0, 0]);
    assert.deepEqual(['handleless', 'windowless', 'endless', 'wireless', 'bless'].map(missingIn), [
      'handle',
      'window',
      null,
      null,
      null,
    ]);
  });
});
