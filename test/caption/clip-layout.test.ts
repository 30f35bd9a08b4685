import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encode, tokenLayout } from '../../server/src/caption/clip/index.ts';

/** The stretches of the text that its tokens cover, one per token. */
function covered(text: string): string[] {
  const { starts, ends } = tokenLayout(text);
  return Array.from(starts, (start, i) => text.slice(start, ends[i]));
}

describe('Token layout', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['plain text', '1girl, long_hair,  Solo\n!', ['1', 'girl', ',', 'long', '_', 'hair', ',', 'Solo', '!']],
    ['a contraction', "It's", ['It', "'s"]],
    ['full-width letters', 'ＡＢＣ, x', ['ＡＢＣ', ',', 'x']],
    ['curly quotes and ligatures', 'it’s “ﬁne” ok', ['it', '’s', '“', 'ﬁne', '”', 'ok']],
    ['a letter and its mark', 'cafe\u0301, ok', ['cafe\u0301', ',', 'ok']],
    ['an entity', 'a &eacute; b', ['a', '&eacute;', 'b']],
    ['a byte order mark and a control character', '\ufeffa\u0000 b', ['a', 'b']],
    ['mojibake', 'naÃ¯ve, ok', ['na', 'Ã¯', 've', ',', 'ok']],
    ['special tokens', 'a <|endoftext|> b', ['a', '<|endoftext|>', 'b']],
    ['a letter that grows in lower case', 'İ, ok', ['İ', 'İ', 'İ', ',', 'ok']],
    ['an emoji', '😀 ok', ['😀', 'ok']],
  ];
  for (const [name, text, pieces] of cases) {
    it(`finds tokens in the text as written: ${name}`, () => assert.deepEqual(covered(text), pieces));
  }

  it('tells where the first window ends', () => {
    const text = `${'hair, '.repeat(37)}blue eyes, smile`;
    assert.equal(text.slice(tokenLayout(text).offsetOfToken(75)), 'eyes, smile');
    const fancy = `${'“hair”, '.repeat(15)}x blue ＥＹＥＳ`;
    const layout = tokenLayout(fancy);
    assert.equal(fancy.slice(layout.offsetOfToken(layout.ids.length - 1)), 'ＥＹＥＳ');
    assert.equal(layout.offsetOfToken(9999), fancy.length);
  });

  it('keeps the offsets of what the clean-up does not change', () => {
    const changed = fc.constantFrom('“', '’', 'ﬁ', 'Ａ', '&amp;', '\u0000', 'e\u0301', '\ufeff', 'ﾊﾞ', '…', '😀', 'İ');
    const plain = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(plain, changed), { maxLength: 12 }), (parts) => {
        const text = parts.map(([word, odd]) => `${word} ${odd} `).join('');
        const { starts } = tokenLayout(text);
        let at = 0;
        for (const [word, odd] of parts) {
          assert.ok(starts.includes(at), `${JSON.stringify(text)} has a token at ${at}`);
          at += word.length + odd.length + 2;
        }
      }),
    );
  });

  it('stays in order, inside the text and off the middle of surrogate pairs, for any text', () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 });
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      units.map((u) => String.fromCharCode(...u)),
      fc.array(fc.constantFrom(...'aÃ©â€™“”ﬁＡ&;<|!é\u0301\u0345İΣ😀🇺ﾊﾞ \n,'), { maxLength: 40 }).map((c) => c.join('')),
    );
    fc.assert(
      fc.property(text, fc.constantFrom('eos' as const, '!' as const), (s, padToken) => {
        const { ids, starts, ends } = tokenLayout(s, { padToken });
        assert.deepEqual([...ids], encode(s, { padToken }));
        assert.equal(starts.length, ids.length);
        assert.equal(ends.length, ids.length);
        const splits = (at: number): boolean =>
          /^[\ud800-\udbff][\udc00-\udfff]$/.test(s.slice(at - 1, at + 1)) && at > 0;
        let last = 0;
        for (let i = 0; i < ids.length; i++) {
          assert.ok(starts[i]! >= last && starts[i]! <= ends[i]! && ends[i]! <= s.length, `token ${i}`);
          assert.ok(!splits(starts[i]!) && !splits(ends[i]!), `token ${i} splits a pair`);
          last = starts[i]!;
        }
      }),
      { numRuns: 1500 },
    );
  });
});
