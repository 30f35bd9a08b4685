import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isHalfWritten } from '../../server/src/bulk/change.ts';
import { entryOf } from '../../server/src/bulk/journal.ts';
import { Journals } from '../../server/src/bulk/journals.ts';
import { CaptionWriter } from '../../server/src/bulk/writer.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { FileProblem } from '../../server/src/workspace/workspace.ts';

const root = '/data/set';
const state = '/state';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

class Dataset {
  readonly workspace = new MemoryWorkspace();
  readonly writer = new CaptionWriter(this.workspace, state);
  constructor(files: Readonly<Record<string, string>>) {
    for (const [file, text] of Object.entries(files)) this.workspace.set(`${root}/${file}`, text);
  }

  async text(file: string, folder = root): Promise<string> {
    return new TextDecoder().decode(await this.workspace.read(`${folder}/${file}`));
  }

  async add(text: string, ...files: string[]) {
    const changes = await Promise.all(
      files.map(async (file) => {
        const before = await this.workspace.read(`${root}/${file}`);
        return { file, before, after: Buffer.concat([before, bytes(text)]) };
      }),
    );
    return this.writer.apply(root, text, changes);
  }

  /** The dataset's journals, oldest first. */
  async journals(): Promise<string[]> {
    const [{ name }] = await this.workspace.list(state);
    const files = await this.workspace.list(`${state}/${name}`);
    return files
      .map((file) => `${state}/${name}/${file.name}`)
      .filter((file) => file.endsWith('.json'))
      .sort();
  }
}

describe('undo', () => {
  it('goes on after a file that cannot be written, names it, and does the rest when it can', async () => {
    const set = new Dataset({ 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c' });
    await set.add(', new', 'a.txt', 'b.txt', 'c.txt');
    set.workspace.fail('write', `${root}/b.txt`, 'read-only', 2);
    const first = await set.writer.undo(root);
    assert.deepEqual([first.kind, first.files], ['partly', ['a.txt', 'c.txt']]);
    assert.deepEqual(first.left, [{ file: 'b.txt', reason: 'read-only' }]);
    // What was undone may be edited again; a later change is undone before the one that is stuck.
    await set.add(', later', 'c.txt');
    assert.deepEqual([(await set.writer.undo(root)).title, await set.text('c.txt')], [', later', 'c']);
    assert.equal((await set.writer.undo(root)).kind, 'partly');
    assert.deepEqual(await set.writer.undo(root), {
      kind: 'undone',
      title: ', new',
      files: ['b.txt'],
      left: [],
      gone: [],
      unusable: [],
    });
    assert.equal((await set.writer.undo(root)).kind, 'nothing');
    for (const name of ['a', 'b', 'c']) assert.equal(await set.text(`${name}.txt`), name);
  });

  it('of a change that nothing is left to undo of makes way for the one before', async () => {
    const set = new Dataset({ 'a.txt': 'a', 'b.txt': 'b' });
    await set.add('1', 'a.txt');
    await set.add('2', 'b.txt');
    set.workspace.set(`${root}/b.txt`, 'mine');
    assert.deepEqual([(await set.writer.undo(root)).title, await set.text('a.txt')], ['1', 'a']);
    const stuck = await set.writer.undo(root);
    assert.deepEqual([stuck.kind, stuck.files], ['partly', []]);
    assert.deepEqual(stuck.left, [{ file: 'b.txt', reason: 'changed since' }]);
    // What the user put back by hand needs no undo.
    set.workspace.set(`${root}/b.txt`, 'b');
    assert.equal((await set.writer.undo(root)).kind, 'nothing');
  });

  const damages: [what: string, damage: (text: string) => string | Uint8Array][] = [
    ['cut short', (text) => text.slice(0, 50)],
    ['empty', () => ''],
    ['of zeros', () => new Uint8Array(200)],
    ['not JSON', () => '{{{'],
    ['JSON of something else', () => '[1, null]'],
    ['of another dataset', (text) => text.replace(root, '/data/other')],
    ['above the dataset', (text) => text.replace('"b.txt"', '"../b.txt"')],
    ['above by way of a folder', (text) => text.replace('"b.txt"', '"x/../../b.txt"')],
    ['above in the way of Windows', (text) => text.replace('"b.txt"', JSON.stringify('..\\b.txt'))],
    ['from the root of the disk', (text) => text.replace('"b.txt"', '"/data/b.txt"')],
    ['a name with a zero', (text) => text.replace('"b.txt"', '"b.txt\\u0000"')],
    ['the dataset itself', (text) => text.replace('"b.txt"', '"."')],
    ['other bytes than it says', (text) => text.replace(/"before":"[^"]*"/, '"before":"UFdORUQ="')],
    ['a version to come', (text) => text.replace('"version":2', '"version":3')],
    ['deeply nested', () => '['.repeat(100_000)],
  ];
  for (const [what, damage] of damages)
    it(`passes over a journal that is ${what}, names it and leaves it as it is`, async () => {
      const set = new Dataset({ 'a.txt': 'a', 'b.txt': 'b', '../b.txt': 'victim' });
      set.workspace.set('/data/b.txt', 'b2');
      await set.add('1', 'a.txt');
      await set.add('2', 'b.txt');
      const newest = (await set.journals()).at(-1) ?? '';
      const damaged = damage(new TextDecoder().decode(await set.workspace.read(newest)));
      set.workspace.set(newest, damaged);
      const result = await set.writer.undo(root);
      assert.deepEqual([result.kind, result.title, result.unusable], ['undone', '1', [newest]]);
      assert.equal(await set.text('a.txt'), 'a');
      assert.equal(await set.text('b.txt'), 'b2');
      assert.equal(await set.text('b.txt', '/data'), 'b2');
      assert.deepEqual((await set.writer.undo(root)).unusable, [newest]);
      // The next change gets a number of its own, and undo still works.
      await set.add('3', 'a.txt');
      assert.equal((await set.writer.undo(root)).title, '3');
    });
});

describe('a change', () => {
  it('leaves no file of 0 bytes behind without being told, and does the rest', async () => {
    const set = new Dataset({ 'a.txt': 'a', 'b.txt': 'b' });
    const emptied = ['a.txt', 'b.txt'].map((file, at) => ({
      file,
      before: bytes(at === 0 ? 'a' : 'b'),
      after: bytes(at === 0 ? '' : 'c'),
    }));
    assert.deepEqual(await set.writer.apply(root, '', emptied), {
      written: ['b.txt'],
      failed: [{ file: 'a.txt', reason: 'would be empty' }],
    });
    await set.writer.undo(root);
    assert.deepEqual((await set.writer.apply(root, '', emptied, { allowEmpty: true })).failed, []);
    assert.equal(await set.text('a.txt'), '');
    await set.writer.undo(root);
    assert.equal(await set.text('a.txt'), 'a');
  });
  it('leaves names alone that lead out of the dataset', async () => {
    const set = new Dataset({ 'a.txt': 'a' });
    set.workspace.set('/data/b.txt', 'b');
    for (const file of ['../b.txt', '/data/b.txt', 'x/../../b.txt', '..\\b.txt', ''])
      assert.deepEqual(
        (await set.writer.apply(root, '', [{ file, before: bytes('b'), after: bytes('c') }])).written,
        [],
      );
    assert.equal(await set.text('b.txt', '/data'), 'b');
  });
  it('writes nothing when it cannot be noted', async () => {
    const set = new Dataset({ 'a.txt': 'a' });
    await set.add('1', 'a.txt');
    const [journal] = await set.journals();
    await set.writer.undo(root);
    set.workspace.fail('create', journal, 'ENOSPC');
    await assert.rejects(set.add('2', 'a.txt'), FileProblem);
    assert.equal(await set.text('a.txt'), 'a');
    // The lock was given back.
    assert.deepEqual((await set.add('3', 'a.txt')).written, ['a.txt']);
  });
  it('that wrote nothing is nothing to undo', async () => {
    const set = new Dataset({ 'a.txt': 'a' });
    set.workspace.fail('write', `${root}/a.txt`, 'EBUSY');
    assert.deepEqual((await set.add('1', 'a.txt')).failed, [{ file: 'a.txt', reason: 'EBUSY' }]);
    assert.equal((await set.writer.undo(root)).kind, 'nothing');
  });
  it('waits for another one of the same dataset, and gets a number of its own', async () => {
    const set = new Dataset(Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`${n}.txt`, String(n)])));
    const writers = Array.from({ length: 10 }, () => new CaptionWriter(set.workspace, state));
    await Promise.all(
      writers.map((writer, n) =>
        writer.apply(root, String(n), [{ file: `${n}.txt`, before: bytes(String(n)), after: bytes('x') }]),
      ),
    );
    assert.equal((await set.journals()).length, 10);
    for (let n = 0; n < 10; n++) assert.equal((await set.writer.undo(root)).kind, 'undone');
    for (let n = 0; n < 10; n++) assert.equal(await set.text(`${n}.txt`), String(n));
  });
  it('is found by its undo whatever else lies beside the journals, and is not made where no number is left', async () => {
    const set = new Dataset({ 'a.txt': 'a' });
    await set.add('1', 'a.txt');
    const folder = (await set.journals())[0].replace(/\/[^/]*$/, '');
    for (const name of ['999999999999999999999.json', '1e9.json', '0000002.json', '-0000001.json', 'x.open'])
      set.workspace.set(`${folder}/${name}`, '{}');
    await set.add('2', 'a.txt');
    assert.equal((await set.writer.undo(root)).title, '2');
    assert.equal((await set.writer.undo(root)).title, '1');
    set.workspace.set(`${folder}/99999999.json`, '{}');
    await assert.rejects(set.add('3', 'a.txt'));
    assert.equal(await set.text('a.txt'), 'a');
  });
  it('keeps the last twenty to be undone', async () => {
    const set = new Dataset({ 'a.txt': '' });
    for (let n = 0; n < 25; n++) await set.add('x', 'a.txt');
    let undone = 0;
    while ((await set.writer.undo(root)).kind === 'undone') undone++;
    assert.equal(undone, 20);
  });
});

describe('a file written in place by half', () => {
  const content = fc.uint8Array({ maxLength: 12, max: 3 });
  /** What a file holds after `written` bytes of `next` were put over `old`, before its length was set. */
  const half = (old: Uint8Array, next: Uint8Array, written: number): Uint8Array =>
    Buffer.concat([next.subarray(0, written), old.subarray(written)]);
  const interrupted = fc
    .tuple(content, content)
    .chain(([old, next]) => fc.tuple(fc.constant(old), fc.constant(next), fc.nat({ max: next.length })));

  it('is known for one, wherever the writing ended', () => {
    fc.assert(
      fc.property(interrupted, ([old, next, written]) => isHalfWritten(half(old, next, written), old, next)),
      {
        numRuns: 2000,
      },
    );
  });
  it('gets its old bytes back at the next start, and temporary files go', async () => {
    await fc.assert(
      fc.asyncProperty(interrupted, fc.boolean(), async ([old, next, written], backwards) => {
        fc.pre(Buffer.compare(old, next) !== 0);
        const set = new Dataset({ 'sub/b.txt': 'b' });
        await Journals.locked(set.workspace, state, root, async (journals) => {
          const note = await journals.note('', { entries: [entryOf({ file: 'sub/a.txt', before: old, after: next })] });
          await journals.open(note);
        });
        const place = `${root}/sub`;
        const now = backwards ? half(next, old, Math.min(written, old.length)) : half(old, next, written);
        set.workspace.set(`${place}/a.txt`, now);
        set.workspace.set(`${place}/.tagmetry-0123456789ab.tmp`, 'x');
        set.workspace.set(`${place}/.tagmetry-mine.tmp`, 'x');
        await set.writer.recover(root);
        const after = await set.workspace.read(`${place}/a.txt`);
        const isNew = Buffer.compare(after, next) === 0 && Buffer.compare(now, next) === 0;
        assert.ok(Buffer.compare(after, old) === 0 || isNew);
        const names = (await set.workspace.list(place)).map(({ name }) => name).sort();
        assert.deepEqual(names, ['.tagmetry-mine.tmp', 'a.txt', 'b.txt']);
      }),
      { numRuns: 200 },
    );
  });
  it('keeps what somebody wrote since', async () => {
    const set = new Dataset({ 'a.txt': 'mine' });
    await Journals.locked(set.workspace, state, root, async (journals) => {
      const entry = entryOf({ file: 'a.txt', before: bytes('old'), after: bytes('newer') });
      await journals.open(await journals.note('', { entries: [entry] }));
    });
    await set.writer.recover(root);
    assert.equal(await set.text('a.txt'), 'mine');
  });
});
