import assert from 'node:assert/strict';
import { compareRecords } from '../../server/src/history/compare.ts';
import { folderRecord } from '../../server/src/history/folder-record.ts';
import { configLike } from '../../server/src/lora/config-like.ts';
import { parseHeader } from '../../server/src/lora/header.ts';
import { type LoraFile, loraOf } from '../../server/src/lora/lora-file.ts';
import { toPlain } from '../../server/src/trainers/documents/python-value.ts';
import { parseTomlConfig } from '../../server/src/trainers/documents/toml-document.ts';
import { parseYamlConfig } from '../../server/src/trainers/documents/yaml-document.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { open } from '../support/open.ts';
import { greyPng } from '../support/png.ts';
import {
  aiToolkitLayers,
  aiToolkitMetadata,
  type Described,
  headerText,
  kohyaDatasets,
  kohyaFolders,
  musubiLayers,
  musubiMetadata,
  oneTrainerConfig,
  oneTrainerLayers,
  oneTrainerMetadata,
  sdxlLayers,
} from '../support/safetensors.ts';

const lora = (metadata: Record<string, string> | null, tensors: readonly Described[] = sdxlLayers(16)): LoraFile =>
  loraOf(parseHeader(new TextEncoder().encode(headerText(metadata, tensors)), 2 ** 40), '/x', 'x');

describe('a configuration like that of a LoRA file', () => {
  for (const [name, metadata] of [
    ['train_data_dir', kohyaFolders()],
    ['dataset_config', kohyaDatasets()],
  ] as const)
    it(`of sd-scripts (${name}) trains the same options: the trainer's own reading of it has no difference`, async () => {
      const file = lora(metadata);
      const config = configLike(file, 'again.toml');
      assert.ok(config);
      const workspace = new MemoryWorkspace('linux');
      // What the file does not say is filled in by the user.
      for (const { name: own, text } of config.files)
        workspace.set(`/set/${own}`, text.replaceAll('# caption_extension', 'caption_extension'));
      for (const subset of file.record.subsets ?? [])
        for (let at = 0; at < (subset.images ?? 0); at++) {
          workspace.set(`/set/${subset.name}/${at}.png`, greyPng(832, 1216, at + 1));
          workspace.set(`/set/${subset.name}/${at}.txt`, 'ohwx woman');
        }
      const again = await folderRecord(workspace, await open(workspace, '/set'), 'again');
      const { settings, subsets } = compareRecords(file.record, again);
      assert.deepEqual(settings, []);
      assert.deepEqual(subsets, { added: [], gone: [], changed: [] });
      assert.equal(again.run.steps, file.record.run.steps);
      assert.equal(again.settings.get('network_dim'), 16);
    });

  it('of musubi-tuner', () => {
    const config = configLike(lora(musubiMetadata(), musubiLayers(32)), 'again.toml');
    const [run, dataset] = (config?.files ?? []).map(({ text }) => toPlain(parseTomlConfig(text).root)) as Record<
      string,
      unknown
    >[];
    assert.equal(run?.dit, 'qwen_image_bf16.safetensors');
    assert.equal(run?.dataset_config, 'again.dataset.toml');
    assert.equal(run?.network_dim, 32);
    assert.match(config?.files[0].text ?? '', /accelerate launch qwen_image_train_network\.py/);
    assert.deepEqual(dataset?.datasets, [{ image_directory: 'scarf', num_repeats: 3 }]);
  });
  it('of ai-toolkit, with what it does not note left to fill in', () => {
    const config = configLike(lora(aiToolkitMetadata(), aiToolkitLayers(16)), 'job.yaml');
    const job = toPlain(parseYamlConfig(config?.files[0].text ?? '').root) as {
      config: { process: Record<string, unknown>[] };
    };
    const [process] = job.config.process;
    assert.equal(process?.trigger_word, 'ohwx');
    assert.deepEqual(process?.network, { type: 'lora', linear: 16, linear_alpha: 16 });
    assert.deepEqual(process?.model, { arch: 'flux', name_or_path: '' });
  });
  it('of OneTrainer: the one it kept', () => {
    const config = configLike(lora(oneTrainerMetadata(), oneTrainerLayers(32)), 'c.json');
    assert.deepEqual(JSON.parse(config?.files[0].text ?? ''), oneTrainerConfig);
    assert.equal(configLike(lora(oneTrainerMetadata(null), oneTrainerLayers(32)), 'c.json'), null);
  });
  it('is none without a trainer', () => assert.equal(configLike(lora(null), 'c.toml'), null));
  it('is still TOML whatever the names hold', () => {
    const odd = 'a"]\n[x]\nb = "\u0007\u202e\\';
    const config = configLike(
      lora(
        kohyaFolders({
          ss_sd_model_name: odd,
          ss_lr_scheduler: odd,
          ss_dataset_dirs: JSON.stringify({ [odd]: { n_repeats: 1, img_count: 1 } }),
        }),
      ),
      'c.toml',
    );
    for (const { text } of config?.files ?? []) assert.deepEqual(parseTomlConfig(text).errors, []);
    const run = toPlain(parseTomlConfig(config?.files[0].text ?? '').root) as Record<string, unknown>;
    assert.equal(run.lr_scheduler, odd);
    assert.equal(run.x, undefined);
  });
});
