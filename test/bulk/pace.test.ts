import assert from 'node:assert/strict';
import { CaptionWriter } from '../../server/src/bulk/writer.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const names = ['a', 'b', 'c', 'd', 'e'];

/** Stops after some files, and keeps what was told of the way. */
function stoppingAfter(files: number) {
  const stop = new AbortController();
  const told: string[] = [];
  const onProgress = (done: number, total: number): void => {
    told.push(`${done}/${total}`);
    if (done === files) stop.abort();
  };
  return { told, pace: { onProgress, signal: stop.signal } };
}

describe('a long change that is stopped', () => {
  let workspace: MemoryWorkspace;
  let writer: CaptionWriter;
  const texts = async () =>
    (
      await Promise.all(
        [...names, 'new'].map((name) => workspace.read(`/set/${name}.txt`).then(Buffer.from, () => 'gone')),
      )
    ).join(' ');
  const changes = names.map((name) => ({
    file: `${name}.txt`,
    before: bytes(name),
    after: bytes(name.toUpperCase()),
  }));
  const creations = [{ file: 'new.txt', bytes: bytes('new') }];

  beforeEach(() => {
    workspace = new MemoryWorkspace();
    for (const name of names) workspace.set(`/set/${name}.txt`, name);
    writer = new CaptionWriter(workspace, '/state');
  });

  it('ends between two files; what was written is told and undone, the rest is as it was', async () => {
    const { told, pace } = stoppingAfter(2);
    const { written, failed } = await writer.apply('/set', 'upper', changes, { creations, pace });
    assert.deepEqual(written, ['a.txt', 'b.txt']);
    assert.deepEqual(
      failed.map(({ file, reason }) => `${file} ${reason}`),
      ['c.txt', 'd.txt', 'e.txt', 'new.txt'].map((file) => `${file} cancelled`),
    );
    assert.deepEqual(told.slice(0, 3), ['0/6', '1/6', '2/6']);
    assert.equal(await texts(), 'A B c d e gone');
    const undone = await writer.undo('/set');
    assert.deepEqual([undone.kind, undone.files], ['undone', ['a.txt', 'b.txt']]);
    assert.equal(await texts(), 'a b c d e gone');
    assert.equal((await writer.undo('/set')).kind, 'nothing');
  });
  it('leaves nothing to undo where it was stopped before the first file', async () => {
    const { written } = await writer.apply('/set', 'upper', changes, { creations, pace: stoppingAfter(0).pace });
    assert.deepEqual(written, []);
    assert.equal((await writer.undo('/set')).kind, 'nothing');
  });
  it('goes on with another undo where an undo was stopped', async () => {
    await writer.apply('/set', 'upper', changes, { creations });
    const { told, pace } = stoppingAfter(3);
    const part = await writer.undo('/set', undefined, pace);
    assert.deepEqual([part.kind, part.files.length, part.left.length, told[0]], ['partly', 3, 3, '0/6']);
    assert.equal(await texts(), 'a b c D E new');
    assert.equal((await writer.undo('/set')).kind, 'undone');
    assert.equal(await texts(), 'a b c d e gone');
  });
});
