import assert from 'node:assert/strict';
import { eachInSteps, finish, finishInBreaths, type Steps } from '../../server/src/ground/steps.ts';

function* sum(numbers: Iterable<number>): Steps<number> {
  let total = 0;
  yield* eachInSteps(numbers, (number) => {
    total += number;
  });
  return total;
}

const many = Array.from({ length: 5000 }, (_, at) => at);
const total = (5000 * 4999) / 2;

describe('work in steps', () => {
  it('makes the same at once and in breaths', async () => {
    assert.equal(finish(sum(many)), total);
    assert.equal(await finishInBreaths(sum(many)), total);
    assert.equal(finish(sum([])), 0);
  });

  it('is taken up where somebody left it', () => {
    const steps = sum(many);
    assert.equal(steps.next().done, false);
    assert.equal(finish(steps), total);
  });

  it('lets others work between two breaths, and ends when it is told to', async () => {
    const stop = new AbortController();
    function* endless(): Steps<never> {
      for (;;) yield;
    }
    setTimeout(() => stop.abort(new Error('enough')), 20);
    await assert.rejects(finishInBreaths(endless(), stop.signal), /enough/);
  });
});
