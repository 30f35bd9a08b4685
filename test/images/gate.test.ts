import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { Gate } from '../../server/src/images/worker/gate.ts';

describe('tasks side by side or alone', () => {
  it('never runs anything beside a task that is alone, and ends every task', async () => {
    const task = fc.record({
      alone: fc.boolean(),
      fails: fc.boolean(),
      turns: fc.nat({ max: 4 }),
      after: fc.nat({ max: 4 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(task, { maxLength: 12 }), async (tasks) => {
        const gate = new Gate();
        let running = 0;
        let most = 0;
        const wait = async (turns: number): Promise<void> => {
          for (let turn = 0; turn < turns; turn++) await setImmediate();
        };
        const results = await Promise.allSettled(
          tasks.map(async ({ alone, fails, turns, after }, index) => {
            await wait(after);
            const work = async (): Promise<number> => {
              running++;
              if (alone) assert.equal(running, 1);
              most = Math.max(most, running);
              await wait(turns);
              if (alone) assert.equal(running, 1);
              running--;
              if (fails) throw new RangeError(String(index));
              return index;
            };
            return alone ? gate.alone(work) : gate.together(work);
          }),
        );
        assert.equal(running, 0);
        results.forEach((result, index) => {
          if (tasks[index]!.fails) assert.ok(result.status === 'rejected' && result.reason instanceof RangeError);
          else assert.ok(result.status === 'fulfilled' && result.value === index);
        });
        if (tasks.length > 1 && tasks.every(({ alone, turns, after }) => !alone && turns > 0 && after === 0)) {
          assert.equal(most, tasks.length);
        }
      }),
    );
  });
});
