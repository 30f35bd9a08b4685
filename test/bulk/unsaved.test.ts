import assert from 'node:assert/strict';
import { CaptionWriter } from '../../server/src/bulk/writer.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const change = (file: string, before: string, after: string) => ({ file, before: bytes(before), after: bytes(after) });

describe('undo while captions have unsaved changes in an editor', () => {
  let workspace: MemoryWorkspace;
  let writer: CaptionWriter;
  const text = async (file: string) =>
    new TextDecoder().decode(await workspace.read(`/set/${file}`).catch(() => bytes('gone')));

  beforeEach(async () => {
    workspace = new MemoryWorkspace();
    for (const name of ['a', 'b']) workspace.set(`/set/${name}.txt`, name);
    writer = new CaptionWriter(workspace, '/state');
    await writer.apply('/set', 'first', [change('a.txt', 'a', 'a1'), change('b.txt', 'b', 'b1')]);
    await writer.apply('/set', 'second', [change('a.txt', 'a1', 'a2'), change('b.txt', 'b1', 'b2')], {
      creations: [{ file: 'new.txt', bytes: bytes('new') }],
    });
  });

  it('leaves those alone and undoes the others; another undo takes the rest back', async () => {
    const undone = await writer.undo('/set', new Set(['a.txt', 'new.txt', 'elsewhere.txt']));
    assert.deepEqual(
      [undone.kind, undone.title, undone.files, undone.left],
      [
        'partly',
        'second',
        ['b.txt'],
        [
          { file: 'a.txt', reason: 'unsaved' },
          { file: 'new.txt', reason: 'unsaved' },
        ],
      ],
    );
    assert.deepEqual([await text('a.txt'), await text('b.txt'), await text('new.txt')], ['a2', 'b1', 'new']);
    const again = await writer.undo('/set');
    assert.deepEqual([again.kind, again.title, again.files], ['undone', 'second', ['a.txt', 'new.txt']]);
    assert.deepEqual([await text('a.txt'), await text('b.txt'), await text('new.txt')], ['a1', 'b1', 'gone']);
  });
  it('undoes no older change in the place of one that is held as a whole', async () => {
    const unsaved = new Set(['a.txt', 'b.txt', 'new.txt']);
    for (let time = 0; time < 2; time++) {
      const undone = await writer.undo('/set', unsaved);
      assert.deepEqual(
        [undone.kind, undone.title, undone.files.length, undone.left.length],
        ['partly', 'second', 0, 3],
      );
    }
    assert.deepEqual([await text('a.txt'), await text('b.txt')], ['a2', 'b2']);
    assert.equal((await writer.undo('/set')).kind, 'undone');
    assert.deepEqual([await text('a.txt'), await text('b.txt')], ['a1', 'b1']);
  });
  it('does not hold what was changed on disk too, nor what the change never reached', async () => {
    await workspace.write('/set/a.txt', bytes('mine'), bytes('a2'));
    await workspace.write('/set/b.txt', bytes('b1'), bytes('b2'));
    const undone = await writer.undo('/set', new Set(['a.txt', 'b.txt']));
    assert.deepEqual(
      [undone.title, undone.files, undone.left],
      ['second', ['new.txt'], [{ file: 'a.txt', reason: 'changed since' }]],
    );
  });
});
