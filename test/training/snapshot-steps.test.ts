import assert from 'node:assert/strict';
import type { Steps } from '../../server/src/ground/steps.ts';
import { TrainerSnapshot } from '../../server/src/training/trainer-snapshot.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';

/** Works for so many milliseconds, a millisecond a step. */
function* busy(milliseconds: number): Steps<void> {
  for (const start = performance.now(); performance.now() - start < milliseconds; ) {
    const until = performance.now() + 1;
    while (performance.now() < until);
    yield;
  }
}

describe('work in steps over one snapshot of files', () => {
  it('goes one after the other, so that none takes an answer for known that another asked for', async () => {
    const workspace = new MemoryWorkspace();
    for (const name of ['a', 'b']) workspace.set(`/set/${name}.txt`, `text of ${name}`);
    const files = new TrainerSnapshot(workspace, ['/set']);
    const reading = function* (name: string): Steps<string> {
      yield* busy(20);
      const found = files.read(`/set/${name}.txt`);
      yield* busy(20);
      return new TextDecoder().decode(found ?? new Uint8Array());
    };
    const both = await Promise.all(['a', 'b', 'a'].map((name) => files.settleSteps(() => reading(name))));
    assert.deepEqual(both, ['text of a', 'text of b', 'text of a']);
    const broken = files.settle(() => assert.fail('broken'));
    const after = files.settle(() => files.kind('/set/a.txt'));
    await assert.rejects(broken, /broken/);
    assert.equal(await after, 'file');
  });

  it('lets others have their turn, and ends with the reason of a signal', async () => {
    const files = new TrainerSnapshot(new MemoryWorkspace(), ['/set']);
    const reason = new Error('no longer asked');
    const stop = new AbortController();
    setImmediate(() => stop.abort(reason));
    await assert.rejects(
      files.settleSteps(() => busy(10_000), stop.signal),
      reason,
    );
  });
});
