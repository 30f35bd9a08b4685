import assert from 'node:assert/strict';
import { mp4 } from '../support/mp4.ts';
import { tagmetry, withFolder } from './run.ts';

const dataset = (dir: string, more = ''): string =>
  `[[datasets]]\nresolution = 1024\nenable_bucket = true\n[[datasets.subsets]]\nimage_dir = "${dir}"\ncaption_extension = ".txt"\n${more}`;
const options = (more: string): string => `dataset_config = "ds.toml"\nnetwork_module = "networks.lora"\n${more}`;
const images = { 'd/1.png': '', 'd/1.txt': 'ohwx, hat' };

const stopping: readonly (readonly [string, Record<string, string>, string, RegExp])[] = [
  [
    'cached outputs with shuffling',
    {
      ...images,
      'ds.toml': dataset('d', 'shuffle_caption = true'),
      'train.toml': options('cache_text_encoder_outputs = true\nnetwork_train_unet_only = true'),
    },
    'train.toml',
    /Training stops: AssertionError: shuffle_caption/,
  ],
  [
    'SDXL with cached outputs and the text encoder trained',
    { ...images, 'ds.toml': dataset('d'), 'train.toml': options('cache_text_encoder_outputs = true') },
    'train.toml',
    /Training stops: .*network_train_unet_only/,
  ],
  [
    'cached latents with random crops',
    { ...images, 'ds.toml': dataset('d', 'random_crop = true'), 'train.toml': options('cache_latents = true') },
    'train.toml',
    /Training stops: .*random_crop/,
  ],
  ['no image in its folder', { ...images, 'ds.toml': dataset('p'), 'p/10_x/1.png': '' }, 'ds.toml', /No data found/],
  ['a folder that is not there', { ...images, 'ds.toml': dataset('dd') }, 'ds.toml', /No data found/],
  [
    'a bucket step that the model refuses',
    {
      ...images,
      'ds.toml': dataset('d').replace('enable_bucket', 'bucket_reso_steps = 16\nenable_bucket'),
      'train.toml': options(''),
    },
    'train.toml',
    /Training stops: .*bucket_reso_steps is 16/,
  ],
];

describe('a plan', () => {
  for (const [name, files, target, reason] of stopping) {
    it(`stops, shows no schedule and exits 1 for ${name}; so does the audit`, () =>
      withFolder(files, (folder) => {
        const { status, stdout } = tagmetry(['plan', `${folder}/${target}`]);
        assert.equal(status, 1, stdout);
        assert.match(stdout, reason);
        assert.doesNotMatch(stdout, /steps in all/);
        const json = JSON.parse(tagmetry(['plan', `${folder}/${target}`, '--format', 'json']).stdout);
        assert.equal(json.plan.totalSteps, 0);
        assert.equal(tagmetry(['audit', folder, '--fail-on', 'error']).status, 1);
      }));
  }

  it("is made of the folders that kohya's tools create", () =>
    withFolder(
      {
        'img/10_ohwx girl/1.png': '',
        'img/10_ohwx girl/1.txt': 'ohwx girl',
        'reg/1_girl/2.png': '',
        'log/a.txt': 'x',
        'model/b.txt': 'x',
      },
      (folder) => {
        const { status, stdout } = tagmetry(['plan', folder]);
        assert.equal(status, 0, stdout);
        assert.match(stdout, /10_ohwx girl: 1 image × 10 repeats/);
        assert.match(stdout, /1_girl: .*regularization set/);
      },
    ));

  it('counts the parts of videos by what their headers say', () => {
    const clip = (width: number, height: number, frames: number, more = {}) =>
      mp4({ width, height, frames, ticksPerFrame: 512, scale: 8192, ...more });
    const toml = (frames: string) =>
      `[general]\nresolution = [960, 544]\ncaption_extension = ".txt"\nenable_bucket = true\n[[datasets]]\nvideo_directory = "v"\ncache_directory = "c"\n${frames}`;
    const files = {
      'v/a.mp4': clip(1920, 1080, 100),
      'v/a.txt': 'a cat',
      'v/b.mp4': clip(640, 480, 20),
      'v/b.txt': 'a dog',
    };
    withFolder({ ...files, 'ds.toml': toml('target_frames = [1, 25]') }, (folder) => {
      const { stdout } = tagmetry(['plan', `${folder}/ds.toml`]);
      assert.match(stdout, /v: 2 videos, 3 samples per epoch/);
      assert.match(stdout, /960×544 {2}1 frame {2}1 video, 1 sample, 1 batch, 0\.7 % cropped/);
      assert.match(stdout, /960×544 {2}25 frames {2}1 video, 1 sample/);
      assert.match(stdout, /832×624 {2}1 frame {2}1 video/);
      assert.match(stdout, /1 video is enlarged to its bucket/);
      const { plan } = JSON.parse(tagmetry(['plan', `${folder}/ds.toml`, '--json']).stdout);
      assert.deepEqual(plan.sets[0].buckets.map(({ frames }: { frames: number }) => frames).sort(), [1, 1, 25]);
      assert.equal(
        JSON.stringify(plan),
        JSON.stringify(JSON.parse(tagmetry(['plan', `${folder}/ds.toml`, '--format', 'json']).stdout).plan),
      );
    });
    // What is not sure to be decoded as the container tells it is not counted: cut frames, pixels on their side, other containers.
    for (const odd of [clip(640, 480, 81, { shown: 40 }), clip(640, 480, 81, { turned: true }), 'RIFF....AVI '])
      withFolder({ ...files, 'v/b.mp4': odd, 'ds.toml': toml('target_frames = [1]') }, (folder) => {
        const { stdout } = tagmetry(['plan', `${folder}/ds.toml`]);
        assert.match(stdout, /batches and steps are not counted/);
        assert.match(stdout, /parts are not counted/);
      });
  });

  it('says model, trainer and limit, and who says so', () =>
    withFolder(
      { ...images, 'ds.toml': dataset('d'), 'train.toml': options('').replace('networks.lora', 'networks.lora_flux') },
      (folder) => {
        const wanted =
          'Model FLUX.1 dev (train.toml: network_module), trainer sd-scripts (train.toml), T5-XXL reads 511 tokens (default of the model), which are not counted';
        assert.ok(tagmetry(['plan', `${folder}/train.toml`]).stdout.includes(wanted));
        assert.ok(tagmetry(['audit', folder]).stdout.includes(wanted));
        const { settings } = JSON.parse(tagmetry(['audit', folder, '--format', 'json']).stdout);
        assert.deepEqual(settings.origins.model, { from: 'configuration', detail: 'train.toml: network_module' });
        assert.equal(settings.encoder.counted, false);
        const said = tagmetry(['audit', folder, '--model', 'sdxl']).stdout;
        assert.match(said, /Model SDXL \(command line\).*75 tokens of CLIP-L train/);
      },
    ));

  it('renames captions whose names are nearly right, when asked', () =>
    withFolder({ 'a.png': '', 'a.png.txt': 'hat', 'b.png': '', 'b.txt': 'x' }, (folder) => {
      assert.match(tagmetry(['audit', folder]).stdout, /the trainer looks for a\.txt/);
      const { stdout } = tagmetry(['audit', folder, '--fix-rule', 'orphan-caption']);
      assert.match(stdout, /captions 2/);
    }));
});
