import assert from 'node:assert/strict';
import { spread } from '../../server/src/images/image-metrics.ts';
import { auditMarked } from '../support/check.ts';

describe('metrics of images', () => {
  it('count each cluster as one picture', async () => {
    const { report } = await auditMarked(`
// 1.png 64x64
// 2.png 64x64 same:1.png
// 3.png 64x64 near:1.png:cropped
// 4.png 32x128
// 5.png 64x64 near:4.png:resized
// 6.png 64x64 empty
`);
    const metrics = report.metrics.images;
    assert.equal(metrics?.images, 6);
    assert.equal(metrics?.readable, 5);
    assert.equal(metrics?.damaged, 1);
    assert.equal(metrics?.effectiveImages, 3);
    assert.equal(metrics?.effectiveShare, 0.5);
    assert.equal(metrics?.largestClusterShare, 0.5);
    assert.equal(metrics?.clusteredShare, 0.5);
    assert.equal(metrics?.nearDuplicateShare, 5 / 6);
    assert.deepEqual(metrics?.formats, [['png', 5]]);
    assert.equal(metrics?.aspect?.min, 0.25);
    assert.equal(report.advice.risks.length > 0, true);
  });
  it('say what was not measured', async () => {
    const { report } = await auditMarked('// 1.png 64x64\n// 2.png 64x64');
    assert.deepEqual(
      [report.metrics.images?.compared, report.metrics.images?.nearDuplicateShare, report.metrics.images?.transparent],
      [false, null, null],
    );
  });
  it('interpolate quantiles as numpy does', () => {
    assert.deepEqual(spread([4, 1, 3, 2]), { min: 1, q1: 1.75, median: 2.5, q3: 3.25, max: 4, mean: 2.5 });
    assert.equal(spread([]), null);
  });
});
