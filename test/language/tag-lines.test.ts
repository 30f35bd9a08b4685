import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSyntax } from '../../server/src/caption/parse.ts';
import { tagLines, withTagLines } from '../../server/src/language/tag-lines.ts';

const write = (text: string, lines: readonly string[]): string => withTagLines(text, defaultSyntax, lines);

describe('one tag per line', () => {
  it('changes only the tags that changed', () => {
    assert.equal(write('a ,b,  c\r\nrest, x\r\n', ['a', 'B', 'c']), 'a ,B,  c\r\nrest, x\r\n');
    assert.equal(write('a, b, c', ['a', 'new', 'b', 'c']), 'a, new, b, c');
    assert.equal(write('a,b,c', ['a', 'b', 'c', 'd']), 'a,b,c,d');
    assert.equal(write('a, b, c\n', ['c']), 'c\n');
    assert.equal(write('a, b, c', ['b', 'a', 'c']), 'b, a, c');
    assert.equal(write('', ['a', '', ' b ']), 'a, b');
    assert.equal(write('a, b\nsecond', []), '\nsecond');
  });
  it('gives back what it showed, and reads what it wrote', () => {
    const tag = fc.constantFrom('a', 'b c', 'ohwx woman', '(d:1.2)', '猫', ':d');
    const text = fc
      .tuple(
        fc.array(tag, { maxLength: 6 }),
        fc.constantFrom(', ', ',', ' ,  ', ',, '),
        fc.constantFrom('', '\r\nx, y'),
      )
      .map(([tags, joint, end]) => tags.join(joint) + end);
    fc.assert(
      fc.property(text, fc.array(tag, { maxLength: 6 }), (before, lines) => {
        assert.equal(write(before, tagLines(before, defaultSyntax)), before);
        const after = write(before, lines);
        assert.deepEqual(tagLines(after, defaultSyntax), lines);
        if (before.startsWith('\r\n') === false) assert.equal(after.endsWith('\r\nx, y'), before.endsWith('\r\nx, y'));
      }),
    );
  });
});
