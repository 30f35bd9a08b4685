import assert from 'node:assert/strict';
import fc from 'fast-check';
import { arranged, type Matrix } from '../../media/overview/charts/matrix-order.ts';

/** The matrix of some captions, each a list of tags. */
function matrixOf(captions: readonly (readonly string[])[]): Matrix {
  const tags = [...new Set(captions.flat())];
  const count = (a: string, b: string): number =>
    captions.filter((caption) => caption.includes(a) && caption.includes(b)).length;
  return { tags, counts: tags.map((a) => tags.map((b) => count(a, b))) };
}

describe('order of the co-occurrence matrix', () => {
  it('leaves out what nearly every caption has, from 95 % on', () => {
    const captions = Array.from({ length: 100 }, (_, at) => [
      ...(at < 95 ? ['everywhere'] : []),
      ...(at < 94 ? ['often'] : []),
      ...(at < 30 ? ['rare'] : []),
    ]);
    assert.deepEqual([...arranged(matrixOf(captions), 100).tags].sort(), ['often', 'rare']);
  });

  it('keeps all tags where fewer than two are left', () => {
    assert.deepEqual(
      arranged(
        matrixOf([
          ['a', 'b'],
          ['a', 'b'],
        ]),
        2,
      ).tags,
      ['a', 'b'],
    );
  });

  it('puts side by side what stands together', () => {
    const captions = [
      ['day', 'sun'],
      ['night', 'moon'],
      ['day', 'sun'],
      ['night', 'moon'],
      ['day', 'grass'],
    ];
    const { tags } = arranged(matrixOf(captions), captions.length);
    assert.equal(Math.abs(tags.indexOf('night') - tags.indexOf('moon')), 1);
    assert.ok(Math.abs(tags.indexOf('day') - tags.indexOf('sun')) === 1);
  });

  it('says the same of each pair as before', () => {
    const caption = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    fc.assert(
      fc.property(fc.array(caption, { minLength: 1, maxLength: 20 }), (captions) => {
        const before = matrixOf(captions);
        const after = arranged(before, captions.length);
        assert.equal(new Set(after.tags).size, after.tags.length);
        for (const [row, a] of after.tags.entries())
          for (const [column, b] of after.tags.entries())
            assert.equal(after.counts[row][column], before.counts[before.tags.indexOf(a)][before.tags.indexOf(b)]);
      }),
    );
  });
});
