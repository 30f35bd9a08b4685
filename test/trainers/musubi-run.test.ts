import assert from 'node:assert/strict';
import { openDataset } from '../../server/src/engine/open-dataset.ts';
import { TagListStore } from '../../server/src/settings/tag-lists.ts';
import { modelFamily } from '../../server/src/trainers/families.ts';
import { MemoryFiles } from '../../server/src/trainers/files/memory-files.ts';
import { recogniseConfigText, trainerOf } from '../../server/src/trainers/trainers.ts';
import { completeOther, findOther } from '../../server/src/training/other-trainers.ts';
import { planOther } from '../../server/src/training/plan-other.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { greyPng } from '../support/png.ts';

const DATASET = `[general]
resolution = [64, 64]
caption_extension = ".txt"
batch_size = 2
[[datasets]]
image_directory = "/set/img"
cache_directory = "/set/cache"
`;
const RUN = `dataset_config = "data.toml"
dit = "model.safetensors"
network_module = "networks.lora_zimage"
network_dim = 16
network_alpha = 8
learning_rate = 1e-4
gradient_accumulation_steps = 2
max_train_epochs = 10
`;

const ownerOf = (text: string, name = 'run.toml') => {
  const found = recogniseConfigText(`/set/${name}`, text);
  return found?.kind === 'ours' ? `${found.config.trainer} ${found.config.role}` : null;
};

function workspaceOf(files: Readonly<Record<string, string>>): MemoryWorkspace {
  const workspace = new MemoryWorkspace();
  for (const [name, text] of Object.entries(files)) workspace.set(`/set/${name}`, text);
  for (let i = 0; i < 6; i++) {
    workspace.set(`/set/img/${i}.png`, greyPng(64, 64, i + 1));
    workspace.set(`/set/img/${i}.txt`, `a figure in pose ${i}`);
  }
  return workspace;
}

async function planOf(run: string, dataset = DATASET) {
  const workspace = workspaceOf({ 'data.toml': dataset, 'run.toml': run });
  const setup = await findOther(workspace, '/set/img');
  assert.ok(setup);
  return planOther(workspace, setup, modelFamily('qwen-image'));
}

const problemsOf = (text: string): string[] => {
  const found = recogniseConfigText('/set/run.toml', text);
  assert.equal(found?.kind, 'ours');
  const { documents } = trainerOf(found.config.trainer);
  return (documents?.problems(found.config, new MemoryFiles()) ?? []).map(
    ({ severity, range }) => `${severity} ${range ? text.slice(range.start, range.end) : ''}`,
  );
};

describe('training options of musubi-tuner', () => {
  it('are told from those of its sister trainer by the model file, or by a network module of their own', () => {
    assert.equal(ownerOf(RUN), 'musubi-tuner config_file');
    assert.equal(ownerOf(`[network]\nnetwork_module = "networks.lora_wan"\n`), 'musubi-tuner config_file');
    for (const module of ['lora', 'lora_flux', 'loha'])
      assert.equal(
        ownerOf(`dit = "m.safetensors"\nnetwork_module = "networks.${module}"\nlearning_rate = 1e-4\n`),
        'musubi-tuner config_file',
      );
    for (const module of ['lora', 'lora_flux', 'lora_sd3', 'lora_anima'])
      assert.equal(
        ownerOf(`pretrained_model_name_or_path = "m"\nnetwork_module = "networks.${module}"\nlearning_rate = 1e-4\n`),
        'sd-scripts config_file',
      );
    // One word alone tells nothing.
    assert.equal(ownerOf('dit = "model.safetensors"\n'), null);
    assert.equal(ownerOf(JSON.stringify({ dit: 'm', dataset_config: 'd' }), 'run.json'), null);
  });

  it('belong to the dataset file that they name, from whichever of the two one comes', async () => {
    const workspace = workspaceOf({ 'data.toml': DATASET, 'run.toml': RUN });
    for (const [name, text] of [
      ['data.toml', DATASET],
      ['run.toml', RUN],
    ] as const) {
      const found = recogniseConfigText(`/set/${name}`, text);
      assert.equal(found?.kind, 'ours');
      const { configs } = await completeOther(workspace, found.config);
      assert.deepEqual(configs.map(({ path }) => path).sort(), ['/set/data.toml', '/set/run.toml'], name);
    }
    const other = workspaceOf({ 'data.toml': DATASET, 'run.toml': RUN.replace('data.toml', 'elsewhere.toml') });
    const found = recogniseConfigText('/set/data.toml', DATASET);
    assert.equal(found?.kind, 'ours');
    assert.equal((await completeOther(other, found.config)).configs.length, 1);
  });

  it('name the model, and know better than a hint of the dataset file', async () => {
    const modelWith = async (module: string, dataset = DATASET) => {
      const workspace = workspaceOf({ 'data.toml': dataset, 'run.toml': RUN.replace('lora_zimage', module) });
      const { settings } = await openDataset(workspace, '/set/img', {
        over: [],
        tagLists: new TagListStore(workspace),
        paths: { home: '/', folder: '/set' },
        onTagListProblem: (error: unknown) => assert.fail(String(error)),
      });
      return settings.model;
    };
    assert.equal(await modelWith('lora_zimage'), 'z-image');
    assert.equal(await modelWith('lora_krea2'), 'krea2');
    const layered = DATASET.replace('cache_directory', 'multiple_target = true\ncache_directory');
    assert.equal(await modelWith('lora', layered), 'hunyuan-video');
    // Where they do not say, the hint counts.
    assert.equal(await modelWith('loha', layered), 'qwen-image');
  });

  it('give the plan its length and its options', async () => {
    const plan = (await planOf(RUN)).plan;
    assert.equal(plan?.batchesPerEpoch, 3);
    assert.equal(plan?.stepsPerEpoch, 2);
    assert.equal(plan?.totalSteps, 20);
    assert.equal(plan?.epochs, 10);
    assert.equal(plan?.options?.get('network_dim'), 16);
    assert.equal(plan?.options?.get('network_alpha'), 8);
    assert.equal(plan?.options?.get('learning_rate'), 1e-4);
    const bySteps = (await planOf(RUN.replace('max_train_epochs = 10', 'max_train_steps = 101'))).plan;
    assert.deepEqual([bySteps?.totalSteps, bySteps?.epochs], [101, 51]);
    const silent = (await planOf(RUN.replace('max_train_epochs = 10\n', '').replace('network_dim = 16\n', ''))).plan;
    assert.deepEqual([silent?.totalSteps, silent?.options?.get('network_dim')], [1600, 4]);
  });

  it('without them a plan has no length and no options', async () => {
    const workspace = workspaceOf({ 'data.toml': DATASET });
    const setup = await findOther(workspace, '/set/img');
    assert.ok(setup);
    const { plan } = await planOther(workspace, setup, modelFamily('qwen-image'));
    assert.deepEqual([plan?.totalSteps, plan?.options], [null, null]);
  });

  it('five faults of five kinds are five marks', () => {
    const text = `dataset_config = "data.toml"
dit = "model.safetensors"
network_module = "networks.lora_wan"
network_dim = "16"
learning_rat = 1e-4
mixed_precision = "bf32"
resolution = [64, 64]
max_train_steps = 100
max_train_epochs = 10
`;
    assert.deepEqual(problemsOf(text).sort(), [
      'error "16"',
      'error "bf32"',
      'info 100',
      'warning [64, 64]',
      'warning learning_rat',
    ]);
  });

  it('says nothing of options that only some of the programs have', () => {
    assert.deepEqual(problemsOf(`${RUN}timestep_boundary = 875\nfp8_t5 = true\nrope_func = "comfy"\n`), []);
  });
});
