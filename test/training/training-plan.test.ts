import assert from 'node:assert/strict';
import { writePlanText } from '../../server/src/report/plan-text.ts';
import { saidSettings } from '../../server/src/settings/said.ts';
import { resolveSettings, settingsFor } from '../../server/src/settings/settings.ts';
import { modelFamily } from '../../server/src/trainers/families.ts';
import { configLayers, settingsWithConfig } from '../../server/src/training/config-settings.ts';
import { findConfig } from '../../server/src/training/find-config.ts';
import { folderSources } from '../../server/src/training/folder-sources.ts';
import { trainerImageSize } from '../../server/src/training/trainer-image-size.ts';
import { TrainerSnapshot } from '../../server/src/training/trainer-snapshot.ts';
import { planTraining } from '../../server/src/training/training-plan.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';
import { sharedPath } from '../shared.ts';
import { greyPng } from '../support/png.ts';

const sdxl = modelFamily('sdxl');

function workspaceOf(files: Record<string, string | Uint8Array>): MemoryWorkspace {
  const workspace = new MemoryWorkspace();
  for (const [name, content] of Object.entries(files)) workspace.set(name, content);
  return workspace;
}

describe('plan of a folder', () => {
  it('lists subsets, captions, buckets and what is not used', async () => {
    const workspace = workspaceOf({
      '/data/10_ohwx man/a.png': greyPng(64, 64),
      '/data/10_ohwx man/a.txt': 'ohwx man, day',
      '/data/10_ohwx man/b.png': greyPng(64, 64, 1),
      '/data/10_ohwx man/c.gif': greyPng(64, 64, 2),
      '/data/10_ohwx man/c.txt': 'lost',
      '/data/loose.png': greyPng(64, 64, 3),
    });
    const made = await folderSources(workspace, '/data', sdxl, new Map());
    assert.ok(made);
    assert.equal(made.mode, 'train_data_dir');
    const { report } = await planTraining(new TrainerSnapshot(workspace, ['/data']), made.sources, sdxl);
    assert.equal(report.error, null);
    const [dataset] = report.datasets;
    assert.equal(dataset.subsets[0].images, 2);
    assert.equal(dataset.subsets[0].repeats, 10);
    assert.deepEqual([dataset.subsets[0].captions.fromFile, dataset.subsets[0].captions.fromClassTokens], [1, 1]);
    assert.equal(dataset.buckets[0].samples, 20);
    assert.deepEqual(report.unseenImages.map(({ reason }) => reason).sort(), ['ending', 'not-a-subset']);
    assert.deepEqual(
      report.unreadCaptions.map(({ reason }) => reason),
      ['no-image'],
    );
    const text = writePlanText(
      {
        version: 1,
        tool: { name: 'tagmetry', version: '0' },
        target: 'data',
        configs: [],
        model: 'sdxl',
        trainer: 'sd-scripts',
        tokenLimit: 75,
        said: saidSettings(resolveSettings()),
        origins: resolveSettings().origins,
        assumed: Object.fromEntries(made.assumed),
        plan: report,
        findings: [],
      },
      false,
    );
    assert.match(text, /10_ohwx man: 2 images × 10 repeats, 20 samples per epoch/);
    assert.match(text, /Assumed, because nothing says otherwise: .*caption_extension \.txt/);
    assert.match(text, /c\.gif: the trainer does not look for this format/);
  });

  it('takes a folder of images as one subset', async () => {
    const workspace = workspaceOf({ '/my set/a.png': greyPng(64, 64), '/my set/a.caption': 'x' });
    const made = await folderSources(workspace, '/my set', sdxl, new Map([['train_batch_size', '2']]));
    assert.equal(made?.mode, 'image_dir');
    assert.deepEqual(Object.fromEntries(made?.assumed ?? []).caption_extension, '.caption');
    assert.equal(
      made?.assumed.some(([name]) => name === 'train_batch_size'),
      false,
    );
    assert.equal(await folderSources(workspaceOf({ '/x/readme.md': '' }), '/x', sdxl, new Map()), null);
  });

  it('knows the user’s own set to the last image', async function () {
    const root = sharedPath('captions/wikipetan/train');
    if (root === null) return this.skip();
    const made = await folderSources(nodeWorkspace, root, sdxl, new Map());
    assert.ok(made);
    const { report } = await planTraining(new TrainerSnapshot(nodeWorkspace, [root]), made.sources, sdxl);
    const [dataset] = report.datasets;
    assert.deepEqual([dataset.subsets[0].images, dataset.subsets[0].repeats], [14, 5]);
    const without = dataset.images.filter((image) => image.captionSource.from === 'class-tokens');
    assert.deepEqual(
      without.map((image) => image.path.split('/').at(-1)),
      ['13.png'],
    );
    assert.equal(
      dataset.buckets.reduce((sum, bucket) => sum + bucket.images, 0),
      14,
    );
    assert.equal(report.stepsPerEpoch, 70);
  });
});

describe('files of a plan', () => {
  it('reads only what the plan asks for', async () => {
    const workspace = workspaceOf({ '/d/1_a/x.png': greyPng(64, 64), '/d/1_a/x.txt': 'a', '/d/1_a/big.bin': 'zzz' });
    const made = await folderSources(workspace, '/d', sdxl, new Map());
    workspace.calls.read = 0;
    workspace.calls.open = 0;
    await planTraining(new TrainerSnapshot(workspace, ['/d']), made?.sources ?? {}, sdxl);
    assert.deepEqual([workspace.calls.read, workspace.calls.open], [1, 1]);
  });

  it('looks for relative paths below each base in turn', async () => {
    const workspace = workspaceOf({ '/top/train/x.png': greyPng(8, 8), '/top/configs/a.toml': '' });
    const files = new TrainerSnapshot(workspace, ['/top/configs', '/top']);
    assert.equal(await files.settle(() => files.kind('train')), 'directory');
    assert.equal(files.locate('train/x.png'), '/top/train/x.png');
    assert.equal(await files.settle(() => files.kind('nowhere')), null);
    assert.deepEqual(await files.settle(() => files.imageSize('train/x.png').value), { width: 8, height: 8 });
  });

  it('reads an image size that hides behind metadata', async () => {
    const segment = (length: number): number[] => [
      0xff,
      0xe1,
      length >> 8,
      length & 255,
      ...new Array(length - 2).fill(0),
    ];
    const bytes = Uint8Array.from([
      0xff,
      0xd8,
      ...segment(60000),
      ...segment(60000),
      0xff,
      0xc0,
      0,
      17,
      8,
      0,
      77,
      0,
      99,
      3,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
      0,
    ]);
    const reader = {
      size: bytes.length,
      read: async (at: number, n: number) => bytes.subarray(at, at + n),
      close: async () => {},
    };
    assert.deepEqual((await trainerImageSize(reader)).value, { width: 99, height: 77 });
  });
});

describe('configuration of a dataset', () => {
  const config = `[general]
caption_extension = ".txt"
shuffle_caption = true
[[datasets]]
resolution = 768
batch_size = 4
[[datasets.subsets]]
image_dir = "set/a"
keep_tokens = 1
[[datasets.subsets]]
image_dir = "set/b"
keep_tokens = 3
caption_separator = ";"
`;
  const files = {
    '/w/train.toml': config,
    '/w/other.toml': '[package]\nname = "x"\n',
    '/w/set/a/1.png': greyPng(8, 8),
    '/w/set/b/1.png': greyPng(8, 8),
  };

  it('is found beside the dataset and drives its settings, folder by folder', async () => {
    const workspace = workspaceOf(files);
    const layers = await configLayers(workspace, '/w/set');
    assert.deepEqual(layers?.files, ['/w/train.toml']);
    const settings = settingsWithConfig([], layers);
    assert.equal(settings.captionOptions.shuffleCaption, true);
    assert.deepEqual(settings.training.buckets.resolution, { width: 768, height: 768 });
    assert.equal(settings.training.batchSize, 4);
    assert.equal(settingsFor(settings, 'a/1.txt').captionOptions.keepTokens, 1);
    assert.equal(settingsFor(settings, 'b/1.txt').captionOptions.keepTokens, 3);
    assert.equal(settingsFor(settings, 'b/1.txt').syntax.separator, ';');
    assert.equal(settingsFor(settings, 'c/1.txt'), settings);
  });

  it('can be named', async () => {
    const workspace = workspaceOf({ ...files, '/far/away/own.toml': config.replaceAll('set/', '/w/set/') });
    const layers = await configLayers(workspace, '/w/set', '../../far/away/own.toml');
    assert.deepEqual(layers?.files, ['/far/away/own.toml']);
    assert.equal(await configLayers(workspace, '/w/set', 'missing.toml'), null);
  });

  it('yields to what the user sets', async () => {
    const layers = await configLayers(workspaceOf(files), '/w/set');
    const settings = settingsWithConfig([{ training: { batchSize: 1 }, caption: { shuffle: false } }], layers);
    assert.equal(settings.training.batchSize, 1);
    assert.equal(settings.captionOptions.shuffleCaption, false);
    assert.equal(settingsWithConfig([{ profile: 'onetrainer' }], layers).training.batchSize, 1);
  });

  it('is not taken from one that names other folders, nor from far above', async () => {
    const workspace = workspaceOf({
      ...files,
      '/w/elsewhere/1.png': greyPng(8, 8),
      '/w/a/b/c/d/e/set/1.png': greyPng(8, 8),
    });
    assert.equal(await findConfig(workspace, '/w/elsewhere'), null);
    workspace.calls.list = 0;
    assert.equal(await findConfig(workspace, '/w/a/b/c/d/e/set'), null);
    assert.ok(workspace.calls.list <= 4);
  });

  it('takes options of a config_file beside it', async () => {
    const workspace = workspaceOf({
      ...files,
      '/w/options.toml': 'dataset_config = "train.toml"\nmax_token_length = 150\nweighted_captions = true\n',
    });
    const settings = settingsWithConfig([], await configLayers(workspace, '/w/set'));
    assert.equal(settings.tokenLimit, 150);
    assert.equal(settings.weightedCaptions, true);
  });
});
