import assert from 'node:assert/strict';
import { settingsDiff, settingValue } from '../../server/src/advice/config-diff.ts';
import type { TrainerSetting } from '../../server/src/advice/settings/index.ts';
import { settingsAdvice } from '../../server/src/advice/settings/index.ts';
import { applyEdits } from '../../server/src/ground/edits.ts';
import { applySettings } from '../../server/src/rules/config/apply-settings.ts';
import { parseConfig, rootDict } from '../../server/src/trainers/documents/document.ts';
import { toPlain } from '../../server/src/trainers/documents/python-value.ts';
import { factsOf } from './facts.ts';

const toml = `[general]
shuffle_caption = false  # as it was
keep_tokens = 1

[[datasets]]
resolution = 1024

  [[datasets.subsets]]
  image_dir = 'data/10_qvzt woman'
  caption_tag_dropout_rate = 0.3
`;
const dataset = (key: string, value: string): TrainerSetting => ({ file: 'dataset_config', key, value });
const diffOf = (settings: TrainerSetting[], text = toml) =>
  settingsDiff(settings, { datasetConfig: parseConfig(text, 'toml'), configFile: null });

describe('advised settings against a configuration', () => {
  it('tells what is set already, where, and what is not', () => {
    const states = diffOf([
      dataset('keep_tokens', '1'),
      dataset('shuffle_caption', 'true'),
      dataset('caption_tag_dropout_rate', '0.1'),
      dataset('enable_bucket', 'true'),
      dataset('is_reg', 'true'),
      { file: 'config_file', key: 'network_dim', value: '16' },
    ]).map(({ key, state, current }) => [key, state, current.map(({ path }) => path.join('.')).join(' ')]);
    assert.deepEqual(states, [
      ['keep_tokens', 'same', 'general.keep_tokens'],
      ['shuffle_caption', 'change', 'general.shuffle_caption'],
      ['caption_tag_dropout_rate', 'change', 'datasets.0.subsets.0.caption_tag_dropout_rate'],
      ['enable_bucket', 'add', ''],
      ['is_reg', 'new-subset', ''],
      ['network_dim', 'no-file', ''],
    ]);
  });

  it('is written by edits that leave the rest as it is', () => {
    const settings = [
      dataset('shuffle_caption', 'true'),
      dataset('keep_tokens', '1'),
      dataset('caption_tag_dropout_rate', '0.1'),
      dataset('enable_bucket', 'true'),
      dataset('max_bucket_reso', '2048'),
    ];
    const config = { file: 'set.toml', text: toml, format: 'toml' as const, document: parseConfig(toml, 'toml') };
    const fix = applySettings(config, 'Apply', diffOf(settings));
    assert.ok(fix);
    const text = applyEdits(toml, fix.edits[0].edits);
    assert.match(text, /shuffle_caption = true {2}# as it was/);
    assert.match(text, /caption_tag_dropout_rate = 0\.1\n/);
    assert.ok(
      diffOf(settings, text).every(({ state }) => state === 'same'),
      text,
    );
    const again = { ...config, text, document: parseConfig(text, 'toml') };
    assert.equal(applySettings(again, 'Apply', diffOf(settings, text)), null);
  });

  it('works on a config_file with sections and without', () => {
    for (const text of ['network_dim = 4\n', '[network]\nnetwork_dim = 4\n']) {
      const document = parseConfig(text, 'toml');
      const settings: TrainerSetting[] = [
        { file: 'config_file', key: 'network_dim', value: '16' },
        { file: 'config_file', key: 'text_encoder_lr', value: '[0.00001]' },
      ];
      const diffs = settingsDiff(settings, { datasetConfig: null, configFile: document });
      assert.deepEqual(
        diffs.map(({ state }) => state),
        ['change', 'add'],
      );
      const fix = applySettings({ file: 'x.toml', text, format: 'toml', document }, 'Apply', diffs);
      assert.ok(fix);
      const after = applyEdits(text, fix.edits[0].edits);
      const again = settingsDiff(settings, { datasetConfig: null, configFile: parseConfig(after, 'toml') });
      assert.ok(
        again.every(({ state }) => state === 'same'),
        after,
      );
    }
  });

  it('reads every advised value as TOML', () => {
    for (const { settings } of settingsAdvice)
      for (const setting of settings(factsOf({}))) assert.notEqual(settingValue(setting), null, setting.key);
    assert.notEqual(toPlain(rootDict(parseConfig(toml, 'toml'))), null);
  });
});
