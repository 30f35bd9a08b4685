import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type CodeAction,
  type CodeLens,
  type DocumentDiagnosticReport,
  FileChangeType,
  type TextDocumentEdit,
} from 'vscode-languageserver/node';
import { projectRoot } from '../shared.ts';
import { type TestClient, withClient } from './client.ts';
import type { Transport } from './started-server.ts';

const folder = `
// 0001.txt
ohwx woman, day, smile, smile
// 0001.png 1024x1024
// 0002.txt
ohwx woman, night
// 0002.png 832x1216
// loose.txt
smile, smile
// other.caption
smile, smile
`;

async function pull(client: TestClient, uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
  return client.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
}

async function rulesOf(client: TestClient, uri: string): Promise<unknown[]> {
  const report = await pull(client, uri);
  return report.kind === 'full' ? report.items.map(({ code }) => code) : [];
}

async function actionsAt(client: TestClient, uri: string, offset: number, only?: string[]): Promise<CodeAction[]> {
  const at = client.at(uri, offset);
  return client.request('textDocument/codeAction', {
    textDocument: { uri },
    range: { start: at, end: at },
    context: { diagnostics: [], only },
  });
}

const transports: Transport[] = existsSync(path.join(projectRoot, 'dist', 'server.cjs'))
  ? ['memory', 'stdio']
  : ['memory'];

for (const transport of transports) {
  describe(`server over ${transport}`, () => {
    it('gives the findings of a caption, and says when they are unchanged', () =>
      withClient(folder, { transport }, async (client) => {
        const uri = await client.open('0001.txt', 'ohwx woman, day, smile, smile');
        await client.ready(uri);
        const report = await pull(client, uri);
        assert.equal(report.kind, 'full');
        if (report.kind !== 'full') return;
        const duplicate = report.items.find(({ code }) => code === 'duplicate-tag');
        assert.ok(duplicate);
        assert.equal(duplicate.source, 'tagmetry');
        assert.match(duplicate.codeDescription?.href ?? '', /^command:tagmetry\.explainRule\?.*duplicate-tag/);
        const again = await pull(client, uri, report.resultId);
        assert.deepEqual(again, { kind: 'unchanged', resultId: report.resultId });
        await client.change(uri, 22, 29, '');
        assert.ok(!(await rulesOf(client, uri)).includes('duplicate-tag'));
      }));
    it('offers a preferred fix whose edit names the version it belongs to', () =>
      withClient(folder, { transport }, async (client) => {
        const uri = await client.open('0001.txt', 'ohwx woman, day, smile, smile');
        await client.change(uri, 0, 0, '');
        const [first] = await actionsAt(client, uri, 26, ['quickfix']);
        assert.equal(first?.isPreferred, true);
        const [change] = (first?.edit?.documentChanges ?? []) as TextDocumentEdit[];
        assert.deepEqual(change?.textDocument, { uri, version: 2 });
      }));
    it('applies every safe fix as one source action', () =>
      withClient(folder, { transport }, async (client) => {
        const uri = await client.open('0001.txt', 'ohwx woman,, day,');
        const [action] = await actionsAt(client, uri, 0, ['source.fixAll.tagmetry']);
        assert.equal(action?.kind, 'source.fixAll.tagmetry');
      }));
    it('knows which documents are captions', () =>
      withClient(folder, { transport }, async (client) => {
        const loose = await client.open('notes.txt', 'smile, smile');
        assert.deepEqual(await rulesOf(client, loose), []);
        const caption = await client.open('other.caption', 'smile, smile', 'sd-caption');
        assert.ok((await rulesOf(client, caption)).includes('duplicate-tag'));
        await client.settings({ captionFiles: ['**/loose.txt'] });
        const named = await client.open('loose.txt', 'smile, smile');
        assert.ok((await rulesOf(client, named)).includes('duplicate-tag'));
      }));
  });
}

describe('server', () => {
  it('shows the lens, and hides it when the setting says so', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('0001.txt', 'ohwx woman, day, smile, smile');
      const lens = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
      assert.match(lens[0]?.command?.title ?? '', /\d+\/75 tokens · 4 tags · 1024×1024/);
      await client.settings({ codeLens: { enabled: false } });
      assert.deepEqual(await client.request('textDocument/codeLens', { textDocument: { uri } }), []);
    }));
  it('follows the settings', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('0001.txt', 'smile, smile');
      assert.ok((await rulesOf(client, uri)).includes('duplicate-tag'));
      await client.settings({ rules: { 'duplicate-tag': 'off' } });
      assert.ok(!(await rulesOf(client, uri)).includes('duplicate-tag'));
    }));
  it('watches the dataset and notices captions that come, change and go', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('0001.txt', 'ohwx woman, day');
      await client.ready(uri);
      // The request is answered after the registrations that came before it.
      await client.request('textDocument/codeLens', { textDocument: { uri } });
      assert.ok(client.registrations.includes('workspace/didChangeWatchedFiles'));
      const before = client.refreshes;
      await writeFile(path.join(client.root, '0002.txt'), 'ohwx woman, rain');
      await client.filesChanged([{ file: '0002.txt', type: FileChangeType.Changed }]);
      await client.until(() => client.refreshes > before);
      const found = await client.request<{ name: string }[]>('workspace/symbol', { query: 'rain' });
      assert.deepEqual(
        found.map(({ name }) => name),
        ['#rain'],
      );
    }));
  it('saves a caption again as UTF-8', () =>
    withClient(folder, { bytes: { '0003.txt': Buffer.from('caf\xe9, day', 'latin1') } }, async (client) => {
      const uri = client.uri('0003.txt');
      assert.equal(await client.request('tagmetry/decodePreview', { uri, from: 'windows-1252' }), 'café, day');
      await client.request('tagmetry/resave', { uri, from: 'windows-1252' });
      assert.equal(await readFile(path.join(client.root, '0003.txt'), 'utf8'), 'café, day');
    }));
});
