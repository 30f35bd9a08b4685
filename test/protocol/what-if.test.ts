import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { Outcome } from '../../server/src/advice/what-if.ts';
import { withClient } from './client.ts';

const folder = `
// 0001.txt
qvzt, beach, hat
// 0001.png 1024x1024
// 0002.txt
qvzt, beach
// 0002.png 1024x1024
`;

describe('what-if over the protocol', () => {
  it('gives the numbers before and after, and touches no file', () =>
    withClient(folder, { transport: 'memory' }, async (client) => {
      const uri = await client.open('0001.txt', 'qvzt, beach, hat');
      await client.ready(uri);
      const changes = [{ kind: 'remove-tag', tag: 'beach' }];
      const { before, after } = await client.request<{ before: Outcome; after: Outcome }>('tagmetry/whatIf', {
        uri,
        changes,
      });
      assert.equal(before.captions, 2);
      assert.ok(Math.abs(after.effectiveTags - Math.exp(Math.log(3) - (2 * Math.log(2)) / 3)) < 1e-9);
      assert.ok(before.effectiveTags > after.effectiveTags);
    }));

  it('counts each group of duplicates once', () => {
    const twins = `
// a.txt
qvzt
// a.png 1024x1024
// b.png 1024x1024
// c.png 1024x1024
// d.png 832x1216
`;
    return withClient(twins, { transport: 'memory' }, async (client) => {
      for (const copy of ['b.png', 'c.png'])
        await copyFile(path.join(client.root, 'a.png'), path.join(client.root, copy));
      const uri = await client.open('a.txt', 'qvzt');
      await client.ready(uri);
      await client.request('tagmetry/overview', { uri });
      const changes = [{ kind: 'drop-duplicates' }];
      const { before, after } = await client.request<{ before: Outcome; after: Outcome }>('tagmetry/whatIf', {
        uri,
        changes,
      });
      assert.deepEqual([before.effectiveImages, after.effectiveImages], [2, 2]);
    });
  });
});
