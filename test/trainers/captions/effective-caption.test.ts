import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCaptionLines } from '../../../server/src/trainers/captions/caption-lines.ts';
import { CAPTION_DEFAULTS, type CaptionOptions } from '../../../server/src/trainers/captions/caption-options.ts';
import { effectiveCaption } from '../../../server/src/trainers/captions/effective-caption.ts';
import { TRAINER_PROFILES, trainerProfile } from '../../../server/src/trainers/profiles.ts';

const kohya = trainerProfile('sd-scripts');

function describeTags(file: string, options: Partial<CaptionOptions>, profile = kohya, line = 0) {
  const effective = effectiveCaption(file, profile, { ...CAPTION_DEFAULTS, ...options }, undefined, line);
  return effective.tags.map((tag) => `${tag.role}${tag.moves ? '*' : ''}${tag.drops ? '?' : ''}:${tag.text}`);
}

describe('the lines of a caption file', () => {
  const read = (file: string, policy: 'first' | 'random' | 'whole') => readCaptionLines(file, policy).text.text;

  it('sd-scripts trains the first physical line, even a blank one', () => {
    assert.equal(read(' a, b \r\nc', 'first'), 'a, b');
    const blank = readCaptionLines('\nsecond\n\n third ', 'first');
    assert.equal(blank.text.text, '');
    assert.deepEqual(blank.ignored, [
      { start: 1, end: 7 },
      { start: 10, end: 15 },
    ]);
  });

  it('with wildcards on, every line that is not blank is an alternative', () => {
    assert.equal(read('a\r\r\n\n　\nb ', 'random'), 'a\nb');
    assert.deepEqual(
      readCaptionLines(' \n', 'random').alternatives.map((line) => line.text),
      [''],
    );
  });

  it('only CR, LF and CRLF end a line; a byte order mark stays', () => {
    assert.equal(read('a\u2028b\x0bc\x0cd\x85e', 'first'), 'a\u2028b\x0bc\x0cd\x85e');
    assert.equal(read('\ufeffa', 'first'), '\ufeffa');
    assert.equal(read('a\rb\r\nc', 'whole'), 'a\nb\nc');
  });
});

describe('the effective caption', () => {
  it('shows fixed head, moving tags and fixed tail', () => {
    const options = { shuffleCaption: true, keepTokensSeparator: '|||', captionTagDropoutRate: 0.1 };
    assert.deepEqual(describeTags('sks, ||| a,, b ||| z', options), [
      'fixed:sks',
      'flexible*?:a',
      'flexible*?:b',
      'suffix:z',
    ]);
  });

  it('nothing moves without shuffling, and tags stand where they are typed', () => {
    const effective = effectiveCaption('a,  b ,,c', kohya, CAPTION_DEFAULTS);
    assert.equal(effective.text, 'a,  b ,,c');
    assert.deepEqual(
      effective.tags.map((tag) => [tag.text, tag.range.start, tag.moves]),
      [
        ['a', 0, false],
        ['b', 4, false],
        ['', 7, false],
        ['c', 8, false],
      ],
    );
  });

  it('marks what the token limit cuts', () => {
    const options = { ...CAPTION_DEFAULTS, shuffleCaption: true };
    const effective = effectiveCaption('aa,bb,cc', kohya, options, () => 5);
    assert.equal(effective.text, 'aa, bb, cc');
    assert.deepEqual(
      effective.tags.map((tag) => tag.fate),
      ['kept', 'partly-cut', 'cut'],
    );
    assert.equal(effective.cutAt, 5);
  });

  it('shows the chosen line, with prefix and suffix where they land', () => {
    const options = { ...CAPTION_DEFAULTS, enableWildcard: true, captionPrefix: 'sks,', captionSuffix: 'end' };
    const texts = [0, 1, 99].map((line) => effectiveCaption('{a|b}\nc\n', kohya, options, undefined, line).text);
    assert.deepEqual(texts, ['sks, a', 'c end', 'c end']);
    const first = effectiveCaption('{a|b}\nc\n', kohya, options);
    assert.deepEqual([first.prefix, first.suffix, first.wildcards], ['sks,', '', [2]]);
    assert.deepEqual(first.alternatives, [
      { start: 0, end: 5 },
      { start: 6, end: 7 },
    ]);
  });

  it('a tag from a prefix setting has no place in the file', () => {
    const options = { ...CAPTION_DEFAULTS, shuffleCaption: true, captionPrefix: 'sks,' };
    assert.deepEqual(
      effectiveCaption('a, b', kohya, options).tags.map((tag) => tag.source),
      [null, { start: 0, end: 1 }, { start: 3, end: 4 }],
    );
  });

  it('shows groups with the secondary separator replaced', () => {
    const options = { shuffleCaption: true, secondarySeparator: ';;;' };
    assert.deepEqual(describeTags('a;;;b, c', options), ['flexible*:a,b', 'flexible*:c']);
  });

  it('OneTrainer keeps the first tag and removes empty ones; ai-toolkit shuffles every tag of the whole file', () => {
    const shuffled = { shuffleCaption: true, keepTokens: 1 };
    assert.deepEqual(describeTags('a,,b\nc', shuffled, trainerProfile('onetrainer')), ['fixed:a', 'flexible*:b']);
    assert.deepEqual(describeTags('a,b\nc', shuffled, trainerProfile('ai-toolkit')), ['fixed*:a', 'flexible*:b\nc']);
    assert.equal(effectiveCaption('a\nb', trainerProfile('onetrainer'), CAPTION_DEFAULTS, undefined, 1).text, 'b');
  });

  it('says what stops the trainer', () => {
    const options = { ...CAPTION_DEFAULTS, shuffleCaption: true, captionSeparator: '' };
    assert.equal(effectiveCaption('a', kohya, options).error?.exception, 'ValueError');
  });

  it('never throws; ranges are in order, and sources name the same characters', () => {
    const file = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.constantFrom('a', ' b ', ',', '\n', '\r', '{', '|', '}', '|||', ';;;', '⦅'))
        .map((parts) => parts.join('')),
    );
    const options = fc.record({
      shuffleCaption: fc.boolean(),
      captionSeparator: fc.constantFrom(',', '', ';'),
      keepTokens: fc.integer({ min: -1, max: 4 }),
      keepTokensSeparator: fc.constantFrom('', '|||'),
      secondarySeparator: fc.constantFrom(null, ';;;', ', '),
      enableWildcard: fc.boolean(),
      captionTagDropoutRate: fc.constantFrom(0, 0.5),
      captionPrefix: fc.constantFrom(null, 'sks,', 'a\nb'),
    });
    fc.assert(
      fc.property(
        file,
        options,
        fc.constantFrom(...TRAINER_PROFILES),
        fc.nat(5),
        fc.nat(9),
        (text, given, profile, line, cut) => {
          const effective = effectiveCaption(text, profile, { ...CAPTION_DEFAULTS, ...given }, () => cut, line);
          let at = 0;
          for (const tag of effective.tags) {
            assert.ok(tag.range.start >= at && tag.range.end >= tag.range.start);
            assert.equal(effective.text.slice(tag.range.start, tag.range.end), tag.text);
            at = tag.range.end;
            const copied =
              profile === kohya && !given.enableWildcard && !given.secondarySeparator && !given.captionPrefix;
            if (tag.source && copied) assert.equal(text.slice(tag.source.start, tag.source.end), tag.text);
            if (tag.source) assert.ok(tag.source.start < tag.source.end && tag.source.end <= text.length);
          }
          assert.ok(at <= effective.text.length);
        },
      ),
    );
  });
});
