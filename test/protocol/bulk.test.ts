import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { CancellationTokenSource, WorkDoneProgress } from 'vscode-languageserver-protocol/node';
import {
  type BulkApplied,
  type BulkOperation,
  type BulkPreview,
  type BulkUndone,
  bulkApply,
  type CaptionList,
  type FilterHelp,
  type TagListing,
  type WorkingImage,
  type WorkingSetState,
  type WorkingTargets,
} from '../../server/src/lsp/protocol.ts';
import { withClient } from './client.ts';
import { builtServer } from './started-server.ts';

const folder = `
// 0001.txt
ohwx, smile
// 0001.png 1216x832
// 0002.txt
ohwx, night, night
// 0002.png 1024x1024
`;

describe('bulk edits over the protocol', () => {
  let state = '';
  before(async () => {
    state = await mkdtemp(path.join(os.tmpdir(), 'tagmetry-'));
    process.env.TAGMETRY_STATE = state;
  });
  after(async () => {
    delete process.env.TAGMETRY_STATE;
    await rm(state, { recursive: true, force: true });
  });

  it('are shown, written, noticed and undone, also by another server', () =>
    withClient(folder, {}, async (client) => {
      const uri = client.uri('');
      const operation = { kind: 'add', tags: ['day'], at: 'end' };
      const params = { uri, filter: 'has:smile', operation };
      const preview = await client.request<BulkPreview>('tagmetry/bulkPreview', params);
      assert.deepEqual(preview.changes, [{ file: '0001.txt', before: 'ohwx, smile', after: 'ohwx, smile, day' }]);
      const read = () => readFile(path.join(client.root, '0001.txt'), 'utf8');
      assert.equal(await read(), 'ohwx, smile');
      const applied = await client.request<BulkApplied>('tagmetry/bulkApply', params);
      assert.deepEqual([applied.written, applied.failed], [1, []]);
      assert.equal(await read(), 'ohwx, smile, day');
      const list = await client.request<CaptionList>('tagmetry/captionList', { uri, filter: 'has:day' });
      assert.deepEqual(
        list.captions.map(({ file, tags }) => [file, tags]),
        [['0001.txt', 3]],
      );
      assert.deepEqual(await client.request('tagmetry/bulkUndo', { uri }), {
        kind: 'undone',
        title: 'Add "day" at the end',
        files: ['0001.txt'],
        left: [],
        unusable: [],
      });
      assert.equal(await read(), 'ohwx, smile');
      assert.equal((await client.request<BulkUndone>('tagmetry/bulkUndo', { uri })).kind, 'nothing');
    }));
  it('begin captions of images without words, which one undo takes away again', () =>
    withClient(`${folder}// 0003.png 1024x1024\n// 0004.png 64x64\n`, {}, async (client) => {
      const uri = client.uri('');
      await client.request('tagmetry/workingSet', { kind: 'use', uri });
      await client.request('tagmetry/workingSet', { kind: 'select-all' });
      const targets = await client.request<WorkingTargets>('tagmetry/workingTargets', { of: 'chosen' });
      assert.deepEqual(targets.unwritten, ['0003.txt', '0004.txt']);
      const operation = { kind: 'add', tags: ['ohwx', 'day'], at: 'end' };
      const begin = [...targets.unwritten, '0005.txt', '../0003.txt'];
      const params = { uri, filter: '', operation, files: targets.captions, begin };
      const applied = await client.request<BulkApplied>('tagmetry/bulkApply', params);
      assert.deepEqual([applied.written, applied.failed], [4, []]);
      const read = (name: string) => readFile(path.join(client.root, name), 'utf8').catch(() => null);
      assert.deepEqual([await read('0003.txt'), await read('0005.txt')], ['ohwx, day', null]);
      const listed = async () =>
        (await client.request<CaptionList>('tagmetry/captionList', { uri, filter: 'has:day' })).captions.length;
      assert.equal(await listed(), 4);
      const undone = await client.request<BulkUndone>('tagmetry/bulkUndo', { uri });
      assert.deepEqual([undone.kind, undone.files.length], ['undone', 4]);
      assert.deepEqual([await read('0001.txt'), await read('0003.txt')], ['ohwx, smile', null]);
      assert.equal(await listed(), 0);
    }));
  it('leave captions with unsaved changes alone', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('0001.txt', 'ohwx, smile, more');
      const operation = { kind: 'remove', tags: ['ohwx'] };
      await client.ready(uri);
      const applied = await client.request<BulkApplied>('tagmetry/bulkApply', { uri, filter: '', operation });
      assert.deepEqual(applied.failed, [{ file: '0001.txt', reason: 'it was changed meanwhile' }]);
      assert.equal(applied.written, 1);
    }));
  it('tell each caption that is left out, and why', () =>
    withClient(folder, {}, async (client) => {
      await writeFile(path.join(client.root, '0002.txt'), Buffer.from('\ufeffohwx, night', 'utf16le'));
      const files = ['0001.txt', '0002.txt'];
      const apply = (operation: object) =>
        client.request<BulkApplied>('tagmetry/bulkApply', { uri: client.uri(''), filter: '', operation, files });
      const added = await apply({ kind: 'add', tags: ['day'], at: 'end' });
      assert.deepEqual([added.written, added.failed], [1, [{ file: '0002.txt', reason: 'it is not UTF-8' }]]);
      const emptied = await apply({ kind: 'remove', tags: ['ohwx', 'smile', 'day'] });
      assert.deepEqual([emptied.written, emptied.failed.map(({ file }) => file)], [0, files]);
    }));
  it('are not undone below unsaved changes of an editor', () =>
    withClient(folder, {}, async (client) => {
      const uri = client.uri('');
      const operation = { kind: 'add', tags: ['day'], at: 'end' };
      await client.request('tagmetry/bulkApply', { uri, filter: '', operation });
      const read = (name: string) => readFile(path.join(client.root, name), 'utf8');
      const undo = (...names: string[]) =>
        client.request<BulkUndone>('tagmetry/bulkUndo', {
          uri,
          unsaved: [...names.map((name) => client.uri(name)), 'untitled:Untitled-1'],
        });
      const held = await undo('0001.txt', '0002.txt');
      assert.deepEqual([held.kind, held.files, held.left.length], ['partly', [], 2]);
      const part = await undo('0001.txt');
      assert.deepEqual([part.kind, part.files], ['partly', ['0002.txt']]);
      assert.deepEqual(part.left, [{ file: '0001.txt', reason: 'it has unsaved changes in the editor' }]);
      assert.deepEqual([await read('0001.txt'), await read('0002.txt')], ['ohwx, smile, day', 'ohwx, night, night']);
      assert.deepEqual([(await undo()).kind, await read('0001.txt')], ['undone', 'ohwx, smile']);
    }));
  it('say how far they are, and end after the caption they are at when they are cancelled', async () => {
    const many = Array.from(
      { length: 120 },
      (_, at) => `// ${1000 + at}.txt\nohwx, smile\n// ${1000 + at}.png 64x64\n`,
    );
    await withClient(many.join(''), {}, async (client) => {
      const uri = client.uri('');
      const stop = new CancellationTokenSource();
      const told: (string | undefined)[] = [];
      client.connection.onProgress(WorkDoneProgress.type, 'writing', (value) => {
        if (value.kind === 'report') told.push(value.message);
        stop.cancel();
      });
      const operation: BulkOperation = { kind: 'add', tags: ['day'], at: 'end' };
      const params = { uri, filter: '', operation, workDoneToken: 'writing' };
      const { written, failed } = await client.connection.sendRequest(bulkApply, params, stop.token);
      assert.equal(told[0], '0 of 120');
      assert.ok(written < 120 && failed.length === 120 - written, `${written} written`);
      assert.ok(failed.every(({ reason }) => reason === 'it was not reached before you cancelled'));
      const listed = await client.request<CaptionList>('tagmetry/captionList', { uri, filter: 'has:day' });
      assert.equal(listed.captions.length, written);
      await client.request('tagmetry/bulkUndo', { uri });
      assert.equal(await readFile(path.join(client.root, '1000.txt'), 'utf8'), 'ohwx, smile');
    });
  });
  it('refuse a filter or a pattern that is not understood', () =>
    withClient(folder, {}, async (client) => {
      const uri = client.uri('');
      const apply = (filter: string, operation: object) =>
        client.request('tagmetry/bulkApply', { uri, filter, operation });
      await assert.rejects(apply('tokens>x', { kind: 'deduplicate' }), /Expected a number/);
      const pattern = { kind: 'replace-text', find: '(', with: '', regex: true, matchCase: true };
      await assert.rejects(apply('', pattern), /regular expression/i);
      const help = await client.request<FilterHelp>('tagmetry/filterHelp', { uri, filter: 'has:sm', offset: 6 });
      assert.deepEqual(help.proposals, [{ label: 'smile', detail: '1', filter: 'has:"smile"' }]);
    }));
});

describe('what the views show', () => {
  it('lists the vocabulary by category and the captions with their problems', () =>
    withClient(folder, {}, async (client) => {
      const uri = client.uri('');
      const { categories, captions } = await client.request<TagListing>('tagmetry/tagList', { uri });
      assert.equal(captions, 2);
      assert.deepEqual(
        categories.map(({ name, tags }) => `${name}: ${tags.map(({ tag }) => tag).join(' ')}`),
        ['lighting: night', 'expression: smile', 'other tags: ohwx'],
      );
      const list = await client.request<CaptionList>('tagmetry/captionList', { uri, filter: '' });
      assert.deepEqual(
        list.captions.map(({ file, warnings }) => [file, (warnings ?? 0) > 0]),
        [
          ['0001.txt', false],
          ['0002.txt', true],
        ],
      );
    }));
  it('says where an image goes', () =>
    withClient(folder, { transport: existsSync(builtServer) ? 'stdio' : 'memory' }, async (client) => {
      const uri = await client.open('0001.txt', 'ohwx, smile');
      const { revision } = await client.request<WorkingSetState>('tagmetry/workingSet', { kind: 'follow', uri });
      const preview = await client.request<WorkingImage>('tagmetry/workingImage', { revision, place: null, side: 256 });
      assert.equal(preview.name, '0001.png');
      assert.deepEqual(preview.bucket, { width: 1024, height: 704 });
      // No picture where the image worker was not built.
      const data = preview.picture && Buffer.from(preview.picture.data, 'base64');
      assert.ok(!data || data.subarray(0, 2).toString('hex') === 'ffd8');
      assert.deepEqual(preview.lines.slice(0, 2), ['0001.png', '1216×832 → bucket 1024×704']);
    }));
});
