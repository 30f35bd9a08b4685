import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Journals } from '../../server/src/bulk/journals.ts';
import { CaptionWriter } from '../../server/src/bulk/writer.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A dataset in memory with its writer; what lies in it as a text. */
function place() {
  const workspace = new MemoryWorkspace();
  const writer = new CaptionWriter(workspace, '/state');
  const read = (file: string): Promise<string | null> =>
    workspace.read(`/set/${file}`).then(
      (found) => new TextDecoder().decode(found),
      () => null,
    );
  return { workspace, writer, read };
}

describe('captions that a change makes', () => {
  it('are gone after its undo, with the edits made in the same change', async () => {
    const { workspace, writer, read } = place();
    await workspace.write('/set/1.txt', bytes('a'));
    const change = { file: '1.txt', before: bytes('a'), after: bytes('a, x') };
    const result = await writer.apply('/set', 'add', [change], { creations: [{ file: '2.txt', bytes: bytes('x') }] });
    assert.deepEqual(result, { written: ['1.txt', '2.txt'], failed: [] });
    assert.equal(await read('2.txt'), 'x');
    const undone = await writer.undo('/set');
    assert.deepEqual([undone.kind, undone.files, undone.gone], ['undone', ['1.txt', '2.txt'], ['2.txt']]);
    assert.deepEqual([await read('1.txt'), await read('2.txt')], ['a', null]);
    assert.equal((await writer.undo('/set')).kind, 'nothing');
  });

  it('stay when somebody wrote in them since, and are undone once they are as they were made', async () => {
    const { workspace, writer, read } = place();
    await writer.apply('/set', 'add', [], { creations: [{ file: '1.txt', bytes: bytes('x') }] });
    await workspace.write('/set/1.txt', bytes('x, and mine'));
    const left = [{ file: '1.txt', reason: 'changed since' }];
    assert.deepEqual((await writer.undo('/set')).left, left);
    assert.equal(await read('1.txt'), 'x, and mine');
    await workspace.write('/set/1.txt', bytes('x'));
    assert.deepEqual((await writer.undo('/set')).gone, ['1.txt']);
  });

  it('are none where a file is already, where its name leads outside, and where nothing would be in them', async () => {
    const { workspace, writer, read } = place();
    await workspace.write('/set/1.txt', bytes('x'));
    const creations = ['1.txt', '../2.txt', '3.txt'].map((file) => ({
      file,
      bytes: bytes(file === '3.txt' ? '' : 'x'),
    }));
    const { written, failed } = await writer.apply('/set', 'add', [], { creations });
    assert.deepEqual(written, []);
    assert.deepEqual(failed.map(({ file, reason }) => `${file} ${reason}`).sort(), [
      '../2.txt ENOENT',
      '1.txt EEXIST',
      '3.txt would be empty',
    ]);
    // What was there holds the same by chance: an undo must not take it away.
    assert.equal((await writer.undo('/set')).kind, 'nothing');
    assert.equal(await read('1.txt'), 'x');
  });

  it('that an interruption left by half are gone before the next change; whole ones and those of others stay (property)', async () => {
    const contents = fc.constantFrom(null, '', 'ohwx', 'ohwx, hat', 'mine', 'ohwx, hat and more');
    await fc.assert(
      fc.asyncProperty(fc.array(contents, { minLength: 1, maxLength: 5 }), async (found) => {
        const { workspace, writer, read } = place();
        await workspace.write('/set/a.png', new Uint8Array());
        const whole = 'ohwx, hat';
        // The change was noted and begun, and never came to its end.
        await Journals.locked(workspace, '/state', '/set', async (journals) => {
          const base64 = Buffer.from(whole).toString('base64');
          const creations = found.map((_, at) => ({ file: `${at}.txt`, bytes: base64 }));
          await journals.open(await journals.note('add', { creations }));
        });
        for (const [at, text] of found.entries())
          if (text !== null) await workspace.write(`/set/${at}.txt`, bytes(text));
        await writer.recover('/set');
        for (const [at, text] of found.entries()) {
          const isHalf = text !== null && text.length < whole.length && whole.startsWith(text);
          assert.equal(await read(`${at}.txt`), isHalf ? null : text);
        }
        const undone = await writer.undo('/set');
        for (const [at, text] of found.entries()) assert.equal(undone.gone.includes(`${at}.txt`), text === whole);
      }),
    );
  });
});
