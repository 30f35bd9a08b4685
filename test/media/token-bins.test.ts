import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokenBins } from '../../media/overview/charts/token-bins.ts';

describe('bins of the token chart', () => {
  it('keep every caption, and lie on one side of each limit', () => {
    const histogram = fc
      .uniqueArray(fc.tuple(fc.nat({ max: 3000 }), fc.integer({ min: 1, max: 50 })), { selector: ([tokens]) => tokens })
      .map((entries) => entries.sort(([a], [b]) => a - b));
    fc.assert(
      fc.property(histogram, (entries) => {
        const bins = tokenBins(entries);
        const all = (list: readonly { captions: number }[]): number => list.reduce((sum, bin) => sum + bin.captions, 0);
        assert.equal(
          all(bins),
          entries.reduce((sum, [, captions]) => sum + captions, 0),
        );
        for (const limit of [75, 150, 225]) {
          if ((bins[0]?.to ?? 0) > 75) continue; // wider than the smallest limit: only for captions of thousands of tokens
          assert.equal(
            all(bins.filter(({ from }) => from > limit)),
            entries.filter(([tokens]) => tokens > limit).reduce((sum, [, captions]) => sum + captions, 0),
          );
        }
      }),
    );
  });
});
