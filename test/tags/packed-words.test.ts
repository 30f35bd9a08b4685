import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PackedWords, packWords } from '../../server/src/tags/packed-words.ts';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'z'), minLength: 1, maxLength: 40 });

describe('packed words', () => {
  it('are found, and no others', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), fc.array(word), (list, others) => {
        const packed = new PackedWords(() => packWords(list));
        for (const one of list) assert.ok(packed.has(one), one);
        for (const one of others) assert.equal(packed.has(one), list.includes(one), one);
        assert.ok(!packed.has(''));
      }),
    );
  });

  it('are not unpacked before something is looked up', () => {
    let asked = 0;
    const packed = new PackedWords(() => {
      asked++;
      return packWords(['ab', 'abc']);
    });
    assert.equal(asked, 0);
    assert.ok(packed.has('abc'));
    assert.ok(asked > 0);
  });
});
