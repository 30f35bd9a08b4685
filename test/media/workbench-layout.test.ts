import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gridLayout, isIn, placesInSight, scrollToShow } from '../../media/workbench/layout.ts';
import { RecentPlaces } from '../../media/workbench/pictures.ts';

const grids = fc.record({
  count: fc.nat(10_000),
  width: fc.integer({ min: 1, max: 3000 }),
  wished: fc.integer({ min: 40, max: 400 }),
  height: fc.integer({ min: 1, max: 2000 }),
});

describe('grid of the workbench', () => {
  it('has one column at least, and as many as fit', () => {
    assert.equal(gridLayout(10, 60, 124).columns, 1);
    assert.equal(gridLayout(10, 8 + 2 * 132, 124).columns, 2);
    assert.equal(gridLayout(10, 8 + 2 * 132 - 1, 124).columns, 1);
  });

  it('cells never overlap nor leave the grid (property)', () => {
    fc.assert(
      fc.property(grids, ({ count, width, wished }) => {
        const { columns, cellWidth, rows } = gridLayout(count, width, wished);
        assert.ok(columns * (cellWidth + 8) <= Math.max(width, 9 * columns));
        assert.ok(rows * columns >= count && (rows - 1) * columns < Math.max(1, count));
      }),
    );
  });

  it('a place that is scrolled to is in sight (property)', () => {
    fc.assert(
      fc.property(grids, fc.nat(), fc.nat(100_000), ({ count, width, wished, height }, place, scroll) => {
        fc.pre(count > 0);
        const layout = gridLayout(count, width, wished);
        const at = place % count;
        const top = scrollToShow(layout, at, scroll, height);
        const sight = placesInSight(layout, count, top, height, 0);
        assert.ok(sight && sight[0] <= at && at <= sight[1], `${at} in ${sight}`);
      }),
    );
  });

  it('few cells are in sight however many there are', () => {
    const layout = gridLayout(10_000, 1000, 124);
    const sight = placesInSight(layout, 10_000, 123_456, 800, 2);
    assert.ok(sight && sight[1] - sight[0] < 100);
    assert.equal(placesInSight(gridLayout(0, 1000, 124), 0, 0, 800, 2), null);
  });

  it('knows what lies in ranges (property)', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60)), fc.nat(60), (places, place) => {
        const ranges: [number, number][] = [...places].sort((a, b) => a - b).map((at) => [at, at]);
        assert.equal(isIn(ranges, place), places.includes(place));
      }),
    );
    assert.ok(isIn([[2, 5]], 2) && isIn([[2, 5]], 5) && !isIn([[2, 5]], 6));
  });
});

describe('pictures of the workbench', () => {
  it('the least recently used go, and are told', () => {
    const dropped: string[] = [];
    const kept = new RecentPlaces<string>(2, (value) => dropped.push(value));
    kept.set(1, 'a');
    kept.set(2, 'b');
    kept.get(1);
    kept.set(3, 'c');
    assert.deepEqual(dropped, ['b']);
    kept.set(3, 'd');
    assert.deepEqual(dropped, ['b', 'c']);
    assert.equal(kept.get(null), undefined);
    kept.clear();
    assert.deepEqual(dropped, ['b', 'c', 'a', 'd']);
  });
});
