import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import bucketLists from '../../../tools/conformance/bucket_lists.ts';
import buckets from '../../../tools/conformance/buckets.ts';
import captions from '../../../tools/conformance/captions.ts';
import chunks from '../../../tools/conformance/chunks.ts';
import subsets from '../../../tools/conformance/subsets.ts';
import weights from '../../../tools/conformance/weights.ts';
import { sharedPath } from '../../shared.ts';

const checks = { buckets, bucket_lists: bucketLists, captions, chunks, subsets, weights };

describe("answers of the trainer's own code", () => {
  for (const [name, check] of Object.entries(checks)) {
    it(`${name} are reproduced`, async function () {
      const file = sharedPath(`trainer/fixtures/${name}.jsonl`);
      if (!file) this.skip();
      const rows = readFileSync(file, 'utf8').split('\n').filter(Boolean);
      for (const line of rows) {
        const row = JSON.parse(line);
        assert.equal(await check(row, line), null, row.id);
      }
      assert.ok(rows.length > 0);
    });
  }
});
