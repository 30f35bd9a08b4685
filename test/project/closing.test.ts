import assert from 'node:assert/strict';
import { add, closing, nothing, takeScenarios } from '../../tools/closing.mjs';

describe('the end of a whole test run', () => {
  it('names what failed with its error, right before the count', () => {
    const all = nothing();
    add(all, { passed: ['a', 'b'], failed: [], pending: [] });
    add(all, { passed: ['c'], failed: [{ title: 'd', error: 'Error: first\n  second' }], pending: [] });
    assert.equal(
      closing(all, 61.2),
      ['', 'FAILED d', '  Error: first', '    second', '', 'All in 61 s', '3 passed, 1 failed'].join('\n'),
    );
  });

  it('names what passed only at a later time, and counts it as passed', () => {
    const all = nothing();
    add(all, { passed: ['a', 'b'], failed: [], pending: [], repeated: ['a\nlate'], alone: ['b'] });
    const said = closing(all, 5);
    assert.match(said, /1 passed only when played once more:\n {2}- a\n {4}late\n/);
    assert.match(said, /1 passed only when played alone, after everything else:\n {2}- b\n/);
    assert.match(said, /\n2 passed, 0 failed$/);
  });

  it('takes out what can be played alone, with all its steps, and nothing else', () => {
    const results = {
      passed: ['views: one', 'views-narrow: one', 'unit'],
      failed: [
        { title: 'views: two', error: 'late', scenario: 'views' },
        { title: 'browser', error: 'exit code 1' },
      ],
      pending: [],
    };
    assert.deepEqual(takeScenarios(results), [{ scenario: 'views', title: 'views: two', error: 'late' }]);
    assert.deepEqual(results.passed, ['views-narrow: one', 'unit']);
    assert.deepEqual(results.failed, [{ title: 'browser', error: 'exit code 1' }]);
  });
});
