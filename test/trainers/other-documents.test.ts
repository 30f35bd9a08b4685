import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completeConfig } from '../../server/src/language/config-completion.ts';
import { configHover } from '../../server/src/language/config-hover.ts';
import { MemoryFiles } from '../../server/src/trainers/files/memory-files.ts';
import type { TrainerProblem } from '../../server/src/trainers/trainer.ts';
import { recogniseConfigText, trainerOf } from '../../server/src/trainers/trainers.ts';
import { configOfText } from '../../server/src/training/find-config.ts';
import { example, examplesIn } from './examples.ts';

function configOf(name: string, text: string) {
  const found = recogniseConfigText(`/set/${name}`, text);
  assert.equal(found?.kind, 'ours', name);
  return found.config;
}

function problemsOf(name: string, text: string): readonly TrainerProblem[] {
  const files = new MemoryFiles();
  files.addFolder('/set/img');
  const config = configOf(name, text);
  return trainerOf(config.trainer).documents?.problems(config, files) ?? [];
}

/** Each problem as `severity what-is-marked`. */
const marked = (name: string, text: string): string[] =>
  problemsOf(name, text).map(({ severity, range }) => `${severity} ${range ? text.slice(range.start, range.end) : ''}`);

const SDXL_JOB = example('ai-toolkit/sdxl.yaml');

describe('files of other trainers', () => {
  it('musubi-tuner: a dataset that is being written is told by options that no other dataset file has', () => {
    for (const option of ['fp_latent_window_size = 9', 'control_resolution = [1024, 1024]', 'target_frames = [1, 25]'])
      assert.equal(configOf('data.toml', `[[datasets]]\n${option}\n`).trainer, 'musubi-tuner');
    const shared = '[[datasets]]\nresolution = 512\n[[datasets.subsets]]\nimage_dir = "/set/img"\n';
    assert.equal(configOf('data.toml', shared).trainer, 'sd-scripts');
  });

  it('ai-toolkit: a missing architecture is told, unless the name says what is trained without it', () => {
    const job = (model: string) => example('ai-toolkit/sd15-by-name.yaml').replace('some/stable-diffusion-v1-5', model);
    const told = (model: string) =>
      problemsOf('job.yaml', job(model)).some(({ rule }) => rule === 'missing-config-key');
    for (const model of [
      'runwayml/stable-diffusion-v1-5',
      '/models/sd15.safetensors',
      'sd-v1-4',
      'stable_diffusion_1.5',
    ])
      assert.equal(told(model), false, model);
    for (const model of [
      'stabilityai/stable-diffusion-xl-base-1.0',
      'Tongyi/Z-Image',
      'sd3.5',
      '/models/sdxl_v15.safetensors',
      'x',
    ])
      assert.equal(told(model), true, model);
  });

  it("sd-scripts' own files stay its own", () => {
    const text = '[general]\nresolution = 512\n[[datasets]]\n[[datasets.subsets]]\nimage_dir = "/set/img"\n';
    assert.equal(configOf('data.toml', text).trainer, 'sd-scripts');
    assert.equal(configOfText('/set/data.toml', text)?.role, 'dataset_config');
  });

  it('musubi-tuner: five faults are five marks, each at its place', () => {
    const text = `[general]
resolution = "512,512"
shuffle_caption = true
[[datasets]]
image_directory = "/set/img"
caption_extension = "txt"
batchsize = 2
num_repeats = 0
`;
    assert.deepEqual(marked('data.toml', text).sort(), [
      'error "512,512"',
      'error "txt"',
      'error batchsize',
      'error shuffle_caption',
      'warning 0',
    ]);
  });

  it('ai-toolkit: five faults are five marks, each at its place', () => {
    const text = SDXL_JOB.replace('/data/mine/pictures', '/set/img')
      .replace('resolution: [ 512, 768, 1024 ]', 'resolution: "1024"')
      .replace('shuffle_tokens: false', 'shufle_tokens: true')
      .replace('flip_x: false', 'flip_x: "false"')
      .replace('arch: "sdxl"', 'arch: "SDXL"')
      .replace('        batch_size: 1', '        train_batch_size: 1');
    assert.deepEqual(marked('job.yaml', text).sort(), [
      'error "1024"',
      'warning "SDXL"',
      'warning "false"',
      'warning shufle_tokens',
      'warning train_batch_size',
    ]);
  });

  it('OneTrainer: five faults are five marks, each at its place', () => {
    const text = example('onetrainer/concepts.json')
      .replace('/data/mine/pictures', '/set/img')
      .replace('"prompt_source": "sample"', '"prompt_source": "SAMPLE"')
      .replace('"resolution_override": "512"', '"resolution_override": ""')
      .replace('"enabled": true', '"enabled": "false"')
      .replace('"balancing": 1', '"balancing": "x"')
      .replace('"keep_tags_count"', '"keep_tag_count"');
    assert.deepEqual(marked('concepts.json', text).sort(), [
      'error ""',
      'error "SAMPLE"',
      'warning "false"',
      'warning "keep_tag_count"',
      'warning "x"',
    ]);
  });

  it('a fix changes the range it names and mends what it is about', () => {
    const text = SDXL_JOB.replace('shuffle_tokens', 'shufle_tokens');
    const [problem] = problemsOf('job.yaml', text).filter(({ rule }) => rule === 'unknown-config-key');
    const [fix] = problem?.fixes ?? [];
    assert.ok(fix);
    const mended = text.slice(0, fix.range.start) + fix.newText + text.slice(fix.range.end);
    assert.equal(mended, SDXL_JOB);
  });

  it('hover and completion know the options of the table they stand in', async () => {
    const text = example('ai-toolkit/flux.yaml');
    const config = configOf('job.yaml', text);
    assert.match(
      configHover(config, text.indexOf('caption_dropout_rate') + 3, await trainerOf('ai-toolkit').meanings())
        ?.markdown ?? '',
      /default `0`/,
    );
    const place = text.indexOf('shuffle_tokens: false');
    const typed = `${text.slice(0, place)}keep${text.slice(place)}`.replace(/keepshuffle_tokens: false.*/, 'keep');
    const offset = typed.indexOf(' keep\n') + 5;
    const names = completeConfig(configOf('job.yaml', typed), offset, {})?.items.map(({ label }) => label) ?? [];
    assert.ok(names.includes('keep_tokens') && !names.includes('folder_path'), names.join());
    const musubi = `${example('musubi-tuner/images.toml')}bu`;
    const keys = completeConfig(configOf('d.toml', musubi), musubi.length, {})?.items.map(({ label }) => label) ?? [];
    assert.ok(keys.includes('control_directory') && !keys.includes('target_frames'), keys.join());
  });

  it('no text throws, and no mark lies outside it', () => {
    const bases = ['ai-toolkit', 'musubi-tuner', 'onetrainer'].flatMap((folder) => [...examplesIn(folder)]);
    fc.assert(
      fc.property(
        fc.nat(bases.length - 1),
        fc.nat(),
        fc.nat(30),
        fc.string({ maxLength: 8 }),
        (which, at, cut, put) => {
          const [name, base] = bases[which] as [string, string];
          const start = at % base.length;
          const text = base.slice(0, start) + put + base.slice(start + cut);
          const found = recogniseConfigText(`/set/${name}`, text);
          if (found?.kind !== 'ours') return;
          for (const { range } of trainerOf(found.config.trainer).documents?.problems(
            found.config,
            new MemoryFiles(),
          ) ?? [])
            assert.ok(range === null || (range.start >= 0 && range.start <= range.end && range.end <= text.length));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('buckets follow the trainer', () => {
  const size = { width: 1920, height: 1080 };
  const square = { width: 1024, height: 1024 };
  for (const [trainer, model, expected] of [
    ['onetrainer', 'sdxl', [1344, 768]],
    ['ai-toolkit', 'sdxl', [1360, 768]],
    ['ai-toolkit', 'flux', [1344, 768]],
  ] as const)
    it(`${trainer} with ${model}: 1920×1080 goes to ${expected.join('×')}`, async () => {
      const { modelFamily } = await import('../../server/src/trainers/families.ts');
      const placed = trainerOf(trainer).place(size, square, modelFamily(model));
      assert.deepEqual([placed?.value?.bucket.width, placed?.value?.bucket.height], expected);
    });
});

describe('advice in the words of the trainer', () => {
  it('names options of sd-scripts to its users only', async () => {
    const { wordsFor } = await import('../../server/src/advice/playbook.ts');
    const step = {
      id: 'x',
      modes: [],
      title: '',
      why: '',
      evidence: [],
      source: '',
      heuristic: false,
      settings: [{ file: 'dataset_config' as const, key: 'shuffle_caption', value: 'true' }],
      equivalents: { onetrainer: ['text.enable_tag_shuffling = true'], 'ai-toolkit': [] },
      copy: '',
    };
    assert.deepEqual(wordsFor(step, 'sd-scripts'), ['shuffle_caption = true']);
    assert.deepEqual(wordsFor(step, 'onetrainer'), ['text.enable_tag_shuffling = true']);
    assert.deepEqual(wordsFor(step, 'ai-toolkit'), []);
    assert.deepEqual(wordsFor(step, 'musubi-tuner'), []);
  });
});
