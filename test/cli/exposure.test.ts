import assert from 'node:assert/strict';
import { tagmetry, withFolder } from './run.ts';

const words = Array.from({ length: 40 }, (_, n) => `tag${'abcdefghij'[n % 10]} number${'klmn'[Math.floor(n / 10)]}`);
const files = {
  'd/1.png': '',
  'd/1.txt': `sks, ${words.join(', ')}, red scarf`,
  'd/2.png': '',
  'd/2.txt': 'sks, red scarf',
  'ds.toml':
    '[[datasets]]\nresolution = 1024\n[[datasets.subsets]]\nimage_dir = "d"\nnum_repeats = 5\ncaption_extension = ".txt"\n',
  'train.toml': 'dataset_config = "ds.toml"\nnetwork_module = "networks.lora"\nmax_train_epochs = 4\n',
};

const json = (args: readonly string[]) => JSON.parse(tagmetry(['exposure', ...args, '--json']).stdout);
const tagOf = (report: { tags: { tag: string; shows: number; reached: number }[] }, name: string) =>
  report.tags.find(({ tag }) => tag === name);

describe('tagmetry exposure', () => {
  it('says of how many showings a tag is read, from the length that the configuration gives', () =>
    withFolder(files, (folder) => {
      const { stdout, status } = tagmetry(['exposure', `${folder}/train.toml`]);
      assert.equal(status, 0);
      assert.match(stdout, /40 steps: 4 epochs of 10 steps/);
      const report = json([`${folder}/train.toml`, '--model', 'sd15']);
      const scarf = tagOf(report, 'red scarf');
      assert.deepEqual([scarf?.shows, scarf?.reached], [40, 20]);
      assert.equal(report.basis, 'exact');
      assert.equal(report.cut, 20);
      // Who is cut at each place: the tags behind the window, each in the 20 showings of its image.
      const cut = new Map<number, { tag: string; shows: number }[]>(
        report.places.map((place: { from: number; cut: { tag: string; shows: number }[] }) => [place.from, place.cut]),
      );
      assert.deepEqual(cut.get(1), []);
      assert.equal(cut.get(31)?.length, 5);
      assert.ok(cut.get(31)?.every(({ tag, shows }) => shows === 20 && tagOf(report, tag)?.reached === 0));
      assert.ok(cut.get(41)?.some(({ tag }) => tag === 'red scarf'));
      assert.match(stdout, /tags 41 to 50: .*cut most: .*red scarf \(20\)/);
      // The folder that the configuration names gives the same.
      assert.deepEqual(json([`${folder}/d`, '--model', 'sd15']).tags, report.tags);
    }));

  it('tries other settings without touching a file', () =>
    withFolder(files, (folder) => {
      const target = [`${folder}/train.toml`, '--model', 'sd15'];
      assert.equal(tagOf(json([...target, '--max-tokens', '225']), 'red scarf')?.reached, 40);
      const shuffled = tagOf(json([...target, '--shuffle', '--keep', '1']), 'red scarf')?.reached ?? 0;
      assert.ok(shuffled > 25 && shuffled < 35, String(shuffled));
      const repeated = json([...target, '--repeats', '2']);
      assert.equal(repeated.length.stepsPerEpoch, 4);
      assert.equal(tagOf(repeated, 'sks')?.shows, 16);
      assert.equal(json([...target, '--steps', '5']).shows, 5);
    }));

  it('counts one epoch where no file says how long, and says so', () =>
    withFolder(files, (folder) => {
      const { stdout } = tagmetry(['exposure', `${folder}/d`, '--no-config']);
      assert.match(stdout, /No file says how long training runs/);
      assert.match(stdout, /each is shown once/);
    }));

  it('refuses what is no number, two lengths, and a folder without images', () =>
    withFolder({ ...files, 'empty/note.md': 'x' }, (folder) => {
      for (const [args, said] of [
        [[`${folder}/d`, '--epochs', 'x'], /number from 0 on/],
        [[`${folder}/d`, '--tag-dropout', '2'], /rate of 0 to 1/],
        [[`${folder}/d`, '--epochs', '1', '--steps', '2'], /not both/],
        [[`${folder}/empty`], /Nothing would be fed/],
        [[`${folder}/none`], /does not exist/],
      ] as const) {
        const { status, stderr } = tagmetry(['exposure', ...args]);
        assert.equal(status, 2, stderr);
        assert.match(stderr, said);
      }
    }));
});
