import assert from 'node:assert/strict';
import type { SettingsLayer } from '../../server/src/settings/settings.ts';
import { type Run, sdScripts } from './pairs/runs.ts';
import { auditPair, man, type Pair } from './pairs/sets.ts';
import { all } from './pairs/shown.ts';

const counted = [
  'trigger-background-probability',
  'trigger-clothing-probability',
  'trigger-colour-probability',
  'class-trigger-probability',
] as const;

/** Sixteen tags that no other caption has. */
const things = (n: number): string => Array.from({ length: 16 }, (_, k) => `thing ${n} number ${k}`).join(', ');
const still: Run = { captions: '.caption', varies: false };

/** One field behind a trigger that stands behind sixteen tags in all but some captions. */
const set = (reaching: number, run: Run = still, settings: SettingsLayer = {}): Pair => ({
  subject: man,
  said: all({ place: 'wheat field', wear: 'red suit' }),
  text: (n, text) => (n < reaching ? text : `${things(n)}, ${text}`),
  settings,
  run: sdScripts(['img/12_tavrik man'], run),
});

/** What is counted beside the trigger: evidence found, and what was not measured for its place. */
async function beside(pair: Pair): Promise<{ found: readonly string[]; unreached: readonly string[] }> {
  const { risks } = (await auditPair(pair)).report.advice;
  const ids = (wanted: readonly string[]): string[] => counted.filter((id) => wanted.includes(id));
  return {
    found: ids(risks.flatMap(({ evidence }) => evidence.map(({ id }) => id))),
    unreached: ids(
      risks.flatMap(({ unmeasured }) => unmeasured.flatMap(({ need, ids }) => (need === 'reached-trigger' ? ids : []))),
    ),
  };
}

describe('what stands beside a trigger that is cut off', () => {
  it('is not learnt with it, and not counted', async () =>
    assert.deepEqual(await beside(set(0)), { found: [], unreached: counted }));
  it('is counted from ten captions on that bring it to the model', async () => {
    assert.deepEqual((await beside(set(9))).found, []);
    const { found, unreached } = await beside(set(10));
    assert.ok(found.includes('trigger-background-probability'), found.join());
    assert.deepEqual(unreached, []);
  });
  it('is counted where the limit is wider', async () =>
    assert.ok((await beside(set(0, still, { tokenLimit: 225 }))).found.includes('trigger-background-probability')));
  it('is counted where the tags are shuffled, and where the trainer puts the trigger in front', async () => {
    for (const run of [
      { ...still, varies: true },
      { ...still, word: 'tavrik, ' },
    ])
      assert.ok((await beside(set(0, run))).found.includes('trigger-background-probability'), JSON.stringify(run));
  });
});
