import assert from 'node:assert/strict';
import type { ImageCluster } from '../../server/src/images/cluster.ts';
import { applyVerdicts } from '../../server/src/images/verdicts.ts';
import type { Verdict } from '../../server/src/settings/sidecar-data.ts';

const cluster = (...pairs: [string, string][]): ImageCluster => ({
  kind: 'near',
  files: [...new Set(pairs.flat())].sort(),
  score: 0.9,
  pairs: pairs.map(([a, b]) => ({
    a,
    b,
    kind: 'cropped',
    kinds: ['cropped'],
    score: 0.9,
    clean: null,
    overlay: null,
    shared: null,
    whole: null,
  })),
});
const contents: Record<string, string> = { a: 'A', b: 'B', c: 'C', d: 'D' };
const hash = async (file: string): Promise<string | null> => contents[file] ?? null;

describe('verdicts on duplicates', () => {
  const abc = cluster(['a', 'b'], ['b', 'c']);
  it('take a pair out; what else links the images still holds', async () => {
    const verdict: Verdict = { files: ['a', 'b'], verdict: 'not-a-duplicate' };
    assert.deepEqual(
      (await applyVerdicts([abc], [verdict], hash)).map(({ files }) => files),
      [['b', 'c']],
    );
    const linked = cluster(['a', 'b'], ['b', 'c'], ['a', 'c']);
    assert.deepEqual(
      (await applyVerdicts([linked], [verdict], hash)).map(({ files }) => files),
      [['a', 'b', 'c']],
    );
  });
  it('end a cluster that is no cluster', async () =>
    assert.deepEqual(await applyVerdicts([abc], [{ files: ['a', 'b', 'c'], verdict: 'not-a-duplicate' }], hash), []));
  it('hold for a cluster only while it has no further image', async () => {
    const verdict: Verdict = { files: ['a', 'b', 'c'], verdict: 'keep' };
    assert.equal((await applyVerdicts([abc], [verdict], hash))[0]?.verdict, 'keep');
    const more = cluster(['a', 'b'], ['b', 'c'], ['c', 'd']);
    assert.equal((await applyVerdicts([more], [verdict], hash))[0]?.verdict, undefined);
  });
  it('follow the content: renamed files are still meant, replaced ones are not', async () => {
    const renamed: Verdict = { files: ['x', 'y'], contents: ['A', 'B'], verdict: 'keep' };
    const replaced: Verdict = { files: ['a', 'b'], contents: ['old', 'B'], verdict: 'keep' };
    const ab = cluster(['a', 'b']);
    assert.equal((await applyVerdicts([ab], [renamed], hash))[0]?.verdict, 'keep');
    assert.equal((await applyVerdicts([ab], [replaced], hash))[0]?.verdict, undefined);
  });
  it('read no file unless a verdict knows contents', async () => {
    const unread = async (): Promise<string | null> => assert.fail('read');
    await applyVerdicts([abc], [], unread);
    await applyVerdicts([abc], [{ files: ['a', 'b', 'c'], verdict: 'keep' }], unread);
  });
});
