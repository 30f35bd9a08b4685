import assert from 'node:assert/strict';
import { whatIf } from '../../server/src/advice/what-if.ts';
import { whatIfFacts } from '../../server/src/report/what-if-facts.ts';
import { makeDataset } from '../advice/datasets.ts';
import { auditMarked } from '../support/check.ts';

describe('what-if of a dataset', () => {
  it('starts from the numbers of the report', async () => {
    const { source, options } = makeDataset({ copyOf: (n) => (n < 5 ? 0 : null) });
    const { report, index, settings } = await auditMarked(source, options);
    const facts = whatIfFacts(index, settings, report.clusters);
    const { before, after } = whatIf(facts, [{ kind: 'drop-duplicates' }]);
    assert.equal(before.captions, report.metrics.captions);
    assert.equal(before.overLimitShare, report.metrics.tokens.overLimitShare);
    assert.ok(Math.abs(before.entropy - report.metrics.distribution.entropy) < 1e-9);
    assert.equal(before.effectiveImages, report.summary.images - 4);
    assert.equal(after.captions, before.captions - 4);
    const [concept] = report.metrics.concepts.filter(({ trigger }) => trigger !== null);
    for (const { tag, probability } of concept.besideTrigger.slice(0, 5)) {
      const own = before.besideTrigger.find((entry) => entry.tag === tag);
      assert.ok(own && Math.abs(own.probability - probability) < 1e-9, tag);
    }
  });
});
