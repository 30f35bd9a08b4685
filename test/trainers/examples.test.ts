import assert from 'node:assert/strict';
import { checkConfig } from '../../server/src/rules/check-config.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { MemoryFiles } from '../../server/src/trainers/files/memory-files.ts';
import { recogniseConfigText, trainerOf } from '../../server/src/trainers/trainers.ts';
import { configOfText } from '../../server/src/training/find-config.ts';
import { otherOfText } from '../../server/src/training/other-trainers.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { examplesIn } from './examples.ts';
import { kohyaPresets } from './kohya/presets.ts';

/** What the trainer itself refuses in examples that were written for older versions of it: the rule that says so. */
const refusedByTheTrainer: Readonly<Record<string, readonly string[]>> = {
  // Noise prediction scaled without v_parameterization; v2 beside SDXL.
  'sd-scripts/form-run-everything.toml': ['config-refused-value'],
  'test/finetune-AdamW': ['config-refused-value'],
  'kohya-ss/flux.json': ['refused-bucket-step'],
  'kohya-ss/sdxl-locon.json': ['refused-bucket-step'],
  'sd15 - LoKR v1.0': ['refused-bucket-step'],
  'sd15 - LoKr v1.1': ['refused-bucket-step'],
  'sd15 - LoKr v2.0': ['refused-bucket-step'],
  'test/SDXL-Standard-AdamW8bit': ['refused-bucket-step'],
  'test/TI-AdamW8bit': ['refused-bucket-step'],
  'test/TI-AdamW8bit-SDXL': ['refused-bucket-step'],
  'test/dreambooth': ['refused-bucket-step'],
  'test/iA3-Prodigy': ['refused-bucket-step'],
  'test/locon-Prodigy': ['refused-bucket-step'],
  'test/SDXL-Standard-DAdaptation': ['refused-bucket-step'],
  'test/Standard-AdamW8bit': ['refused-bucket-step'],
  'test/dreambooth-Adafactor': ['refused-bucket-step'],
  'test/dreambooth-DAdaptAdam': ['refused-bucket-step'],
  'test/dreambooth-Prodigy': ['refused-bucket-step'],
};

/** Rules of the errors and warnings that an editor shows in a file lying alone in a folder. */
async function loud(name: string, text: string): Promise<string[]> {
  const isLoud = ({ severity }: { severity: string }) => severity === 'error' || severity === 'warning';
  const found = recogniseConfigText(`/set/${name}`, text);
  const own = configOfText(`/set/${name}`, text);
  // Rules over its plan tell what the file says as well.
  const said = found?.kind === 'ours' && !own ? trainerOf(found.config.trainer).documents : null;
  const rules = found?.kind === 'ours' && said ? said.problems(found.config, new MemoryFiles()).filter(isLoud) : [];
  if (!own) return rules.map(({ rule }) => rule);
  const workspace = new MemoryWorkspace();
  workspace.set(`/set/${name}`, text);
  const checked = await checkConfig(workspace, own, resolveSettings({}), {
    onFailure: (rule, file, error) => assert.fail(`${rule} threw on ${file}: ${error}`),
  });
  return [...rules, ...checked.findings.filter(isLoud)].map(({ rule }) => rule);
}

const modelled = [
  ['sd-scripts', 'sd-scripts', 35],
  ['kohya-ss', 'sd-scripts', 11],
  ['musubi-tuner', 'musubi-tuner', 25],
  ['ai-toolkit', 'ai-toolkit', 27],
  ['onetrainer', 'onetrainer', 60],
] as const;

describe('examples of the documentation', () => {
  for (const [folder, trainer, least] of modelled) {
    const examples = examplesIn(folder);
    it(`${folder}: there are enough of them`, () => assert.ok(examples.size >= least, String(examples.size)));
    for (const [name, text] of examples)
      it(`${folder}/${name} is that of ${trainer}, and has no error and no warning`, async () => {
        const found = recogniseConfigText(`/set/${name}`, text);
        assert.equal(found?.kind === 'ours' ? found.config.trainer : found, trainer);
        assert.deepEqual(await loud(name, text), refusedByTheTrainer[`${folder}/${name}`] ?? []);
        // Words are looked for before it is read.
        if (trainer !== 'sd-scripts') assert.equal(otherOfText(`/set/${name}`, text)?.kind, 'ours');
      });
  }

  for (const [name, text] of kohyaPresets)
    it(`the preset ${name} has no error and no warning`, async () => {
      const found = recogniseConfigText('/set/preset.json', text);
      assert.equal(found?.kind === 'ours' ? found.config.role : found, 'gui-preset');
      assert.deepEqual(await loud('preset.json', text), refusedByTheTrainer[name] ?? []);
    });

  it('the settings of the kohya_ss form itself are no training', () => {
    for (const text of [
      'models_dir = "./models"\ntrain_data_dir = "./data"\noutput_dir = "./out"\nconfig_dir = "./presets"\nlogging_dir = "./logs"',
      '[model]\nmodels_dir = "./models"\ntrain_data_dir = "./data"\n[configuration]\nconfig_dir = "./presets"\n[advanced]\nbucket_reso_steps = 64\nmax_token_length = "150"\nstate_dir = "./out"',
    ])
      assert.equal(recogniseConfigText('/set/config.toml', text), null);
  });

  // Trainers that are named and left alone.
  for (const [folder, foreign] of [
    ['diffusion-pipe', 'diffusion-pipe'],
    ['simpletuner', 'SimpleTuner'],
    ['lora-easy-training-scripts', 'LoRA_Easy_Training_Scripts'],
    // Models that later versions brought.
    ['onetrainer-newer', 'OneTrainer'],
  ] as const)
    for (const [name, text] of examplesIn(folder))
      it(`${folder}/${name} is named and belongs to nobody else`, async () => {
        const found = recogniseConfigText(`/set/${name}`, text);
        assert.equal(found?.kind === 'foreign' ? found.foreign.name : found, foreign);
        assert.equal(configOfText(`/set/${name}`, text), null);
        assert.equal(otherOfText(`/set/${name}`, text)?.kind, 'foreign');
      });

  // Jobs that load no pictures, and files beside a training: nothing is known, and nothing is said.
  for (const folder of ['ai-toolkit-other', 'kohya-other'])
    for (const [name, text] of examplesIn(folder))
      it(`nothing is said of ${folder}/${name}`, async () => assert.deepEqual(await loud(name, text), []));
});
