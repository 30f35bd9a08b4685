import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { exposureOf } from '../../server/src/exposure/exposure.ts';
import { NO_LIMIT } from '../../server/src/exposure/window.ts';
import { finish } from '../../server/src/ground/steps.ts';
import { normalTag } from '../../server/src/tags/normal.ts';
import { warmupSteps } from '../../server/src/trainers/captions/caption-options.ts';
import { processCaption } from '../../server/src/trainers/captions/process-caption.ts';
import type { FedText } from '../../server/src/trainers/fed-run.ts';
import { feedOf } from '../../server/src/trainers/onetrainer/feed.ts';
import { pythonRandom } from '../../server/src/trainers/python/mersenne.ts';
import { feeder } from '../../server/src/trainers/sd-scripts/feeder.ts';
import { contextOf, optionsOf } from '../../tools/conformance/captions.ts';
import { planOfRow, relative } from '../../tools/conformance/onetrainer_datasets.ts';
import { sharedPath } from '../shared.ts';

type Row = Record<string, unknown>;

function* rowsOf(file: string): Generator<[row: Row, line: string]> {
  for (const line of readFileSync(file, 'utf8').split('\n')) if (line.trim() !== '') yield [JSON.parse(line), line];
}

/** Showings by image and text. */
function add(counts: Map<string, number>, image: string, text: string, shows: number): void {
  const key = JSON.stringify([image, text]);
  counts.set(key, (counts.get(key) ?? 0) + shows);
}

describe("exposure against answers of the trainers' own code", () => {
  it('OneTrainer: the very texts of every image over the epochs of a row', function () {
    const file = sharedPath('trainer/onetrainer/fixtures/onetrainer_datasets.jsonl');
    if (!file) this.skip();
    let exact = 0;
    let counted = 0;
    let several = 0;
    for (const [row, line] of rowsOf(file)) {
      const result = row.result as { batches: number; samples: { image: string; text: string; texts?: object }[] }[];
      if (row.error || !result || row.between) continue;
      const plan = planOfRow(row, line);
      assert.ok(plan, String(row.id));
      const run = finish(feedOf(plan, 1, null, { length: { epochs: result.length } })).value;
      assert.ok(run, String(row.id));
      const shown = run.images.reduce((sum, { shows }) => sum + shows, 0);
      const trained = result.reduce((sum, { batches }) => sum + batches, 0) * plan.batchSize;
      if (run.length.epochs === 0) assert.equal(trained, 0, String(row.id));
      else assert.ok(Math.abs(shown - trained) < 1e-9, `${row.id}: ${shown} showings for ${trained}`);
      counted++;
      if (run.basis !== 'exact' || run.length.epochs === 0) continue;
      const expected = new Map<string, number>();
      for (const { samples } of result)
        for (const { image, text, texts } of samples) {
          const all: string[] = texts ? Object.values(texts) : plan.cachesText.map(() => text);
          for (const one of all) add(expected, image, one, 1 / all.length);
        }
      const got = new Map<string, number>();
      for (const image of run.images)
        for (const { shows, alternatives } of image.phases())
          for (const { text } of alternatives)
            if (text.kind === 'still') add(got, relative(image.path), text.text, shows);
      assert.deepEqual([...got].sort(), [...expected].sort(), String(row.id));
      exact++;
      if (result.length > 1) several++;
    }
    assert.ok(exact > 40 && several > 10, `${exact} rows text by text, ${several} over several epochs, of ${counted}`);
  });

  it('sd-scripts: every recorded sample is one of the texts, and every choice has its chance', function () {
    const file = sharedPath('trainer/fixtures/captions.jsonl');
    if (!file) this.skip();
    let compared = 0;
    for (const [row] of rowsOf(file)) {
      const options = optionsOf(row);
      const context = contextOf(row);
      if (row.error || context.replacements.length > 0 || row.choices_truncated) continue;
      // The showings of the one step at which the row was recorded.
      if (warmupSteps(options, context.maxTrainSteps) > 0) continue;
      const still = { ...options, captionDropoutEveryNEpochs: 0 };
      if (options.captionDropoutEveryNEpochs > 0 && context.epoch % options.captionDropoutEveryNEpochs === 0) continue;
      const length = { from: 'asked', epochs: 1, steps: 10, stepsPerEpoch: 10 } as const;
      const [phase] = feeder(still, length).phases(row.caption as string, 1);
      assert.ok(phase);
      const sum = phase.alternatives.reduce((all, { chance }) => all + chance, 0);
      assert.ok(Math.abs(sum - 1) < 1e-9, `${row.id}: chances add up to ${sum}`);
      if (options.captionDropoutRate <= 0) {
        const texts = phase.alternatives.map(({ text }) => written(text));
        assert.deepEqual([...new Set(texts)].sort(), [...new Set(row.choices as string[])].sort(), String(row.id));
      }
      for (const sample of row.samples as string[])
        assert.ok(
          phase.alternatives.some(
            ({ chance, text }) => chance > 0 && canBe(text, sample, options.secondarySeparator !== null),
          ),
          `${row.id}: ${JSON.stringify(sample)} has no chance`,
        );
      compared++;
    }
    assert.ok(compared > 200, `${compared} rows`);
  });

  it('sd-scripts: tags come as often as in a thousand drawn captions', function () {
    const file = sharedPath('trainer/fixtures/captions.jsonl');
    if (!file) this.skip();
    const runs = 1000;
    let compared = 0;
    const beyond: string[] = [];
    for (const [row] of rowsOf(file)) {
      const options = optionsOf(row);
      const context = contextOf(row);
      if (row.error || context.replacements.length > 0 || warmupSteps(options, 1000) > 0) continue;
      if (options.captionDropoutEveryNEpochs !== 0 || options.secondarySeparator) continue;
      if (!(options.captionTagDropoutRate > 0 || options.captionDropoutRate > 0 || options.enableWildcard)) continue;
      const length = { from: 'asked', epochs: runs, steps: runs, stepsPerEpoch: 1 } as const;
      const own = feeder(options, length);
      const image = {
        path: 'a.png',
        set: 0,
        shows: runs,
        written: () => own.written(row.caption as string),
        phases: () => own.phases(row.caption as string, runs),
      };
      const { tags } = exposureOf({ basis: 'expected', length, sets: [], images: [image], neverShown: [] }, NO_LIMIT);
      const chance = pythonRandom(1000);
      const texts = Array.from({ length: runs }, () => {
        const made = processCaption(row.caption as string, options, chance, context);
        return made.value?.text ?? '';
      });
      for (const { tag: norm, fed } of tags) {
        // What a prefix glues to a tag cannot be told from the text alone.
        if (options.captionPrefix || options.captionSuffix || options.captionSeparator !== ',') continue;
        const share = fed / runs;
        const found = texts.filter((text) => text.split(',').some((tag) => normalTag(tag) === norm)).length;
        const error = Math.sqrt(Math.max(share * (1 - share), 1e-9) / runs);
        compared++;
        if (Math.abs(found / runs - share) > 3 * error + 1e-9)
          beyond.push(`${row.id} ${norm}: ${found / runs} for ${share}`);
      }
    }
    // One in 370 lies further off by chance.
    assert.ok(compared > 150 && beyond.length <= Math.max(1, compared / 100), `${compared}: ${beyond.join('; ')}`);
  });
});

/** A text with nothing moved and nothing dropped. */
function written(text: FedText): string {
  if (text.kind === 'still') return text.text;
  if (text.kind === 'drawn') return '';
  const flexible = text.dropRate >= 1 ? [] : text.flexible;
  return [...text.fixed, ...flexible, ...text.suffix].map((piece) => piece.text).join(text.joiner);
}

/** Whether a text can come out as a sample did: head and tail in their places, between them a choice of the movable pieces. */
function canBe(text: FedText, sample: string, isSwapped: boolean): boolean {
  if (text.kind !== 'varied') return written(text) === sample;
  const { fixed, flexible, suffix, joiner, dropRate } = text;
  const head = fixed.map((piece) => piece.text);
  const tail = suffix.map((piece) => piece.text);
  const own = (list: readonly string[]): string[] => list.join(joiner).split(joiner).sort();
  const parts = sample.split(joiner);
  const all = own([...head, ...flexible.map((piece) => piece.text), ...tail]);
  if (dropRate === 0 || isSwapped) return dropRate > 0 || own(parts).join(joiner) === all.join(joiner);
  if (sample === '') return head.length === 0 && tail.length === 0;
  return sample.startsWith(head.join(joiner)) && parts.every((part) => all.includes(part));
}
