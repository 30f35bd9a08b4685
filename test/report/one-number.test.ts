import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tagHover } from '../../server/src/language/hover.ts';
import { writeJson } from '../../server/src/report/json.ts';
import { captionContext } from '../../server/src/rules/caption-context.ts';
import { normalTag } from '../../server/src/tags/normal.ts';
import { agreeOnTokens, type EveryNumber, everyNumber, tagsOf } from '../support/every-number.ts';

describe('the tokens of a caption', () => {
  for (const [name, options, args] of [
    ['a prefix of 13 tokens', 'caption_prefix = "photo, of, a, big, red, old, hat,"', ''],
    ['a suffix', 'caption_suffix = ", film grain, bokeh"', ''],
    ['a prefix and shuffling', 'caption_prefix = "photo,"\nshuffle_caption = true\nkeep_tokens = 1', ''],
    ['a secondary separator', 'secondary_separator = ";;;"', ''],
    ['wildcards', 'enable_wildcard = true', ''],
    ['weights', '', 'weighted_captions = true'],
    ['150 tokens', 'caption_prefix = "photo,"', 'max_token_length = 150'],
    ['nothing special', '', ''],
  ] as const) {
    it(`are one number everywhere with ${name}`, async () => {
      const texts = [tagsOf(60), tagsOf(75), tagsOf(76), 'a ;;; {hat|big red hat}, (hat:1.2)', tagsOf(140)];
      agreeOnTokens(await everyNumber(options, texts, args));
    });
  }

  it('of 75 with a prefix of 13 are 88', async () => {
    const { report } = await everyNumber('caption_prefix = "photo, of, a, big, red, old, hat"', [tagsOf(75)]);
    assert.equal(report.captions[0]?.tokens, 88);
  });
});

const words = [
  'hat',
  'red hat',
  'long_hair',
  'photo of a cat',
  '1girl',
  ':d',
  '(hat:1.2)',
  '{a|big red hat}',
  'ohwx man',
  '',
];
const caption = fc.oneof(
  fc.nat(160).map(tagsOf),
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }).map((tags) => tags.join(', ')),
  fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 }).map((tags) => tags.join(' ;;; ')),
  fc
    .tuple(fc.nat(90), fc.constantFrom('\n', '\r\n', ' '))
    .map(([tokens, end]) => `${tagsOf(tokens)}${end}more, of, it`),
  fc.constantFrom('A man stands in the rain, holding a hat. He looks up at the sky.', '管理, hat', 'hat,,hat, ,', '  '),
);
const option = (key: string, values: readonly string[]): fc.Arbitrary<string> =>
  fc.constantFrom('', ...values.map((value) => `${key} = ${value}`));
/** Options of a subset, and of the script. */
const configuration = fc.tuple(
  fc
    .tuple(
      option('caption_prefix', ['"photo, of, a, big, red, old, hat,"', '"ohwx man, "']),
      option('caption_suffix', ['", film grain, bokeh"']),
      option('shuffle_caption', ['true']),
      option('keep_tokens', ['1', '3']),
      option('secondary_separator', ['";;;"']),
      option('keep_tokens_separator', ['"|||"']),
      option('enable_wildcard', ['true']),
      option('num_repeats', ['3', '10']),
    )
    .map((lines) => lines.filter((line) => line !== '').join('\n')),
  fc
    .tuple(
      option('max_token_length', ['150', '225']),
      option('weighted_captions', ['true']),
      option('max_train_epochs', ['2']),
    )
    .map((lines) => lines.filter((line) => line !== '').join('\n')),
);

/** Counts, shares and buckets that are told in several places. */
function agreeOnCounts({ index, settings, report, plan }: EveryNumber): void {
  const json = JSON.parse(writeJson(report));
  assert.equal(json.summary.images, index.imageCount);
  assert.equal(json.summary.images, report.images.length);
  assert.equal(json.captions.length, json.summary.captions);
  const trained = plan.datasets.flatMap(({ images }) => images.filter(({ isReg }) => !isReg));
  assert.equal(trained.length, report.summary.images);
  assert.equal(
    report.buckets.reduce((sum, { images }) => sum + images, 0),
    trained.length,
  );
  const planned = plan.datasets.flatMap(({ buckets }) => buckets);
  for (const { width, height, images, samples } of report.buckets) {
    const same = planned.find(({ bucket }) => bucket.width === width && bucket.height === height);
    assert.deepEqual([same?.images, same?.samples], [images, samples], `${width}×${height}`);
  }
  const { metrics } = report;
  assert.equal(metrics.captions, index.facts.captions);
  for (const row of report.tags) {
    assert.equal(row.share, row.captions / metrics.captions, row.tag);
    const norm = index.vocabulary.normId(row.tag);
    assert.ok(norm !== undefined);
    assert.equal(index.facts.frequency(norm), row.captions);
    const [holder] = index.facts.captionsWith(norm);
    const context = holder && captionContext(index, holder, settings);
    assert.ok(context);
    const tag = context.caption.tags.find(({ text }) => normalTag(text) === row.tag);
    const hover = tag && tagHover(context, tag.range.start);
    assert.ok(hover);
    assert.ok(hover.markdown.includes(`${row.captions} of ${metrics.captions} captions`), hover.markdown);
    const beside = metrics.concepts
      .flatMap(({ besideTrigger }) => besideTrigger)
      .find((association) => association.tag === row.tag);
    if (beside && row.trigger) assert.equal(beside.probability, row.trigger.probability, row.tag);
    if (beside)
      assert.ok(
        hover.markdown.includes(` of ${beside.support} captions with the trigger`),
        `${row.tag}: ${hover.markdown}`,
      );
  }
}

describe('a number is one wherever it is told', () => {
  it('over sets and configurations of many kinds', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(caption, { minLength: 1, maxLength: 12 }),
        fc.array(fc.constantFrom(512, 512, 768, 384), { maxLength: 12 }),
        configuration,
        async (texts, sides, [subset, args]) => {
          // A file of no bytes ends the training: there is no plan to compare with.
          const written = texts.map((text) => text || ' ');
          const all = await everyNumber(subset, written, args, sides);
          agreeOnTokens(all);
          agreeOnCounts(all);
        },
      ),
      { numRuns: 25 },
    ));
});
