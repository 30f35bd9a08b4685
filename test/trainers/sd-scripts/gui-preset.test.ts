import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/ground/edits.ts';
import type { Finding } from '../../../server/src/ground/finding.ts';
import { checkConfig } from '../../../server/src/rules/check-config.ts';
import { resolveSettings } from '../../../server/src/settings/settings.ts';
import { findInConfig } from '../../../server/src/trainers/documents/document.ts';
import { toPlain } from '../../../server/src/trainers/documents/python-value.ts';
import { configLayers } from '../../../server/src/training/config-settings.ts';
import { configOfText, findConfig } from '../../../server/src/training/find-config.ts';
import { MemoryWorkspace } from '../../../server/src/workspace/memory.ts';
import { greyPng } from '../../support/png.ts';

const preset = (fields: object): string =>
  JSON.stringify({ LoRA_type: 'Standard', seed: 1, network_dim: 8, ...fields }, null, 2);

const optionsOf = (fields: object) => {
  const config = configOfText('/w/my.json', preset(fields));
  assert.equal(config?.role, 'gui-preset');
  return toPlain(config.document.root) as Record<string, unknown>;
};

const usual = {
  train_data_dir: '/w/set',
  max_resolution: '1024,1024',
  enable_bucket: true,
  train_batch_size: 1,
  mixed_precision: 'bf16',
};

function workspaceWith(fields: object): MemoryWorkspace {
  const workspace = new MemoryWorkspace();
  workspace.set('/w/my.json', preset(fields));
  for (const name of ['a', 'b']) {
    workspace.set(`/w/set/3_ohwx man/${name}.txt`, `ohwx, hat ${name}`);
    workspace.set(`/w/set/3_ohwx man/${name}.png`, greyPng(832, 1216, name.charCodeAt(0)));
  }
  return workspace;
}

async function findings(fields: object): Promise<{ text: string; found: readonly Finding[] }> {
  const workspace = workspaceWith(fields);
  const config = configOfText('/w/my.json', preset(fields));
  assert.ok(config);
  const { findings: found } = await checkConfig(workspace, config, resolveSettings(), {
    onFailure: (rule, file, error) => assert.fail(`${rule} threw on ${file}: ${(error as Error).stack}`),
  });
  return { text: config.text, found };
}

describe('presets of kohya_ss', () => {
  it('leave the text encoder alone where the form does: it has no rate, and the U-Net has one', () => {
    const only = (fields: object) => optionsOf(fields).network_train_unet_only;
    assert.equal(only({ text_encoder_lr: 0, unet_lr: 0.001 }), true);
    assert.equal(only({ text_encoder_lr: '0', unet_lr: '0.001' }), true);
    assert.equal(only({ text_encoder_lr: '', unet_lr: 0.001 }), true);
    for (const rates of [
      { text_encoder_lr: 0.0001, unet_lr: 0.001 },
      { text_encoder_lr: 0, unet_lr: 0 },
      { text_encoder_lr: 0 },
      { unet_lr: 0.001 },
    ])
      assert.equal(only(rates), undefined, JSON.stringify(rates));
  });
  it('have the options of the field for more of them, over their own', () => {
    const options = optionsOf({
      keep_tokens: 1,
      additional_parameters: '--keep_tokens=3 --lr_scheduler_args "T_max=30"',
    });
    assert.equal(options.keep_tokens, 3);
    assert.deepEqual(options.lr_scheduler_args, ['T_max=30']);
    assert.equal(optionsOf({ keep_tokens: 1, additional_parameters: '--nobody knows' }).keep_tokens, 1);
    assert.equal(optionsOf({ keep_tokens: 1, additional_parameters: '' }).keep_tokens, 1);
  });
  it('are the options the form passes on, at their places', () => {
    assert.deepEqual(optionsOf({ max_resolution: '768,768', epoch: 4, optimizer: 'AdamW8bit' }), {
      network_module: 'networks.lora',
      network_dim: 8,
      resolution: '768,768',
      max_train_epochs: 4,
      optimizer_type: 'AdamW8bit',
      caption_extension: '.txt',
    });
    const text = preset({ max_resolution: '768,768' });
    const range = findInConfig(configOfText('/w/my.json', text)!.document.root, ['resolution'])?.value.range;
    assert.equal(text.slice(range?.start, range?.end), '"768,768"');
  });
  it('leave out what is not passed, and what is none of the trainer’s business', () => {
    const fields = {
      epoch: 0,
      max_token_length: '75',
      caption_extension: '',
      unet_lr: 0,
      num_processes: 1,
      headless: true,
    };
    assert.deepEqual(optionsOf(fields), { network_module: 'networks.lora', network_dim: 8 });
  });
  it('train the network of their kind', () => {
    const moduleOf = (fields: Record<string, unknown>) => optionsOf(fields).network_module;
    for (const [type, module] of [
      ['Standard', 'networks.lora'],
      ['Kohya LoCon', 'networks.lora'],
      ['LoRA-FA', 'networks.lora_fa'],
      ['Kohya DyLoRA', 'networks.dylora'],
      ['LyCORIS/LoKr', 'lycoris.kohya'],
      ['Flux1', 'networks.lora_flux'],
      ['Flux1 OFT', 'networks.oft_flux'],
      ['Another', undefined],
    ])
      assert.equal(moduleOf({ LoRA_type: type }), module, String(type));
    assert.equal(moduleOf({ sd3_checkbox: true }), 'networks.lora_sd3');
    assert.equal(moduleOf({ LoRA_type: 'LyCORIS/LoHa', flux1_checkbox: true }), 'lycoris.kohya');
  });
  it('say rates, saving and limits of the network; 0 is none of them', () => {
    const fields = {
      text_encoder_lr: '5e-5',
      unet_lr: 0.0001,
      network_dropout: 0.1,
      scale_weight_norms: 1,
      max_grad_norm: 0.5,
      save_every_n_epochs: 2,
      save_every_n_steps: 100,
      save_last_n_epochs: 3,
      save_last_n_steps: 300,
    };
    const all = {
      ...fields,
      text_encoder_lr: 5e-5,
      network_module: 'networks.lora',
      network_dim: 8,
      caption_extension: '.txt',
    };
    assert.deepEqual(optionsOf(fields), all);
    const nothing = Object.fromEntries(Object.keys(fields).map((name) => [name, 0]));
    assert.deepEqual(optionsOf(nothing), {
      network_module: 'networks.lora',
      network_dim: 8,
      network_dropout: 0,
      max_grad_norm: 0,
      caption_extension: '.txt',
    });
  });
  it('may write numbers as texts', () =>
    assert.deepEqual(optionsOf({ keep_tokens: '2', learning_rate: '1e-4', max_token_length: 225 }), {
      network_module: 'networks.lora',
      network_dim: 8,
      keep_tokens: 2,
      learning_rate: 1e-4,
      caption_extension: '.txt',
      max_token_length: 225,
    }));
  it('drive the settings of the dataset they name', async () => {
    const workspace = workspaceWith({ ...usual, keep_tokens: '1', shuffle_caption: true, max_token_length: '150' });
    const layers = await configLayers(workspace, '/w/set');
    assert.deepEqual(layers?.files, ['/w/my.json']);
    const folder = layers?.folders.get('3_ohwx man');
    assert.deepEqual([folder?.caption?.keepTokens, folder?.caption?.shuffle, folder?.tokenLimit], [1, true, 150]);
    assert.equal(folder?.training?.repeats, 3);
    // Another configuration of the same folder is more explicit.
    workspace.set('/w/set.toml', '[[datasets]]\n[[datasets.subsets]]\nimage_dir = "/w/set/3_ohwx man"\n');
    assert.equal((await findConfig(workspace, '/w/set'))?.datasetConfig?.path, '/w/set.toml');
  });
  it('are judged by the same rules, with fixes in their own fields', async () => {
    const { text, found } = await findings({ ...usual, max_bucket_reso: 1024 });
    const small = found.find(({ rule }) => rule === 'small-max-bucket');
    assert.equal(text.slice(small?.range?.start, small?.range?.end).includes('1024'), true);
    const fixed = JSON.parse(applyEdits(text, small?.fixes?.[0]?.edits[0]?.edits ?? []));
    assert.ok(fixed.max_bucket_reso > 1024 && fixed.LoRA_type === 'Standard');
  });
  it('are silent when in order, whatever else the form saves', async () => {
    const { found } = await findings({
      ...usual,
      max_bucket_reso: 2048,
      sample_every_n_steps: 0,
      gpu_ids: '',
      logging_dir: '',
    });
    assert.deepEqual(
      found.map(({ rule, message }) => `${rule}: ${message}`),
      [],
    );
  });
});
