import assert from 'node:assert/strict';
import { paceText } from '../../server/src/cli/progress.ts';

describe('progress line', () => {
  it('tells rate and rest once a second has passed, and nothing at the end', () => {
    assert.equal(paceText(500, 2000, 999), '');
    assert.equal(paceText(500, 2000, 1000), ' · 500 per second · 3 s left');
    assert.equal(paceText(3, 10, 2000), ' · 1.5 per second · 5 s left');
    assert.equal(paceText(0, 10, 5000), '');
    assert.equal(paceText(10, 10, 5000), '');
  });
});
