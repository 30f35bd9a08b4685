import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ShownState } from '../../media/workbench/messages.ts';
import { Steps } from '../../media/workbench/steps.ts';

const state = (change: Partial<ShownState>): ShownState => ({
  revision: 1,
  turn: 0,
  version: 0,
  name: 'set',
  filter: '',
  order: 'name',
  total: 100,
  count: 100,
  stale: 0,
  current: 0,
  currentName: '0.png',
  selection: [],
  tokenLimit: 75,
  reading: '',
  ...change,
});

describe('steps of the workbench', () => {
  it('show at once what the host will say, however late it says it', () => {
    const step = fc.record({ by: fc.integer({ min: -150, max: 150 }), taken: fc.boolean() });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.array(step), (start, presses) => {
        const steps = new Steps();
        let [place, shown, turn] = [start, steps.told(state({ current: start })), 0];
        const bounded = (at: number): number => Math.max(0, Math.min(99, at));
        // What the host was asked for and has not told yet.
        let waiting: number[] = [];
        let hosts = start;
        for (const { by, taken } of presses) {
          const made = steps.take(by);
          waiting.push(by);
          place = bounded(place + by);
          shown = made.state;
          assert.equal(shown?.current, place);
          if (!taken) {
            // The host tells something else meanwhile, and of an earlier step.
            shown = steps.told(state({ current: hosts, turn, version: 1 }));
            assert.equal(shown?.current, place);
            continue;
          }
          for (const one of waiting) hosts = bounded(hosts + one);
          waiting = [];
          turn = made.turn;
          shown = steps.told(state({ current: hosts, turn }));
          assert.equal(shown?.current, place);
          assert.equal(steps.isAhead, false);
        }
      }),
    );
  });

  it('believe the host when it has another list, or another caption after the last step', () => {
    const steps = new Steps();
    steps.told(state({}));
    steps.take(1);
    const { turn } = steps.take(1);
    assert.equal(steps.told(state({ revision: 2, current: 40 }))?.current, 40);
    steps.take(3);
    assert.equal(steps.told(state({ revision: 2, current: 7, turn: turn + 1 }))?.current, 7);
    assert.equal(steps.told(null), null);
  });

  it('go nowhere where the current caption is not in the list, or nothing is', () => {
    const steps = new Steps();
    assert.equal(steps.take(1).state, null);
    steps.told(state({ current: null }));
    assert.equal(steps.take(1).state, null);
    steps.told(state({ current: -1, count: 0, turn: 2 }));
    assert.equal(steps.take(1).state, null);
  });
});
