import assert from 'node:assert/strict';
import fc from 'fast-check';
import { displayForm, isEmoticon, normalTag } from '../../server/src/tags/normal.ts';

describe('tags/normal', () => {
  const same: [string, string][] = [
    ['Long_Hair', 'long hair'],
    ['  long   hair ', 'long hair'],
    ['(long hair:1.2)', 'long hair'],
    ['((long_hair))', 'long hair'],
    ['[long hair]', 'long hair'],
    ['{{long hair}}', 'long hair'],
    ['( long hair : 0.8 )', 'long hair'],
    ['\ufefflong\u200b hair', 'long hair'],
    ['ｌｏｎｇ　hair', 'long hair'],
    ['rem_(re:zero)', 'rem (re:zero)'],
    ['rem \\(re:zero\\)', 'rem (re:zero)'],
    ['(rem \\(re:zero\\):1.1)', 'rem (re:zero)'],
    ['(rem_(re:zero))', 'rem (re:zero)'],
    ['(red hair', 'red hair'],
    ['hat:1.2)', 'hat'],
    ['bird’s-eye view', "bird's-eye view"],
    ['score_8_up', 'score 8 up'],
    ['6+girls', '6+girls'],
    ['rating:safe', 'rating:safe'],
    [':D', ':d'],
    [';d', ';d'],
    ['= =', '=_='],
    ['| |', '|_|'],
    ['^_^', '^_^'],
    ['>_<', '>_<'],
    ['(>_<:1.2)', '>_<'],
    ['o_o', 'o_o'],
    ['X_X', 'x_x'],
    ['(o)_(o)', '(o)_(o)'],
    [':(', ':('],
    ['>:)', '>:)'],
    ['{a|b}', '{a|b}'],
    ['__hair_colour__', '__hair_colour__'],
    ['', ''],
  ];
  for (const [written, norm] of same) {
    it(`reads ${JSON.stringify(written)} as ${JSON.stringify(norm)}`, () => {
      assert.equal(normalTag(written), norm);
    });
  }

  it('knows emoticons from words', () => {
    for (const face of [':d', ';D', '^_^', '= =', '+_+', '0_0', '@_@', '<|>_<|>', '\\m/', ' >_< '])
      assert.ok(isEmoticon(face), face);
    for (const word of ['a b', 'long hair', 'v', 'd', '1girl', 'x-ray', '', 'a_b']) assert.ok(!isEmoticon(word), word);
  });

  it('writes a normal form in either style and leaves faces alone', () => {
    assert.equal(displayForm('long hair', 'underscore'), 'long_hair');
    assert.equal(displayForm('long hair', 'space'), 'long hair');
    assert.equal(displayForm('^_^', 'space'), '^_^');
  });

  const pieces = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({
      unit: fc.constantFrom(
        '(',
        ')',
        '[',
        ']',
        '{',
        '}',
        '\\',
        ':',
        '1',
        '.',
        '_',
        ' ',
        'a',
        'İ',
        '^',
        '=',
        '|',
        '\u200b',
      ),
    }),
  );

  it('never throws and is idempotent on any text', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        const norm = normalTag(text);
        assert.equal(normalTag(norm), norm);
      }),
      { numRuns: 3000 },
    );
  });

  it('finds its way back from both styles', () => {
    const word = fc
      .string({ unit: fc.constantFrom(...'abcxo0136+-'), minLength: 4, maxLength: 8 })
      .filter((w) => /^\w/.test(w));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (words) => {
        const norm = normalTag(words.join(' '));
        assert.equal(normalTag(displayForm(norm, 'space')), norm);
        assert.equal(normalTag(displayForm(norm, 'underscore')), norm);
      }),
    );
  });
});
