import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { aiToolkitLayers, aiToolkitMetadata, kohyaFolders, safetensors, sdxlLayers } from '../support/safetensors.ts';
import { tagmetry, withFolder } from './run.ts';

const lora = safetensors(kohyaFolders(), sdxlLayers(16));

describe('tagmetry lora', () => {
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
