import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../server/src/ground/steps.ts';
import { hasShape, listShapes, nearestShape } from '../../server/src/trainers/bucket-shapes.ts';
import { BUCKET_DEFAULTS, chooseBucket, planBuckets } from '../../server/src/trainers/buckets.ts';
import { modelFamily } from '../../server/src/trainers/families.ts';
import { MemoryFiles } from '../../server/src/trainers/files/memory-files.ts';
import * as musubi from '../../server/src/trainers/musubi-tuner/buckets.ts';
import type { PixelSize } from '../../server/src/trainers/pixel-size.ts';
import { recogniseConfigText, trainerOf } from '../../server/src/trainers/trainers.ts';

const size = (least: number, most: number) =>
  fc.record({ width: fc.integer({ min: least, max: most }), height: fc.integer({ min: least, max: most }) });

/** The list gone through from the front, as the trainers do it. */
function nearestInList(sizes: readonly PixelSize[], aspect: number): PixelSize {
  let best = sizes[0] as PixelSize;
  let distance = Number.POSITIVE_INFINITY;
  for (const listed of sizes) {
    const off = Math.abs(listed.width / listed.height - aspect);
    if (off < distance) [best, distance] = [listed, off];
  }
  return best;
}

describe('buckets without a list', () => {
  it('sd-scripts: the one that is found is the first of the nearest in the list', () => {
    const settings = fc.record({
      resolution: size(64, 1100),
      minBucketReso: fc.integer({ min: 1, max: 400 }),
      maxBucketReso: fc.integer({ min: 1, max: 3000 }),
      bucketResoSteps: fc.integer({ min: 1, max: 128 }),
    });
    let found = 0;
    fc.assert(
      fc.property(settings, fc.array(size(1, 4000), { minLength: 1, maxLength: 30 }), (given, images) => {
        const { value: plan } = planBuckets({ ...BUCKET_DEFAULTS, enableBucket: true, ...given });
        if (!plan?.shapes) return;
        const list = listShapes(plan.shapes);
        const listed = new Set(list.map(({ width, height }) => `${width}x${height}`));
        for (const image of [...images, ...list.slice(0, 20)]) {
          found++;
          const aspect = image.width / image.height;
          assert.deepEqual(nearestShape(plan.shapes, aspect), nearestInList(list, aspect));
          assert.equal(hasShape(plan.shapes, image), listed.has(`${image.width}x${image.height}`));
        }
      }),
      { numRuns: 400 },
    );
    assert.ok(found > 500);
  });

  it('musubi-tuner: the one that is found is the first of the nearest in the list', () => {
    fc.assert(
      fc.property(size(40, 2000), fc.constantFrom(16, 32), size(1, 4000), (resolution, step, image) => {
        const { value: plan } = musubi.planBuckets({ resolution, enableBucket: true, bucketNoUpscale: false, step });
        if (!plan) return;
        const list = listShapes(plan.shapes);
        assert.deepEqual(musubi.chooseBucket(plan, image), nearestInList(list, image.width / image.height));
      }),
      { numRuns: 400 },
    );
  });

  const vast = [1e6, 2 ** 31, 2 ** 53 - 1, 1e100];
  for (const side of vast)
    it(`a resolution of ${side} pixels has its answer: nothing stops there, and nothing is said to`, () => {
      const resolution = { width: side, height: side };
      const plan = planBuckets({
        ...BUCKET_DEFAULTS,
        enableBucket: true,
        resolution,
        bucketResoSteps: 1,
        maxBucketReso: side * 4,
      });
      assert.equal(plan.error, null);
      const { value, error } = chooseBucket(plan.value as NonNullable<typeof plan.value>, {
        width: 1920,
        height: 1080,
      });
      assert.equal(error, null);
      assert.ok(Math.abs((value?.bucket.width ?? 0) / (value?.bucket.height ?? 1) - 16 / 9) < 0.01);
      const other = musubi.planBuckets({ resolution, enableBucket: true, bucketNoUpscale: false, step: 16 });
      assert.ok(other.value && musubi.chooseBucket(other.value, { width: 1920, height: 1080 }).width > side);
      for (const id of ['ai-toolkit', 'onetrainer', 'musubi-tuner'] as const) {
        const placed = trainerOf(id).place({ width: 1920, height: 1080 }, resolution, modelFamily('flux'));
        assert.equal(placed?.error ?? null, null, id);
      }
    });
});

const DEEP = 20_000;
const nested = (open: string, close: string) => `${open.repeat(DEEP)}${close.repeat(DEEP)}`;
const job = (folder: string) =>
  `job: extension\nconfig:\n  name: a\n  process:\n    - type: sd_trainer\n      training_folder: o\n      model:\n        name_or_path: x\n        arch: sdxl\n      train:\n        batch_size: 1\n      datasets:\n        - folder_path: ${folder}\n`;

/** What a trainer says of a text: its problems and what stops it. */
function judged(name: string, text: string) {
  const found = recogniseConfigText(`/set/${name}`, text);
  assert.equal(found?.kind, 'ours', name);
  const { config } = found;
  const trainer = trainerOf(config.trainer);
  const files = new MemoryFiles();
  files.addFolder('/set/img');
  const run = { family: modelFamily('flux'), argv: [] };
  return {
    errors: config.document.errors,
    problems: trainer.documents?.problems(config, files) ?? [],
    stop: finish(trainer.list([config], files, run)).stop,
  };
}

describe('documents that are nested beyond sense', () => {
  const toml = (rest: string) => `[[datasets]]\nimage_directory = "/set/img"\n${rest}\n`;
  const own = (rest: string) => `[[datasets]]\n[[datasets.subsets]]\nimage_dir = "/set/img"\n${rest}\n`;
  const texts: Readonly<Record<string, string>> = {
    'lists.yaml': job(nested('[', ']')),
    'tables.yaml': job(`${'{a: '.repeat(DEEP)}1${'}'.repeat(DEEP)}`),
    'dashes.yaml': `${job('/set/img')}more:\n  ${'- '.repeat(DEEP)}x\n`,
    'indents.yaml': `${job('/set/img')}more:\n${Array.from({ length: 800 }, (_, at) => `${' '.repeat(at + 1)}k:`).join('\n')} x\n`,
    'lists.json': `{"datasets": [{"image_directory": "/set/img", "x": ${nested('[', ']')}}]}`,
    'open.json': `{"datasets": [{"image_directory": "/set/img", "x": ${'['.repeat(DEEP)}`,
    'own.json': `{"datasets": [{"subsets": [{"image_dir": "/set/img", "x": ${nested('[', ']')}}]}]}`,
    'config.json': `{"__version": 11, "model_type": "FLUX_DEV_1", "training_method": "LORA", "x": ${nested('[', ']')}}`,
    'lists.toml': toml(`x = ${nested('[', ']')}`),
    'inline.toml': toml(`x = ${'{a='.repeat(DEEP)}1${'}'.repeat(DEEP)}`),
    'dotted.toml': toml(`${'a.'.repeat(DEEP)}b = 1`),
    'header.toml': toml(`[${'a.'.repeat(DEEP)}b]\nc = 1`),
    'own.toml': own(`x = ${nested('[', ']')}`),
  };
  for (const [name, text] of Object.entries(texts))
    it(`${name}: the place is told, and the rest is read`, () => {
      const { errors } = judged(name, text);
      assert.equal(errors[0]?.message, 'Nested too deeply');
      assert.equal(errors[0]?.exception, 'RecursionError');
      assert.ok((errors[0]?.range.start ?? 0) > 30 && (errors[0]?.range.end ?? 0) <= text.length);
    });

  it('what a trainer can still read is no fault', () => {
    for (const [name, text] of [
      ['fine.yaml', `${job('/set/img')}meta: ${'['.repeat(300)}${']'.repeat(300)}\n`],
      ['fine.toml', toml(`num_repeats = 1\n# ${'['.repeat(300)}`)],
    ] as const)
      assert.deepEqual(judged(name, text).errors, [], name);
  });

  it('brackets in texts are no nesting', () => {
    const { errors } = judged('text.json', `{"datasets": [{"image_directory": "/set/${'['.repeat(5000)}"}]}`);
    assert.deepEqual(errors, []);
  });
});

describe('aliases of YAML', () => {
  const doubled = (levels: number, of: (before: string) => string) =>
    Array.from(
      { length: levels },
      (_, at) => `a${at}: &a${at} ${at === 0 ? '[x, "[name]"]' : of(`*a${at - 1}`)}\n`,
    ).join('');

  it('that stand for more than the world holds are looked through once', () => {
    for (const of of [(a: string) => `[${a}, ${a}]`, (a: string) => `{l: ${a}, r: ${a}}`]) {
      const text = `${doubled(60, of)}${job('/set/img')}`;
      assert.deepEqual(judged('job.yaml', text).errors, []);
      const odd = text.replace('batch_size: 1', 'batch_size: *a59\n        gradient_accumulation: *a59');
      assert.ok(judged('job.yaml', odd).problems.some(({ rule }) => rule === 'config-wrong-type'));
    }
  });

  it('that hold themselves end', () => {
    assert.equal(judged('job.yaml', job('&a [*a, *a]')).stop?.exception, 'TypeError');
  });

  it('mean what their name stood for last', () => {
    const text = `x: &f /set/other\ny: &f /set/img\n${job('*f')}`;
    assert.deepEqual(judged('job.yaml', text).problems, []);
    assert.equal(judged('job.yaml', job('*unknown')).errors[0]?.exception, 'ComposerError');
  });
});

describe('numbers beyond sense', () => {
  const BIG = 1_000_000_000_000;
  const sizes = [
    [640, 480],
    [512, 768],
    [300, 300],
  ] as const;

  function planOf(name: string, text: string) {
    const found = recogniseConfigText(`/set/${name}`, text);
    assert.equal(found?.kind, 'ours');
    const files = new MemoryFiles();
    files.addFolder('/set/img');
    for (const [at, [width, height]] of sizes.entries()) {
      files.addImage(`/set/img/${at}.png`, { width, height });
      files.addFile(`/set/img/${at}.txt`, 'a, b\nsecond line');
    }
    files.addClip('/set/img/clip.mp4', { width: 640, height: 480, frames: 500_000, fps: 30 });
    files.addFile('/set/img/clip.txt', 'a');
    const run = { family: modelFamily('wan'), argv: [] };
    return finish(trainerOf(found.config.trainer).plan([found.config], files, run));
  }
  const one = (more: Readonly<Record<string, unknown>>, concept: Readonly<Record<string, unknown>>) =>
    JSON.stringify({
      __version: 11,
      model_type: 'STABLE_DIFFUSION_XL_10_BASE',
      training_method: 'LORA',
      resolution: '512',
      concepts: [{ __version: 2, path: '/set/img', text: { prompt_source: 'sample' }, ...concept }],
      ...more,
    });

  it('repeats count, and nobody goes through them', () => {
    const musubi = planOf(
      'a.toml',
      `[general]\nresolution = 512\ncaption_extension = ".txt"\n[[datasets]]\nimage_directory = "/set/img"\nnum_repeats = ${BIG}\n`,
    );
    assert.equal(musubi?.batchesPerEpoch, 3 * BIG);
    const toolkit = planOf('a.yaml', `${job('/set/img')}          num_repeats: ${BIG}\n`);
    assert.equal(toolkit?.batchesPerEpoch, 3 * BIG);
    for (const strategy of ['REPEATS', 'SAMPLES']) {
      const trainer = planOf('a.json', one({}, { balancing: BIG, balancing_strategy: strategy }));
      assert.equal(trainer?.batchesPerEpoch, strategy === 'REPEATS' ? 3 * BIG : BIG);
      assert.equal(trainer?.trains.stop, null);
    }
  });

  it('what is not counted is said to be not counted, and stops nothing', () => {
    const drawn = planOf('a.json', one({ resolution: '512,768' }, { balancing: BIG, image_variations: BIG }));
    assert.equal(drawn?.stepsPerEpoch, null);
    assert.equal(drawn?.trains.stop, null);
    for (const extraction of [
      `"uniform"\nframe_sample = ${BIG}`,
      '"slide"\nframe_stride = 1\ntarget_frames = [1, 5, 9]',
    ]) {
      const parts = planOf(
        'v.toml',
        `[general]\nresolution = 512\ncaption_extension = ".txt"\n[[datasets]]\nvideo_directory = "/set/img"\nframe_extraction = ${extraction}\n`,
      );
      assert.equal(parts?.trains.stop, null);
      assert.ok(parts?.notes.some((note) => note.includes('not counted')));
      assert.equal(parts?.stepsPerEpoch, null);
      assert.ok(!parts?.trains.idle.some(({ reason }) => reason === 'too-short'));
    }
  });

  it('several resolutions and variations are counted as they are drawn', () => {
    const plan = planOf(
      'a.json',
      one({ resolution: '512,768', batch_size: 1 }, { balancing: 50, image_variations: 7 }),
    );
    assert.equal(plan?.batchesPerEpoch, 150);
    assert.ok((plan?.sets[0]?.buckets.length ?? 0) > 3);
  });

  it('a resolution that is no double has the error of Python', () => {
    assert.equal(
      planOf('a.json', one({ resolution: `1${'0'.repeat(400)}` }, {}))?.trains.stop?.exception,
      'OverflowError',
    );
  });

  it('a long list of resolutions is read once', () => {
    const list = Array.from({ length: 50_000 }, (_, at) => at + 512).join(',');
    assert.equal(planOf('a.json', one({ resolution: list }, {}))?.trains.stop, null);
  });
});
