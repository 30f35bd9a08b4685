import assert from 'node:assert/strict';
import { parseHeader } from '../../server/src/lora/header.ts';
import { loraOf } from '../../server/src/lora/lora-file.ts';
import { type LoraReport, loraReport } from '../../server/src/lora/lora-report.ts';
import { pythonValue } from '../../server/src/lora/python-value.ts';
import {
  aiToolkitLayers,
  aiToolkitMetadata,
  type Described,
  headerText,
  kohyaDatasets,
  kohyaFolders,
  kohyaLayer,
  musubiLayers,
  musubiMetadata,
  oneTrainerConfig,
  oneTrainerLayers,
  oneTrainerMetadata,
  sdxlLayers,
} from '../support/safetensors.ts';

function report(metadata: Record<string, string> | null, tensors: readonly Described[]): LoraReport {
  const bytes = new TextEncoder().encode(headerText(metadata, tensors));
  return loraReport(loraOf(parseHeader(bytes, 2 ** 40), '/x.safetensors', 'x.safetensors'));
}

const setting = ({ settings }: LoraReport, name: string) => settings.find((one) => one.name === name)?.value;
const risk = ({ risks }: LoraReport, mode: string) => risks.find((one) => one.mode === mode);
const evidence = (lora: LoraReport, mode: string) => risk(lora, mode)?.evidence.map(({ id }) => id) ?? [];

describe('what a LoRA file says', () => {
  it('of sd-scripts with train_data_dir', () => {
    const lora = report(kohyaFolders(), sdxlLayers(16));
    assert.equal(lora.trainer.id, 'sd-scripts');
    assert.equal(lora.trainer.version, '0010c81a3353b6bb51e698ca649442e730817a8f');
    assert.deepEqual(lora.model, {
      family: 'pony',
      name: 'Pony Diffusion (SDXL)',
      base: 'sdxl_base_v1-0',
      file: 'ponyDiffusionV6XL.safetensors',
    });
    assert.deepEqual(
      [lora.network.rank, lora.network.alpha],
      [
        { value: 16, from: 'metadata' },
        { value: 8, from: 'metadata' },
      ],
    );
    assert.equal(lora.network.name, 'LoRA');
    assert.deepEqual(
      lora.network.parts.map(({ part, layers }) => [part, layers]),
      [
        ['model', 2],
        ['text-encoder-1', 1],
        ['text-encoder-2', 1],
      ],
    );
    assert.deepEqual(lora.run, {
      steps: 1000,
      epochs: 10,
      samplesPerEpoch: 200,
      samplesPerStep: 2,
      trainedAt: '2023-11-14T23:13:20.500Z',
    });
    assert.deepEqual(lora.subsets, [
      { name: '10_ohwx woman', regularization: false, repeats: 10, images: 20, classTokens: 'ohwx woman', tags: 5 },
    ]);
    assert.deepEqual(lora.buckets, [
      { width: 832, height: 1216, samples: 150 },
      { width: 1024, height: 1024, samples: 50 },
    ]);
    assert.deepEqual(lora.tags?.slice(0, 2), [
      { tag: 'ohwx woman', count: 20, share: 1, category: null },
      { tag: 'simple background', count: 19, share: 0.95, category: 'background' },
    ]);
    assert.equal(lora.trigger, 'ohwx woman');
    assert.equal(setting(lora, 'learning_rate'), 0.0001);
    assert.equal(setting(lora, 'unet_lr'), null);
    assert.equal(setting(lora, 'optimizer'), 'AdamW8bit');
    assert.deepEqual(setting(lora, 'resolution'), [1024, 1024]);
    assert.equal(setting(lora, 'shuffle_caption'), true);
  });

  it('of sd-scripts with a dataset_config: regularization, options of subsets', () => {
    const lora = report(kohyaDatasets(), sdxlLayers(16));
    assert.deepEqual(
      lora.subsets?.map(({ name, regularization, images, repeats, tags }) => [
        name,
        regularization,
        images,
        repeats,
        tags,
      ]),
      [
        ['scarf', false, 20, 10, 5],
        ['women', true, 40, 1, 1],
      ],
    );
    assert.equal(setting(lora, 'keep_tokens'), 2);
    assert.equal(setting(lora, 'flip_aug'), true);
    assert.deepEqual(lora.tags?.map(({ tag }) => tag).includes('woman'), false);
    assert.deepEqual(lora.buckets, [{ width: 832, height: 1216, samples: 240 }]);
  });

  it('of musubi-tuner, which notes no tags', () => {
    const lora = report(musubiMetadata(), musubiLayers(32));
    assert.equal(lora.trainer.id, 'musubi-tuner');
    assert.equal(lora.model.family, 'qwen-image');
    assert.deepEqual(lora.subsets, [
      { name: 'scarf', regularization: false, repeats: 3, images: 20, classTokens: null, tags: null },
    ]);
    assert.deepEqual([lora.run.steps, lora.run.epochs, lora.run.samplesPerEpoch], [480, 16, 60]);
    assert.equal(lora.tags, null);
    assert.ok(lora.unknown.some((text) => /does not note tags/.test(text)));
    assert.equal(lora.network.trainsTextEncoder, false);
  });

  it('of ai-toolkit: its tag frequency is the trigger, not the captions', () => {
    const lora = report(aiToolkitMetadata(), aiToolkitLayers(16));
    assert.equal(lora.trainer.id, 'ai-toolkit');
    assert.equal(lora.trainer.version, '0.7.3');
    assert.equal(lora.model.family, 'flux');
    assert.equal(lora.trigger, 'ohwx');
    assert.equal(lora.tags, null);
    assert.equal(lora.subsets, null);
    assert.equal(lora.run.steps, 2000);
    // The form of PEFT has no alpha: loaders take the rank.
    assert.deepEqual(
      [lora.network.rank, lora.network.alpha],
      [
        { value: 16, from: 'weights' },
        { value: 16, from: 'weights' },
      ],
    );
  });

  it('of OneTrainer, with its configuration and without', () => {
    const lora = report(oneTrainerMetadata(), oneTrainerLayers(32));
    assert.equal(lora.trainer.id, 'onetrainer');
    assert.equal(lora.trainer.version, 'master 8c3ac5a');
    assert.equal(lora.model.family, 'illustrious');
    assert.ok(lora.network.dora);
    assert.match(lora.network.name, /DoRA/);
    assert.deepEqual([lora.network.rank?.value, lora.network.alpha?.value], [32, 1]);
    assert.equal(setting(lora, 'learning_rate'), 0.0003);
    assert.equal(lora.run.samplesPerStep, 8);
    assert.deepEqual(
      lora.subsets?.map(({ name, repeats, images }) => [name, repeats, images]),
      [['scarf', 3, null]],
    );
    const bare = report(oneTrainerMetadata(null), oneTrainerLayers(32));
    assert.deepEqual([bare.network.rank, bare.network.alpha], [{ value: 32, from: 'weights' }, null]);
    assert.equal(bare.model.family, 'sdxl');
    assert.equal(bare.subsets, null);
    assert.ok(bare.unknown.some((text) => /Alpha/.test(text)));
    assert.equal(oneTrainerConfig.concepts.length, 2);
  });

  it('without metadata: rank, kind, parts and model from the layers, and says what is not known', () => {
    const lora = report(null, sdxlLayers(24, false));
    assert.equal(lora.trainer.id, null);
    assert.equal(lora.model.family, 'sdxl');
    assert.deepEqual(lora.network.rank, { value: 24, from: 'weights' });
    assert.equal(lora.network.alpha, null);
    assert.equal(lora.network.trainsTextEncoder, false);
    assert.match(lora.unknown.join('\n'), /holds no metadata/);
    assert.deepEqual(
      lora.risks.flatMap(({ evidence: found }) => found),
      [],
    );
  });

  const kinds: Record<string, [readonly Described[], string, number | null]> = {
    LoCon: [
      [
        ...sdxlLayers(8),
        ['lora_unet_conv_in.lora_down.weight', 'F16', [4, 4, 3, 3]],
        ['lora_unet_conv_in.lora_up.weight', 'F16', [320, 4, 1, 1]],
      ],
      'locon',
      8,
    ],
    LoHa: [
      ['w1_a', 'w1_b', 'w2_a', 'w2_b'].map(
        (end): Described => [`lora_unet_x.hada_${end}`, 'F16', end.endsWith('b') ? [6, 320] : [320, 6]],
      ),
      'loha',
      6,
    ],
    LoKr: [
      [
        ['lora_unet_x.lokr_w1', 'F16', [8, 8]],
        ['lora_unet_x.lokr_w2_a', 'F16', [40, 5]],
        ['lora_unet_x.lokr_w2_b', 'F16', [5, 40]],
      ],
      'lokr',
      5,
    ],
    'LoKr of whole factors': [
      [
        ['lora_unet_x.lokr_w1', 'F16', [8, 8]],
        ['lora_unet_x.lokr_w2', 'F16', [40, 40]],
      ],
      'lokr',
      null,
    ],
    'IA³': [
      [
        ['lora_unet_x.weight', 'F16', [320]],
        ['lora_unet_x.on_input', 'F16', []],
      ],
      'ia3',
      null,
    ],
    OFT: [[['lora_unet_x.oft_blocks', 'F16', [4, 80, 80]]], 'oft', null],
    'older diffusers': [
      [
        ['unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.lora.down.weight', 'F32', [4, 768]],
        ['unet.down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.lora.up.weight', 'F32', [320, 4]],
      ],
      'lora',
      4,
    ],
    'an embedding': [[['emb_params', 'F32', [4, 768]]], 'embedding', null],
    'a whole model': [[['model.diffusion_model.input_blocks.0.0.weight', 'F16', [320, 4, 3, 3]]], 'none', null],
    'no tensors': [[], 'none', null],
  };
  for (const [name, [tensors, kind, rank]] of Object.entries(kinds))
    it(`tells ${name} by its tensors`, () => {
      const { network } = report(null, tensors);
      assert.deepEqual([network.kind, network.rank?.value ?? null], [kind, rank]);
    });

  it('lists several ranks, the usual one first', () => {
    const { network } = report(null, [
      ...kohyaLayer('lora_unet_a', 16),
      ...kohyaLayer('lora_unet_b', 16),
      ...kohyaLayer('lora_unet_c', 4),
    ]);
    assert.deepEqual(network.ranks, [
      [16, 2],
      [4, 1],
    ]);
  });
});

describe('risks of a LoRA file', () => {
  const of = (more: Record<string, string>) => report(kohyaFolders(more), sdxlLayers(16));

  it('come from the one evidence table: exposure of each image on both sides of the threshold', () => {
    // 20 images × 10 repeats, 100 batches: 1000 steps are 10 epochs, each image 100 times.
    assert.ok(!evidence(of({}), 'memorization').includes('image-exposure'));
    assert.ok(!evidence(of({ ss_steps: '2400' }), 'memorization').includes('image-exposure'));
    assert.ok(evidence(of({ ss_steps: '2500' }), 'memorization').includes('image-exposure'));
  });
  it('P(background | trigger) is known where every caption holds the trigger, else it is not measured', () => {
    assert.ok(evidence(of({}), 'memorization').includes('trigger-background-probability'));
    const some = of({
      ss_tag_frequency: JSON.stringify({ '10_ohwx woman': { 'ohwx woman': 19, 'simple background': 19 } }),
    });
    assert.ok(!evidence(some, 'memorization').includes('trigger-background-probability'));
    assert.ok(risk(some, 'memorization')?.notEvaluated.includes('trigger-background-probability'));
  });
  it('of what the file does not say are not measured', () => {
    const lora = report(musubiMetadata(), musubiLayers(32));
    assert.ok(risk(lora, 'memorization')?.notEvaluated.includes('background-top-share'));
    const bare = report(oneTrainerMetadata(null), oneTrainerLayers(32));
    for (const { evidence: found, isKnown } of bare.risks) assert.deepEqual([found, isKnown], [[], false]);
    assert.ok(risk(lora, 'memorization')?.isKnown);
  });
  it('a text encoder without layers does not train, whatever its rate', () => {
    const lora = report(kohyaFolders({ ss_text_encoder_lr: '0.001' }), sdxlLayers(16, false));
    assert.ok(!evidence(lora, 'concept-bleed').includes('text-encoder-rate-ratio'));
    const trained = report(kohyaFolders({ ss_text_encoder_lr: '0.001' }), sdxlLayers(16));
    assert.ok(evidence(trained, 'concept-bleed').includes('text-encoder-rate-ratio'));
  });
});

describe('values as Python writes them', () => {
  for (const [text, value] of [
    ['None', null],
    ['True', true],
    ['5e-05', 0.00005],
    ['(1024, 768)', [1024, 768]],
    ["['a', 'b c']", ['a', 'b c']],
    ['[5e-05]', [0.00005]],
    ['(512,)', [512]],
    ['[]', []],
    ['cosine', 'cosine'],
    ['[[1], 2]', '[[1], 2]'],
    ['1.2.3', '1.2.3'],
  ] as const)
    it(text, () => assert.deepEqual(pythonValue(text), value));
});
