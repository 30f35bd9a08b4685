import assert from 'node:assert/strict';
import type { Hover, MarkupContent } from 'vscode-languageserver';
import type { ExposureSummary } from '../../server/src/report/exposure-summary.ts';
import { tagmetry } from '../cli/run.ts';
import { type TestClient, withClient } from './client.ts';

const long = Array.from({ length: 40 }, (_, n) => `tag${'abcdefghij'[n % 10]} number${'klmn'[Math.floor(n / 10)]}`);
const folder = `
// 5_sks dress/1.txt
sks, ${long.join(', ')}, red scarf
// 5_sks dress/1.png 1024x1024
// 5_sks dress/2.txt
sks, red scarf
// 5_sks dress/2.png 1024x1024
`;

const exposure = (client: TestClient, more: object = {}): Promise<ExposureSummary | null> =>
  client.request('tagmetry/exposure', { uri: client.uri(''), ...more });

async function hoverAt(client: TestClient, uri: string, character: number): Promise<string> {
  const hover = await client.request<Hover>('textDocument/hover', {
    textDocument: { uri },
    position: { line: 0, character },
  });
  return (hover.contents as MarkupContent).value;
}

describe('exposure in the editor', () => {
  it('gives the numbers of the command line, in answer and hover, and follows the text of an open caption', () =>
    withClient(folder, { transport: 'memory' }, async (client) => {
      const uri = await client.open('5_sks dress/2.txt', 'sks, red scarf');
      await client.ready(uri);
      const answer = await exposure(client);
      const printed = JSON.parse(tagmetry(['exposure', client.root, '--json']).stdout);
      assert.deepEqual(answer?.tags, printed.tags);
      assert.deepEqual(answer?.length, printed.length);
      const scarf = answer?.tags.find(({ tag }) => tag === 'red scarf');
      assert.deepEqual([scarf?.images, scarf?.shows, scarf?.reached], [2, 10, 5]);
      assert.match(await hoverAt(client, uri, 6), /Written on 2 images, read 5 of 10 times/);

      const tried = await exposure(client, { tokens: 225 });
      assert.equal(tried?.tags.find(({ tag }) => tag === 'red scarf')?.reached, 10);

      await client.change(uri, 0, 0, 'blue hat, ');
      assert.match(await hoverAt(client, uri, 2), /Written on one image, read 5 of 5 times/);
      assert.equal((await exposure(client))?.tags.find(({ tag }) => tag === 'blue hat')?.reached, 5);
    }));
});
