import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Applied, PruneEffect } from '../../server/src/lsp/protocol.ts';
import type { ConceptBinding } from '../../server/src/report/binding.ts';
import type { CurePlan } from '../../server/src/report/cure.ts';
import { tagmetry } from '../cli/run.ts';
import { withClient } from './client.ts';

const poses = ['standing', 'sitting', 'walking', 'running', 'lying'];
const textOf = (at: number): string => `qvzt, 1girl, blue hair, ${poses[at % 5]}, ${at % 2 ? 'beach' : 'forest'}`;
const folder = Array.from(
  { length: 20 },
  (_, at) => `// 10_qvzt girl/${at}.txt\n${textOf(at)}\n// 10_qvzt girl/${at}.png 1024x1024\n`,
).join('');

describe('binding and cure in the editor', () => {
  it("are the command line's, change nothing before they are told to, and can be undone", function () {
    this.timeout(90_000);
    return withClient(folder, { transport: 'memory', settings: { images: { scan: 'off' } } }, async (client) => {
      const file = path.join(client.root, '10_qvzt girl/3.txt');
      const uri = client.uri('');
      const open = await client.open('10_qvzt girl/3.txt', textOf(3));
      await client.ready(open);
      const kinds = { qvzt: 'character' };
      const map = await client.request<ConceptBinding[]>('tagmetry/binding', { uri, kinds });
      const printed = JSON.parse(tagmetry(['binding', client.root, '--concept', 'character', '--json']).stdout);
      assert.deepEqual(map, printed.concepts);
      const choice = { uri, trigger: 'qvzt', kind: 'character' };
      const effect = await client.request<PruneEffect>('tagmetry/pruneEffect', choice);
      assert.equal(effect.captions, 20);
      assert.equal(readFileSync(file, 'utf8').trim(), textOf(3));
      const applied = await client.request<Applied>('tagmetry/prune', choice);
      assert.deepEqual([applied.written, applied.failed], [20, []]);
      assert.ok(!readFileSync(file, 'utf8').includes('blue hair'));
      await client.request('tagmetry/bulkUndo', { uri });
      assert.equal(readFileSync(file, 'utf8').trim(), textOf(3));

      const plan = await client.request<CurePlan>('tagmetry/cure', { uri });
      assert.ok(existsSync(file) && readFileSync(file, 'utf8').trim() === textOf(3));
      const none = await client.request<Applied>('tagmetry/applyCure', { uri, steps: [] });
      assert.deepEqual([none.written, none.moved], [0, 0]);
      assert.equal(plan.version, 1);
    });
  });
});
