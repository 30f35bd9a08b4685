import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Dataset } from '../../server/src/engine/open-dataset.ts';
import type { Finding } from '../../server/src/ground/finding.ts';
import type { SettingsLayer } from '../../server/src/settings/settings.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { open } from '../support/open.ts';

/** Tags that the folder's counts decide about: spellings, synonyms, slips, looks, locks, escapes, triggers. */
const tags = [
  'ohwx',
  'zkqx man',
  '1girl',
  '2girls',
  'blonde hair',
  'blond hair',
  'black hair',
  'multicolored hair',
  'long_hair',
  'long hair',
  'smile',
  'smling softly',
  'smiling softly',
  'simple background',
  'masterpiece',
  'grey dress',
  'gray dress',
  'tokiwadai uniform',
  'tokiwadia uniform',
  'name \\(series\\)',
  'name (series)',
  'blue eyes',
  'red eyes',
  'night',
  'day',
  '',
];

const odd = fc.array(fc.constantFrom(...tags), { maxLength: 9 }).map((list) => list.join(', '));
/** Most captions are alike, so that shares and frequencies reach what rules ask for, and one edit more or less decides. */
const caption = fc.oneof(
  { weight: 1, arbitrary: odd },
  {
    weight: 6,
    arbitrary: fc
      .tuple(
        fc.subarray([
          'ohwx',
          '1girl',
          'black hair',
          'long_hair',
          'tokiwadai uniform',
          'simple background',
          'gray dress',
        ]),
        fc.constantFrom(...tags),
        fc.nat(9),
      )
      .map(([own, tag, full]) => {
        const usual = ['ohwx', '1girl', 'black hair', 'long_hair', 'tokiwadai uniform', 'simple background'];
        return [...(full < 8 ? usual : own), tag].join(', ');
      }),
  },
);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('type' as const), at: fc.nat(27), text: caption }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const), at: fc.nat(27) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('write' as const), at: fc.nat(33), text: caption }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const), at: fc.nat(33) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('rival' as const),
      at: fc.nat(27),
      text: fc.option(caption),
      types: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'ask' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settings' as const), at: fc.nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('everywhere' as const),
      tag: fc.constantFrom('ohwx', 'long_hair', 'black hair', 'tokiwadai uniform', 'gray dress'),
      by: fc.constantFrom(...tags),
      from: fc.nat(1),
    }),
  },
);

const layers: readonly SettingsLayer[] = [
  {},
  { rules: { 'synonym-drift': 'off', 'trigger-lock-in': { support: 4, probability: 0.6 } } },
  { suppressions: [{ rule: 'duplicate-tag' }], synonyms: [['day', 'night']] },
  { concepts: [{ trigger: 'smile', classWord: '1girl' }] },
];

const fileOf = (n: number): string => `${n % 4 === 0 ? '2_zkqx man' : 'pictures'}/${n}.txt`;
const plain = (findings: readonly Finding[]) =>
  findings.map(({ rule, severity, range, message, tag }) => ({ rule, severity, range, message, tag }));

async function everything({ index, findings }: Dataset): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const { file } of index.captions) all[file] = plain(await findings.of(file));
  return all;
}

describe('the keeper of findings', () => {
  it('says after any edits what a fresh look says, and which captions changed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(caption, { minLength: 24, maxLength: 28 }), fc.array(step, { maxLength: 20 }), run),
      { numRuns: 60 },
    );
  });
  it('judges after an edit only what the edit can have changed', async () => {
    const workspace = new MemoryWorkspace();
    const text = (n: number): string =>
      `ohwx, 1girl, long_hair, ${n % 3 === 0 ? 'blonde_hair' : 'black_hair'}, smile, tag${n % 50}_of_many, own_thing${n}`;
    for (let n = 0; n < 400; n++) {
      workspace.set(`/set/${n}.txt`, text(n));
      workspace.set(`/set/${n}.png`, '');
    }
    const { index, findings } = await open(workspace, '/set');
    await findings.judgeAll();
    const judgedAfter = async (n: number, edited: string): Promise<number> => {
      const before = findings.judged;
      await index.overlay(`${n}.txt`, edited);
      await findings.judgeAll();
      return findings.judged - before;
    };
    assert.equal(await judgedAfter(7, `${text(7)}, a`), 1);
    assert.equal(await judgedAfter(7, `${text(7)}, a_new_word`), 1);
    assert.equal(await judgedAfter(7, text(7)), 1);
    assert.equal(await judgedAfter(8, text(8).replace('tag8_of_many', 'tag9_of_many')), 1);
    // A second spelling of what 50 captions hold concerns these.
    const drifted = await judgedAfter(
      9,
      text(9).replace('tag9_of_many', 'tag9 of_many').replace('blonde_hair', 'blond_hair'),
    );
    assert.ok(drifted > 1 && drifted < 200, String(drifted));
  });
  it('keeps the totals by difference, and gives the captions of a listing in breaths that can be stopped', async () => {
    const workspace = new MemoryWorkspace();
    for (let n = 0; n < 40; n++) workspace.set(`/set/${n}.txt`, n % 2 ? 'ohwx, smile, smile' : 'ohwx, smile,');
    const { index, findings } = await open(workspace, '/set');
    await findings.judgeAll();
    const count = (rule: string) => findings.totals.find((total) => total.rule === rule)?.count ?? 0;
    assert.deepEqual([count('duplicate-tag'), count('empty-tag')], [20, 20]);
    await index.overlay('1.txt', 'ohwx, smile');
    await findings.judgeAll();
    assert.deepEqual([count('duplicate-tag'), count('empty-tag')], [19, 20]);
    await assert.rejects(findings.judgeAll({ signal: AbortSignal.abort() }));
  });
});

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function run(captions: readonly string[], steps: readonly Step[]): Promise<void> {
  const workspace = new MemoryWorkspace();
  const put = (n: number, text: string): void => {
    workspace.set(`/set/${fileOf(n)}`, text);
    workspace.set(`/set/${fileOf(n).replace('.txt', '.png')}`, '');
  };
  for (const [n, text] of captions.entries()) put(n, text);
  let layer = layers[0];
  const dataset = await open(workspace, '/set', layer);
  const { index, findings } = dataset;
  const overlays = new Map<string, string>();
  await findings.judgeAll();
  const start = findings.revision;
  const before = await everything(dataset);
  for (const what of steps) {
    if (what.kind === 'ask') await findings.judgeAll();
    else if (what.kind === 'settings') {
      layer = layers[what.at];
      const settings = resolveSettings(layer ?? {});
      index.declare(settings.sidecar.concepts, settings.configHints);
      findings.use(settings);
    } else if (what.kind === 'everywhere') {
      for (const { file } of [...index.captions].slice(what.from)) {
        const source = index.record(file)?.source;
        const text = source?.kind === 'text' ? source.text.replaceAll(what.tag, what.by) : '';
        if (await index.overlay(file, text)) overlays.set(file, text);
      }
    } else if (what.kind === 'rival') {
      // A second text of the same name, which no trainer reads; some rules compare the two.
      const file = fileOf(what.at).replace('.txt', '.caption');
      if (what.types && what.text !== null) {
        if (await index.overlay(file, what.text)) overlays.set(file, what.text);
        continue;
      }
      if (what.text === null) await workspace.remove(`/set/${file}`).catch(() => {});
      else workspace.set(`/set/${file}`, what.text);
      await index.refresh();
      await index.rereadAll([file]);
      if (!index.caption(file)) overlays.delete(file);
    } else {
      const file = fileOf(what.at);
      if (what.kind === 'type') {
        if (await index.overlay(file, what.text)) overlays.set(file, what.text);
      } else if (what.kind === 'close') {
        overlays.delete(file);
        await index.removeOverlay(file);
      } else {
        if (what.kind === 'write') put(what.at, what.text);
        else await workspace.remove(`/set/${file}`).catch(() => {});
        // A document that is open stays open when its file goes, and lies over the one that comes.
        await index.refresh();
        await index.reread(file);
      }
    }
  }
  await findings.judgeAll();
  const fresh = await open(workspace, '/set', layer);
  for (const [file, text] of overlays) await fresh.index.overlay(file, text);
  const after = await everything(dataset);
  assert.deepEqual(after, await everything(fresh));
  const changed = new Set(findings.changedSince(start));
  for (const file of new Set([...Object.keys(before), ...Object.keys(after)]))
    if (JSON.stringify(before[file]) !== JSON.stringify(after[file])) assert.ok(changed.has(file), file);
}
