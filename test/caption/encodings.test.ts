import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { decodeCaption } from '../../server/src/caption/decode.ts';
import { guessEncodings, isZeroPadded, readAs } from '../../server/src/caption/encodings.ts';

/** Captions as people in these places write them, and the encodings their editors save. */
const captions: readonly (readonly [text: string, encodings: readonly string[]])[] = [
  ['東北ずん子, 1人の女の子, 長い髪, 緑の髪, 着物, 屋外', ['shift_jis', 'euc-jp', 'utf-16le', 'utf-16be']],
  ['ずんだもん, 笑顔, 白背景', ['shift_jis', 'euc-jp', 'utf-16le', 'utf-16be']],
  ['1girl, solo, 猫耳, smile, looking at viewer, ソファー', ['shift_jis', 'euc-jp', 'utf-16le', 'utf-16be']],
  ['公園のベンチに座っている長い髪の女の子。夕方の光が差している。', ['shift_jis', 'euc-jp', 'utf-16le', 'utf-16be']],
  ['ｶﾀｶﾅ, ネコ', ['shift_jis', 'utf-16le']],
  ['初音', ['shift_jis', 'euc-jp', 'utf-16le']],
  ['一个女孩, 长发, 蓝眼睛, 微笑, 户外', ['gb18030', 'utf-16le', 'utf-16be']],
  ['1girl, 汉服, 扇子, 古风, 庭院, 樱花树下', ['gb18030', 'utf-16le', 'utf-16be']],
  ['水墨画风格，山水，云雾缭绕', ['gb18030', 'utf-16le']],
  ['une fille, café, robe à fleurs, été, château', ['windows-1252', 'utf-16le', 'utf-16be']],
  ['ein Mädchen mit langen Haaren, Straße, Frühling', ['windows-1252', 'utf-16le']],
  ['a first edition of “L’Étranger” lies under glass', ['windows-1252', 'utf-16le']],
  ['ohwx man, “quoted” sign, 5 € – naïve', ['windows-1252', 'utf-16le']],
  ['1girl, T字路, CG集, X線', ['shift_jis', 'utf-16le']],
  ['Tシャツ, 若い男A, ミニSD絵', ['shift_jis', 'euc-jp', 'utf-16le']],
  ['ohwx man, long hair, night', ['utf-16le', 'utf-16be']],
];

describe('guessEncodings', () => {
  for (const [text, encodings] of captions)
    for (const encoding of encodings)
      for (const bom of encoding.startsWith('utf-16') ? [false, true] : [false])
        it(`names ${encoding}${bom ? ' with byte-order mark' : ''} first for "${text.slice(0, 14)}…"`, () => {
          const bytes = iconv.encode(text, encoding, { addBOM: bom });
          // ASCII in UTF-16 without a mark is valid UTF-8, with a zero beside each letter.
          const decoded = decodeCaption(bytes);
          if (decoded.kind === 'text') assert.ok(isZeroPadded(decoded.text));
          const [best] = guessEncodings(bytes);
          assert.equal(best?.encoding, encoding, JSON.stringify(guessEncodings(bytes)));
          assert.equal(readAs(bytes, encoding), text);
          assert.equal(best.preview, text.slice(0, best.preview.length));
        });

  // Each of these marks is the first byte of a kanji in Shift_JIS, with the letter behind it as the second.
  for (const text of [
    'a badger’s den under the roots of an oak',
    'two sailors’ caps on a hook',
    'a “Stop” sign beside a ‘keep out’ one',
    'the dog waits—its lead in its mouth',
    'rope, brass—the old kind, 1920–1930',
    'he’s asleep, she’ll wake him…soon',
    '•red scarf •blue hat',
    'Kodak™film, rock ’n’ roll',
  ])
    it(`reads typographic marks in English as Windows-1252: ${text}`, () => {
      const [best] = guessEncodings(iconv.encode(text, 'windows-1252'));
      assert.equal(best?.encoding, 'windows-1252', JSON.stringify(best));
    });

  it('knows UTF-32 by its mark and does not take it for UTF-16', () => {
    for (const encoding of ['utf-32le', 'utf-32be']) {
      const bytes = iconv.encode('1girl, 猫耳', encoding, { addBOM: true });
      const [best] = guessEncodings(bytes);
      assert.equal(best?.encoding, encoding);
      assert.equal(readAs(bytes, encoding), '1girl, 猫耳');
    }
  });

  it('takes a file of zeros for no text', () => assert.equal(isZeroPadded('\0'.repeat(1000)), false));

  it('offers only encodings that give the same bytes back', () => {
    const bytes = Uint8Array.from([0x6f, 0x68, 0x77, 0x78, 0x81, 0xff, 0xfe, 0x00, 0x9d]);
    for (const { encoding } of guessEncodings(bytes))
      assert.deepEqual([...iconv.encode(iconv.decode(Buffer.from(bytes), encoding), encoding)], [...bytes]);
  });

  it('says nothing about no bytes', () => assert.deepEqual(guessEncodings(new Uint8Array()), []));
});
