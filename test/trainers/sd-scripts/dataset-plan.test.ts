import assert from 'node:assert/strict';
import fc from 'fast-check';
import { finish } from '../../../server/src/ground/steps.ts';
import { parseConfig } from '../../../server/src/trainers/documents/document.ts';
import { MemoryFiles } from '../../../server/src/trainers/files/memory-files.ts';
import { Mersenne } from '../../../server/src/trainers/python/mersenne.ts';
import { captionCandidates, captionText } from '../../../server/src/trainers/sd-scripts/dataset/caption-file.ts';
import { matchLatents, sizeFromLatentName } from '../../../server/src/trainers/sd-scripts/dataset/latent-cache.ts';
import { planDatasets } from '../../../server/src/trainers/sd-scripts/dataset/plan.ts';
import type { DatasetPlan } from '../../../server/src/trainers/sd-scripts/dataset/plan-types.ts';
import { planReport } from '../../../server/src/trainers/sd-scripts/dataset/report.ts';
import { roundHalfEven, splitForValidation } from '../../../server/src/trainers/sd-scripts/dataset/validation-split.ts';
import { sharedPath } from '../../shared.ts';
import { failuresIn } from './fixture-rows.ts';

type Size = readonly [number, number];

/** A folder in memory: an image is given by its size, anything else by its text. */
function folder(content: Record<string, Size | string>): MemoryFiles {
  const files = new MemoryFiles();
  for (const [path, value] of Object.entries(content)) {
    if (typeof value === 'string') files.addFile(path, value);
    else files.addImage(path, { width: value[0], height: value[1] });
  }
  return files;
}

const plan = (files: MemoryFiles, ...argv: string[]): DatasetPlan =>
  planDatasets(
    { argv: ['--train_data_dir', '/d/train', '--reg_data_dir', '/d/reg', '--resolution', '512', ...argv] },
    files,
  );

const planToml = (files: MemoryFiles, text: string): DatasetPlan =>
  planDatasets({ datasetConfig: parseConfig(text, 'toml') }, files);

const codes = (made: DatasetPlan) => made.warnings.map((warning) => warning.code);

describe('dataset plan', () => {
  it('agrees with the trainer on every recorded dataset', async function () {
    const file = sharedPath('trainer/fixtures/datasets.jsonl');
    if (!file) this.skip();
    assert.deepEqual(await failuresIn(file, (await import('../../../tools/conformance/datasets.ts')).default), []);
  });

  it('reads repeats and class from folder names and says where each caption comes from', () => {
    const files = folder({
      '/d/train/5_ohwx man/a.png': [512, 512],
      '/d/train/5_ohwx man/a.txt': 'ohwx man, hat\nignored',
      '/d/train/5_ohwx man/b.png': [600, 400],
      '/d/train/no repeats/c.png': [512, 512],
    });
    const made = plan(files, '--caption_extension', 'txt', '--enable_bucket');
    const [dataset] = made.datasets;
    assert.equal(made.error, null);
    assert.deepEqual(
      dataset?.images.map(({ path, caption, repeats, captionSource }) => [path, caption, repeats, captionSource.from]),
      [
        ['/d/train/5_ohwx man/a.png', 'ohwx man, hat', 5, 'file'],
        ['/d/train/5_ohwx man/b.png', 'ohwx man', 5, 'class-tokens'],
      ],
    );
    assert.deepEqual(codes(made), ['folder-without-repeats', 'captions-missing', 'no-regularization']);
    assert.equal(made.batchesPerEpoch, 10);
  });

  it('levels regularization images to the training images', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 5 }),
        (train, trainRepeats, reg, regRepeats) => {
          const files = new MemoryFiles();
          const size = { width: 512, height: 512 };
          for (let i = 0; i < train; i++) files.addImage(`/d/train/${trainRepeats}_a/t${i}.png`, size);
          for (let i = 0; i < reg; i++) files.addImage(`/d/reg/${regRepeats}_b/r${i}.png`, size);
          const [dataset] = plan(files).datasets;
          const uses = (isReg: boolean) =>
            dataset!.images.filter((image) => image.isReg === isReg).reduce((sum, image) => sum + image.repeats, 0);
          assert.equal(uses(false), train * trainRepeats);
          assert.ok(uses(true) >= uses(false) && uses(true) < uses(false) + regRepeats);
        },
      ),
    );
  });

  it('counts every use of every image in exactly one bucket', () => {
    const image = fc.tuple(
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: 1, max: 4 }),
    );
    fc.assert(
      fc.property(
        fc.array(image, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        (list, batch, upscale) => {
          const files = new MemoryFiles();
          list.forEach(([width, height, repeats], i) => {
            files.addImage(`/d/train/${repeats}_x/${i}.png`, { width, height });
          });
          const argv = [
            '--enable_bucket',
            '--train_batch_size',
            String(batch),
            ...(upscale ? [] : ['--bucket_no_upscale']),
          ];
          const made = plan(files, ...argv);
          // Sides below the step leave a bucket of height 0 without upscaling: the trainer stops.
          if (made.error) return assert.equal(made.error.exception, 'ZeroDivisionError');
          const [dataset] = made.datasets;
          const samples = dataset!.buckets.reduce((sum, bucket) => sum + bucket.samples, 0);
          assert.equal(
            samples,
            list.reduce((sum, [, , repeats]) => sum + repeats, 0),
          );
          assert.equal(
            made.batchesPerEpoch,
            dataset!.buckets.reduce((sum, b) => sum + Math.ceil(b.samples / batch), 0),
          );
          const report = finish(planReport(made, files));
          for (const bucket of report.datasets[0]!.buckets) {
            assert.equal((bucket.batches - 1) * batch + bucket.lastBatch, bucket.samples);
          }
        },
      ),
    );
  });

  for (const [name, content, exception] of [
    ['an empty caption file', { '/d/train/1_x/a.png': [512, 512], '/d/train/1_x/a.caption': '' }, 'AssertionError'],
    ['an unreadable image', { '/d/train/1_x/a.png': 'text' }, 'ZeroDivisionError'],
    ['a broken JPEG', { '/d/train/1_x/a.jpg': 'ignored' }, 'ValueError'],
    ['a folder with an image name', { '/d/train/1_x/a.png/b.txt': 'x' }, 'IsADirectoryError'],
  ] as const) {
    it(`stops at ${name}`, () => {
      const files = folder(content);
      if (exception === 'ValueError') files.addFile('/d/train/1_x/a.jpg', Uint8Array.of(0xff, 0xd8, 0xff));
      assert.equal(plan(files).error?.exception, exception);
    });
  }

  it('believes metadata_cache.json instead of the folder', () => {
    const files = folder({
      '/d/img/a.png': [512, 512],
      '/d/img/a.caption': 'new text',
      '/d/img/b.png': [512, 512],
      '/d/img/metadata_cache.json': '{"/d/img/a.png": {"caption": "old text", "resolution": [1024, 768]}}',
    });
    const made = planToml(
      files,
      '[[datasets]]\nresolution=512\n[[datasets.subsets]]\nimage_dir="/d/img"\ncache_info=true\n',
    );
    const [image, ...others] = made.datasets[0]!.images;
    assert.deepEqual(
      [image?.caption, image?.size, image?.sizeSource],
      ['old text', { width: 1024, height: 768 }, 'metadata-cache'],
    );
    assert.equal(others.length, 0);
    const report = finish(planReport(made, files));
    assert.deepEqual(report.unseenImages, [{ path: '/d/img/b.png', reason: 'not-in-cache' }]);
    assert.deepEqual(report.unreadCaptions, [{ path: '/d/img/a.caption', reason: 'replaced' }]);
  });

  it('reports what it passes over, with the reason', () => {
    const files = folder({
      '/d/train/2_x/a.png': [512, 512],
      '/d/train/2_x/a.txt': 'tags',
      '/d/train/2_x/b.Png': [512, 512],
      '/d/train/2_x/c.gif': [512, 512],
      '/d/train/2_x/deep/d.png': [512, 512],
      '/d/train/2_x/orphan.caption': 'x',
      '/d/train/e.png': [512, 512],
      '/d/train/none/f.png': [512, 512],
    });
    const made = plan(files);
    const report = finish(
      planReport(made, files, {
        baseFolders: ['/d/train'],
        maxTrainEpochs: 10,
        gradientAccumulationSteps: 2,
      }),
    );
    const listed = (items: readonly { path: string; reason: string }[]) =>
      items.map((i) => `${i.path.slice(9)} ${i.reason}`);
    assert.deepEqual(listed(report.unseenImages), [
      '2_x/b.Png ending-case',
      '2_x/c.gif ending',
      '2_x/deep/d.png nested',
      'e.png not-a-subset',
      'none/f.png not-a-subset',
    ]);
    assert.deepEqual(listed(report.unreadCaptions), ['2_x/a.txt other-extension', '2_x/orphan.caption no-image']);
    assert.deepEqual([report.batchesPerEpoch, report.stepsPerEpoch, report.totalSteps], [2, 1, 10]);
  });
});

describe('parts of the dataset plan', () => {
  it('keeps one line, or all lines as alternatives', () => {
    assert.equal(captionText('\r\na, b\r\n', false), '');
    assert.equal(captionText('\uFEFFa \u3000\rb', false), '\uFEFFa');
    assert.equal(captionText(' x\n\n y \n', true), 'x\ny');
  });

  it('takes four parts off the whole path for face crops', () => {
    assert.deepEqual(captionCandidates('/my_set_of_pics/1_x/q.png', '.txt'), ['/my_set_of_pics/1_x/q.txt', '/my.txt']);
    assert.deepEqual(captionCandidates('/d/a_b.c.png', '.txt'), ['/d/a_b.c.txt']);
  });

  it('matches latent caches by the beginning of the name', () => {
    const matches = matchLatents(['/d/a.png', '/d/b.png'], ['/d/ab_0512x0768_sd.npz']);
    assert.deepEqual([...matches], [['/d/a.png', '/d/ab_0512x0768_sd.npz']]);
    assert.deepEqual(sizeFromLatentName('/d/ab_0512x0768_sd.npz').value, { width: 512, height: 768 });
    assert.equal(sizeFromLatentName('/d/ab_sd.npz').error?.exception, 'ValueError');
  });

  it('shuffles like Python', () => {
    const items = Array.from({ length: 10 }, (_, i) => i);
    new Mersenne(1).shuffle(items);
    // python3 -c "import random; random.seed(1); a = list(range(10)); random.shuffle(a); print(a)"
    assert.deepEqual(items, [6, 8, 9, 7, 5, 3, 0, 4, 1, 2]);
  });

  it('splits off validation images as the trainer does, one image may be in both parts', () => {
    const seven = [0, 1, 2, 3, 4, 5, 6];
    assert.equal(splitForValidation(seven, 0.1, 1, 'train').value?.length, 7);
    assert.equal(splitForValidation(seven, 0.1, 1, 'validation').value?.length, 1);
    assert.deepEqual([0.5, 1.5, 2.5, 2.4, 2.6].map(roundHalfEven), [0, 2, 2, 2, 3]);
  });

  it('lets the validation set of a freshly cached folder come from the cache of the trained images', () => {
    const files = folder(
      Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`/d/img/${i}.png`, [512, 512] as Size])),
    );
    const made = planToml(
      files,
      '[[datasets]]\nresolution=512\nvalidation_split=0.2\nvalidation_seed=1\n[[datasets.subsets]]\nimage_dir="/d/img"\ncache_info=true\n',
    );
    const trained = new Set(made.datasets[0]!.images.map((image) => image.path));
    assert.equal(trained.size, 8);
    assert.ok(made.validation[0]!.images.every((image) => trained.has(image.path)));
  });
});
