import assert from 'node:assert/strict';
import { asideFolder } from '../../server/src/bulk/journal.ts';
import { groupOf, MoveAside } from '../../server/src/bulk/move-aside.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';

async function names(workspace: MemoryWorkspace, folder: string): Promise<string[]> {
  const entries = await workspace.list(folder).catch(() => []);
  return entries.map(({ name }) => name).sort();
}

describe('moving images aside', () => {
  const root = '/data/set';
  const aside = asideFolder(root);
  function prepared(...files: string[]) {
    const workspace = new MemoryWorkspace();
    for (const file of files) workspace.set(file.startsWith('/') ? file : `${root}/${file}`, file);
    return { workspace, moves: new MoveAside(workspace, '/state/moves') };
  }

  it('takes an image and its caption, and brings them back', async () => {
    const { workspace, moves } = prepared('1.png', '1.txt', '2.png', 'sub/3.png');
    const { moved, failed } = await moves.apply(root, [['1.png', '1.txt'], ['sub/3.png']]);
    assert.deepEqual([moved, failed], [['1.png', '1.txt', 'sub/3.png'], []]);
    assert.deepEqual(await names(workspace, root), ['2.png']);
    assert.deepEqual(await names(workspace, aside), ['1.png', '1.txt', 'sub']);
    const back = await moves.undo(root);
    assert.deepEqual([...(back?.moved ?? [])].sort(), ['1.png', '1.txt', 'sub/3.png']);
    assert.deepEqual(await names(workspace, root), ['1.png', '1.txt', '2.png', 'sub']);
    assert.equal(await moves.undo(root), null);
  });
  it('gives both one number where a name is taken', async () => {
    const { workspace, moves } = prepared('1.png', '1.txt', `${aside}/1.txt`);
    await moves.apply(root, [['1.png', '1.txt']]);
    assert.deepEqual(await names(workspace, aside), ['1 (2).png', '1 (2).txt', '1.txt']);
  });
  it('leaves a group whole when one of its files cannot be moved', async () => {
    const { workspace, moves } = prepared('1.png');
    const { moved, failed } = await moves.apply(root, [['1.png', 'gone.txt']]);
    assert.deepEqual(moved, []);
    assert.deepEqual(
      failed.map(({ file }) => file),
      ['1.png', 'gone.txt'],
    );
    assert.deepEqual(await names(workspace, root), ['1.png']);
  });
  it('does not overwrite what took the place of a moved file', async () => {
    const { workspace, moves } = prepared('1.png', '2.png');
    await moves.apply(root, [['1.png']]);
    workspace.set(`${root}/1.png`, 'new');
    const back = await moves.undo(root);
    assert.deepEqual(
      back?.failed.map(({ file }) => file),
      ['1.png'],
    );
    assert.equal(new TextDecoder().decode(await workspace.read(`${root}/1.png`)), 'new');
  });
  it('leaves a caption that another image needs', () => {
    const captions = [
      { file: 'a.txt', image: 'a.jpg' },
      { file: 'a.caption', image: 'a.jpg' },
    ];
    assert.deepEqual(groupOf('a.jpg', captions, [{ file: 'a.png', caption: 'a.txt' }]), ['a.jpg', 'a.caption']);
    assert.deepEqual(groupOf('a.jpg', captions, []), ['a.jpg', 'a.txt', 'a.caption']);
  });
});
