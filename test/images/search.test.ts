import assert from 'node:assert/strict';
import { VECTOR_LENGTH, VECTOR_NORM } from '../../server/src/images/compare/descriptor.ts';
import { DescriptorIndex } from '../../server/src/images/compare/search.ts';
import { Random } from '../bench/random.ts';

/** A descriptor that no other looks like. */
function descriptor(random: Random): Int16Array {
  const values = Array.from({ length: VECTOR_LENGTH }, () => random.between(-1, 1));
  const length = Math.hypot(...values);
  return Int16Array.from(values, (value) => (value / length) * VECTOR_NORM);
}

/** The same picture mirrored left to right: odd columns change their sign. */
const mirrored = (vector: Int16Array): Int16Array => vector.map((value, i) => (i % 2 === 0 ? value : -value));

describe('search of descriptors', () => {
  const random = new Random(4);
  const vectors = Array.from({ length: 2500 }, () => descriptor(random));
  const index = new DescriptorIndex();
  for (const vector of vectors) index.add(vector);
  const places = [0, 1, 1023, 1024, 1025, 2047, 2048, 2499];

  it('finds each where it was added, however many there are', () => {
    assert.equal(index.length, vectors.length);
    for (const at of places) {
      assert.deepEqual(
        index.query(vectors[at]!, 0.95, 'all', 0, index.length).map(({ entry, turn }) => [entry, turn]),
        [[at, 0]],
      );
      assert.deepEqual(
        index.query(mirrored(vectors[at]!), 0.95, 'mirror', 0, index.length).map(({ entry, turn }) => [entry, turn]),
        [[at, 1]],
      );
      assert.deepEqual(index.query(mirrored(vectors[at]!), 0.95, 'none', 0, index.length), []);
    }
  });

  it('looks at those before a position only', () => {
    for (const at of places) {
      assert.deepEqual(index.query(vectors[at]!, 0.95, 'none', 0, at), []);
      assert.equal(index.query(vectors[at]!, 0.95, 'none', 0, at + 1)[0]!.entry, at);
    }
  });
});
