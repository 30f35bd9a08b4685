import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import type { BulkOperation } from '../../server/src/bulk/operations.ts';
import { changeOf, planBulkEdit } from '../../server/src/bulk/plan.ts';
import { CaptionWriter } from '../../server/src/bulk/writer.ts';
import { DatasetIndex } from '../../server/src/dataset/index.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';
import type { WritableWorkspace } from '../../server/src/workspace/workspace.ts';

const settings = resolveSettings({});

async function edit(workspace: WritableWorkspace, root: string, writer: CaptionWriter, operation: BulkOperation) {
  const index = await DatasetIndex.open(workspace, root, settings);
  const records = [...index.captions].map(({ file }) => index.record(file)).filter((record) => record !== undefined);
  const plan = await planBulkEdit(records, () => settings.syntax, operation);
  return { plan, result: await writer.apply(root, operation.kind, plan.edits.map(changeOf)) };
}

const tag = fc.constantFrom('a', 'b c', 'D_e', 'ohwx woman', '', '(f:1.2)', ':d', '猫', 'caf\u00e9', '\u{1f600}');
const text = fc
  .tuple(
    fc.boolean(),
    fc.array(tag, { maxLength: 6 }),
    fc.constantFrom(', ', ',', ' ,  '),
    fc.constantFrom('', '\n', '\r\n', '\r\nsecond, a\r\n'),
  )
  .map(([bom, tags, joint, end]) => Buffer.from(`${bom ? '\ufeff' : ''}${tags.join(joint)}${end}`));
const odd = fc.constantFrom(
  Buffer.from('caf\xe9, a', 'latin1'),
  Buffer.from('\ufeffa, b', 'utf16le'),
  Buffer.from([0xff]),
);
const folder = fc.array(fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: odd }), {
  minLength: 1,
  maxLength: 6,
});
const someTag = fc.constantFrom('a', 'b c', 'd e', 'new tag', '猫');
const operation: fc.Arbitrary<BulkOperation> = fc.oneof(
  fc.record({
    kind: fc.constant('add' as const),
    tags: fc.array(someTag, { minLength: 1, maxLength: 3 }),
    at: fc.constantFrom('front', 'end', 'after') as fc.Arbitrary<'front' | 'end' | 'after'>,
    after: someTag,
  }),
  fc.record({ kind: fc.constant('remove' as const), tags: fc.array(someTag, { minLength: 1, maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('replace' as const),
    tag: someTag,
    with: fc.constantFrom('', 'x', 'x, y', '\u{1f600}'),
  }),
  fc.record({
    kind: fc.constant('replace-text' as const),
    find: fc.constantFrom('a', '.', '[^,]', 'b.c'),
    with: fc.constantFrom('', 'x$&', '\u{1f600}'),
    regex: fc.boolean(),
    matchCase: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('move-front' as const), tags: fc.array(someTag, { minLength: 1, maxLength: 2 }) }),
  fc.record({ kind: fc.constant('sort' as const), order: fc.array(someTag, { minLength: 1, maxLength: 3 }) }),
  fc.record({ kind: fc.constant('deduplicate' as const) }),
  fc.record({ kind: fc.constant('toggle' as const), tag: someTag }),
);

/** More with TAGMETRY_RUNS. */
const runs = Number(process.env.TAGMETRY_RUNS ?? 400);

describe('bulk edits on disk', () => {
  it('can be undone to the last byte, one after the other; what cannot be decoded is never touched', async () => {
    await fc.assert(
      fc.asyncProperty(folder, fc.array(operation, { minLength: 1, maxLength: 4 }), async (files, operations) => {
        const workspace = new MemoryWorkspace();
        for (const [at, bytes] of files.entries()) {
          workspace.set(`/set/${at}.txt`, bytes);
          workspace.set(`/set/${at}.png`, '');
        }
        const now = async () =>
          Promise.all(files.map(async (_, at) => Buffer.from(await workspace.read(`/set/${at}.txt`)).toString('hex')));
        const states = [await now()];
        const steps: number[] = [];
        for (const one of operations) {
          const { plan, result } = await edit(workspace, '/set', new CaptionWriter(workspace, '/state'), one);
          assert.deepEqual(result.failed, []);
          assert.ok(plan.untouchable.every(({ file }) => !result.written.includes(file)));
          if (result.written.length > 0) steps.push(states.length);
          if (result.written.length > 0) states.push(await now());
        }
        for (const [at, bytes] of files.entries())
          if (new TextDecoder().decode(bytes).includes('\ufffd'))
            assert.equal(Buffer.compare(await workspace.read(`/set/${at}.txt`), bytes), 0);
        for (const step of steps.reverse()) {
          // A new journal object: as after a restart.
          assert.equal((await new CaptionWriter(workspace, '/state').undo('/set')).kind, 'undone');
          assert.deepEqual(await now(), states[step - 1]);
        }
        assert.equal((await new CaptionWriter(workspace, '/state').undo('/set')).kind, 'nothing');
      }),
      { numRuns: runs },
    );
  });
  it('can be undone to the last byte on a real disk', async function () {
    this.timeout(0);
    const place = await mkdtemp(path.join(os.tmpdir(), 'tagmetry-'));
    let set = 0;
    try {
      await fc.assert(
        fc.asyncProperty(folder, operation, async (files, one) => {
          const root = `${place}/${set++}`;
          for (const [at, bytes] of files.entries()) {
            await nodeWorkspace.write(`${root}/${at}.txt`, bytes);
            await nodeWorkspace.write(`${root}/${at}.png`, new Uint8Array());
          }
          const { plan, result } = await edit(
            nodeWorkspace,
            root,
            new CaptionWriter(nodeWorkspace, `${place}/state`),
            one,
          );
          assert.deepEqual(result.failed, []);
          for (const [at, bytes] of files.entries()) {
            const now = await readFile(`${root}/${at}.txt`);
            assert.equal(now.equals(bytes), !result.written.includes(`${at}.txt`));
          }
          assert.equal(result.written.length, plan.edits.length);
          const undone = await new CaptionWriter(nodeWorkspace, `${place}/state`).undo(root);
          assert.equal(undone.kind, result.written.length > 0 ? 'undone' : 'nothing');
          for (const [at, bytes] of files.entries())
            assert.ok((await readFile(`${root}/${at}.txt`)).equals(bytes), `${at}.txt`);
          await rm(root, { recursive: true });
        }),
        { numRuns: runs },
      );
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
  it('work on real files, and refuse to undo what was changed since', async () => {
    const root = await mkdtemp(path.join(os.tmpdir(), 'tagmetry-'));
    try {
      const set = `${root}/set`;
      const put = (name: string, content: string | Uint8Array) =>
        nodeWorkspace.write(`${set}/${name}`, Buffer.from(content));
      await put('1.txt', '\ufeffa, b\r\n');
      await put('2.txt', 'b');
      await put('1.png', '');
      await put('2.png', '');
      const journal = new CaptionWriter(nodeWorkspace, `${root}/state`);
      const { result } = await edit(nodeWorkspace, set, journal, { kind: 'add', tags: ['x'], at: 'front' });
      assert.deepEqual(result.written, ['1.txt', '2.txt']);
      assert.equal(await readFile(`${set}/1.txt`, 'utf8'), '\ufeffx, a, b\r\n');
      await writeFile(`${set}/2.txt`, 'mine');
      const left = [{ file: '2.txt', reason: 'changed since' }];
      assert.deepEqual(await journal.undo(set), {
        kind: 'partly',
        title: 'add',
        files: ['1.txt'],
        gone: [],
        left,
        unusable: [],
      });
      assert.equal(await readFile(`${set}/1.txt`, 'utf8'), '\ufeffa, b\r\n');
      assert.deepEqual(await journal.undo(set), {
        kind: 'partly',
        title: 'add',
        files: [],
        gone: [],
        left,
        unusable: [],
      });
      assert.equal(await readFile(`${set}/2.txt`, 'utf8'), 'mine');
      await writeFile(`${set}/2.txt`, 'x, b');
      assert.deepEqual(await journal.undo(set), {
        kind: 'undone',
        title: 'add',
        files: ['2.txt'],
        gone: [],
        left: [],
        unusable: [],
      });
      assert.equal(await readFile(`${set}/2.txt`, 'utf8'), 'b');
    } finally {
      await rm(root, { recursive: true, force: true });
    }
  });
  it('leave a file alone that no longer holds what was planned for', async () => {
    const workspace = new MemoryWorkspace();
    workspace.set('/set/1.txt', 'mine');
    const journal = new CaptionWriter(workspace, '/state');
    const planned = [changeOf({ file: '1.txt', before: 'a', after: 'b', bom: false })];
    assert.deepEqual(await journal.apply('/set', 'x', planned), {
      written: [],
      failed: [{ file: '1.txt', reason: 'changed meanwhile' }],
    });
    assert.equal((await journal.undo('/set')).kind, 'nothing');
  });
});
