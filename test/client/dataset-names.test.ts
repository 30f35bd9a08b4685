import assert from 'node:assert/strict';
import { holdsCaptions } from '../../client/src/dataset-names.ts';

describe('names of a folder', () => {
  it('are those of a dataset where an image and a text share one', () => {
    for (const names of [
      ['a.png', 'a.txt'],
      ['x.md', 'b.JPG', 'b.caption'],
      ['c.v2.webp', 'c.v2.txt'],
    ])
      assert.ok(holdsCaptions(names), names.join());
  });
  it('are not where they only lie beside each other', () => {
    for (const names of [
      [],
      ['a.png'],
      ['a.txt'],
      ['a.png', 'b.txt'],
      ['a.gif.txt', 'a.png'],
      ['a.png', 'a.md'],
      ['png', 'txt'],
    ])
      assert.ok(!holdsCaptions(names), names.join());
  });
});
