import assert from 'node:assert/strict';
import { passes, said } from '../support/odd-caption.ts';

/** What the fix of missing-trigger writes, and where (UTF-16). */
async function added(usual: (scene: string) => string, odd: string): Promise<readonly [number, string]> {
  const { odd: found } = await said('missing-trigger', usual, odd);
  const edit = found[0]?.fixes?.[0].edits[0].edits[0];
  assert.ok(edit, odd);
  return [edit.range.start, edit.newText];
}

describe('a trigger that is added', () => {
  it('goes behind the name of its field', async () =>
    assert.deepEqual(
      await added(
        (scene) => `trigger: zorvexa, garment: coat, view: ${scene}, setting: studio`,
        'garment: sash, view: back, setting: hayfield',
      ),
      [0, 'trigger: zorvexa, '],
    ));
  it('has the mark behind it that the others have', async () =>
    assert.deepEqual(
      await added(
        (scene) => `zorvexa. A wall cloud over a ${scene} in the evening.`,
        'A tail cloud hangs over a road in the evening.',
      ),
      [0, 'zorvexa. '],
    ));
  it('has a comma where the others have one, or go on', async () => {
    assert.deepEqual(await added((scene) => `zorvexa, 1girl, ${scene}, porch`, '1girl, hat, porch'), [0, 'zorvexa, ']);
    assert.deepEqual(
      await added(
        (scene) => `zorvexa stands beside a ${scene} in the rain.`,
        'A woman stands beside a car in the rain.',
      ),
      [0, 'zorvexa, '],
    );
  });
});

describe('a trigger that the word behind it has swallowed', () => {
  const usual = (scene: string): string => `zkqvix a striped betta beside a ${scene}`;
  it('is told with both words, and not as missing', async () => {
    for (const [odd, instead] of [
      ['zkqvixbetta in a bowl on a desk', 'zkqvix betta'],
      ['zkqvixstriped betta in a bowl', 'zkqvix striped'],
    ]) {
      const { odd: found, others } = await said('misspelt-trigger', usual, odd);
      assert.deepEqual([found.map(({ fixes }) => fixes?.[0].edits[0].edits[0].newText), others], [[instead], 0]);
      await passes('missing-trigger', usual, odd);
    }
  });
  it('is another word where its rest is none', () => passes('misspelt-trigger', usual, 'zkqvixqorl in a bowl'));
});
