import assert from 'node:assert/strict';
import {
  entropy,
  gini,
  herfindahl,
  jensenShannon,
  normalisedEntropy,
  npmi,
  pmi,
  topShare,
  wilsonLower,
} from '../../server/src/facts/information.ts';

const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) <= 1e-9, `${actual} is not ${expected}`);

describe('information', () => {
  it('entropy: 2, 1, 1 give 1.5 bits', () => near(entropy([2, 1, 1]), 1.5 * Math.LN2));
  it('entropy of nothing and of one kind is 0', () => {
    assert.equal(entropy([]), 0);
    assert.equal(entropy([7]), 0);
    assert.equal(normalisedEntropy([7]), 0);
  });
  it('normalised entropy: 1.5 bits of ln 3', () => near(normalisedEntropy([2, 1, 1]), (1.5 * Math.LN2) / Math.log(3)));
  it('Gini: equal counts 0; 1 and 3 give 1/4; 1, 1, 4 give 1/3', () => {
    near(gini([5, 5, 5]), 0);
    near(gini([3, 1]), 0.25);
    near(gini([1, 4, 1]), 1 / 3);
  });
  it('Herfindahl: 1/2, 1/4, 1/4 give 3/8', () => near(herfindahl([2, 1, 1]), 0.375));
  it('top share', () => {
    near(topShare([1, 5, 4], 1), 0.5);
    near(topShare([1, 5, 4], 2), 0.9);
    assert.equal(topShare([], 1), 0);
  });
  it('PMI and NPMI: 2 of 8 captions with both, 4 with each are independent', () => {
    near(pmi(2, 4, 4, 8), 0);
    near(npmi(2, 4, 4, 8), 0);
  });
  it('NPMI: always and only together 1, never −1, in every caption 0', () => {
    near(pmi(2, 2, 2, 8), Math.log(4));
    near(npmi(2, 2, 2, 8), 1);
    near(npmi(0, 4, 4, 8), -1);
    near(npmi(8, 8, 8, 8), 0);
  });
  it('Wilson: 10 of 10 is at least 10 ÷ (10 + 1.96²)', () => {
    near(wilsonLower(10, 10), 10 / (10 + 1.96 ** 2));
    assert.equal(wilsonLower(0, 0), 0);
  });
  it('Jensen–Shannon: same 0, nothing in common 1, half in common by hand', () => {
    const a = new Map([
      ['x', 1],
      ['y', 1],
    ]);
    near(
      jensenShannon(
        a,
        new Map([
          ['x', 2],
          ['y', 2],
        ]),
      ),
      0,
    );
    near(jensenShannon(a, new Map([['z', 1]])), 1);
    // P = (1/2, 1/2, 0), Q = (1/2, 0, 1/2): each differing half gives 1/4 bit · 2.
    near(
      jensenShannon(
        a,
        new Map([
          ['x', 1],
          ['z', 1],
        ]),
      ),
      0.5,
    );
  });
});
