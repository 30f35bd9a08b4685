import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sortedInBreaths } from '../../server/src/ground/sorted.ts';

describe('sorting in breaths', () => {
  it('says what a stable sort says, of runs in order and of none', async () => {
    const run = fc.array(fc.nat({ max: 3000 }), { maxLength: 2000 });
    const runs = fc.array(fc.tuple(run, fc.boolean()), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(runs, async (parts) => {
        const numbers = parts.flatMap(([part, isSorted]) => (isSorted ? [...part].sort((a, b) => a - b) : part));
        const items = numbers.map((key, place) => ({ key, place }));
        const sorted = await sortedInBreaths(items, (a, b) => a.key - b.key);
        assert.deepEqual(
          sorted,
          [...items].sort((a, b) => a.key - b.key),
        );
      }),
      { numRuns: 100 },
    );
  });
});
