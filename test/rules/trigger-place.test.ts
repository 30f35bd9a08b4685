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

describe('a trigger that is written otherwise than in the other captions', () => {
  const usual = (scene: string): string => `zkqvix, a watch with a worn strap beside a ${scene}`;
  it('has another mark behind it', async () => {
    const { odd, others } = await said('fused-tags', usual, 'zkqvix. a sundial in a walled garden');
    assert.deepEqual(
      [odd.map(({ fixes }) => fixes?.[0].edits[0].edits[0]), others],
      [[{ range: { start: 6, end: 7 }, newText: ',' }], 0],
    );
    await passes('fused-tags', (scene) => usual(scene).replace(',', '.'), 'zkqvix. a sundial in a walled garden');
  });
  it('has the number of a version', async () => {
    const tags = (scene: string): string => `zkqvix, 1girl, ${scene}`;
    const { odd, others } = await said('misspelt-trigger', tags, 'Zkqvix_v2, 1girl, roof');
    assert.deepEqual([odd.map(({ fixes }) => fixes?.[0].edits[0].edits[0].newText), others], [['zkqvix'], 0]);
    await passes('fused-tags', tags, 'Zkqvix_v2, 1girl, roof');
  });
  it('stands loose at the end', async () => {
    const style = (scene: string): string => `A drawing in zkqvix style of a ${scene} on a table near the sea.`;
    const { odd, others } = await said(
      'misplaced-trigger',
      style,
      'A drawing of a cat on a piano stool by the sea, in zkqvix style.',
    );
    assert.deepEqual([odd.length, others], [1, 0]);
  });
});
