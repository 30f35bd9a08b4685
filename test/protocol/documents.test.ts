// What the server takes a document for, what it asks the disk for that, and how that follows what happens around the document.

import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver/node';
import { captionInfo } from '../../server/src/lsp/protocol.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { greyPng } from '../support/png.ts';
import { TestClient, withClient } from './client.ts';
import type { ClientOptions } from './started-server.ts';

const root = '/set/10_ohwx';

/** A server on files in memory that counts what is asked of them. */
async function counted(options: ClientOptions = {}): Promise<{ client: TestClient; workspace: MemoryWorkspace }> {
  const workspace = new MemoryWorkspace('linux');
  for (let n = 0; n < 6; n++) {
    workspace.set(`${root}/${n}.txt`, 'ohwx woman, smile, smile');
    workspace.set(`${root}/${n}.png`, greyPng(64, 64, n));
  }
  workspace.set(`${root}/lost.txt`, 'ohwx woman, lost');
  return { workspace, client: await TestClient.start('', { ...options, folder: root, workspace }) };
}

/** Everything that an editor asks after a keystroke. */
async function askAll(client: TestClient, uri: string): Promise<void> {
  const textDocument = { uri };
  const position = { line: 0, character: 7 };
  const range = { start: position, end: { line: 0, character: 20 } };
  await client.request('textDocument/diagnostic', { textDocument });
  await client.request('textDocument/codeLens', { textDocument });
  await client.request('textDocument/hover', { textDocument, position });
  await client.request('textDocument/completion', { textDocument, position });
  await client.request('textDocument/documentSymbol', { textDocument });
  await client.request('textDocument/documentLink', { textDocument });
  await client.request('textDocument/inlayHint', { textDocument, range });
  await client.request('textDocument/semanticTokens/full', { textDocument });
  await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
  await client.request('tagmetry/captionInfo', { uri });
}

const zero = { list: 0, stat: 0, read: 0, open: 0, write: 0 };

describe('what a document is', () => {
  for (const [what, file, text] of [
    ['caption', '3.txt', 'ohwx woman, smile, smile'],
    ['text that looks like a caption and does not train', 'lost.txt', 'ohwx woman, lost'],
    ['configuration', 'other.toml', '[[datasets]]\n[[datasets.subsets]]\nimage_dir="10_ohwx"\n'],
    ['text that is none of ours', 'notes.md', 'smile'],
  ] as const)
    it(`is remembered: a keystroke in a ${what} asks the disk for nothing`, async () => {
      const { client, workspace } = await counted();
      try {
        const uri = await client.open(file, text);
        await client.open('3.txt', 'ohwx woman, smile, smile');
        await client.ready(client.uri('3.txt'));
        await askAll(client, uri);
        // Opening a text that is not known yet counts as news of its folder, which is looked at when the machine has time.
        for (let before = ''; before !== JSON.stringify(workspace.calls); ) {
          before = JSON.stringify(workspace.calls);
          await new Promise((resolve) => setTimeout(resolve, 250));
          await askAll(client, uri);
        }
        Object.assign(workspace.calls, zero);
        await client.change(uri, 0, 0, 'a');
        await askAll(client, uri);
        assert.deepEqual(workspace.calls, zero);
      } finally {
        await client.stop();
      }
    });

  it('costs one look at a folder for all that are opened in it at once', async () => {
    const { client, workspace } = await counted();
    try {
      await client.open('0.txt', 'ohwx woman, smile, smile');
      await client.ready(client.uri('0.txt'));
      Object.assign(workspace.calls, zero);
      const uris = await Promise.all([1, 2, 3, 4, 5].map((n) => client.open(`${n}.txt`, 'ohwx woman, hat')));
      for (const uri of uris) assert.ok(await client.request('tagmetry/captionInfo', { uri }));
      assert.ok(workspace.calls.list <= 1, String(workspace.calls.list));
    } finally {
      await client.stop();
    }
  });

  it('follows images and sidecars that come and go', () =>
    withClient('// a/1.txt\nohwx, hat, hat\n// a/2.txt\nohwx\n// a/2.png 64x64', {}, async (client) => {
      const uri = await client.open('a/1.txt', 'ohwx, hat, hat');
      const other = await client.open('a/2.txt', 'ohwx');
      await client.ready(other);
      const rootOf = async (one: string) => (await client.connection.sendRequest(captionInfo, { uri: one }))?.root;
      assert.equal(await rootOf(uri), undefined);
      assert.equal(await rootOf(other), client.uri('a'));
      await client.put('a/1.png', greyPng(64, 64, 1));
      await client.until(async () => (await rootOf(uri)) === client.uri('a'));
      await client.put('.tagmetry.json', '{}');
      await client.until(async () => (await rootOf(uri)) === client.uri('').replace(/\/$/, ''));
      await client.gone('.tagmetry.json');
      await client.until(async () => (await rootOf(uri)) === client.uri('a'));
      await client.gone('a/1.png');
      await client.until(async () => (await rootOf(uri)) === undefined);
    }));

  it('lets no document count that was closed while somebody asked about it', async () => {
    const { client, workspace } = await counted();
    try {
      const first = await client.open('0.txt', 'ohwx woman, hat, hat');
      await client.ready(first);
      for (let round = 0; round < 20; round++) {
        // The text that is on disk, so that only what comes later tells whether it is still laid over the file.
        const uri = await client.open('1.txt', 'ohwx woman, smile, smile');
        void client.request('textDocument/diagnostic', { textDocument: { uri } });
        void client.request('textDocument/codeLens', { textDocument: { uri } });
        await client.close(uri);
        await client.request('tagmetry/captionInfo', { uri: first });
      }
      workspace.set(`${root}/1.txt`, 'ohwx woman, zebra');
      await client.filesChanged([{ file: '1.txt', type: FileChangeType.Changed }]);
      await client.until(async () => {
        const lines = await client.request<string[][]>('tagmetry/tagsOfCaptions', {
          uri: client.uri(''),
          files: ['1.txt'],
        });
        return lines[0]?.includes('zebra') === true;
      });
    } finally {
      await client.stop();
    }
  });

  it('is answered while another dataset is still being listed', async () => {
    const workspace = new MemoryWorkspace('linux');
    for (const folder of ['slow', 'quick'])
      for (let n = 0; n < 3; n++) {
        workspace.set(`/set/${folder}/${n}.txt`, 'ohwx, hat, hat');
        workspace.set(`/set/${folder}/${n}.png`, greyPng(64, 64, n));
      }
    const list = workspace.list.bind(workspace);
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    workspace.list = async (path) => {
      if (path === '/set/slow') await held;
      return list(path);
    };
    const client = await TestClient.start('', { folder: '/set', workspace });
    try {
      const listing = client.request('tagmetry/tagList', { uri: client.uri('slow') });
      const uri = await client.open('quick/1.txt', 'ohwx, hat, hat');
      const pull = () => client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
      assert.ok((await pull()).items.some(({ code }) => code === 'duplicate-tag'));
      await client.change(uri, 9, 14, '');
      assert.ok(!(await pull()).items.some(({ code }) => code === 'duplicate-tag'));
      // A file event of the quick one reaches it too.
      workspace.set('/set/quick/.tagmetry.json', '{"rules":{"duplicate-tag":"off"}}');
      await client.change(uri, 9, 9, ', hat');
      await client.filesChanged([{ file: 'quick/.tagmetry.json', type: FileChangeType.Created }]);
      await client.until(async () => !(await pull()).items.some(({ code }) => code === 'duplicate-tag'));
      release();
      await listing;
    } finally {
      release();
      await client.stop();
    }
  });

  it('offers sidecar edits of the sidecar as it is', async () => {
    const { client, workspace } = await counted();
    try {
      const uri = await client.open('1.txt', 'ohwx woman, smile, smile');
      await client.ready(uri);
      const range = { start: { line: 0, character: 19 }, end: { line: 0, character: 24 } };
      const offered = async (): Promise<string> => {
        const params = { textDocument: { uri }, range, context: { diagnostics: [] } };
        return JSON.stringify(await client.request<CodeAction[]>('textDocument/codeAction', params));
      };
      for (const [rule, type] of [
        ['empty-tag', FileChangeType.Created],
        ['foreign-separator', FileChangeType.Changed],
      ] as const) {
        assert.ok(!(await offered()).includes(rule));
        workspace.set(`${root}/.tagmetry.json`, `{ "suppressions": [{ "rule": "${rule}" }] }`);
        await client.filesChanged([{ file: '.tagmetry.json', type }]);
        await client.until(async () => (await offered()).includes(rule));
      }
    } finally {
      await client.stop();
    }
  });
});
