import assert from 'node:assert/strict';
import type { SettingValue } from '../../server/src/advice/facts.ts';
import { statesOf } from '../../server/src/advice/kept-states.ts';

/** A run of 100 samples an epoch, two in a step: 50 steps an epoch. */
const run = (values: Readonly<Record<string, SettingValue>>) => ({
  values: new Map(Object.entries(values)),
  samplesPerEpoch: 100,
  samplesPerStep: 2,
  stepShare: 1,
});
const kept = (values: Readonly<Record<string, SettingValue>>, epochs = 10): readonly [number, number] | null => {
  const states = statesOf(run(values), epochs);
  return states && [states.saved, states.kept];
};

describe('states of a run', () => {
  it('are saved after so many epochs or steps, the end among them', () => {
    assert.deepEqual(kept({ save_every_n_epochs: 1 }), [10, 10]);
    assert.deepEqual(kept({ save_every_n_epochs: 5 }), [2, 2]);
    // 4, 8 and the end, two epochs behind it; of 3 the end stands a third of the way from the last.
    assert.deepEqual(kept({ save_every_n_epochs: 4 }), [3, 3]);
    assert.deepEqual(kept({ save_every_n_epochs: 3 }), [3, 3]);
    assert.deepEqual(kept({ save_every_n_steps: 50 }), [10, 10]);
    assert.deepEqual(kept({ save_every_n_steps: 600 }), [1, 1]);
    assert.equal(kept({}), null);
    assert.equal(kept({ save_every_n_epochs: null, save_every_n_steps: 0 }), null);
  });
  it('are as many as the ratio asks for, whatever the interval is', () => {
    assert.deepEqual(kept({ save_n_epoch_ratio: 5 }), [5, 5]);
    assert.deepEqual(kept({ save_n_epoch_ratio: 5, save_every_n_epochs: 10 }), [5, 5]);
    assert.deepEqual(kept({ save_n_epoch_ratio: 40 }), [10, 10]);
  });
  it('are deleted but for the last epochs or steps', () => {
    assert.deepEqual(kept({ save_every_n_epochs: 1, save_last_n_epochs: 3 }), [10, 3]);
    assert.deepEqual(kept({ save_every_n_epochs: 1, save_last_n_epochs: 10 }), [10, 10]);
    assert.deepEqual(kept({ save_every_n_epochs: 1, save_last_n_epochs: 0 }), [10, 1]);
    // Those of the last 100 steps of 500: 400, 450, 500.
    assert.deepEqual(kept({ save_every_n_steps: 50, save_last_n_steps: 100 }), [10, 3]);
    assert.deepEqual(kept({ save_every_n_steps: 50, save_last_n_steps: 99 }), [10, 2]);
  });
  it('are deleted but for so many, where ai-toolkit counts them: 0 keeps all, less keeps none', () => {
    assert.deepEqual(kept({ save_every_n_steps: 50, max_step_saves_to_keep: 4 }), [10, 4]);
    assert.deepEqual(kept({ save_every_n_steps: 50, max_step_saves_to_keep: 0 }), [10, 10]);
    assert.deepEqual(kept({ save_every_n_steps: 50, max_step_saves_to_keep: -1 }), [10, 1]);
    // The end is a file of its own beside the last one on the way.
    assert.deepEqual(kept({ save_every_n_steps: 200, max_step_saves_to_keep: 1 }), [3, 2]);
  });
  it('begin where OneTrainer begins to save', () => {
    assert.deepEqual(kept({ save_every_n_epochs: 1, save_skip_first: 6 }), [10, 4]);
    assert.deepEqual(kept({ save_every_n_steps: 50, save_skip_first: 400 }), [10, 2]);
  });
  it('are those of whichever kind leaves more', () => {
    assert.deepEqual(kept({ save_every_n_epochs: 5, save_every_n_steps: 50, save_last_n_steps: 0 }), [2, 2]);
  });
});
