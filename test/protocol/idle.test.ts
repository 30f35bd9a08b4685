import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, DocumentDiagnosticReport, RenameFile } from 'vscode-languageserver/node';
import { type TestClient, withClient } from './client.ts';

const folder = `
// 1.txt
ohwx woman, city
// 1.png 64x64
// 2.txt
ohwx woman, hat
// 2.png 64x64
// 2.caption
another caption
// 3.png 64x64
// 3.png.txt
ohwx woman, rain
// 9.txt
ohwx woman, lost
// v.txt
a video
// notes.md
x
`;

async function told(client: TestClient, file: string, text: string) {
  const uri = await client.open(file, text);
  const report: DocumentDiagnosticReport = await client.request('textDocument/diagnostic', { textDocument: { uri } });
  const lenses: CodeLens[] = await client.request('textDocument/codeLens', { textDocument: { uri } });
  const start = { line: 0, character: 0 };
  const params = { textDocument: { uri }, range: { start, end: start }, context: { diagnostics: [] } };
  const actions: CodeAction[] = await client.request('textDocument/codeAction', params);
  return {
    messages: report.kind === 'full' ? report.items.map(({ code, message }) => `${code}: ${message}`) : [],
    lens: lenses[0]?.command?.title ?? null,
    actions,
  };
}

describe('a caption that does not train, in the editor', () => {
  it('says why: no image of its name', () =>
    withClient(folder, {}, async (client) => {
      const { messages, lens } = await told(client, '9.txt', 'ohwx woman, lost');
      assert.deepEqual(messages, [
        'orphan-caption: No image of this name in the folder: this caption never trains. Rename it or remove it.',
      ]);
      assert.match(lens ?? '', /never trains/);
    }));

  it('offers the name that is read', () =>
    withClient(folder, {}, async (client) => {
      const { messages, actions } = await told(client, '3.png.txt', 'ohwx woman, rain');
      assert.match(messages[0] ?? '', /the trainer looks for 3\.txt/);
      const [change] = (actions[0]?.edit?.documentChanges ?? []) as RenameFile[];
      assert.equal(change?.kind, 'rename');
      assert.match(change?.newUri ?? '', /\/3\.txt$/);
    }));

  it('names the caption that is read in its place', () =>
    withClient(folder, {}, async (client) => {
      const { messages } = await told(client, '2.caption', 'another caption');
      assert.deepEqual(messages, ['orphan-caption: This caption is not read: 2.txt is the caption of its image.']);
    }));

  it('is nobody else: text of other folders is left alone', () =>
    withClient('// docs/notes.txt\nx\n// docs/logo.png 64x64\n', {}, async (client) => {
      const { messages, lens } = await told(client, 'docs/notes.txt', 'x');
      assert.deepEqual([messages, lens], [[], null]);
    }));
});

describe('the status of a caption', () => {
  it('says model, trainer and limit, and who says so', () =>
    withClient(folder, {}, async (client) => {
      const uri = await client.open('1.txt', 'ohwx woman, city');
      const info: { said: string } = await client.request('tagmetry/captionInfo', { uri });
      assert.equal(
        info.said,
        'Model SDXL (assumed), trainer sd-scripts (assumed), 75 tokens of CLIP-L train (default of the model)',
      );
    }));
});
