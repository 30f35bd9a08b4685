import assert from 'node:assert/strict';
import { articleMeant } from '../../server/src/tags/articles.ts';
import { finds, passes, said } from '../support/odd-caption.ts';

describe('a and an', () => {
  for (const [before, article, next, meant] of [
    ['in', 'a', 'emerald', 'an'],
    ['', 'a', 'umbrella', 'an'],
    ['of', 'a', 'old-fashioned', 'an'],
    ['of', 'an', 'drained', 'a'],
    ['on', 'an', 'wooden', 'a'],
    ['eats', 'an', 'herring', 'a'],
    ['rides', 'an', 'horse', 'a'],
  ])
    it(`${article} ${next} is ${meant} ${next}`, () => assert.equal(articleMeant(before, article, next), meant));
  for (const [before, article, next] of [
    ['in', 'an', 'emerald'],
    ['in', 'a', 'drained'],
    ['wearing', 'a', 'uniform'],
    ['playing', 'a', 'ukulele'],
    ['with', 'a', 'unique'],
    ['in', 'a', 'one-piece'],
    ['with', 'a', 'european'],
    ['with', 'a', 'eucalyptus'],
    ['for', 'an', 'hour'],
    ['with', 'an', 'heirloom'],
    ['beside', 'an', 'historic'],
    ['in', 'an', 'hotel'],
    ['on', 'an', 'h-shaped'],
    ['under', 'an', 'led'],
    ['holding', 'an', 'x-ray'],
    ['on', 'a', 'ohwxvel'],
    ['vitamin', 'a', 'orange'],
    ['letter', 'a', 'above'],
  ])
    it(`${before} ${article} ${next} stays`, () => assert.equal(articleMeant(before, article, next), null));
  it('are told in sentences, with the capital of the first word kept', async () => {
    const prose = (scene: string): string => `A photo of a zorvexa bottle beside a ${scene} on a wooden shelf.`;
    await finds('misspelt-word', prose, 'A photo of a zorvexa bottle in the middle of an drained pool.');
    const { odd } = await said('misspelt-word', prose, 'A open window behind a zorvexa bottle on a wooden shelf.');
    assert.equal(odd[0].fixes?.[0].edits[0].edits[0].newText, 'An');
    for (const right of [
      'an open window',
      'a used bottle',
      'a sign that reads "a apple"',
      'vitamin A oil',
      'a Ikea shelf',
    ])
      await passes('misspelt-word', prose, `A photo of a zorvexa bottle beside ${right} on a wooden shelf.`);
  });
});
