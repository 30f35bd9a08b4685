// What editors other than VS Code get: findings sent to them, no commands of the extension, new files seen without events.

import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  type CodeAction,
  type CodeLens,
  type Diagnostic,
  DidSaveTextDocumentNotification,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver/node';
import { greyPng } from '../support/png.ts';
import { type TestClient, withClient } from './client.ts';
import type { ClientOptions } from './started-server.ts';

const folder = `
// 0001.txt
ohwx woman, hat, hat
// 0001.png 1024x1024
// 0002.txt
ohwx woman, city
// 0002.png 1024x1024
`;

/** Says of itself what Emacs and Neovim 0.7 say: no pulling, no file events, no refreshes. */
const plain: ClientOptions = {
  initializationOptions: { docsCommand: undefined },
  capabilities: {
    workspace: { didChangeWatchedFiles: undefined, diagnostics: undefined, codeLens: undefined },
    textDocument: { diagnostic: undefined },
  },
};

/** The findings that were sent last for each document, and how often any came. */
function listen(client: TestClient): { sent: Map<string, Diagnostic[]>; versions: (number | undefined)[] } {
  const sent = new Map<string, Diagnostic[]>();
  const versions: (number | undefined)[] = [];
  client.connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
    sent.set(uri, diagnostics);
    versions.push(version);
  });
  return { sent, versions };
}

const rulesOf = (diagnostics: Diagnostic[] | undefined): unknown[] => (diagnostics ?? []).map(({ code }) => code);

describe('an editor that cannot ask for findings', () => {
  it('is sent them when a caption is opened and changed, and none once it is closed', () =>
    withClient(folder, plain, async (client) => {
      const { sent, versions } = listen(client);
      const uri = await client.open('0001.txt', 'ohwx woman, hat, hat');
      await client.until(() => rulesOf(sent.get(uri)).includes('duplicate-tag'));
      const version = await client.change(uri, 15, 20, '');
      await client.until(() => versions.includes(version) && !rulesOf(sent.get(uri)).includes('duplicate-tag'));
      await client.close(uri);
      await client.until(() => sent.get(uri)?.length === 0);
    }));

  it('is sent what another document changed in this one', () =>
    withClient(folder, plain, async (client) => {
      const { sent } = listen(client);
      const sidecar = await client.open('.tagmetry.json', '{}', 'json');
      const uri = await client.open('0001.txt', 'ohwx woman, hat, hat');
      await client.until(() => rulesOf(sent.get(uri)).includes('duplicate-tag'));
      await client.change(sidecar, 0, 2, '{ "rules": { "duplicate-tag": "off" } }');
      await client.until(() => !rulesOf(sent.get(uri)).includes('duplicate-tag'));
      await client.change(sidecar, 0, 1, '{ "no-such-key": 1,');
      await client.until(() => (sent.get(sidecar)?.length ?? 0) > 0);
    }));

  it('sees a new image and its caption once the caption is saved, or opened again', () =>
    withClient(folder, plain, async (client) => {
      const { sent } = listen(client);
      const first = await client.open('0001.txt', 'ohwx woman, hat, hat');
      await client.until(() => sent.has(first));
      const uri = await client.open('0003.txt', 'ohwx woman, coat, coat');
      await client.until(() => sent.has(uri));
      assert.deepEqual(sent.get(uri), []);
      await writeFile(path.join(client.root, '0003.txt'), 'ohwx woman, coat, coat');
      await writeFile(path.join(client.root, '0003.png'), greyPng(64, 64, 3));
      await client.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
      await client.until(() => rulesOf(sent.get(uri)).includes('duplicate-tag'));

      await writeFile(path.join(client.root, '0004.txt'), 'ohwx woman, scarf, scarf');
      await writeFile(path.join(client.root, '0004.png'), greyPng(64, 64, 4));
      const opened = await client.open('0004.txt', 'ohwx woman, scarf, scarf');
      await client.until(() => rulesOf(sent.get(opened)).includes('duplicate-tag'));
    }));
});

describe('an editor that asks for findings', () => {
  it('is sent none', () =>
    withClient(folder, {}, async (client) => {
      const { sent } = listen(client);
      const uri = await client.open('0001.txt', 'ohwx woman, hat, hat');
      await client.ready(uri);
      await client.request('textDocument/diagnostic', { textDocument: { uri } });
      await client.change(uri, 0, 0, 'x');
      await client.request('textDocument/diagnostic', { textDocument: { uri } });
      await client.close(uri);
      assert.equal(sent.size, 0);
    }));
});

describe('an editor without the extension', () => {
  it('is offered no commands of the extension, and told none of its messages', () =>
    withClient(folder, plain, async (client) => {
      const { sent } = listen(client);
      const uri = await client.open('0001.txt', 'ohwx woman, hat, hat');
      await client.until(() => rulesOf(sent.get(uri)).includes('duplicate-tag'));
      const whole = { start: { line: 0, character: 0 }, end: { line: 0, character: 20 } };
      const actions: CodeAction[] = await client.request('textDocument/codeAction', {
        textDocument: { uri },
        range: whole,
        context: { diagnostics: [] },
      });
      assert.ok(actions.some(({ edit }) => edit !== undefined));
      assert.deepEqual(
        actions.filter(({ command }) => command !== undefined),
        [],
      );
      const lenses: CodeLens[] = await client.request('textDocument/codeLens', { textDocument: { uri } });
      assert.match(lenses[0]?.command?.title ?? '', /tokens/);
      assert.equal(lenses[0]?.command?.command, '');
      assert.deepEqual(client.changedRoots, []);
    }));
});
