import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NumberCounts } from '../../server/src/facts/number-counts.ts';

describe('counts of numbers', () => {
  it('are those of a map, whatever is counted in and out', () => {
    const step = fc.record({ number: fc.oneof(fc.nat(40), fc.nat(200_000)), isIn: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 600 }), (steps) => {
        const counts = new NumberCounts();
        const map = new Map<number, number>();
        for (const { number, isIn } of steps) {
          const before = map.get(number) ?? 0;
          if (!isIn && before === 0) continue;
          const after = before + (isIn ? 1 : -1);
          if (after === 0) map.delete(number);
          else map.set(number, after);
          assert.equal(counts.count(number, isIn ? 1 : -1), after);
        }
        assert.equal(counts.size, map.size);
        assert.deepEqual(new Map(counts.entries()), map);
        for (const { number } of steps) assert.equal(counts.of(number), map.get(number) ?? 0);
      }),
    );
  });

  it('are listed in the order in which they were first counted', () => {
    const counts = new NumberCounts();
    for (let n = 1000; n > 0; n--) counts.count(n * 7, 1);
    assert.deepEqual(
      [...counts.entries()].map(([number]) => number),
      Array.from({ length: 1000 }, (_, at) => (1000 - at) * 7),
    );
  });

  it('keep no room for numbers that nobody counts any more', () => {
    const counts = new NumberCounts();
    for (let n = 0; n < 100_000; n++) {
      counts.count(n, 1);
      counts.count(n, -1);
    }
    assert.equal(counts.size, 0);
    const start = performance.now();
    for (let n = 0; n < 1000; n++) for (const _ of counts.entries()) assert.fail('nothing is counted');
    assert.ok(performance.now() - start < 1000);
  });
});
