import assert from 'node:assert/strict';
import { riskLevels } from '../../server/src/advice/assess.ts';
import { audit } from '../../server/src/report/audit.ts';
import { changesOf, type FoundCure, findCure } from '../../server/src/report/cure.ts';
import { auditTrial, lookAt } from '../../server/src/report/trial.ts';
import { TagListStore } from '../../server/src/settings/tag-lists.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { open } from '../support/open.ts';
import { greyPng } from '../support/png.ts';

const cycle = (words: readonly string[], at: number): string => words[at % words.length] as string;
const captionOf = (at: number, more = ''): string =>
  [
    `qvzt, 1girl${more}`,
    cycle(['close-up', 'upper body', 'full body'], at),
    cycle(['beach', 'forest', 'street', 'kitchen', 'garden', 'library', 'bedroom'], at * 3),
    cycle(['standing', 'sitting', 'walking', 'running', 'lying'], at * 2),
    cycle(['day', 'night', 'sunset', 'indoors', 'outdoors'], at),
    cycle(['red dress', 'school uniform', 'black jacket', 'white shirt', 'kimono', 'swimsuit'], at * 5),
    cycle(['smile', 'frown', 'open mouth', 'blush'], at),
  ].join(', ');

/** A set with nothing wrong but what is asked for: copies of its first picture, words on every caption. */
async function cureOf(n: number, copies: number, more = '') {
  const workspace = new MemoryWorkspace();
  const put = (name: string, picture: number, at: number): void => {
    workspace.set(`/set/1_qvzt girl/${name}.png`, greyPng(1024, 1024, picture));
    workspace.set(`/set/1_qvzt girl/${name}.txt`, captionOf(at, more));
  };
  for (let at = 0; at < n; at++) put(String(at), at + 1, at);
  for (let at = 0; at < copies; at++) put(`copy ${at}`, 1, n + at);
  const dataset = await open(workspace, '/set');
  const survey = await lookAt(workspace, dataset.index);
  const { report } = await audit(workspace, dataset, 'set', { images: survey.level, survey });
  const options = { survey, tagLists: new TagListStore(workspace), paths: { home: '/', folder: '/set' } };
  const found = await findCure(workspace, dataset, report, options);
  /** Levels after steps, by an audit of their own. */
  const levelsAfter = async (steps: FoundCure['steps'], spared = 0) => {
    const { changes, groups } = changesOf(dataset, steps);
    const trial = { changes: changes.slice(spared), aside: groups.slice(spared).flat() };
    const after = await auditTrial(workspace, '/set', trial, options);
    return Object.fromEntries(after.advice.risks.map(({ mode, level }) => [mode, level]));
  };
  return { ...found, levelsAfter };
}

const isAbove = (level: string | undefined): boolean => level === 'elevated' || level === 'high';

describe('cures of sets with a known answer', () => {
  it('is moving the copies where copies are all that is wrong', async () => {
    const { plan, steps, levelsAfter } = await cureOf(40, 14);
    assert.ok(isAbove(plan.before.memorization));
    assert.deepEqual(
      plan.steps.map(({ cost }) => cost),
      [14],
    );
    assert.ok(plan.steps[0]?.images.every((image) => image.includes('copy')));
    assert.deepEqual(await levelsAfter(steps), plan.after);
    assert.ok(Object.values(plan.after).every((level) => !isAbove(level)));
    assert.deepEqual(plan.left, []);
  });

  it('is thinning out words that are always on, by about as much as it takes', async () => {
    const { plan, steps, levelsAfter } = await cureOf(40, 0, ', masterpiece, best quality, highres, absurdres');
    assert.ok(isAbove(plan.before['style-drift']));
    assert.ok(plan.steps.length > 0 && plan.steps.every(({ images }) => images.length === 0));
    const after = await levelsAfter(steps);
    assert.deepEqual(after, plan.after);
    assert.ok(!isAbove(after['style-drift']), JSON.stringify(plan.steps.map(({ title }) => title)));
    // Every step is needed.
    for (const step of steps) {
      const without = await levelsAfter(steps.filter((other) => other !== step));
      assert.ok(
        Object.keys(after).some((mode) => riskLevels.indexOf(without[mode] ?? 'none') > riskLevels.indexOf('low')),
      );
    }
  });

  it('is nothing for a good set', async () => {
    const { plan } = await cureOf(40, 0);
    assert.deepEqual([plan.steps, plan.left], [[], []]);
  });
});
