import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CodeAction, DocumentDiagnosticReport, TextDocumentEdit, TextEdit } from 'vscode-languageserver/node';
import { LineIndex } from '../../server/src/ground/lines.ts';
import { effectiveCaption, fixFolder } from '../../server/src/lsp/protocol.ts';
import { type TestClient, withClient } from './client.ts';

const folder = `
// 0001.txt
ohwx woman,night ,  city
// 0001.png 1024x1024
// 0002.txt
ohwx woman,, hat
// 0002.png 1024x1024
// 0003.txt
ohwx woman, hat, Hat
// 0003.png 1024x1024
`;

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  const sorted = [...edits].sort((a, b) => lines.offset(b.range.start) - lines.offset(a.range.start));
  return sorted.reduce(
    (out, { range, newText }) => out.slice(0, lines.offset(range.start)) + newText + out.slice(lines.offset(range.end)),
    text,
  );
}

const options = { tabSize: 2, insertSpaces: true };

async function messages(client: TestClient, uri: string, rule: string): Promise<string[]> {
  const report: DocumentDiagnosticReport = await client.request('textDocument/diagnostic', { textDocument: { uri } });
  return report.kind === 'full'
    ? report.items.filter(({ code }) => code === rule).map(({ message }) => String(message))
    : [];
}

describe('formatting over the protocol', () => {
  it('formats a caption, and a part of it', () =>
    withClient(folder, {}, async (client) => {
      const text = 'ohwx woman,night ,  city\r\nnot,read';
      const uri = await client.open('0001.txt', text);
      await client.ready(uri);
      const whole: TextEdit[] = await client.request('textDocument/formatting', { textDocument: { uri }, options });
      assert.equal(applied(text, whole), 'ohwx woman, night, city\r\nnot,read');
      const range = { start: client.at(uri, 9), end: client.at(uri, 14) };
      const part: TextEdit[] = await client.request('textDocument/rangeFormatting', {
        textDocument: { uri },
        range,
        options,
      });
      assert.equal(applied(text, part), 'ohwx woman, night ,  city\r\nnot,read');
    }));

  it('says nothing about documents that are no captions', () =>
    withClient(`${folder}// notes.txt\na,b\n`, {}, async (client) => {
      const uri = await client.open('notes.txt', 'a,b');
      assert.equal(await client.request('textDocument/formatting', { textDocument: { uri }, options }), null);
    }));

  it('follows the settings', () =>
    withClient(folder, { settings: { format: { tagStyle: 'underscore' }, separator: ';' } }, async (client) => {
      const text = 'red hat ;blue coat';
      const uri = await client.open('0001.txt', text);
      const edits: TextEdit[] = await client.request('textDocument/formatting', { textDocument: { uri }, options });
      assert.equal(applied(text, edits), 'red_hat; blue_coat');
    }));
});

describe('the effective caption over the protocol', () => {
  it('is of the present text and the settings', () =>
    withClient(folder, { settings: { caption: { prefix: 'photo of', shuffle: null } } }, async (client) => {
      const uri = await client.open('0001.txt', 'ohwx woman, night');
      const before = await client.connection.sendRequest(effectiveCaption, { uri });
      assert.match(before?.text ?? '', /\nphoto of ohwx woman, night\n/);
      await client.change(uri, 0, 4, 'sks');
      const after = await client.connection.sendRequest(effectiveCaption, { uri });
      assert.match(after?.text ?? '', /\nphoto of sks woman, night\n/);
      assert.match(after?.title ?? '', /^0001\.txt/);
    }));

  it('is null for what is no caption', () =>
    withClient(folder, {}, async (client) => {
      assert.equal(await client.connection.sendRequest(effectiveCaption, { uri: client.uri('0001.png') }), null);
    }));
});

describe('fixing a folder over the protocol', () => {
  const changed = (edits: readonly TextDocumentEdit[], client: TestClient): string[] =>
    edits.map(({ textDocument }) => path.basename(new URL(textDocument.uri).pathname).replace(client.root, ''));

  it('gives confirmable edits of all captions and writes nothing', () =>
    withClient(folder, {}, async (client) => {
      const text = 'ohwx woman,, coat';
      const uri = await client.open('0001.txt', text);
      const { captions, findings, edit } = await client.connection.sendRequest(fixFolder, { uri, rule: null });
      assert.deepEqual([captions, findings], [2, 2]);
      const edits = edit.documentChanges as TextDocumentEdit[];
      assert.deepEqual(changed(edits, client).sort(), ['0001.txt', '0002.txt']);
      // An open document is changed as it stands in the editor, under its version.
      const own = edits.find(({ textDocument }) => textDocument.uri === uri);
      assert.equal(own?.textDocument.version, 1);
      assert.equal(applied(text, (own?.edits ?? []) as TextEdit[]), 'ohwx woman, coat');
      for (const annotation of Object.values(edit.changeAnnotations ?? {}))
        assert.equal(annotation.needsConfirmation, true);
      assert.equal(await readFile(path.join(client.root, '0002.txt'), 'utf8'), 'ohwx woman,, hat');
    }));

  it('takes one rule, and refuses one that does not exist', () =>
    withClient(folder, {}, async (client) => {
      const uri = client.uri('');
      const { edit } = await client.connection.sendRequest(fixFolder, { uri, rule: 'duplicate-tag' });
      assert.deepEqual(changed(edit.documentChanges as TextDocumentEdit[], client), ['0003.txt']);
      await assert.rejects(client.connection.sendRequest(fixFolder, { uri, rule: 'no-such-rule' }));
    }));

  it('is offered beside the quick fix', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('0002.txt', 'ohwx woman,, hat');
      const at = client.at(uri, 11);
      const actions: CodeAction[] = await client.request('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: at, end: at },
        context: { diagnostics: [] },
      });
      const all = actions.find(({ command }) => command?.command === 'tagmetry.fixFolder');
      assert.deepEqual(all?.command?.arguments, [uri, 'empty-tag']);
    }));
});

describe('tag lists over the protocol', () => {
  it('are read from the workspace folder in the background, and the client is asked to look again', () =>
    withClient(
      folder,
      {
        settings: { tagList: ['tags.csv', 'missing.csv'] },
        bytes: { 'tags.csv': new TextEncoder().encode('woman,0,9,"ohwx woman"\nhat,0,8,') },
      },
      async (client) => {
        const uri = await client.open('0002.txt', 'ohwx woman, hat');
        await client.ready(uri);
        // Other things are worth another look too: the list's own comes when it comes.
        for (;;) {
          const seen = client.refreshes;
          if ((await messages(client, uri, 'deprecated-tag')).length === 1) break;
          await client.until(() => client.refreshes > seen);
        }
      },
    ));
});
