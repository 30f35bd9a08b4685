import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lineAround } from '../../server/src/ground/text.ts';

describe('the line around an offset', () => {
  it('is one of the lines of the text, and the offset lies in it', () => {
    const text = fc
      .array(fc.constantFrom('\n', 'a', ' ', '\uFEFF', '😀'), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat({ max: 30 }), (text, seed) => {
        const offset = seed % (text.length + 1);
        const { start, end } = lineAround(text, offset);
        assert.ok(start <= offset && offset <= end);
        assert.ok(start === 0 || text[start - 1] === '\n');
        assert.ok(end === text.length || text[end] === '\n');
        assert.ok(!text.slice(start, end).includes('\n'));
      }),
    );
  });
});
