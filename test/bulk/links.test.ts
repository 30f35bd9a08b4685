import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, realpath, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { MoveAside } from '../../server/src/bulk/move-aside.ts';
import { CaptionWriter } from '../../server/src/bulk/writer.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const canLink = process.platform !== 'win32';

(canLink ? describe : describe.skip)('links that lead out of a dataset', () => {
  let place = '';
  beforeEach(async () => {
    place = await realpath(await mkdtemp(path.join(os.tmpdir(), 'tagmetry-links-')));
    await mkdir(`${place}/set/sub`, { recursive: true });
    await mkdir(`${place}/elsewhere`);
  });
  afterEach(() => rm(place, { recursive: true, force: true }));
  const writer = () => new CaptionWriter(nodeWorkspace, `${place}/state`);
  const text = (name: string) => readFile(`${place}/${name}`, 'utf8');
  const put = (name: string, content: string) => writeFile(`${place}/${name}`, content);
  const change = (file: string, before: string, after: string) =>
    writer().apply(`${place}/set`, 'change', [{ file, before: bytes(before), after: bytes(after) }]);

  it('that came after a change are not followed by its undo', async () => {
    await put('set/a.txt', 'a');
    await change('a.txt', 'a', 'a, b');
    await rename(`${place}/set/a.txt`, `${place}/kept.txt`);
    await put('elsewhere/mine.txt', 'a, b');
    await symlink(`${place}/elsewhere/mine.txt`, `${place}/set/a.txt`);
    const { kind, left } = await writer().undo(`${place}/set`);
    assert.equal(kind, 'partly');
    assert.deepEqual(left, [{ file: 'a.txt', reason: 'leads outside' }]);
    assert.equal(await text('elsewhere/mine.txt'), 'a, b');
    // With the file back in its place the change can still be undone.
    await unlink(`${place}/set/a.txt`);
    await rename(`${place}/kept.txt`, `${place}/set/a.txt`);
    assert.equal((await writer().undo(`${place}/set`)).kind, 'undone');
    assert.equal(await text('set/a.txt'), 'a');
  });

  it('that a folder became are not followed either', async () => {
    await put('set/sub/a.txt', 'a');
    await change('sub/a.txt', 'a', 'a, b');
    await rename(`${place}/set/sub`, `${place}/kept`);
    await put('elsewhere/a.txt', 'a, b');
    await symlink(`${place}/elsewhere`, `${place}/set/sub`);
    assert.equal((await writer().undo(`${place}/set`)).kind, 'partly');
    assert.equal(await text('elsewhere/a.txt'), 'a, b');
  });

  it('that were there before are the dataset as its owner made it: edits and their undo follow them', async () => {
    await put('elsewhere/a.txt', 'a');
    await symlink(`${place}/elsewhere/a.txt`, `${place}/set/a.txt`);
    await symlink(`${place}/set`, `${place}/link`);
    await writer().apply(`${place}/link`, 'change', [{ file: 'a.txt', before: bytes('a'), after: bytes('a, b') }]);
    assert.equal(await text('elsewhere/a.txt'), 'a, b');
    assert.equal((await writer().undo(`${place}/link`)).kind, 'undone');
    assert.equal(await text('elsewhere/a.txt'), 'a');
  });

  it('do not take files that come back', async () => {
    await put('set/sub/a.png', 'picture');
    const aside = () => new MoveAside(nodeWorkspace, `${place}/state`);
    await aside().apply(`${place}/set`, [['sub/a.png']]);
    await rm(`${place}/set/sub`, { recursive: true });
    await symlink(`${place}/elsewhere`, `${place}/set/sub`);
    assert.deepEqual((await aside().undo(`${place}/set`))?.failed, [{ file: 'sub/a.png', reason: 'leads outside' }]);
    await unlink(`${place}/set/sub`);
    assert.deepEqual((await aside().undo(`${place}/set`))?.moved, ['sub/a.png']);
    assert.equal(await text('set/sub/a.png'), 'picture');
  });
});

describe('renames of captions', () => {
  it('are part of the change they belong to, and come back with it', async () => {
    const place = await realpath(await mkdtemp(path.join(os.tmpdir(), 'tagmetry-renames-')));
    try {
      const set = `${place}/set`;
      for (const [name, content] of [
        ['a.TXT', 'first'],
        ['b.TXT', 'second'],
        ['b.txt.taken', 'x'],
        ['c.txt', 'c'],
      ] as const)
        await nodeWorkspace.write(`${set}/${name}`, bytes(content));
      const writer = new CaptionWriter(nodeWorkspace, `${place}/state`);
      const { written, failed } = await writer.apply(
        set,
        'Fixes',
        [{ file: 'c.txt', before: bytes('c'), after: bytes('c, d') }],
        {
          renames: [
            { from: 'a.TXT', to: 'a1.txt' },
            { from: 'b.TXT', to: 'b.txt.taken' },
          ],
        },
      );
      assert.deepEqual(written, ['c.txt', 'a1.txt']);
      assert.deepEqual(failed, [{ file: 'b.TXT', reason: 'EEXIST' }]);
      const undone = await new CaptionWriter(nodeWorkspace, `${place}/state`).undo(set);
      assert.deepEqual([undone.kind, ...undone.files], ['undone', 'c.txt', 'a.TXT']);
      assert.equal(await readFile(`${set}/a.TXT`, 'utf8'), 'first');
      assert.equal(await readFile(`${set}/c.txt`, 'utf8'), 'c');
      assert.equal((await writer.undo(set)).kind, 'nothing');
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
});
