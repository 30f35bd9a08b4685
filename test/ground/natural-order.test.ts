import assert from 'node:assert/strict';
import fc from 'fast-check';
import { naturalOrder } from '../../server/src/ground/natural-order.ts';

describe('natural order', () => {
  it('is that of a collator with numbers, whatever the names', () => {
    const collator = new Intl.Collator('en', { numeric: true });
    const part = fc.constantFrom(
      ...[
        '1',
        '01',
        '2',
        '10',
        '99999999999999999999',
        'a',
        'A',
        '_',
        '-',
        '.',
        ' ',
        '/',
        'é',
        '日',
        '.txt',
        '0',
        '７',
      ],
    );
    const ascii = fc.integer({ min: 0, max: 127 }).map((code) => String.fromCharCode(code));
    const name = fc
      .array(fc.oneof(part, fc.constantFrom('a', 'b', 'A', 'B', '0', '1'), ascii), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, name, (a, b) => {
        const expected = a === b ? 0 : collator.compare(a, b) || (a < b ? -1 : 1);
        assert.equal(Math.sign(naturalOrder(a, b)), Math.sign(expected), `${a} ${b}`);
      }),
      { numRuns: 20_000 },
    );
  });

  it('has 2 before 10', () => {
    assert.deepEqual(['a10.png', 'a2.png', 'A1.png', 'b/1.png'].sort(naturalOrder), [
      'A1.png',
      'a2.png',
      'a10.png',
      'b/1.png',
    ]);
  });

  it('is an order: antisymmetric and equal only to itself (property)', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        assert.equal(Math.sign(naturalOrder(a, b)), -Math.sign(naturalOrder(b, a)) || 0);
        assert.equal(naturalOrder(a, b) === 0, a === b);
      }),
    );
  });
});
