import assert from 'node:assert/strict';
import { imageFacts, sameBytes } from '../../server/src/images/read-facts.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { Random } from '../bench/random.ts';

describe('files with the same bytes', () => {
  /** Files of one size with equal ends; the number of a kind stands somewhere between. */
  async function groupsOf(kinds: readonly number[], size: number): Promise<string[][]> {
    const workspace = new MemoryWorkspace();
    const random = new Random(4);
    const places = new Map(kinds.map((kind) => [kind, random.whole(5000, size - 5000)]));
    for (const [i, kind] of kinds.entries()) {
      const bytes = new Uint8Array(size).fill(9);
      bytes[places.get(kind)!] = 100 + kind;
      workspace.set(`/set/${i}.png`, bytes);
    }
    const images = kinds.map((_, i) => imageFacts(`${i}.png`, size, 1, { problem: 'not-an-image', detected: null }));
    return sameBytes(workspace, '/set', images);
  }

  for (const [name, kinds] of Object.entries({
    'copies of one': [1, 1, 1, 1],
    'copies of more files than each is compared with': [1, 2, 3, 4, 5, 6, 6, 5, 4, 3, 2, 1, 4],
    'files that are all different': [1, 2, 3, 4, 5, 6, 7],
  }))
    it(`are found among ${name}, wherever they differ`, async () => {
      for (const size of [12_000, 65_536, 300_001]) {
        const expected = [...new Set(kinds)]
          .map((kind) => kinds.flatMap((own, i) => (own === kind ? [`${i}.png`] : [])).sort())
          .filter((group) => group.length > 1);
        assert.deepEqual(
          await groupsOf(kinds, size),
          expected.sort((a, b) => (a[0]! < b[0]! ? -1 : 1)),
        );
      }
    });
});
