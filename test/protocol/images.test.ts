import assert from 'node:assert/strict';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import type { CodeLens, DocumentDiagnosticReport } from 'vscode-languageserver';
import { ApplyWorkspaceEditRequest } from 'vscode-languageserver/node';
import { asideFolder } from '../../server/src/bulk/journal.ts';
import {
  type MovedAside,
  moveAside,
  overview,
  scanImages,
  setVerdict,
  thumbnail,
  undoMoveAside,
} from '../../server/src/lsp/protocol.ts';
import { drawPictures } from '../bench/draw.ts';
import { withClient } from './client.ts';
import { builtServer, type ClientOptions } from './started-server.ts';

const folder =
  '// 1.txt\nohwx man, smile, open mouth, night, hat\n// 2.txt\nohwx man, rain, tree, dog, car\n// 3.txt\nohwx man, boat';

describe('images in the language server', function () {
  this.timeout(60_000);
  let bytes: Record<string, Uint8Array> = {};
  const options = (more: Partial<ClientOptions> = {}): ClientOptions => ({
    transport: 'stdio',
    bytes,
    // Makes the sidecar through an edit.
    capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
    ...more,
  });

  before(async function () {
    if (!existsSync(builtServer)) this.skip();
    const drawn = (await drawPictures(3, 5)).map(({ png }) => png);
    const [first, , third] = drawn;
    if (!first || !third) throw new Error('No pictures');
    const version = await sharp(first).flatten().resize(300).jpeg().toBuffer();
    bytes = { '1.png': first, '2.jpg': version, '3.png': third };
  });

  const lensOf = async (client: { request<R>(method: string, params: unknown): Promise<R> }, uri: string) =>
    (await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } }))[0]?.command?.title ?? '';

  it('compares nothing unasked; a scan shows in the open caption', () =>
    withClient(folder, options(), async (client) => {
      const uri = await client.open('1.txt', 'ohwx man, smile, open mouth, night, hat');
      await client.ready(uri);
      assert.doesNotMatch(await lensOf(client, uri), /near-duplicate/);
      const result = await client.connection.sendRequest(scanImages, { uri });
      assert.deepEqual(result, {
        images: 3,
        clusters: 1,
        duplicates: 1,
        damaged: 0,
        compared: true,
        message: null,
      });
      assert.match(await lensOf(client, uri), /near-duplicate ×2/);
      const report = await client.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
        textDocument: { uri },
      });
      const items = report.kind === 'full' ? report.items : [];
      assert.ok(items.some(({ code }) => code === 'conflicting-duplicate-captions'));
    }));

  it('compares for the overview, unless images are off', async () => {
    const clusters = async (settings: Record<string, unknown>): Promise<number> => {
      let found = -1;
      await withClient(folder, options({ settings }), async (client) => {
        const answer = await client.connection.sendRequest(overview, { uri: client.uri('') });
        found = 'clusters' in answer ? answer.clusters.length : -1;
      });
      return found;
    };
    assert.equal(await clusters({}), 1);
    assert.equal(await clusters({ images: { scan: 'off' } }), 0);
  });

  it('compares unasked when the setting says so', () =>
    withClient(folder, options({ settings: { images: { scan: 'standard' } } }), async (client) => {
      const uri = await client.open('1.txt', 'ohwx man, smile, open mouth, night, hat');
      await client.ready(uri);
      // Every answer follows a refresh of the server's; the test fails by its time limit.
      while (!/near-duplicate ×2/.test(await lensOf(client, uri)))
        await new Promise((resolve) => setTimeout(resolve, 20));
    }));

  it('decodes nothing in a workspace that is not trusted', () =>
    withClient(folder, options({ initializationOptions: { trusted: false } }), async (client) => {
      const uri = client.uri('');
      const result = await client.connection.sendRequest(scanImages, { uri });
      assert.deepEqual([result.compared, result.clusters], [false, 0]);
      assert.equal(await client.connection.sendRequest(thumbnail, { uri, file: '1.png', side: 64 }), null);
    }));

  it('remembers a verdict by content in the sidecar', () =>
    withClient(folder, options(), async (client) => {
      let text = '';
      client.connection.onRequest(ApplyWorkspaceEditRequest.type, ({ edit }) => {
        for (const change of edit.documentChanges ?? []) if ('edits' in change) text += JSON.stringify(change.edits);
        return { applied: true };
      });
      const uri = client.uri('');
      await client.connection.sendRequest(setVerdict, { uri, files: ['1.png', '2.jpg'], verdict: 'keep' });
      assert.match(text, /verdicts/);
      assert.match(text, /[0-9a-f]{64}/);
      await assert.rejects(
        client.connection.sendRequest(setVerdict, { uri, files: ['1.png', 'x.png'], verdict: 'keep' }),
      );
    }));

  it('moves images with their captions aside and back', () =>
    withClient(folder, options(), async (client) => {
      const uri = client.uri('');
      const list = (): string[] => readdirSync(client.root).sort();
      const all = list();
      const { moved } = await client.connection.sendRequest(moveAside, { uri, files: ['2.jpg'] });
      assert.deepEqual([...moved].sort(), ['2.jpg', '2.txt']);
      assert.deepEqual(
        list(),
        all.filter((name) => !name.startsWith('2.')),
      );
      assert.deepEqual(readdirSync(asideFolder(client.root)).sort(), ['2.jpg', '2.txt']);
      const back: MovedAside | null = await client.connection.sendRequest(undoMoveAside, { uri });
      assert.equal(back?.failed.length, 0);
      assert.deepEqual(list(), all);
      rmSync(asideFolder(client.root), { recursive: true });
    }));

  it('leaves an image whose caption has unsaved changes', () =>
    withClient(folder, options(), async (client) => {
      await client.ready(await client.open('2.txt', 'not saved yet'));
      const request = client.connection.sendRequest(moveAside, { uri: client.uri(''), files: ['2.jpg'] });
      await assert.rejects(request, /Save 2\.txt first/);
      assert.ok(existsSync(path.join(client.root, '2.jpg')));
    }));
});
