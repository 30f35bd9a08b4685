import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { auditMarked, check } from '../support/check.ts';
import { fixed, only } from '../support/one-rule.ts';

describe('undecodable-caption', () => {
  it('is silent for UTF-8 of any script', () =>
    check('// a.txt\nohwx, 猫, café, 😀, ภาพ', only('undecodable-caption')));
  it('names the encoding and offers it first', async () => {
    const checked = await check('// a.txt\n//! undecodable-caption: Not UTF-8', {
      ...only('undecodable-caption'),
      bytes: { 'a.txt': iconv.encode('1girl, 猫耳, ソファー', 'shift_jis') },
    });
    const [finding] = checked.findings.filter(({ rule }) => rule === 'undecodable-caption');
    assert.match(finding.message, /looks like Shift_JIS/);
    assert.equal(finding.severity, 'error');
    assert.deepEqual(finding.fixes?.[0].resave, { file: 'a.txt', from: 'shift_jis' });
  });
  it('sees UTF-16 without a mark, which happens to be valid UTF-8', () =>
    check('// a.txt\n//! undecodable-caption: UTF-16 without a mark', {
      ...only('undecodable-caption'),
      bytes: { 'a.txt': iconv.encode('ohwx man, night', 'utf-16le') },
    }));
});

describe('mojibake', () => {
  it('is silent for real text of many scripts', () =>
    check(
      '// a.txt\ncafé, naïve, Ångström, São Paulo, 東京, ずんだもん, 汉服, Ελλάδα, привет, 한복, “quoted”, 5 €, ±1, ½',
      only('mojibake'),
    ));
  it('repairs UTF-8 that was read as Shift_JIS or GB18030', async () => {
    for (const [encoding, text] of [
      ['shift_jis', '東北ずん子'],
      ['gb18030', '汉服美女'],
    ]) {
      const garbled = iconv.decode(Buffer.from(text), encoding);
      if (garbled.includes('\ufffd')) continue;
      assert.equal(await fixed('mojibake', `ohwx, ${garbled}, night`), `ohwx, ${text}, night`, encoding);
    }
  });
  it('marks what was lost for good, without a fix', async () => {
    const { findings } = await check('// a.txt\nohwx, caf\ufffd\n//@9-10 mojibake: U+FFFD', only('mojibake'));
    assert.equal(findings.find(({ rule }) => rule === 'mojibake')?.fixes, undefined);
  });
});

describe('invisible-character', () => {
  it('is silent for emoji sequences and for scripts that need joiners', () =>
    check('// a.txt\n👩\u200d💻, ❤\ufe0f, می\u200cخواهم, क्\u200dष, שלום\u200f', only('invisible-character')));
  it('is silent for tabs and full-width spaces, which can be seen', () =>
    check('// a.txt\nohwx,\tnight, 東　京', only('invisible-character')));
  it('puts a space where one was meant', async () => {
    assert.equal(await fixed('invisible-character', 'long\u00a0hair, \u200bnight\u200e'), 'long hair, night');
  });
  it('mends very many of them, and calls none safe where together they change the tags', async () => {
    for (const count of [64, 65, 3000])
      for (const [piece, separator, safety] of [
        ['a\u200b, ', ',', 'safe'],
        ['a,\u200b,', ',,', 'suggested'],
      ]) {
        const { findings } = await auditMarked(`// a.txt\n${piece.repeat(count)}b`, { settings: { separator } });
        const found = findings.filter(({ rule }) => rule === 'invisible-character');
        assert.equal(found.length, 1);
        assert.equal(found[0].fixes?.[0].edits[0].edits.length, count);
        assert.deepEqual([...new Set(found.map(({ fixes }) => fixes?.[0]?.safety))], [safety]);
      }
  });
});

describe('byte-order-mark', () => {
  it('is silent without one, and for one inside the text', async () => {
    await check('// a.txt\nohwx man', only('byte-order-mark'));
    await check('// a.txt\nohwx \ufeffman', only('byte-order-mark'));
  });
});

describe('characters that look like others', () => {
  const told = async (text: string): Promise<string[]> =>
    (await auditMarked(`// a.txt\n${text}`)).findings
      .filter(({ rule }) => rule === 'invisible-character')
      .map(({ message }) => message.slice(0, message.indexOf(' and is')));
  it('are told with what they look like', async () => {
    assert.deepEqual(await told('ohwx, ｓｏｌｏ, night'), ['"ｓｏｌｏ" looks like "solo"']);
    assert.deepEqual(await told('ohwx, \u0430rmor, night'), ['"\u0430rmor" looks like "armor"']);
    assert.deepEqual(await told('ohwx, red \ufb02ower'), [
      '"red \ufb02ower" looks like "red flower"'.replace(/red /g, ''),
    ]);
    assert.deepEqual(await told('ohwx, \u{1d41b}\u{1d428}\u{1d425}\u{1d41d}'), [
      '"\u{1d41b}\u{1d428}\u{1d425}\u{1d41d}" looks like "bold"',
    ]);
    assert.equal(await fixed('invisible-character', 'ohwx, \u0430rmor'), 'ohwx, armor');
  });
  it('are left alone in text of their own script', async () => {
    assert.deepEqual(await told('ｏｈｗｘ、夜の街、ＡＢＣ'), []);
    assert.deepEqual(await told('кошка сидит на окне, сок'), []);
    assert.deepEqual(await told('α-lipoic, naïve, café, ½'), []);
  });
});
