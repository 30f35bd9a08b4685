import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sizeRange } from '../../media/overview/charts/size-range.ts';

describe('axes of the sizes', () => {
  it('hold every size and the square of the model, in one scale, and little else (property)', () => {
    const side = fc.integer({ min: 1, max: 9000 });
    const points = fc.array(fc.record({ width: side, height: side }), { maxLength: 12 });
    const target = fc.constantFrom(512, 768, 1024);
    const plot = fc.integer({ min: 300, max: 1600 });
    fc.assert(
      fc.property(points, target, plot, plot, (sizes, square, plotWidth, plotHeight) => {
        const { x, y, interval } = sizeRange(sizes, square, plotWidth, plotHeight);
        const all = [...sizes, { width: square, height: square }];
        for (const { width, height } of all) {
          assert.ok(width >= x.from && width <= x.to && height >= y.from && height <= y.to);
        }
        const [perX, perY] = [(x.to - x.from) / plotWidth, (y.to - y.from) / plotHeight];
        assert.ok(Math.abs(perX - perY) < 1e-6 * perX);
        assert.ok(x.from % interval === 0 && y.from % interval === 0);
        assert.ok((y.to - y.from) / interval <= 6 || interval === 8192, 'few lines');
        const spread = (of: 'width' | 'height'): number =>
          Math.max(...all.map((one) => one[of])) - Math.min(...all.map((one) => one[of]));
        // Where sizes differ much, one of the axes is mostly filled by them.
        const used = Math.max(spread('width') / (x.to - x.from), spread('height') / (y.to - y.from));
        const differs = Math.max(spread('width'), spread('height')) > 2 * square;
        if (differs && plotWidth === plotHeight) assert.ok(used > 0.6, `${used} is used`);
      }),
      { numRuns: 500 },
    );
  });

  it('begin near the data, not at nothing', () => {
    const { x, y } = sizeRange([{ width: 900, height: 1100 }], 1024, 600, 400);
    assert.ok(x.from > 600 && y.from > 600, `${x.from}, ${y.from}`);
  });
});
