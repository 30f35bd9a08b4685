import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bestFirst, type Copy } from '../../media/overview/parts/best-copy.ts';

const copy = (file: string, change: Partial<Copy> = {}): Copy => ({
  file,
  caption: `${file}.txt`,
  width: 512,
  height: 512,
  size: 100_000,
  ...change,
});
const names = (copies: readonly Copy[], tags: Record<string, number> = {}): string =>
  bestFirst(copies, (caption) => tags[caption] ?? 5)
    .map(({ file }) => file)
    .join(' ');

describe('the copy to keep', () => {
  it('is the largest, then the least compressed, then the one with the most tags', () => {
    assert.equal(names([copy('small'), copy('large', { width: 513 })]), 'large small');
    assert.equal(names([copy('squeezed', { size: 99_999 }), copy('fine')]), 'fine squeezed');
    // Fewer bytes on fewer pixels are no more compressed.
    assert.equal(names([copy('a', { width: 256, size: 60_000 }), copy('b', { width: 512, size: 61_000 })]), 'b a');
    assert.equal(names([copy('a'), copy('b')], { 'a.txt': 3, 'b.txt': 4 }), 'b a');
    assert.equal(names([copy('a'), copy('b')]), 'a b');
  });

  it('has a caption where any has one, and a size where any has one', () => {
    assert.equal(names([copy('a', { caption: null, width: 4096 }), copy('b')]), 'b a');
    assert.equal(names([copy('a', { caption: null }), copy('b', { caption: null, width: 1024 })]), 'b a');
    assert.equal(names([copy('broken', { width: null, height: null, size: 9e9 }), copy('b')]), 'b broken');
  });

  it('is the same whatever the order of the others, and none is lost (property)', () => {
    const one = fc.record({
      caption: fc.constantFrom(null, 'x.txt', 'y.txt'),
      width: fc.constantFrom(64, 128),
      height: fc.constant(64),
      size: fc.integer({ min: 0, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (rows) => {
        const copies = rows.map((row, at) => ({ ...row, file: String(at) }));
        const best = (some: readonly Copy[]) => bestFirst(some, (caption) => caption.length + Number(caption < 'y'));
        const sorted = best(copies);
        assert.deepEqual(new Set(sorted), new Set(copies));
        const plain = ({ file: _, ...rest }: Copy): unknown => rest;
        assert.deepEqual(sorted.map(plain), best([...copies].reverse()).map(plain));
      }),
    );
  });
});
