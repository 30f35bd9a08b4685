import assert from 'node:assert/strict';
import type {
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  Location,
  SelectionRange,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { withClient } from './client.ts';

const first = 'ohwx woman, long hair, (Long_Hair:1.2), smile';
const folder = `
// 0001.txt
${first}
// 0001.png 1024x1024
// 0002.txt
ohwx woman, long_hair, red_dress, very long hair
// 0002.png 1024x1024
// 0003.txt
ohwx woman, smile
// 0003.png 1024x1024
`;
const bytes = { '0004.txt': Buffer.from('long hair, caf\xe9', 'latin1'), '0004.png': Buffer.alloc(0) };

describe('tags over the protocol', () => {
  it('outlines the tags of a caption', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('0001.txt', first);
      const found = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
      assert.deepEqual(
        found.map(({ name }) => name),
        ['ohwx woman', 'long hair', '(Long_Hair:1.2)', 'smile'],
      );
    }));
  it('finds a tag in every spelling, whole tags only, and never in files that cannot be decoded', () =>
    withClient(folder, { bytes }, async (client) => {
      const uri = await client.open('0001.txt', first);
      const params = { textDocument: { uri }, position: client.at(uri, 14) };
      const places = await client.request<Location[]>('textDocument/references', { ...params, context: {} });
      assert.deepEqual(
        places.map((place) => [place.uri, place.range.start.character, place.range.end.character]),
        [
          [uri, 12, 21],
          [uri, 24, 33],
          [client.uri('0002.txt'), 12, 21],
        ],
      );
      const marked = await client.request<DocumentHighlight[]>('textDocument/documentHighlight', params);
      assert.deepEqual(
        marked.map(({ range }) => range.start.character),
        [12, 24],
      );
    }));
  it('renames a tag across the folder, each place in its own spelling', () =>
    withClient(folder, { bytes }, async (client) => {
      const uri = await client.open('0001.txt', first);
      const params = { textDocument: { uri }, position: client.at(uri, 26) };
      assert.deepEqual(await client.request('textDocument/prepareRename', params), {
        range: { start: { line: 0, character: 24 }, end: { line: 0, character: 33 } },
        placeholder: 'Long_Hair',
      });
      const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...params, newName: 'very long hair' });
      const closed = client.uri('0002.txt');
      assert.deepEqual(
        edit.documentChanges?.map((change) =>
          'edits' in change
            ? [change.textDocument, change.edits.map((e) => ('newText' in e ? e.newText : ''))]
            : change.kind,
        ),
        [
          [{ uri, version: 1 }, ['very long hair', 'very_long_hair']],
          [{ uri: closed, version: null }, ['very_long_hair']],
        ],
      );
      assert.deepEqual(Object.keys(edit.changeAnnotations ?? {}), ['merging']);
      assert.equal(edit.changeAnnotations?.merging.needsConfirmation, true);
    }));
  it('refuses names that are no tag', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('0001.txt', first);
      const params = { textDocument: { uri }, position: client.at(uri, 14) };
      await assert.rejects(client.request('textDocument/rename', { ...params, newName: 'a, b' }), /separator/);
      await assert.rejects(client.request('textDocument/rename', { ...params, newName: ' ' }), /needs a name/);
      const between = { textDocument: { uri }, position: { line: 0, character: 11 } };
      assert.equal(await client.request('textDocument/prepareRename', between), null);
    }));
  it('offers the vocabulary as workspace symbols', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('0001.txt', first);
      await client.ready(uri);
      const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: '#long' });
      assert.deepEqual(
        found.map(({ name, containerName }) => `${name} ${containerName}`),
        ['#long hair 2 captions · hair', '#very long hair 1 caption · hair'],
      );
    }));
  it('links to the image and widens the selection from tag to caption', () =>
    withClient(folder, { initializationOptions: { docsCommand: undefined } }, async (client) => {
      const uri = await client.open('0001.txt', first);
      const [link] = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
      assert.equal(link?.target, client.uri('0001.png'));
      const [range] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
        textDocument: { uri },
        positions: [client.at(uri, 14)],
      });
      const steps: string[] = [];
      for (let step: SelectionRange | undefined = range; step; step = step.parent)
        steps.push(first.slice(step.range.start.character, step.range.end.character));
      assert.deepEqual(steps, ['long hair', ' long hair', first]);
    }));
  it('keeps image and caption together when one is renamed', () =>
    withClient(folder, {}, async (client) => {
      const rename = (from: string, to: string) =>
        client.request<WorkspaceEdit | null>('workspace/willRenameFiles', {
          files: [{ oldUri: client.uri(from), newUri: client.uri(to) }],
        });
      const follow = async (from: string, to: string) =>
        (await rename(from, to))?.documentChanges?.map((change) =>
          'newUri' in change ? [change.oldUri, change.newUri] : [],
        );
      assert.deepEqual(await follow('0001.png', 'a.png'), [[client.uri('0001.txt'), client.uri('a.txt')]]);
      assert.deepEqual(await follow('0001.txt', 'sub/b.txt'), [[client.uri('0001.png'), client.uri('sub/b.png')]]);
      assert.equal(await follow('0001.txt', '0001.bak'), undefined);
      // VS Code asks about the renames it was handed as well, before the first one is done.
      assert.equal((await follow('0001.png', 'c.png'))?.length, 1);
      assert.equal(await follow('0001.txt', 'c.txt'), undefined);
      client.connection.sendNotification('workspace/didRenameFiles', {
        files: [{ oldUri: client.uri('0001.png'), newUri: client.uri('c.png') }],
      });
      assert.equal((await follow('0001.txt', 'c.txt'))?.length, 1);
    }));
  it('takes what the sidecar says of a file along', () =>
    withClient(
      folder,
      {
        bytes: {
          '.tagmetry.json': Buffer.from('{ "verdicts": [{ "files": ["0001.png", "0002.png"], "verdict": "keep" }] }'),
        },
      },
      async (client) => {
        const edit = await client.request<WorkspaceEdit | null>('workspace/willRenameFiles', {
          files: [{ oldUri: client.uri('0001.png'), newUri: client.uri('a.png') }],
        });
        const [change] = edit?.documentChanges ?? [];
        assert.ok(change && 'edits' in change);
        assert.equal(change.textDocument.uri, client.uri('.tagmetry.json'));
        assert.deepEqual(
          change.edits.map((one) => 'newText' in one && one.newText),
          ['"a.png"'],
        );
      },
    ));
});
