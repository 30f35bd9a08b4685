import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance } from '../../server/src/tags/edit-distance.ts';
import { isComparable, mostEdits, NearWords, nearIn } from '../../server/src/tags/near-words.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', '1'), minLength: 0, maxLength: 12 });

describe('words written nearly alike', () => {
  it('are those within one edit or two, found by a walk and by what is left of them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 60 }), word.filter(isComparable), (list, asked) => {
        const near = (other: string): boolean => editDistance(asked, other, mostEdits(asked)) <= mostEdits(asked);
        const expected = list.filter((other) => isComparable(other) && near(other)).sort();
        assert.deepEqual([...nearIn(list, asked)].sort(), expected);
        const apart = new NearWords();
        for (const other of list) apart.add(other);
        // What is left may be the same of words that are three edits apart.
        assert.deepEqual([...apart.near(asked)].filter(near).sort(), expected);
      }),
      { numRuns: 2000 },
    );
  });
});
