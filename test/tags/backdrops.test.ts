import assert from 'node:assert/strict';
import { backdropsIn } from '../../server/src/tags/backdrops.ts';

describe('plain backdrops of a text', () => {
  const colourOf = (text: string): readonly string[] => backdropsIn(text).map(({ colour }) => colour);
  it('have one colour, or none that is said', () => {
    for (const text of [
      'a teapot on a white seamless studio background.',
      'standing in front of a plain white backdrop',
      'against an off-white paper backdrop, smiling',
      'ohwx, white_background, smile',
      'White backdrop, ohwx',
    ])
      assert.deepEqual(colourOf(text), ['white'], text);
    assert.deepEqual(colourOf('on a gray background'), ['grey']);
    for (const text of ['a plain background', 'in front of a backdrop', 'simple background, ohwx', 'a studio backdrop'])
      assert.deepEqual(colourOf(text), [''], text);
  });
  it('show nothing', () => {
    for (const text of [
      'a forest background',
      'a backdrop of trees',
      'a white backdrop of snow',
      'trees in the background',
      'a mountain backdrop',
      'blue sky background',
      'black and white background',
      'red white background',
      'blurry background',
      'a studio',
    ])
      assert.deepEqual(colourOf(text), [], text);
  });
  it('are named as written', () =>
    assert.deepEqual(
      backdropsIn('simple background, White  seamless backdrop').map(({ words }) => words),
      ['simple background', 'white seamless backdrop'],
    ));
});
