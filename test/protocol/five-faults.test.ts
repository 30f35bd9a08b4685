import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { example } from '../trainers/examples.ts';
import { fiveFaults } from '../trainers/five-faults.ts';
import { type TestClient, withClient } from './client.ts';

/** Lines with a warning or an error, each once. */
async function marked(client: TestClient, file: string, text: string): Promise<number[]> {
  const uri = await client.open(file, text, file.slice(file.lastIndexOf('.') + 1));
  const report: DocumentDiagnosticReport = await client.request('textDocument/diagnostic', { textDocument: { uri } });
  const loud = report.kind === 'full' ? report.items.filter(({ severity }) => (severity ?? 4) <= 2) : [];
  return [...new Set(loud.map(({ range }) => range.start.line))].sort((a, b) => a - b);
}

describe('a configuration in the editor', () => {
  const folder = '\n// 10_ohwx/a.txt\nohwx woman, smile, city, night, hat\n// 10_ohwx/a.png 1024x1024\n';
  for (const { trainer, file, good, wrong, lines } of fiveFaults(example))
    it(`${trainer}: five faults are marked on their five lines, and as it was it has none`, async () => {
      await withClient(folder, {}, async (client) => {
        assert.deepEqual(await marked(client, file, wrong), lines);
      });
      await withClient(folder, {}, async (client) => {
        assert.deepEqual(await marked(client, file, good), []);
      });
    });
});
