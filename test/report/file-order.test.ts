import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareFiles } from '../../server/src/report/file-order.ts';

describe('the order of files', () => {
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
    const name = fc.array(part, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(name, name, (a, b) => {
        const expected = a === b ? 0 : collator.compare(a, b) || (a < b ? -1 : 1);
        assert.equal(Math.sign(compareFiles(a, b)), Math.sign(expected), `${a} ${b}`);
      }),
      { numRuns: 5000 },
    );
  });
});
