import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { MadeTogether } from '../../server/src/bulk/made-together.ts';
import { MoveAside } from '../../server/src/bulk/move-aside.ts';
import { CaptionWriter } from '../../server/src/bulk/writer.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('edits and moves of one decision', () => {
  let place: string;
  let root: string;
  let together: MadeTogether;
  const at = (name: string): string => path.join(root, name);
  const text = (name: string): string => readFileSync(at(name), 'utf8');

  beforeEach(() => {
    place = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-together-'));
    root = path.join(place, 'set');
    mkdirSync(root);
    for (const name of ['a', 'b', 'c']) {
      writeFileSync(at(`${name}.txt`), `${name} old`);
      writeFileSync(at(`${name}.png`), name);
    }
    together = new MadeTogether(nodeWorkspace, path.join(place, 'state'));
  });
  afterEach(() => rmSync(place, { recursive: true, force: true }));

  const edit = (name: string, before: string, after: string) => ({
    file: `${name}.txt`,
    before: bytes(before),
    after: bytes(after),
  });

  it('are undone by one undo, and only the last of them', async () => {
    const state = path.join(place, 'state');
    await new MoveAside(nodeWorkspace, state).apply(root, [['c.png', 'c.txt']]);
    await new CaptionWriter(nodeWorkspace, state).apply(root, 'Before', [edit('a', 'a old', 'a first')]);
    const made = await together.apply(root, 'Cure', [edit('a', 'a first', 'a new')], [['b.png', 'b.txt']]);
    assert.deepEqual([made.moves?.moved, made.written.written], [['b.png', 'b.txt'], ['a.txt']]);
    assert.ok(!existsSync(at('b.png')) && text('a.txt') === 'a new');

    const undone = await together.undo(root, true);
    assert.deepEqual([undone.kind, undone.title, undone.moved?.moved], ['undone', 'Cure', ['b.png', 'b.txt']]);
    assert.ok(existsSync(at('b.png')) && text('b.txt') === 'b old' && text('a.txt') === 'a first');
    assert.ok(!existsSync(at('c.png')), 'a move of its own stays');

    assert.equal((await together.undo(root, true)).title, 'Before');
    assert.equal(text('a.txt'), 'a old');
    assert.deepEqual((await together.undo(root, false)).moved, null);
    assert.deepEqual((await together.undo(root, true)).moved?.moved, ['c.png', 'c.txt']);
  });

  it('leave what somebody put in the way, and say so', async () => {
    await together.apply(root, 'Cure', [edit('a', 'a old', 'a new')], [['b.png', 'b.txt']]);
    writeFileSync(at('b.png'), 'another');
    const { kind, moved } = await together.undo(root, true);
    assert.deepEqual([kind, moved?.moved, moved?.failed.map(({ file }) => file)], ['undone', ['b.txt'], ['b.png']]);
    assert.equal(readFileSync(at('b.png'), 'utf8'), 'another');
    // The rest comes back when there is room.
    rmSync(at('b.png'));
    assert.deepEqual((await together.undo(root, true)).moved?.moved, ['b.png']);
  });
});
