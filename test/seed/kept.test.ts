import assert from 'node:assert/strict';
import { wordsFor } from '../../server/src/advice/playbook.ts';
import { runsOfDog } from './pairs/runs.ts';
import { auditPair, dog } from './pairs/sets.ts';

const long = { uses: 900 };
/** A run with one of its files written otherwise. */
const edited = (files: Readonly<Record<string, string>>, change: (text: string) => string): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [name, change(text)]));

/** The words of "stop earlier" for a trainer. */
async function stopping(trainer: string, run: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { advice } = (await auditPair({ subject: dog, run })).report;
  const step = advice.playbook.y.find(({ id }) => id === 'stop-earlier');
  assert.ok(step);
  return wordsFor(step, trainer);
}

/** Each trainer's option that deletes what was saved, so that too few states are left and so that all are. */
const deleting: Readonly<
  Record<string, readonly [few: (text: string) => string, all: (text: string) => string, RegExp]>
> = {
  'sd-scripts': [
    (text) => text.replace('save_every_n_epochs = 2', 'save_every_n_epochs = 2\nsave_last_n_epochs = 2'),
    (text) => text.replace('save_every_n_epochs = 2', 'save_every_n_epochs = 2\nsave_last_n_epochs = 99'),
    /^save_last_n_epochs = 9$/,
  ],
  'ai-toolkit': [
    (text) => text.replace('save_every: 100', 'save_every: 100\n        max_step_saves_to_keep: 2'),
    (text) => text.replace('save_every: 100', 'save_every: 100\n        max_step_saves_to_keep: 99'),
    /^save\.max_step_saves_to_keep: 9$/,
  ],
  onetrainer: [
    (text) => text.replace('"save_every":5', '"save_every":5,"save_skip_first":60'),
    (text) => text,
    /^save_skip_first = 0$/,
  ],
};

describe('Stopping at the best state', () => {
  for (const [trainer, [few, all, line]] of Object.entries(deleting)) {
    const run = () => runsOfDog[trainer as keyof typeof runsOfDog](long);
    it(`${trainer}: keeps the states that an option deletes`, async () => {
      const words = await stopping(trainer, edited(run(), few));
      assert.ok(
        words.some((word) => line.test(word)),
        words.join(', '),
      );
    });
    it(`${trainer}: asks for nothing where all of them stay`, async () => {
      const words = await stopping(trainer, edited(run(), all));
      assert.ok(words.length > 0 && !words.some((word) => /last_n|to_keep|skip/.test(word)), words.join(', '));
    });
  }
  it('ai-toolkit keeps five where the file says nothing: more are asked for where more are saved', async () => {
    const words = await stopping('ai-toolkit', runsOfDog['ai-toolkit'](long));
    assert.ok(words.includes('save.max_step_saves_to_keep: 9'), words.join(', '));
    const rare = await stopping(
      'ai-toolkit',
      edited(runsOfDog['ai-toolkit'](long), (text) => text.replace('save_every: 100', 'save_every: 300')),
    );
    assert.ok(!rare.some((word) => word.includes('to_keep')), rare.join(', '));
  });
});
