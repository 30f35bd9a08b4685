import assert from 'node:assert/strict';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { scanFolder } from '../../server/src/dataset/scan.ts';
import { readImageFacts } from '../../server/src/images/read-facts.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';
import { FileProblem } from '../../server/src/workspace/workspace.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('files of this machine', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'tagmetry-write-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('keeps a link and writes what it points to', async function () {
    const target = path.join(folder, 'target.txt');
    const link = path.join(folder, 'link.txt');
    await writeFile(target, 'before');
    try {
      await symlink('target.txt', link);
    } catch {
      // Making links needs a right on Windows.
      this.skip();
    }
    await nodeWorkspace.write(link, bytes('after'), bytes('before'));
    assert.ok((await lstat(link)).isSymbolicLink());
    assert.equal(await readFile(target, 'utf8'), 'after');
  });

  it('finds images that are broken links or folders, as the trainer does', async function () {
    await mkdir(path.join(folder, 'b.png'));
    try {
      await symlink('nowhere.png', path.join(folder, 'a.png'));
      await symlink('nowhere.txt', path.join(folder, 'a.txt'));
    } catch {
      this.skip();
    }
    const { folders } = await scanFolder(nodeWorkspace, folder);
    assert.deepEqual(folders.find((listed) => listed.folder === '')?.files.toSorted(), ['a.png', 'b.png']);
    for (const image of ['a.png', 'b.png'])
      assert.equal((await readImageFacts(nodeWorkspace, folder, image)).header, null);
  });

  it('lists each folder once, whatever links lead to it, and asks for real paths of links only', async function () {
    await mkdir(path.join(folder, 'set', 'a', 'b'), { recursive: true });
    await mkdir(path.join(folder, 'beside', 'c'), { recursive: true });
    try {
      await symlink(path.join(folder, 'set'), path.join(folder, 'set', 'a', 'b', 'up'));
      await symlink(path.join(folder, 'beside'), path.join(folder, 'set', 'out'));
      await symlink(path.join(folder, 'beside', 'c'), path.join(folder, 'set', 'same'));
    } catch {
      this.skip();
    }
    const asked: string[] = [];
    const counting = {
      ...nodeWorkspace,
      realPath: (place: string) => {
        asked.push(path.relative(folder, place));
        return nodeWorkspace.realPath(place);
      },
    };
    const { folders } = await scanFolder(counting, path.join(folder, 'set'));
    const listed = folders.map((one) => one.folder);
    assert.ok(listed.includes('') && listed.includes('a') && listed.includes('a/b') && listed.includes('out'));
    // One of the two ways to the same folder.
    assert.equal(listed.length, 5, listed.join());
    assert.ok(listed.includes('same') !== listed.includes('out/c'));
    assert.deepEqual(
      asked.toSorted(),
      ['set', 'set/a/b/up', 'set/out', 'set/same'].map((one) => path.normalize(one)),
    );
  });

  it('refuses a file that is read-only, also where renaming over it would work', async () => {
    const file = path.join(folder, 'a.txt');
    await writeFile(file, 'before');
    await chmod(file, 0o444);
    await assert.rejects(nodeWorkspace.write(file, bytes('after'), bytes('before')), FileProblem);
    assert.equal(await readFile(file, 'utf8'), 'before');
    assert.deepEqual(await readdir(folder), ['a.txt']);
    await chmod(file, 0o644);
  });

  it('keeps the rights of a file and refuses one that changed meanwhile', async () => {
    const file = path.join(folder, 'a.txt');
    await writeFile(file, 'before');
    await chmod(file, 0o600);
    const { mode } = await stat(file);
    await nodeWorkspace.write(file, bytes('after'), bytes('before'));
    assert.equal((await stat(file)).mode, mode);
    await assert.rejects(nodeWorkspace.write(file, bytes('x'), bytes('before')), /changed meanwhile/);
    assert.equal(await readFile(file, 'utf8'), 'after');
  });
});
