import assert from 'node:assert/strict';
import { openDataset } from '../../server/src/engine/open-dataset.ts';
import { audit } from '../../server/src/report/audit.ts';
import type { SettingsLayer } from '../../server/src/settings/settings.ts';
import { TagListStore } from '../../server/src/settings/tag-lists.ts';
import { basesOf } from '../../server/src/training/find-config.ts';
import { folderSources } from '../../server/src/training/folder-sources.ts';
import { TrainerSnapshot } from '../../server/src/training/trainer-snapshot.ts';
import { planTraining } from '../../server/src/training/training-plan.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { greyPng } from '../support/png.ts';

type Files = Readonly<Record<string, string>>;

const subset = (dir: string, more = 'caption_extension = ".txt"'): string =>
  `[[datasets]]\nresolution = 64\nenable_bucket = true\nmin_bucket_reso = 64\n[[datasets.subsets]]\nimage_dir = "${dir}"\n${more}\n`;

/** A dataset at /w: texts as given, images grey. */
async function opened(files: Files, layer: SettingsLayer = {}) {
  const workspace = new MemoryWorkspace();
  let seed = 0;
  for (const [file, text] of Object.entries(files)) {
    const isImage = /\.(?:png|jpg|gif|bmp|webp)$/i.test(file);
    workspace.set(`/w/${file}`, isImage && text === '' ? greyPng(64, 64, ++seed) : text);
  }
  const tagLists = new TagListStore(workspace);
  const options = {
    over: [layer],
    tagLists,
    paths: { home: '/', folder: '/w' },
    onTagListProblem: (error: unknown) => assert.fail(String(error)),
  };
  const dataset = await openDataset(workspace, '/w', options);
  const { report, findings } = await audit(workspace, dataset, 'w', { images: 'headers' });
  return { workspace, ...dataset, report, findings };
}

const said = (findings: readonly { rule: string; file: string; message: string }[], rule: string): string[] =>
  findings.filter((finding) => finding.rule === rule).map(({ file, message }) => `${file}: ${message}`);

const trains = ({ report }: Awaited<ReturnType<typeof opened>>) => ({
  images: report.images.map(({ file }) => file).sort(),
  captions: report.captions.map(({ file }) => file).sort(),
});

describe('what trains', () => {
  it('is told by the configuration that trains, where one beside it stops the trainer', async () => {
    const concepts = [{ path: 'train', name: 'ohwx', type: 'STANDARD', text: { prompt_source: 'sample' } }];
    const config = { training_method: 'LORA', model_type: 'STABLE_DIFFUSION_XL_10_BASE', epochs: 7, concepts };
    const images = { 'train/1.png': '', 'train/1.txt': 'ohwx, red hat' };
    const refused = { 'config.json': JSON.stringify({ ...config, __version: 6, epochs: 3 }) };
    const good = { 'onetrainer.json': JSON.stringify({ ...config, __version: 11 }) };
    const both = await opened({ ...images, ...refused, ...good });
    assert.equal(both.settings.origins.model.detail, 'onetrainer.json');
    const alone = await opened({ ...images, ...refused });
    assert.equal(alone.settings.origins.model.detail, 'config.json');
    assert.deepEqual(
      alone.findings.filter(({ file }) => file === 'config.json').map(({ rule }) => rule),
      ['missing-config-key'],
    );
  });

  it('is one caption of an image, whatever others lie beside it', async () => {
    const found = await opened({
      '1.png': '',
      '1.txt': 'a, b',
      '1.caption': 'x',
      '2.png': '',
      '2.txt': 'c',
      '2.caption': 'y',
    });
    assert.deepEqual(trains(found).captions, ['1.txt', '2.txt']);
    assert.equal(found.report.metrics.captions, 2);
    assert.equal(found.report.tags.length, 3);
    assert.deepEqual(said(found.findings, 'orphan-caption'), [
      ': 2 captions are never read, such as 1.caption: 1.txt is the caption of its image.',
    ]);
    const other = await opened({
      '1.png': '',
      '1.txt': 'a',
      '1.caption': 'x',
      'ds.toml': subset('.', 'caption_extension = ".caption"'),
    });
    assert.deepEqual(trains(other).captions, ['1.caption']);
  });

  it('is what the configuration names, and no other folder', async () => {
    const found = await opened({
      'ds.toml': subset('d'),
      'd/1.png': '',
      'd/1.txt': 'a',
      'old/2.png': '',
      'old/3.png': '',
      'old/2.txt': '',
    });
    assert.deepEqual(trains(found), { images: ['d/1.png'], captions: ['d/1.txt'] });
    assert.deepEqual(said(found.findings, 'unseen-image'), [
      'old: 2 images do not train: the configuration does not name this folder.',
    ]);
    assert.ok(found.findings.every(({ severity }) => severity !== 'error'));
  });

  it('leaves out masks that the configuration names, and folders called so', async () => {
    const masks = { 'm/1.png': '', 'm/2.png': '', 'd/1.png': '', 'd/1.txt': 'a', 'd/2.png': '', 'd/2.txt': 'b' };
    const named = await opened({
      ...masks,
      'ds.toml': subset('d', 'caption_extension = ".txt"\nconditioning_data_dir = "m"'),
      'train.toml': 'dataset_config = "ds.toml"\nnetwork_module = "networks.lora"\nmasked_loss = true\n',
    });
    assert.deepEqual(trains(named).images, ['d/1.png', 'd/2.png']);
    assert.deepEqual(said(named.findings, 'unseen-image'), []);
    const called = await opened({ 'masks/1.png': '', 'd/1.png': '', 'd/1.txt': 'a' });
    assert.deepEqual(trains(called).images, ['d/1.png']);
    const own = await opened({ 'masks/9.png': '', 'd/1.png': '', 'd/1.txt': 'a' });
    assert.deepEqual(trains(own).images, ['d/1.png', 'masks/9.png']);
    const stems = await opened({ '1.png': '', '1-masklabel.png': '', '1.txt': 'a' }, { profile: 'onetrainer' });
    assert.deepEqual(trains(stems).images, ['1.png']);
  });

  it('is what a metadata file says, in place of caption files', async () => {
    const found = await opened({
      'ds.toml': subset('d', 'metadata_file = "meta.json"'),
      'meta.json': '{"1.png": {"tags": "a, b"}}',
      'd/1.png': '',
      'd/1.txt': 'x',
    });
    assert.deepEqual(trains(found), { images: ['d/1.png'], captions: [] });
    assert.deepEqual(said(found.findings, 'missing-caption'), []);
    assert.equal(found.index.idleOf('d/1.txt')?.why, 'replaced');
  });

  it('is no text of folders without images, and no preview that a NAS made', async () => {
    const found = await opened({
      'img/10_ohwx girl/1.png': '',
      'img/10_ohwx girl/1.txt': 'ohwx girl',
      'img/10_ohwx girl/@eaDir/1.png': '',
      'log/run1.txt': 'step 1\nstep 2',
      'model/info.txt': 'x',
      'sample/prompt.txt': 'x',
    });
    assert.deepEqual(trains(found), { images: ['img/10_ohwx girl/1.png'], captions: ['img/10_ohwx girl/1.txt'] });
    for (const rule of ['orphan-caption', 'ignored-line', 'unseen-image'])
      assert.deepEqual(said(found.findings, rule), []);
  });

  it('leaves captions of videos alone, and those of images that do not train', async () => {
    const found = await opened({
      '1.png': '',
      '1.txt': 'a',
      'v.mp4': 'x',
      'v.txt': 'b',
      'w.webm': 'x',
      'w.txt': 'c',
      'g.gif': '',
      'g.txt': 'd',
    });
    assert.deepEqual(trains(found).captions, ['1.txt']);
    assert.deepEqual(said(found.findings, 'orphan-caption'), []);
    assert.deepEqual(said(found.findings, 'unseen-image').length, 1);
  });

  it('calls a folder of videos no folder without images, with or without a configuration that trains them', async () => {
    const videos = { 'v/a.mp4': 'x', 'v/a.txt': 'b', 'v/b.webm': 'x', 'v/b.txt': 'c' };
    const musubi = '[general]\nresolution = 512\n[[datasets]]\nvideo_directory = "v"\ncaption_extension = ".txt"\n';
    for (const files of [videos, { ...videos, 'dataset.toml': musubi }])
      assert.deepEqual(said((await opened(files)).findings, 'orphan-caption'), []);
    const texts = await opened({ 'v/a.txt': 'b', 'v/b.txt': 'c' });
    assert.match(said(texts.findings, 'orphan-caption').join(), /No image in this folder: 2 captions/);
  });

  for (const [name, image, caption, wanted] of [
    ['the whole file name', 'img.jpg', 'img.jpg.txt', 'img.txt'],
    ['the whole file name of a PNG', 'a.b.png', 'a.b.png.txt', 'a.b.txt'],
    ['an extension in capitals', 'a.PNG', 'a.TXT', 'a.txt'],
    ['a stem in other case', 'Photo.png', 'photo.txt', 'Photo.txt'],
    ['another Unicode form', '\u30ab\u3099.png', '\u30ac.txt', '\u30ab\u3099.txt'],
    ['another Unicode form of Latin letters', 'caf\u00e9.png', 'cafe\u0301.txt', 'caf\u00e9.txt'],
    ['a space at its end', 'a.png', 'a .txt', 'a.txt'],
  ] as const) {
    it(`misses a caption with ${name} by a little, and says how to mend it`, async () => {
      const found = await opened({ [image]: '', [caption]: 'hat', 'z.png': '', 'z.txt': 'x' });
      const orphans = found.findings.filter(({ rule }) => rule === 'orphan-caption');
      assert.deepEqual(
        orphans.map(({ file }) => file),
        [caption],
      );
      assert.deepEqual(orphans[0]?.fixes?.[0]?.rename, { from: caption, to: wanted });
      assert.deepEqual(said(found.findings, 'missing-caption'), []);
      assert.equal(found.report.captions.length, 1);
      await found.workspace.move(`/w/${caption}`, `/w/${wanted}`);
      await found.index.refresh();
      assert.equal(found.index.captionCount, 2);
    });
  }

  it('calls no near miss what is another caption, or what has no place to go', async () => {
    const taken = await opened({ 'a.png': '', 'a.txt': 'x', 'a.TXT': 'y' });
    assert.equal(taken.index.idleOf('a.TXT')?.nearMiss, null);
    const two = await opened({ 'A.png': '', 'a.jpg': '', 'á.txt': 'x', 'z.png': '', 'z.txt': 'q' });
    assert.equal(two.index.idleOf('á.txt')?.nearMiss, null);
    const lost = await opened({ 'a.png': '', 'a.txt': 'x', 'lost.txt': 'y' });
    assert.match(said(lost.findings, 'orphan-caption')[0] ?? '', /No image of this name/);
  });

  it('is nothing where there is no image: an error', async () => {
    for (const files of [{ 'readme.md': 'x' }, { '1.gif': '' }, { '10_x/1.Png': '' }] as Files[]) {
      const found = await opened(files);
      assert.deepEqual(
        found.findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
        ['no-images'],
      );
    }
  });

  it('is told from a configuration of the folder that cannot be used', async () => {
    const found = await opened({
      'd/1.png': '',
      'd/1.txt': 'a',
      'ds.toml': subset('dd'),
      'win.toml': subset('C:\\Users\\d'),
      'other.json': '{"name": "x"}',
    });
    const errors = found.findings
      .filter(({ severity }) => severity === 'error')
      .map(({ file, rule }) => `${file} ${rule}`);
    assert.deepEqual(errors.sort(), [
      'ds.toml missing-image-dir',
      'ds.toml stops-training',
      'win.toml unreadable-config',
    ]);
  });

  it('is the same for the audit and the plan of many folders', async () => {
    const folders: Files[] = [
      { '1.png': '', '1.txt': 'a', '1.caption': 'b', '2.png': '' },
      { '5_x/1.png': '', '5_x/1.txt': 'a', '5_x/in/2.png': '', '3.png': '', 'y/4.png': '' },
      { '1.png': '', '1.txt': 'a', '2.Png': '', '3.gif': '', '4.bmp': '', '4.txt': 'b' },
      { 'img/5_x/1.png': '', 'img/5_x/1.txt': 'a', 'reg/1_y/2.png': '', 'log/a.txt': 'x' },
    ];
    for (const files of folders) {
      const found = await opened(files);
      const made = await folderSources(found.workspace, '/w', found.settings.family, new Map());
      assert.ok(made);
      const { plan } = await planTraining(
        new TrainerSnapshot(found.workspace, ['/w']),
        made.sources,
        found.settings.family,
      );
      const planned = plan.datasets.flatMap(({ images }) => images);
      assert.deepEqual(planned.map(({ path }) => path.slice(3)).sort(), trains(found).images);
      const read = planned.flatMap(({ captionSource }) =>
        captionSource.from === 'file' ? [captionSource.path.slice(3)] : [],
      );
      assert.deepEqual(read.sort(), trains(found).captions);
    }
  });

  it('is the same for the audit and the plan of many configurations', async () => {
    const files = {
      'd/1.png': '',
      'd/1.txt': 'a',
      'd/2.png': '',
      'd/2.caption': 'b',
      'd/3.Png': '',
      'd/3.txt': 'c',
      'e/4.png': '',
      'e/4.txt': 'x',
    };
    for (const config of [
      subset('d'),
      subset('d', 'caption_extension = ".caption"'),
      subset('d', 'caption_extension = "txt"\nnum_repeats = 0') + subset('e'),
    ]) {
      const found = await opened({ ...files, 'ds.toml': config });
      const pair = found.config?.pair;
      assert.ok(pair);
      const { plan } = await planTraining(
        new TrainerSnapshot(found.workspace, basesOf('/w/ds.toml')),
        { datasetConfig: pair.datasetConfig?.document },
        found.settings.family,
      );
      const planned = plan.datasets.flatMap(({ images }) => images);
      assert.deepEqual(planned.map(({ path }) => path).sort(), trains(found).images);
      const read = planned.flatMap(({ captionSource }) => (captionSource.from === 'file' ? [captionSource.path] : []));
      assert.deepEqual(read.sort(), trains(found).captions);
    }
  });
});
