import assert from 'node:assert/strict';
import { noteIn } from '../../server/src/tags/unfinished.ts';

describe('a field of a form without its value', () => {
  for (const [text, value] of [
    ['subject: ohwx man, background: N/A, lighting: soft', 'N/A'],
    ['subject: ohwx man; background: none; lighting: soft', 'none'],
    ['subject: ohwx man\nclothing: unknown\npose: standing', 'unknown'],
    ['subject: ohwx man | hair: - | pose: standing', '-'],
    ['subject: ohwx man, camera angle: ?', '?'],
  ])
    it(text.replaceAll('\n', ' / '), () => {
      const { start = 0, end = 0 } = noteIn(text) ?? {};
      assert.equal(text.slice(start, end), value);
    });
  for (const text of [
    'subject: ohwx man, headwear: none, background: a wall',
    'background: unknown planet, lighting: none of the lamps is lit',
    'ohwx man, :?, smile',
    'ohwx man, unknown person, none',
    'A sign reads: unknown. A man waits',
    'a poster with the words "name: unknown, age: ?"',
  ])
    it(`is none in ${text}`, () => assert.equal(noteIn(text), null));
});
