import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hasLetter, lettersPattern, opensWithCapital, opensWithLetter } from '../../server/src/ground/letters.ts';

const ascii = fc.string({ unit: 'binary-ascii', maxLength: 40 });
const any = fc.oneof(ascii, fc.string({ unit: 'grapheme', maxLength: 40 }));

describe('patterns over letters', () => {
  const sources: readonly (readonly [string, string])[] = [
    [String.raw`[\p{L}\p{N}'_-]+|[.,;:]`, 'g'],
    [String.raw`^[\p{Lu}][\p{Ll}]`, ''],
    [String.raw`[\p{L}\p{N}]_[\p{L}\p{N}]|^\d\+?(?:girl|boy)s?$`, ''],
    [String.raw`(?:[\p{L}-]+\s+){0,3}photo`, 'i'],
  ];

  it('find the same as over all of Unicode, in ASCII and beyond', () => {
    for (const [source, flags] of sources) {
      const pattern = lettersPattern(source, flags);
      fc.assert(
        fc.property(any, (text) => {
          assert.deepEqual(text.match(pattern(text)), text.match(new RegExp(source, `u${flags}`)));
        }),
      );
    }
  });

  it('know letters of other scripts', () => {
    assert.equal(hasLetter('12 髪'), true);
    assert.equal(hasLetter('12 !'), false);
    assert.equal(opensWithCapital('Éclair'), true);
    assert.equal(opensWithCapital('éclair'), false);
    assert.equal(opensWithLetter('髪'), true);
    assert.equal(opensWithLetter('1girl'), false);
  });

  it('and single questions are those of Unicode', () => {
    fc.assert(
      fc.property(any, (text) => {
        assert.equal(hasLetter(text), /\p{L}/u.test(text));
        assert.equal(opensWithLetter(text), /^\p{L}/u.test(text));
        assert.equal(opensWithCapital(text), /^\p{Lu}/u.test(text));
      }),
    );
  });
});
