import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  CancellationTokenSource,
  type CodeAction,
  type DocumentDiagnosticReport,
  FileChangeType,
  type TextDocumentEdit,
  WorkspaceDiagnosticRequest,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver/node';
import { checkFolder } from '../../server/src/lsp/protocol.ts';
import { parseSidecar } from '../../server/src/settings/sidecar.ts';
import { type TestClient, withClient } from './client.ts';

const captions = ['hat', 'smile', 'night', 'dress', 'rain'].map((tag, at) => `// ${at + 1}.txt\nzkqx, 1girl, ${tag}`);
const images = [1, 2, 3, 4, 5, 6].map((at) => `// ${at}.png 64x64`);
const folder = [...captions, '// 6.txt\nhat, hat', ...images].join('\n');
const canCreate = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } } };

async function rulesIn(client: TestClient, uri: string): Promise<(string | number | undefined)[]> {
  const report: DocumentDiagnosticReport = await client.request('textDocument/diagnostic', { textDocument: { uri } });
  return report.kind === 'full' ? report.items.map(({ code, message }) => code ?? String(message)) : [];
}

async function actionsOn(client: TestClient, uri: string): Promise<CodeAction[]> {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 99 } };
  return client.request('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics: [] } });
}

describe('files that change beside the captions', () => {
  it('have everything shown anew, but in hidden folders, which nobody lists', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('6.txt', 'hat, hat');
      await client.ready(uri);
      /** Whether the client is asked to ask again after a file came and was changed. */
      const isShownAnew = async (file: string): Promise<boolean> => {
        await client.settled();
        const before = client.refreshes;
        await mkdir(path.dirname(path.join(client.root, file)), { recursive: true });
        await writeFile(path.join(client.root, file), '{}');
        await client.filesChanged([{ file, type: FileChangeType.Created }]);
        await client.filesChanged([{ file, type: FileChangeType.Changed }]);
        await client.settled();
        await rulesIn(client, uri);
        return client.refreshes > before;
      };
      for (const file of ['.vscode/settings.json', 'a/.cache/7.png', '.vscode/8.txt'])
        assert.equal(await isShownAnew(file), false, file);
      for (const file of ['settings.json', 'a/7.png', '8.txt', '.tagmetry.json'])
        assert.equal(await isShownAnew(file), true, file);
    }));
});

describe('the sidecar over the protocol', () => {
  it('is made by "suppress" with the entry in it, and then counts', () =>
    withClient(folder, { capabilities: canCreate }, async (client) => {
      const uri = await client.open('6.txt', 'hat, hat');
      await client.ready(uri);
      assert.ok((await rulesIn(client, uri)).includes('duplicate-tag'));
      const action = (await actionsOn(client, uri)).find(({ title }) =>
        /^Suppress duplicate-tag .* in this dataset/.test(title),
      );
      const [create, edit] = action?.edit?.documentChanges ?? [];
      assert.equal(create && 'kind' in create && create.kind, 'create');
      const [{ newText } = { newText: '' }] = (edit as TextDocumentEdit).edits as { newText: string }[];
      assert.deepEqual(parseSidecar(newText).layer.suppressions, [{ rule: 'duplicate-tag', tag: 'hat' }]);
      await writeFile(path.join(client.root, '.tagmetry.json'), newText);
      const refreshes = client.refreshes;
      await client.filesChanged([{ file: '.tagmetry.json', type: FileChangeType.Created }]);
      await client.until(() => client.refreshes > refreshes);
      assert.ok(!(await rulesIn(client, uri)).includes('duplicate-tag'));
    }));

  it('its faults are shown in it, and an unsaved text counts', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('6.txt', 'hat, hat');
      await client.ready(uri);
      const sidecar = await client.open(
        '.tagmetry.json',
        '{ "model": "x", "suppressions": [{ "rule": "duplicate-tag" }] }',
        'json',
      );
      assert.match(String((await rulesIn(client, sidecar))[0]), /^model: /);
      assert.ok(!(await rulesIn(client, uri)).includes('duplicate-tag'));
    }));

  it('"confirm the trigger" writes the inferred one', () =>
    withClient(folder, { capabilities: canCreate }, async (client) => {
      const edits: string[] = [];
      client.connection.onRequest('workspace/applyEdit', ({ edit }) => {
        edits.push(edit.documentChanges.at(-1).edits[0].newText);
        return { applied: true };
      });
      await writeFile(path.join(client.root, '6.txt'), 'zkqx, 1girl, tree');
      const uri = await client.open('6.txt', 'zkqx, 1girl, tree');
      await client.ready(uri);
      await client.request('tagmetry/confirmTrigger', { uri });
      assert.deepEqual(parseSidecar(edits[0] ?? '').layer.concepts, [{ trigger: 'zkqx', classWord: '1girl' }]);
    }));
});

describe('findings of the whole folder', () => {
  const watch = (client: TestClient) => {
    const seen = new Map<string, number>();
    const stop = new CancellationTokenSource();
    const token = 'folder';
    client.connection.onProgress(WorkspaceDiagnosticRequest.partialResult, token, ({ items }) => {
      for (const item of items as WorkspaceDocumentDiagnosticReport[])
        if (item.kind === 'full') seen.set(path.basename(item.uri), item.items.length);
    });
    const ended = client.connection
      .sendRequest(WorkspaceDiagnosticRequest.type, { previousResultIds: [], partialResultToken: token }, stop.token)
      .catch(() => null);
    const end = async (): Promise<void> => {
      stop.cancel();
      await ended;
    };
    return { seen, end };
  };

  it('are sent for closed captions once asked for, and follow changes on disk', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('1.txt', 'zkqx, 1girl, hat');
      await client.ready(uri);
      const { seen, end } = watch(client);
      await client.request('textDocument/diagnostic', { textDocument: { uri } });
      assert.equal(seen.size, 0, 'nobody asked yet');
      await client.connection.sendRequest(checkFolder, { uri });
      await client.until(() => (seen.get('6.txt') ?? 0) > 0);
      assert.ok(!seen.has('1.txt'), 'open captions are asked for by themselves');
      await writeFile(path.join(client.root, '6.txt'), 'zkqx, 1girl, tree');
      await client.filesChanged([{ file: '6.txt', type: FileChangeType.Changed }]);
      await client.until(() => seen.get('6.txt') === 0);
      await end();
    }));

  it('are sent unasked with diagnosticMode: folder', () =>
    withClient(folder, { settings: { diagnosticMode: 'folder' } }, async (client) => {
      const uri = await client.open('1.txt', 'zkqx, 1girl, hat');
      await client.ready(uri);
      const { seen, end } = watch(client);
      await client.until(() => (seen.get('6.txt') ?? 0) > 0);
      await end();
    }));

  it('thousands of file events are one piece of work', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('1.txt', 'zkqx, 1girl, hat');
      await client.ready(uri);
      const before = client.refreshes;
      for (let burst = 0; burst < 50; burst++)
        await client.filesChanged(
          Array.from({ length: 100 }, (_, at) => ({ file: `${(at % 6) + 1}.txt`, type: FileChangeType.Changed })),
        );
      await client.until(() => client.refreshes > before);
      await client.request('textDocument/diagnostic', { textDocument: { uri } });
      // Each piece of work asks the client to refresh diagnostics and lenses once.
      assert.ok(client.refreshes - before <= 8, `${client.refreshes - before} refreshes`);
      assert.equal(await readFile(path.join(client.root, '2.txt'), 'utf8'), 'zkqx, 1girl, smile');
    }));
});
