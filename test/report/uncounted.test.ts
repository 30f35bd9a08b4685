import assert from 'node:assert/strict';
import { writeMarkdown } from '../../server/src/report/markdown.ts';
import { writeText } from '../../server/src/report/text.ts';
import { auditMarked } from '../support/check.ts';

describe('tokens of an encoder that is not counted', () => {
  const source = '// 1.txt\n,\n// 2.txt\nqvzt, a red house\n';
  for (const model of ['wan', 'flux', 'hidream'] as const)
    it(`are unknown, and said to be: ${model}`, async () => {
      const { report } = await auditMarked(source, { settings: { model } });
      const { tokens } = report.metrics;
      assert.deepEqual(tokens, { min: null, median: null, mean: null, max: null, overLimitShare: null, histogram: [] });
      assert.deepEqual(
        report.captions.map((caption) => caption.tokens),
        [null, null],
      );
      assert.match(writeText(report, { colour: false }), /tokens are not counted/);
      assert.match(writeMarkdown(report), /not counted/);
    });
  it('are numbers where it is counted', async () => {
    const { report } = await auditMarked(source, { settings: { model: 'sdxl' } });
    assert.equal(report.metrics.tokens.min, 1);
    assert.ok((report.metrics.tokens.max ?? 0) > 3);
  });
});
