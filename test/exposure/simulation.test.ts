import assert from 'node:assert/strict';
import { exposureOf } from '../../server/src/exposure/exposure.ts';
import { cutAt, type Window } from '../../server/src/exposure/window.ts';
import { finish } from '../../server/src/ground/steps.ts';
import { normalTag } from '../../server/src/tags/normal.ts';
import { AI_TOOLKIT } from '../../server/src/trainers/ai-toolkit/trainer.ts';
import { captionTokens, countCaptionTokens } from '../../server/src/trainers/caption-tokens.ts';
import { processCaption } from '../../server/src/trainers/captions/process-caption.ts';
import { modelFamily } from '../../server/src/trainers/families.ts';
import type { FedRun } from '../../server/src/trainers/fed-run.ts';
import { MemoryFiles } from '../../server/src/trainers/files/memory-files.ts';
import { pythonRandom } from '../../server/src/trainers/python/mersenne.ts';
import type { RandomSource } from '../../server/src/trainers/python/random-source.ts';
import { captionOptionsOf } from '../../server/src/trainers/sd-scripts/config/caption-params.ts';
import { planDatasets } from '../../server/src/trainers/sd-scripts/dataset/plan.ts';
import { SD_SCRIPTS } from '../../server/src/trainers/sd-scripts/trainer.ts';
import type { TrainerConfig } from '../../server/src/trainers/trainer.ts';
import { parseConfigText, recogniseConfigText } from '../../server/src/trainers/trainers.ts';

const runs = 1000;
const counts = new Map<string, number>();
const window: Window = {
  limit: 20,
  count(text) {
    const count = counts.get(text) ?? countCaptionTokens(text, {});
    counts.set(text, count);
    return count;
  },
  offsetOf: (text, n) => captionTokens(text, {}).offsetOf(n),
};

/** What one simulated run counts: showings by image, different texts by image, and by tag how often it was read. */
class Tally {
  readonly #sums = new Map<string, { sum: number; squares: number }>();
  #run = new Map<string, number>();
  #texts = new Map<string, Set<string>>();

  show(image: string, text: string): void {
    this.#count(`shows of ${image}`);
    if (text.trim() === '') this.#count('without words');
    const cut = cutAt(text, window);
    const inside = new Set<string>();
    let start = 0;
    for (const part of text.split(',')) {
      // The trigger stands before a tag without a comma.
      const word = /^\s*zzz(?: |$)/.exec(part)?.[0] ?? '';
      if (word !== '' && start + word.trimEnd().length <= cut) inside.add('zzz');
      const norm = normalTag(part.slice(word.length));
      if (norm !== '' && start + part.trimEnd().length <= cut) inside.add(norm);
      start += part.length + 1;
    }
    for (const norm of inside) this.#count(`read ${norm}`);
    const texts = this.#texts.get(image) ?? new Set();
    this.#texts.set(image, texts.add(text));
  }

  endRun(): void {
    for (const [image, texts] of this.#texts) this.#run.set(`texts of ${image}`, texts.size);
    for (const [key, count] of this.#run) {
      const entry = this.#sums.get(key) ?? { sum: 0, squares: 0 };
      entry.sum += count;
      entry.squares += count * count;
      this.#sums.set(key, entry);
    }
    this.#run = new Map();
    this.#texts = new Map();
  }

  #count(key: string): void {
    this.#run.set(key, (this.#run.get(key) ?? 0) + 1);
  }

  /**
   * Quantities further off than three standard errors of their mean.
   * @param draws how many draws the expectation itself rests on; without it, it is a formula
   */
  beyond(run: FedRun, draws = Number.POSITIVE_INFINITY): string[] {
    const exposure = exposureOf(run, window);
    const expected = new Map<string, number>([['without words', exposure.empty]]);
    for (const { file, shows, texts } of exposure.images) {
      expected.set(`shows of ${file}`, shows);
      expected.set(`texts of ${file}`, texts);
    }
    for (const { tag, reached } of exposure.tags) expected.set(`read ${tag}`, reached);
    const off: string[] = [];
    for (const [key, value] of expected) {
      const { sum, squares } = this.#sums.get(key) ?? { sum: 0, squares: 0 };
      const mean = sum / runs;
      const steps = run.length.steps;
      const own = (Math.max(0, value * (steps - value)) + steps * 0.1) / draws;
      const error = Math.sqrt(Math.max(0, squares / runs - mean * mean) / runs + own);
      // What came in none of a thousand runs may come in the next one: the error is no less than one such event.
      if (Math.abs(mean - value) > 3 * Math.max(error, 1 / runs))
        off.push(`${key}: expected ${value}, simulated ${mean} ± ${error}`);
    }
    return off;
  }
}

function configOf(path: string, text: string): TrainerConfig {
  const found = recogniseConfigText(path, text);
  assert.ok(found?.kind === 'ours' && parseConfigText(path, text));
  return found.config;
}

const captions = {
  a: 'sks, red scarf, white dress with frills, standing in a long garden, blue sky, smile, hat',
  b: 'sks, 1girl, red scarf',
  c: 'sks, {park|beach|city}, smile',
};

function sdScripts(options: string, more: string): { configs: TrainerConfig[]; files: MemoryFiles } {
  const files = new MemoryFiles();
  for (const [name, text] of Object.entries(captions)) {
    files.addImage(`/set/${name}.png`, { width: 512, height: 512 });
    files.addFile(`/set/${name}.txt`, text);
  }
  const dataset = `[[datasets]]\nresolution = 512\nbatch_size = 1\n[[datasets.subsets]]\nimage_dir = "/set"\ncaption_extension = ".txt"\n${options}`;
  const script = `network_module = "networks.lora"\noutput_name = "x"\n${more}`;
  return { configs: [configOf('/ds.toml', dataset), configOf('/train.toml', script)], files };
}

const sdCases: readonly (readonly [name: string, options: string, script: string])[] = [
  ['shuffling behind a kept tag', 'num_repeats = 2\nshuffle_caption = true\nkeep_tokens = 1', 'max_train_epochs = 3'],
  ['tag dropout in order', 'caption_tag_dropout_rate = 0.3\nkeep_tokens = 1', 'max_train_epochs = 4'],
  [
    'shuffling with tag and caption dropout, and a part of an epoch',
    'shuffle_caption = true\ncaption_tag_dropout_rate = 0.25\ncaption_dropout_rate = 0.1\nkeep_tokens = 1',
    'max_train_steps = 11',
  ],
  ['wildcards', 'enable_wildcard = true\nnum_repeats = 3', 'max_train_epochs = 2'],
  [
    'warm-up, a suffix, and every third epoch without captions',
    'shuffle_caption = true\nkeep_tokens = 1\ntoken_warmup_min = 1\ntoken_warmup_step = 8\ncaption_suffix = ", end"\ncaption_dropout_every_n_epochs = 3',
    'max_train_epochs = 5',
  ],
];

describe('exposure against a thousand simulated runs', () => {
  for (const [name, options, more] of sdCases) {
    it(`sd-scripts with ${name}`, () => {
      const { configs, files } = sdScripts(options, more);
      const run = finish(SD_SCRIPTS.feed(configs, files, { family: modelFamily('sd15'), argv: [] }, {}));
      assert.ok(run);
      const plan = planDatasets(
        { datasetConfig: configs[0]?.document, configFile: configs[1]?.document, argv: [] },
        files,
      );
      const [dataset] = plan.datasets;
      assert.ok(dataset && run.length.from === 'configuration');
      const caption = captionOptionsOf(dataset.subsets[0]!.params);
      const tally = new Tally();
      const chance = pythonRandom(7);
      const steps = run.length.steps;
      for (let at = 0; at < runs; at++) {
        for (let step = 0, epoch = 1; step < steps; epoch++) {
          const order = dataset.images.flatMap((image) => Array.from({ length: image.repeats }, () => image));
          chance.shuffle(order);
          for (const image of order) {
            if (step >= steps) break;
            const context = { epoch, step, maxTrainSteps: steps, replacements: [] };
            tally.show(image.path, processCaption(image.caption, caption, chance, context).value?.text ?? '');
            step++;
          }
        }
        tally.endRun();
      }
      assert.deepEqual(tally.beyond(run), []);
    });
  }

  const jobs: readonly (readonly [name: string, dataset: string, train: string])[] = [
    ['shuffling that moves the trigger', 'shuffle_tokens: true', 'steps: 9'],
    ['token dropout and shuffling', 'shuffle_tokens: true\n          token_dropout_rate: 0.2', 'steps: 12'],
    ['token dropout behind kept tokens', 'token_dropout_rate: 0.3\n          keep_tokens: 2', 'steps: 12'],
    [
      'caption dropout, repeats and an unfilled batch',
      'caption_dropout_rate: 0.2\n          num_repeats: 3',
      'steps: 4\n        batch_size: 2',
    ],
  ];
  for (const [name, dataset, train] of jobs) {
    it(`ai-toolkit with ${name}`, () => {
      const files = new MemoryFiles();
      const texts = { a: captions.a, b: captions.b.replace('sks, ', ''), c: 'smile' };
      for (const [file, text] of Object.entries(texts)) {
        files.addImage(`/set/${file}.png`, { width: 512, height: 512 });
        files.addFile(`/set/${file}.txt`, text);
      }
      const job = `job: extension
config:
  name: x
  process:
    - type: sd_trainer
      training_folder: out
      trigger_word: zzz
      model:
        name_or_path: m
        arch: sdxl
      train:
        ${train}
      datasets:
        - folder_path: /set
          resolution: 512
          ${dataset}
`;
      const config = configOf('/job.yaml', job);
      const run = finish(AI_TOOLKIT.feed([config], files, { family: modelFamily('sdxl'), argv: [] }, {}));
      assert.ok(run);
      const tally = new Tally();
      simulateJob(texts, dataset, run.length.steps, train.includes('batch_size') ? 2 : 1, pythonRandom(11), tally);
      // Where a text is cut of which some tags may drop and others not, 400 of them are drawn.
      assert.deepEqual(tally.beyond(run, name.includes('kept tokens') ? 400 : undefined), []);
    });
  }
});

/** ai-toolkit on its own terms (docs of its steps in SPEC form): a last batch repeats images of its bucket, each use draws anew. */
function simulateJob(
  texts: Readonly<Record<string, string>>,
  dataset: string,
  steps: number,
  batch: number,
  chance: RandomSource,
  tally: Tally,
): void {
  const names = Object.keys(texts);
  const rate = (key: string): number => Number(new RegExp(`${key}: ([\\d.]+)`).exec(dataset)?.[1] ?? 0);
  const inject = (text: string): string => (text.includes('zzz') ? text : `zzz ${text}`);
  const fed = (text: string): string => {
    if (rate('caption_dropout_rate') > 0 && chance.random() < rate('caption_dropout_rate')) return inject('');
    let parts = text.split(',');
    const drop = rate('token_dropout_rate');
    if (drop > 0) parts = parts.filter((_, i) => i < rate('keep_tokens') || chance.random() > drop);
    const shuffles = dataset.includes('shuffle_tokens');
    if (shuffles) chance.shuffle(parts);
    const made = inject(parts.join(', '));
    if (!shuffles) return made;
    const again = made.split(',');
    chance.shuffle(again);
    return again.join(', ');
  };
  for (let at = 0; at < runs; at++) {
    let queue: string[][] = [];
    for (let step = 0; step < steps; step++) {
      if (queue.length === 0) {
        const order = Array.from({ length: rate('num_repeats') || 1 }, () => names).flat();
        chance.shuffle(order);
        while (order.length % batch !== 0) order.push(names[chance.choice(names.length)] as string);
        queue = Array.from({ length: order.length / batch }, (_, i) => order.slice(i * batch, (i + 1) * batch));
      }
      for (const name of queue.shift() ?? []) tally.show(`/set/${name}.png`, fed(texts[name] as string));
    }
    tally.endRun();
  }
}
