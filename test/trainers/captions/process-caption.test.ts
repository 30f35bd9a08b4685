import assert from 'node:assert/strict';
import fc from 'fast-check';
import { captionChoices } from '../../../server/src/trainers/captions/caption-choices.ts';
import {
  CAPTION_DEFAULTS,
  type CaptionOptions,
  FIRST_STEP,
} from '../../../server/src/trainers/captions/caption-options.ts';
import { processCaption, processTraced } from '../../../server/src/trainers/captions/process-caption.ts';
import { sourceRange, traced } from '../../../server/src/trainers/captions/traced-text.ts';
import { pythonRandom } from '../../../server/src/trainers/python/mersenne.ts';
import { NO_CHANCE } from '../../../server/src/trainers/python/random-source.ts';

const reversed = { ...NO_CHANCE, shuffle: (items: unknown[]) => void items.reverse() };
const shuffling = { shuffleCaption: true };

function run(caption: string, options: Partial<CaptionOptions>, chance = NO_CHANCE, context = FIRST_STEP): string {
  const outcome = processCaption(caption, { ...CAPTION_DEFAULTS, ...options }, chance, context);
  return outcome.error ? outcome.error.exception : outcome.value.text;
}

const anyOptions: fc.Arbitrary<CaptionOptions> = fc.record({
  shuffleCaption: fc.boolean(),
  captionSeparator: fc.constantFrom(',', ';', '', ', ', '|||', '\n'),
  keepTokens: fc.integer({ min: -2, max: 6 }),
  keepTokensSeparator: fc.constantFrom('', '|||', ','),
  secondarySeparator: fc.constantFrom(null, '', ';;;', ','),
  enableWildcard: fc.boolean(),
  captionDropoutRate: fc.constantFrom(0, 0.5, 1, -1, 2),
  captionDropoutEveryNEpochs: fc.integer({ min: -1, max: 3 }),
  captionTagDropoutRate: fc.constantFrom(0, 0.5, 1, -1),
  captionPrefix: fc.constantFrom(null, '', 'sks,', 'a\nb'),
  captionSuffix: fc.constantFrom(null, '', ', end'),
  tokenWarmupMin: fc.integer({ min: -2, max: 5 }),
  tokenWarmupStep: fc.constantFrom(0, 0.5, 1, 10, -3),
});
const anyCaption = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('a', 'b c', ', ', ',', '{', '}', '|', '|||', ';;;', '\n', '⦅', ' ', '青'))
    .map((p) => p.join('')),
);

describe('process_caption', () => {
  it('trains a caption as typed when nothing varies', () => {
    assert.equal(run('a,,b ||| c\nsecond', { keepTokensSeparator: '|||' }), 'a,,b ||| c');
  });

  it('joins with comma and space, whatever the separator', () => {
    assert.equal(run('a;b, c; d', { ...shuffling, captionSeparator: ';' }), 'a, b, c, d');
  });

  it('counts empty tags for keep_tokens, but not with a keep-tokens separator', () => {
    assert.equal(run('a,,b,c', { ...shuffling, keepTokens: 2 }, reversed), 'a, , c, b');
    assert.equal(
      run('a,,|||b,,c|||d,|||e', { ...shuffling, keepTokensSeparator: '|||', keepTokens: 9 }, reversed),
      'a, c, b, d, |||e',
    );
  });

  it('merges a prefix without separator with the first tag', () => {
    assert.equal(
      run('1girl, hat, x', { ...shuffling, captionPrefix: 'sks', keepTokens: 1 }, reversed),
      'sks 1girl, x, hat',
    );
  });

  it('puts prefix and suffix around all lines before one is chosen', () => {
    const options = { ...CAPTION_DEFAULTS, enableWildcard: true, captionPrefix: 'P', captionSuffix: 'S' };
    assert.deepEqual(captionChoices('a\nb\nc', options).value?.texts, ['P a', 'b', 'c S']);
  });

  it('drops the whole caption, prefix and replacements included', () => {
    const context = { ...FIRST_STEP, replacements: [['', 'always']] as const };
    assert.equal(run('a', { captionDropoutRate: 1, captionPrefix: 'sks' }, NO_CHANCE, context), '');
    assert.equal(run('a', { captionDropoutEveryNEpochs: 2 }, NO_CHANCE, { ...FIRST_STEP, epoch: 0 }), '');
    assert.equal(run('a', { captionDropoutEveryNEpochs: 2 }, NO_CHANCE, { ...FIRST_STEP, epoch: 1 }), 'a');
  });

  it('reads wildcards with the escapes of the trainer, nested ones broken', () => {
    assert.equal(run('{a|b}, {solo}, {}, {{x}}', { enableWildcard: true }), 'a, solo, {}, {x}');
    assert.equal(run('{a|{b|c}}, d', { enableWildcard: true }), '{a|{b|c}, d');
    assert.deepEqual(captionChoices('{a|b|}{c|d}', { ...CAPTION_DEFAULTS, enableWildcard: true }).value?.texts, [
      'ac',
      'ad',
      'bc',
      'bd',
      'c',
      'd',
    ]);
  });

  it('takes a token_warmup_step of 1 for one step, and below 1 for a share', () => {
    const at = (step: number, tokenWarmupStep: number) =>
      run('a,b,c,d', { tokenWarmupStep }, NO_CHANCE, { ...FIRST_STEP, step });
    assert.equal(at(0, 1), 'a');
    assert.equal(at(1, 1), 'a, b, c, d');
    assert.equal(at(250, 0.5), 'a, b');
  });

  it('replaces the secondary separator even without shuffling, and adds no space', () => {
    assert.equal(run('a;;;b, c', { secondarySeparator: ';;;' }), 'a,b, c');
  });

  it('stops at an empty separator as soon as tags are split', () => {
    assert.equal(run('a', { captionSeparator: '' }), 'a');
    assert.equal(run('a', { ...shuffling, captionSeparator: '' }), 'ValueError');
  });

  it("gives the captions of Python's own generator", () => {
    assert.equal(pythonRandom(1).random(), 0.13436424411240122);
    assert.equal(pythonRandom(0).random(), 0.8444218515250481);
    const order = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    pythonRandom(2 ** 40 + 5).shuffle(order);
    assert.deepEqual([...order].sort(), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('never throws, and fixed tags stay at both ends', () => {
    fc.assert(
      fc.property(anyCaption, anyOptions, fc.nat(), (caption, options, seed) => {
        const { value } = processCaption(caption, options, pythonRandom(seed));
        if (!value?.tags || options.secondarySeparator) return;
        const { fixed, suffix } = value.tags;
        assert.ok(value.text.startsWith(fixed.join(', ')));
        assert.ok(value.text.endsWith(suffix.join(', ')));
        const other = processCaption(caption, { ...options, enableWildcard: false }, pythonRandom(seed + 1)).value;
        if (!options.enableWildcard && other?.tags) assert.deepEqual(other.tags.fixed, fixed);
      }),
    );
  });

  it('knows where each tag stands in the caption', () => {
    fc.assert(
      fc.property(anyCaption, anyOptions, fc.nat(), (caption, options, seed) => {
        const { value } = processTraced(traced(caption), { ...options, enableWildcard: false }, pythonRandom(seed));
        for (const tag of value?.tags?.flexible ?? []) {
          const range = sourceRange(tag);
          if (range && !options.captionPrefix && !options.captionSuffix) {
            assert.equal(caption.slice(range.start, range.end), tag.text);
          }
        }
      }),
    );
  });

  it('enumerates choices within the limit', () => {
    const options = { ...CAPTION_DEFAULTS, enableWildcard: true };
    assert.equal(captionChoices('{a|b}'.repeat(30), options, 50).value?.truncated, true);
    assert.equal(captionChoices('{a|b}'.repeat(3), options, 8).value?.truncated, false);
    fc.assert(fc.property(anyCaption, anyOptions, (caption, given) => void captionChoices(caption, given, 20)));
  });
});
