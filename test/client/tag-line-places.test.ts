import assert from 'node:assert/strict';
import fc from 'fast-check';
import { placesOfLines } from '../../client/src/tag-line-places.ts';

describe('places of the lines of a list in its caption', () => {
  const found = (text: string, lines: readonly string[]): string[] =>
    placesOfLines(text, lines).map(({ line, start, end }) => `${line}: ${text.slice(start, end)} at ${start}`);

  it('finds whole tags only', () => {
    assert.deepEqual(found('red hair, red, hair', ['red hair', 'red', 'hair']), [
      '0: red hair at 0',
      '1: red at 10',
      '2: hair at 15',
    ]);
  });

  it('finds a tag that was moved, and passes over one that is new', () => {
    assert.deepEqual(found('a, b, c', ['c', 'new', 'a']), ['0: c at 6', '2: a at 0']);
  });

  it('keeps repeated tags apart', () => {
    assert.deepEqual(found('a, b, a', ['a', 'b', 'a']), ['0: a at 0', '1: b at 3', '2: a at 6']);
  });

  it('finds every tag of any caption in order', () => {
    const tag = fc.stringMatching(/^[a-z]{1,5}( [a-z(]{1,4})?$/);
    fc.assert(
      fc.property(fc.array(tag, { minLength: 1, maxLength: 12 }), (tags) => {
        const text = tags.join(', ');
        const places = placesOfLines(text, tags);
        assert.deepEqual(
          places.map(({ start, end }) => text.slice(start, end)),
          tags,
        );
      }),
    );
  });
});
