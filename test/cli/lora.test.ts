import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { aiToolkitLayers, aiToolkitMetadata, kohyaFolders, safetensors, sdxlLayers } from '../support/safetensors.ts';
import { tagmetry, withFolder } from './run.ts';

const lora = safetensors(kohyaFolders(), sdxlLayers(16));

describe('tagmetry lora', function () {
  // Each step starts the program.
  this.timeout(120_000);
  it('tells about a file and changes nothing', () =>
    withFolder({ 'v1.safetensors': lora }, (folder) => {
      const file = path.join(folder, 'v1.safetensors');
      const { status, stdout, stderr } = tagmetry(['lora', file]);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /Trained with: sd-scripts 0010c81/);
      assert.match(stdout, /Base model: Pony Diffusion \(SDXL\) \(sdxl_base_v1-0, ponyDiffusionV6XL\.safetensors\)/);
      assert.match(stdout, /Network: LoRA, rank 16, alpha 8\n/);
      assert.match(stdout, /10_ohwx woman: 20 images × 10 repeats, 5 different tags/);
      assert.match(stdout, /19 {3}95\.0 % {2}simple background/);
      assert.match(stdout, /1000, 10 epochs, 200 samples per epoch, 2 images per step/);
      // Two elevated pieces make the risk high, and are named.
      assert.match(
        stdout,
        /high {6}Memorization\n(?: {12}.*\n)* {12}Captions with the most frequent background tag: 95 %/,
      );
      assert.deepEqual(new Uint8Array(readFileSync(file)), lora);
    }));
  it('as JSON and in Japanese', () =>
    withFolder({ 'v1.safetensors': safetensors(aiToolkitMetadata(), aiToolkitLayers(8)) }, (folder) => {
      const file = path.join(folder, 'v1.safetensors');
      const report = JSON.parse(tagmetry(['lora', file, '--json']).stdout);
      assert.deepEqual([report.version, report.trainer.id, report.network.rank.value], [1, 'ai-toolkit', 8]);
      assert.match(tagmetry(['--lang', 'ja', 'lora', file]).stdout, /ベースモデル/);
    }));
  it('ends with a message and code 2 for what is no LoRA file', () =>
    withFolder({ 'a.safetensors': 'no header at all', 'b.txt': '' }, (folder) => {
      for (const [name, message] of [
        ['a.safetensors', /does not fit into it/],
        ['b.txt', /has 0 bytes/],
        ['gone.safetensors', /it is gone/],
        ['.', /it is a folder/],
      ] as const) {
        const { status, stderr, stdout } = tagmetry(['lora', path.join(folder, name)]);
        assert.deepEqual([status, stdout], [2, '']);
        assert.match(stderr, message);
      }
    }));
});

describe('tagmetry lora --against, --write-config', function () {
  // Each step starts the program.
  this.timeout(120_000);
  const v2 = safetensors(kohyaFolders({ ss_network_dim: '64', ss_steps: '6000' }), sdxlLayers(64));
  it('compares two files, as text and JSON', () =>
    withFolder({ 'v1.safetensors': lora, 'v2.safetensors': v2 }, (folder) => {
      const [a, b] = ['v1', 'v2'].map((name) => path.join(folder, `${name}.safetensors`)) as [string, string];
      const { status, stdout } = tagmetry(['lora', b, '--against', a]);
      assert.equal(status, 0);
      assert.match(stdout, /network_dim: 16 → 64/);
      const { comparison } = JSON.parse(tagmetry(['lora', b, '--against', a, '--json']).stdout);
      assert.equal(comparison.settings[0].name, 'network_dim');
      assert.equal(tagmetry(['diff', a, b]).status, 1);
      assert.equal(tagmetry(['diff', a, a]).status, 0);
      assert.match(tagmetry(['diff', a]).stderr, /Name what .* is compared with/);
    }));
  it('writes a configuration like it, and never over a file', () =>
    withFolder(
      { 'v1.safetensors': lora, 'taken.dataset.toml': 'mine', 'bare.safetensors': safetensors(null, sdxlLayers(4)) },
      (folder) => {
        const file = (name: string): string => path.join(folder, name);
        assert.equal(tagmetry(['lora', file('v1.safetensors'), '--write-config', file('a.toml')]).status, 0);
        assert.match(readFileSync(file('a.toml'), 'utf8'), /network_dim = 16\n/);
        assert.match(readFileSync(file('a.dataset.toml'), 'utf8'), /num_repeats = 10\n/);
        const again = tagmetry(['lora', file('v1.safetensors'), '--write-config', file('a.toml')]);
        assert.equal(again.status, 2);
        assert.match(again.stderr, /is there\. Name another file/);
        const taken = tagmetry(['lora', file('v1.safetensors'), '--write-config', file('taken.toml')]);
        assert.equal(taken.status, 2);
        assert.ok(!existsSync(file('taken.toml')));
        assert.equal(readFileSync(file('taken.dataset.toml'), 'utf8'), 'mine');
        assert.match(
          tagmetry(['lora', file('bare.safetensors'), '--write-config', file('b.toml')]).stderr,
          /does not say enough/,
        );
      },
    ));
});

describe('tagmetry lock, diff and audit --changed-since', function () {
  // Each step starts the program.
  this.timeout(120_000);
  const set = {
    '10_ohwx woman/a.png': '',
    '10_ohwx woman/a.txt': 'ohwx woman, smile',
    '10_ohwx woman/b.png': '',
    '10_ohwx woman/b.txt': 'ohwx woman, hat,, hat',
  };
  it('tell what changed in the data, by the lock in the folder', () =>
    withFolder(set, (folder) => {
      assert.match(tagmetry(['lock', folder]).stderr, /2 images are locked/);
      assert.match(tagmetry(['lock', folder]).stderr, /nothing has changed/);
      assert.deepEqual(
        [tagmetry(['diff', folder]).status, tagmetry(['diff', path.join(folder, 'tagmetry.lock.json')]).status],
        [0, 0],
      );
      writeFileSync(path.join(folder, '10_ohwx woman', 'a.txt'), 'ohwx woman, frown, frown');
      renameSync(path.join(folder, '10_ohwx woman', 'b.png'), path.join(folder, '10_ohwx woman', 'c.png'));
      const { status, stdout } = tagmetry(['diff', folder]);
      assert.equal(status, 1);
      assert.match(stdout, /10_ohwx woman\/a\.txt: -smile, \+frown, \+frown/);
      assert.match(stdout, /10_ohwx woman\/b\.png → 10_ohwx woman\/c\.png/);
      const lock = path.join(folder, 'tagmetry.lock.json');
      const since = JSON.parse(tagmetry(['audit', folder, '--changed-since', lock, '--format', 'json']).stdout);
      const files = new Set(since.findings.map(({ file }: { file: string }) => file));
      assert.ok(files.has('10_ohwx woman/a.txt'));
      assert.ok(!files.has('10_ohwx woman/b.txt'));
      assert.ok(since.delta.some(({ metric }: { metric: string }) => metric === 'pairs'));
      assert.equal(tagmetry(['diff', folder, '--json']).status, 1);
    }));
  it('say what is wrong with a lock', () =>
    withFolder({ ...set, 'other.json': '{}' }, (folder) => {
      assert.match(tagmetry(['diff', folder]).stderr, /tagmetry\.lock\.json does not exist/);
      assert.match(tagmetry(['diff', path.join(folder, 'other.json')]).stderr, /neither a LoRA file nor a lock/);
      const refused = tagmetry(['lock', folder, '--output', path.join(folder, 'other.json')]);
      assert.deepEqual([refused.status, readFileSync(path.join(folder, 'other.json'), 'utf8')], [2, '{}']);
      assert.match(refused.stderr, /is no lock of this tool/);
    }));
});
