import assert from 'node:assert/strict';
import type { SettingValue, TrainingFacts } from '../../server/src/advice/facts.ts';
import { symptoms } from '../../server/src/advice/modes.ts';
import { playbook, wordsFor } from '../../server/src/advice/playbook.ts';
import { withoutPresent } from '../../server/src/advice/settings/own-words.ts';
import { factsOf } from './facts.ts';

const factsWith = (values: Readonly<Record<string, SettingValue>>) => {
  const training: TrainingFacts = {
    values: new Map(Object.entries(values)),
    knowsOptions: true,
    stops: false,
    images: 30,
    samplesPerEpoch: 30,
    samplesPerStep: 1,
    stepShare: 1,
    epochs: 10,
    ratesPerEncoder: false,
  };
  return factsOf({ training });
};

const shuffling = [
  'text.enable_tag_shuffling = true',
  'text.keep_tags_count = 1',
  'text.tag_dropout_enable = true',
  'text.tag_dropout_mode = RANDOM',
  'text.tag_dropout_probability = 0.1',
];

describe('advice in the words of other trainers', () => {
  it('leaves out what is set already, and what goes with it', () => {
    const facts = factsWith({ shuffle_caption: true, caption_tag_dropout_rate: 0.2 });
    assert.deepEqual(withoutPresent(shuffling, facts), ['text.keep_tags_count = 1']);
    const others = factsWith({ shuffle_caption: false, caption_tag_dropout_rate: 0.05 });
    assert.deepEqual(withoutPresent(shuffling, others), shuffling);
  });

  it('knows values under other names, and what is the other way round', () => {
    const lines = [
      'train_dtype = BFLOAT_16',
      'train.dtype: bf16',
      'train.train_text_encoder: false',
      'lora_alpha = 16.0',
    ];
    const same = factsWith({ mixed_precision: 'bf16', network_train_unet_only: true, network_alpha: 16 });
    assert.deepEqual(withoutPresent(lines, same), []);
    const other = factsWith({ mixed_precision: 'fp16', network_train_unet_only: false, network_alpha: 8 });
    assert.deepEqual(withoutPresent(lines, other), lines);
  });

  it('keeps all where nothing is known', () => {
    assert.deepEqual(withoutPresent(shuffling, factsOf({})), shuffling);
  });

  it('gives the options of a trainer that has them under the same names', () => {
    const step = {
      ...{ id: 'x', modes: [], title: '', why: '', evidence: [], source: '', heuristic: true, copy: '' },
      settings: [
        { file: 'config_file', key: 'network_dim', value: '8' },
        { file: 'dataset_config', key: 'shuffle_caption', value: 'true' },
      ] as const,
      equivalents: { onetrainer: ['lora_rank = 8'], 'ai-toolkit': [] },
    };
    assert.deepEqual(wordsFor(step, 'musubi-tuner'), ['network_dim = 8']);
    assert.deepEqual(wordsFor(step, 'sd-scripts'), ['network_dim = 8', 'shuffle_caption = true']);
    assert.deepEqual(wordsFor(step, 'onetrainer'), ['lora_rank = 8']);
    assert.deepEqual(wordsFor(step, 'ai-toolkit'), []);
  });

  it('advises nothing that the file of the trainer refuses, in whatever form a report is', () => {
    const keysFor = (profile: string): Set<string> => {
      const facts = factsOf({ profile, trigger: 'qvzt', classWord: 'woman' });
      const steps = playbook(
        [],
        facts,
        symptoms.map(({ id }) => id),
      ).y;
      for (const { settings, copy } of steps)
        assert.equal(copy.split('\n').filter((line) => line.includes(' = ')).length, settings.length);
      return new Set(steps.flatMap(({ settings }) => settings.map(({ key }) => key)));
    };
    const refused = ['is_reg', 'prior_loss_weight', 'caption_dropout_rate', 'shuffle_caption', 'color_aug'];
    const [all, musubi] = [keysFor('sd-scripts'), keysFor('musubi-tuner')];
    assert.ok(
      ['shuffle_caption', 'caption_dropout_rate', 'network_dim'].every((key) => all.has(key)),
      [...all].join(),
    );
    assert.ok(musubi.has('network_dim'));
    assert.deepEqual(
      refused.filter((key) => musubi.has(key)),
      [],
    );
    // Their own words stand beside those of sd-scripts: a step that they have no words for is none of theirs.
    for (const profile of ['onetrainer', 'ai-toolkit'] as const) {
      const facts = factsOf({ profile, trigger: 'qvzt', classWord: 'woman' });
      const ids = symptoms.map(({ id }) => id);
      const steps = playbook([], facts, ids).y;
      assert.ok(steps.length > 8);
      for (const { id, equivalents } of steps) assert.ok(equivalents[profile].length > 0, `${id} for ${profile}`);
    }
  });
});
