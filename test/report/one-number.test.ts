import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inNumber } from '../../server/src/ground/plural.ts';
import { tagHover } from '../../server/src/language/hover.ts';
import { writeJson } from '../../server/src/report/json.ts';
import { summarizeTrainerPlan } from '../../server/src/report/trainer-plan.ts';
import { captionContext } from '../../server/src/rules/caption-context.ts';
import { normalTag } from '../../server/src/tags/normal.ts';
import {
  agreeOnTokens,
  agreeOnTokensOf,
  type EveryNumber,
  everyNumber,
  everyNumberOf,
  tagsOf,
  type Views,
} from '../support/every-number.ts';

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
function agreeOnCounts(all: EveryNumber): void {
  const { index, report, plan } = all;
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
  agreeOnTags(all);
}

/** A text of the product in English. */
const said = (message: string, ...args: number[]): string =>
  inNumber(message, args).replace(/\{(\d+)\}/g, (_, at) => String(args[at]));

/** Counts and shares of tags: table, facts, hover and concepts. */
function agreeOnTags({ index, settings, report }: Views): void {
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
    assert.ok(hover.markdown.includes(said('{0} of {1} captions', row.captions, metrics.captions)), hover.markdown);
    const beside = metrics.concepts
      .flatMap(({ besideTrigger }) => besideTrigger)
      .find((association) => association.tag === row.tag);
    if (beside && row.trigger) assert.equal(beside.probability, row.trigger.probability, row.tag);
    if (beside)
      assert.ok(
        hover.markdown.includes(said(' of {0} captions with the trigger', beside.support)),
        `${row.tag}: ${hover.markdown}`,
      );
  }
}

/** A file of a trainer, and how often it uses each image in an epoch. */
interface Configuration {
  readonly file: string;
  readonly text: string;
  readonly uses: number;
}

const repeated = fc.constantFrom(1, 3, 10);
/** Configurations of the trainers with planners of their own, for `/w/d`. */
const others: Readonly<Record<string, fc.Arbitrary<Configuration>>> = {
  'musubi-tuner': fc
    .tuple(repeated, fc.boolean(), fc.boolean(), fc.constantFrom(1, 4), fc.constantFrom(512, 1024))
    .map(([uses, bucket, upscale, batch, side]) => ({
      file: 'ds.toml',
      uses,
      text: `[general]\nresolution = [${side}, ${side}]\ncaption_extension = ".txt"\nbatch_size = ${batch}\nenable_bucket = ${bucket}\nbucket_no_upscale = ${upscale}\n[[datasets]]\nimage_directory = "/w/d"\nnum_repeats = ${uses}\n`,
    })),
  'ai-toolkit': fc
    .tuple(
      repeated,
      fc.constantFrom('512', '1024'),
      fc.constantFrom('', 'zkqx', 'zkqx man'),
      fc.constantFrom(0, 0.1),
      fc.constantFrom('sdxl', 'flux', 'sd15'),
    )
    .map(([uses, side, word, dropout, arch]) => ({
      file: 'job.yaml',
      uses,
      text: `job: extension\nconfig:\n  name: made\n  process:\n    - type: sd_trainer\n      training_folder: output\n${word === '' ? '' : `      trigger_word: "${word}"\n`}      network:\n        type: lora\n        linear: 16\n        linear_alpha: 16\n      datasets:\n        - folder_path: "/w/d"\n          caption_ext: txt\n          resolution: ${side}\n          caption_dropout_rate: ${dropout}\n          num_repeats: ${uses}\n      train:\n        batch_size: 2\n        steps: 100\n        lr: 1e-4\n      model:\n        name_or_path: base\n        arch: ${arch}\n`,
    })),
  onetrainer: fc
    .tuple(repeated, fc.constantFrom('512', '1024'), fc.boolean(), fc.constantFrom(1, 4))
    .map(([uses, resolution, shuffles, batch]) => ({
      file: 'config.json',
      uses,
      text: JSON.stringify({
        __version: 11,
        training_method: 'LORA',
        model_type: 'STABLE_DIFFUSION_XL_10_BASE',
        resolution,
        batch_size: batch,
        epochs: 3,
        learning_rate: 1e-4,
        concepts: [
          {
            __version: 2,
            path: '/w/d',
            seed: 1,
            balancing: uses,
            text: { prompt_source: 'sample', enable_tag_shuffling: shuffles },
          },
        ],
      }),
    })),
};

/** Images, uses and steps: what the plan trains is what report, summary and risks count. */
function agreeOnUses({ index, report, plan }: Awaited<ReturnType<typeof everyNumberOf>>, uses: number): void {
  const { items } = plan.trains;
  const json = JSON.parse(writeJson(report));
  assert.equal(json.summary.images, index.imageCount);
  assert.equal(new Set(items.map(({ path }) => path)).size, report.summary.images);
  assert.equal(json.captions.length, json.summary.captions);
  assert.deepEqual(new Set(items.map((item) => item.uses)), new Set([uses]));
  const samples = plan.sets.flatMap(({ buckets }) => buckets).reduce((sum, bucket) => sum + bucket.samples, 0);
  assert.equal(
    samples,
    items.reduce((sum, item) => sum + item.uses, 0),
  );
  const shown = summarizeTrainerPlan(plan, (path) => path);
  assert.equal(
    shown.datasets.flatMap(({ subsets }) => subsets).reduce((sum, { samplesPerEpoch }) => sum + samplesPerEpoch, 0),
    samples,
  );
  assert.equal(shown.batchesPerEpoch, plan.batchesPerEpoch);
  for (const set of plan.sets)
    assert.equal(
      set.buckets.reduce((sum, { batches }) => sum + batches, 0),
      set.batches,
    );
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

  for (const [trainer, configurationOf] of Object.entries(others))
    it(`over sets and configurations of ${trainer}`, () =>
      fc.assert(
        fc.asyncProperty(
          fc.array(caption, { minLength: 1, maxLength: 10 }),
          fc.array(fc.constantFrom(512, 512, 768, 384), { maxLength: 10 }),
          configurationOf,
          async (texts, sides, { file, text, uses }) => {
            const all = await everyNumberOf(
              file,
              text,
              texts.map((written) => written || ' '),
              sides,
            );
            assert.equal(all.settings.profile, trainer);
            agreeOnTokensOf(all);
            agreeOnTags(all);
            agreeOnUses(all, uses);
          },
        ),
        { numRuns: 15 },
      ));
});
