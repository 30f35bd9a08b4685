import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  CodeActionRequest,
  type CompletionList,
  CompletionRequest,
  DocumentDiagnosticRequest,
  type FullDocumentDiagnosticReport,
  HoverRequest,
} from 'vscode-languageserver/node';
import { greyPng } from '../support/png.ts';
import { TestClient } from './client.ts';

const config = `[[datasets]]
resolution = 1024
btach_size = 2

[[datasets.subsets]]
image_dir = "10_ohwx"
`;

describe('training configurations over the protocol', () => {
  let client: TestClient;
  const dynamic = { dynamicRegistration: true };
  before(async () => {
    client = await TestClient.start('// 10_ohwx/1.txt\nohwx, man', {
      capabilities: {
        textDocument: {
          synchronization: dynamic,
          hover: dynamic,
          completion: dynamic,
          codeAction: dynamic,
          diagnostic: dynamic,
        },
      },
    });
    await mkdir(path.join(client.root, '10_ohwx'), { recursive: true });
    await writeFile(path.join(client.root, '10_ohwx', '1.png'), greyPng(1024, 1024));
  });
  after(() => client.stop());

  const pull = async (uri: string) =>
    (await client.connection.sendRequest(DocumentDiagnosticRequest.type, {
      textDocument: { uri },
    })) as FullDocumentDiagnosticReport;

  it('gives findings, fixes, hover and completion', async () => {
    const uri = await client.open('dataset.toml', config, 'toml');
    const { items } = await pull(uri);
    assert.deepEqual(items.map(({ code }) => code).sort(), ['caption-extension-finds-nothing', 'unknown-config-key']);
    const unknown = items.find(({ code }) => code === 'unknown-config-key');
    assert.ok(unknown);
    const actions = await client.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: unknown.range,
      context: { diagnostics: [unknown] },
    });
    assert.deepEqual(
      actions?.map(({ title }) => title),
      ['Rename to batch_size', 'Remove btach_size'],
    );
    const hover = await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri },
      position: { line: 1, character: 3 },
    });
    assert.match(JSON.stringify(hover?.contents), /Training size in pixels/);
    const completion = (await client.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: { line: 3, character: 0 },
    })) as CompletionList;
    assert.ok(completion.items.some(({ label }) => label === 'enable_bucket'));
  });

  it('follows an edit', async () => {
    const uri = await client.open('other.toml', config, 'toml');
    await client.change(uri, config.indexOf('btach'), config.indexOf('btach') + 5, 'batch');
    const { items } = await pull(uri);
    assert.deepEqual(items.map(({ code }) => code).sort(), ['caption-extension-finds-nothing', 'oversized-batch']);
  });

  it('asks for TOML and JSON apart from captions, and is silent about other files', async () => {
    assert.ok(client.registrations.includes('textDocument/didOpen'));
    assert.ok(!client.registrations.includes('textDocument/formatting'));
    const cargo = await client.open('Cargo.toml', '[package]\nname = "x"\n', 'toml');
    assert.deepEqual((await pull(cargo)).items, []);
    const manifest = await client.open('package.json', '{ "name": "x" }', 'json');
    assert.deepEqual((await pull(manifest)).items, []);
  });
});
