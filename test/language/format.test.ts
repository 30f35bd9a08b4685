import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSyntax, parseCaption } from '../../server/src/caption/parse.ts';
import { applyEdits } from '../../server/src/ground/edits.ts';
import { type FormatOptions, formatCaption, formatOptionsOf } from '../../server/src/language/format.ts';
import { normalTag } from '../../server/src/tags/normal.ts';
import { captionText, settingsVariants, smallFolder } from '../support/captions.ts';

const plain: FormatOptions = { syntax: defaultSyntax, tagStyle: null, wildcards: false, keeps: () => false };
const format = (text: string, options: Partial<FormatOptions> = {}): string =>
  applyEdits(text, formatCaption(text, { ...plain, ...options }));

describe('formatting', () => {
  it('puts one separator and one space between tags', () => {
    assert.equal(format(' ohwx man,night ,  city,,\tred   hat , '), 'ohwx man, night, city, red hat');
    assert.equal(format(',, ohwx'), 'ohwx');
  });
  it('leaves a caption in form as it is', () => {
    for (const text of ['', 'ohwx', 'ohwx man, night', ',,,', 'ohwx, night\n', 'ohwx\r\n\r\n'])
      assert.deepEqual(formatCaption(text, plain), []);
    assert.equal(format('ohwx man, night\n'), 'ohwx man, night\n');
    assert.equal(format(',,,'), ',,,');
  });
  it('never reorders and keeps emoticons and series names', () => {
    const text = 'b, a, :d, ^_^, = =, >_<, o_o, saber_(fate), name \\(series\\)';
    assert.equal(format(text), text);
    assert.equal(format(text, { tagStyle: 'space' }), text.replace('saber_', 'saber '));
    assert.equal(
      format('long hair, ^_^, = =, :d, saber (fate)', { tagStyle: 'underscore' }),
      'long_hair, ^_^, = =, :d, saber_(fate)',
    );
  });
  it('keeps the spelling of scores, wildcards and what it is told to keep', () => {
    const text = 'score_9_up, __hair__, my_trigger';
    assert.equal(format(text, { tagStyle: 'space', keeps: (norm) => norm === 'my trigger' }), text);
  });
  it('leaves sentences their commas', () => {
    const text = 'A crowd of 1,000 people,walking  down the street, near a river.';
    assert.equal(format(text), text.replace('  ', ' '));
  });
  it('leaves text that does not train alone', () => {
    assert.equal(format('a,b\nx,,y  z\n'), 'a, b\nx,,y  z\n');
  });
  it('keeps groups apart and their separators where they are', () => {
    const syntax = { ...defaultSyntax, groupSeparators: ['|||'] };
    assert.equal(format('ohwx,man  |||  night,city', { syntax }), 'ohwx, man ||| night, city');
    assert.equal(format('ohwx|||night', { syntax }), 'ohwx|||night');
  });
  it('works with other separators', () => {
    assert.equal(format('a;b ;c', { syntax: { separator: ';', lines: 'first' } }), 'a; b; c');
    assert.equal(format('a . b', { syntax: { separator: '. ', lines: 'first' } }), 'a. b');
  });
  it('drops what the trainer strips, and keeps other blanks', () => {
    for (const stripped of ['\v', '\f', '\x1c', '\x85', '\u00a0', '\u3000'])
      assert.equal(format(`a${stripped},${stripped}b`), 'a, b');
    for (const kept of ['\ufeff', '\u200b', '\0']) assert.equal(format(`a${kept}, b`), `a${kept}, b`);
    assert.equal(format('a\v\tb'), 'a\v b');
  });
  it('makes no separator of a blank that was none', () => {
    const by = (separator: string) => ({ syntax: { separator, lines: 'first' } as const });
    assert.equal(format('a\tb c', by(' ')), 'a\tb c');
    assert.equal(format('a.\tb. c', by('. ')), 'a.\tb. c');
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...' \t\v\f\x1c\x85\u00a0\u3000\ufeff\u200b\0ab.,;'.split(''), ', ', '. '), {
          maxLength: 14,
        }),
        fc.constantFrom(',', ' ', '. ', '\t', ';', '  '),
        (parts, separator) => {
          const options = { ...plain, ...by(separator) };
          const text = parts.join('');
          const pieces = (one: string): string[] =>
            parseCaption(one, options.syntax).tags.map((tag) => tag.text.replace(/[ \t]+/g, ' '));
          const after = applyEdits(text, formatCaption(text, options));
          assert.deepEqual(pieces(after), pieces(text));
          assert.equal(applyEdits(after, formatCaption(after, options)), after);
        },
      ),
      { numRuns: 2000 },
    );
  });
  it('changes only what lies in the range', () => {
    const text = 'a,b,c,d';
    assert.equal(applyEdits(text, formatCaption(text, plain, { start: 2, end: 4 })), 'a,b, c,d');
  });
  it('takes the style of the folder only when its majority is clear', async () => {
    const { index, settings } = await smallFolder({});
    assert.equal(formatOptionsOf(settings, index).tagStyle, 'space');
    for (const n of [2, 3, 4]) await index.overlay(`${n}.txt`, 'ohwx_man, long_hair, green_eyes');
    assert.equal(formatOptionsOf(settings, index).tagStyle, null);
    const keep = (await smallFolder({ format: { tagStyle: 'keep' } })).settings;
    assert.equal(formatOptionsOf(keep, index).tagStyle, null);
  });

  for (const [number, variant] of settingsVariants.entries())
    it(`keeps tags and order on any text, and a second time changes nothing (settings ${number + 1})`, async () => {
      const { index, settings } = await smallFolder(variant);
      const options = formatOptionsOf(settings, index);
      const tags = (text: string): string[] =>
        parseCaption(text, options.syntax)
          .tags.map((tag) => normalTag(tag.text))
          .filter((norm) => norm !== '');
      fc.assert(
        fc.property(captionText, fc.constantFrom(options.tagStyle, 'underscore', 'space', null), (text, tagStyle) => {
          const edits = formatCaption(text, { ...options, tagStyle });
          const after = applyEdits(text, edits);
          assert.deepEqual(tags(after), tags(text));
          assert.equal(applyEdits(after, formatCaption(after, { ...options, tagStyle })), after);
        }),
        { numRuns: 300 },
      );
    });
});
