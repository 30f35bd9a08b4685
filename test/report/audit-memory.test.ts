import assert from 'node:assert/strict';
import fc from 'fast-check';
import { openDataset } from '../../server/src/engine/open-dataset.ts';
import { applyDifference, differenceOf } from '../../server/src/ground/difference.ts';
import { type AuditedDataset, audit } from '../../server/src/report/audit.ts';
import { AuditMemory } from '../../server/src/report/audit-memory.ts';
import type { AuditReport } from '../../server/src/report/report.ts';
import type { SettingsLayer } from '../../server/src/settings/settings.ts';
import { TagListStore } from '../../server/src/settings/tag-lists.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { greyPng } from '../support/png.ts';

/** Few tags, so that halves, nine tenths and first places change hands. */
const tag = fc.constantFrom(
  ...'ohwx|1girl|solo|smile|long hair|long_hair|lnog hair|red dress|red hat|blue sky|sunset|masterpiece|upper body|standing|night|beach||sks dog|dog|(x:1.2)|looking at viewer'.split(
    '|',
  ),
);
const tags = fc.array(tag, { maxLength: 7 }).map((list) => list.join(', '));
const sentence = fc
  .array(
    fc.constantFrom('a photo of', 'ohwx woman', 'standing in', 'a red dress', 'the beach', 'at night', 'smiling.'),
    {
      minLength: 3,
      maxLength: 8,
    },
  )
  .map((list) => list.join(' '));
const usual = fc.constant('ohwx, 1girl, solo, long hair, red dress, masterpiece');
const text = fc.oneof(
  { weight: 4, arbitrary: tags },
  { weight: 2, arbitrary: sentence },
  { weight: 2, arbitrary: usual },
);

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('type' as const), at: fc.nat(29), text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const), at: fc.nat(29) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('write' as const), at: fc.nat(34), text }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('image' as const), at: fc.nat(34), side: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), at: fc.nat(34), image: fc.boolean() }) },
  { weight: 4, arbitrary: fc.constant({ kind: 'audit' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settings' as const), layer: fc.nat(4) }) },
);

const layers: readonly SettingsLayer[] = [
  {},
  { rules: { 'low-resolution': 'off', 'identical-captions': 'error' } },
  { suppressions: [{ rule: 'duplicate-tag' }] },
  { concepts: [{ trigger: 'smile', classWord: '1girl' }] },
  { concepts: [{ folders: ['1_dog'], trigger: 'dog', regularization: true }] },
];

const folders = ['10_ohwx woman', '1_dog', 'more'];
const stemOf = (n: number): string => `/set/${folders[n % 3]}/${n}`;

describe('an audit that remembers the last one', () => {
  it('says what one says that remembers nothing, after any edits, files and settings', async function () {
    this.timeout(0);
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 24, maxLength: 30 }), fc.array(step, { maxLength: 25 }), run),
      { numRuns: Number(process.env.TAGMETRY_RUNS ?? 15) },
    );
  });
});

async function open(workspace: MemoryWorkspace, layer: SettingsLayer) {
  return openDataset(workspace, '/set', {
    over: [layer],
    tagLists: new TagListStore(workspace),
    paths: { home: '/', folder: '/set' },
    onTagListProblem: () => {},
  });
}

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function run(texts: readonly string[], steps: readonly Step[]): Promise<void> {
  const workspace = new MemoryWorkspace('linux');
  for (const [n, text] of texts.entries()) {
    workspace.set(`${stemOf(n)}.txt`, text);
    workspace.set(`${stemOf(n)}.png`, greyPng(512, 512 + 64 * (n % 2), n));
  }
  let layer = layers[0];
  let dataset: Awaited<ReturnType<typeof open>> = await open(workspace, layer);
  const memory = new AuditMemory();
  let filesRevision = 0;
  let shown: unknown = null;
  const overlays = new Map<string, string>();
  const look = (of: AuditedDataset, known?: AuditMemory) =>
    audit(workspace, of, 'set', { images: 'headers', withFixes: false, memory: known, filesRevision });
  const follow = async (): Promise<AuditReport> => {
    const { report } = await look(dataset, memory);
    // A view that is told differences has the same.
    const difference = shown === null ? { value: report } : differenceOf(shown, report);
    if (difference) shown = applyDifference(shown, JSON.parse(JSON.stringify(difference)));
    return report;
  };
  for (const what of steps) {
    if (what.kind === 'audit') await follow();
    else if (what.kind === 'settings') {
      layer = layers[what.layer];
      const { settings, sidecar, config } = await open(workspace, layer);
      dataset.index.declare(settings.sidecar.concepts, settings.configHints);
      dataset.findings.use(settings);
      dataset = { ...dataset, settings, sidecar, config };
    } else {
      const stem = stemOf(what.at);
      const file = `${stem.slice('/set/'.length)}.txt`;
      const { index } = dataset;
      if (what.kind === 'type') {
        if (await index.overlay(file, what.text)) overlays.set(file, what.text);
      } else if (what.kind === 'close') {
        overlays.delete(file);
        await index.removeOverlay(file);
      } else {
        if (what.kind === 'write') workspace.set(`${stem}.txt`, what.text);
        else if (what.kind === 'image') workspace.set(`${stem}.png`, greyPng(256 << what.side, 512, what.at));
        else await workspace.remove(`${stem}.${what.image ? 'png' : 'txt'}`).catch(() => {});
        filesRevision++;
        await index.refresh();
        await index.reread(file);
        if (!index.caption(file)) overlays.delete(file);
      }
    }
  }
  const report = await follow();
  const fresh = await open(workspace, layer);
  for (const [file, text] of overlays) await fresh.index.overlay(file, text);
  const { report: expected } = await look(fresh);
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
  assert.deepEqual(plain(report), plain(expected));
  assert.deepEqual(plain(shown), plain(expected));
}
