import assert from 'node:assert/strict';
import { completeConfig } from '../../server/src/language/config-completion.ts';
import { configHover } from '../../server/src/language/config-hover.ts';
import { DATASET_OPTIONS } from '../../server/src/trainers/sd-scripts/config/dataset-options.ts';
import { SD_SCRIPTS_MEANINGS } from '../../server/src/trainers/sd-scripts/option-meanings.ts';
import { asTrainerConfig, configOfText } from '../../server/src/training/find-config.ts';

/** A configuration with `|` where the cursor is. */
function at(name: string, marked: string) {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const config = configOfText(`/x/${name}`, text);
  assert.ok(config, 'not recognised');
  return { config: asTrainerConfig(config), offset, text };
}

const complete = (name: string, marked: string) => {
  const { config, offset, text } = at(name, marked);
  const found = completeConfig(config, offset, SD_SCRIPTS_MEANINGS);
  return { labels: found?.items.map((item) => item.label) ?? [], found, text };
};

describe('completion in training configurations', () => {
  it('offers the keys of the table that are not there yet', () => {
    const source = '[[datasets]]\nresolution = 1024\nba|\n[[datasets.subsets]]\nimage_dir = "a"\n';
    const { labels, found } = complete('d.toml', source);
    assert.ok(labels.includes('batch_size'));
    assert.ok(labels.includes('shuffle_caption'));
    assert.ok(!labels.includes('resolution'));
    assert.ok(!labels.includes('image_dir'));
    assert.equal(found?.items.find((item) => item.label === 'batch_size')?.newText, 'batch_size = 1');
  });

  it('tells subsets from datasets', () => {
    const source = '[[datasets]]\nresolution = 1024\n[[datasets.subsets]]\nimage_dir = "a"\n|\n';
    const { labels } = complete('d.toml', source);
    assert.ok(labels.includes('is_reg') && labels.includes('num_repeats'));
    assert.ok(!labels.includes('batch_size') && !labels.includes('image_dir'));
  });

  it('offers table headers and values', () => {
    const base = '[[datasets]]\nresolution = 1024\n[[datasets.subsets]]\nimage_dir = "a"\n';
    assert.deepEqual(complete('d.toml', `${base}[|`).labels, ['[general]', '[[datasets]]', '[[datasets.subsets]]']);
    assert.deepEqual(complete('d.toml', `${base}shuffle_caption = |`).labels, ['true', 'false']);
    assert.deepEqual(complete('d.toml', `${base}caption_extension = "|"`).labels, ['".txt"', '".caption"']);
    assert.deepEqual(complete('d.toml', `${base}class_tokens = "|"`).labels, []);
  });

  it('offers options of the command line in a config_file', () => {
    const { labels } = complete('o.toml', 'network_module = "networks.lora"\nnetwork_|\n');
    assert.ok(labels.includes('network_dim') && !labels.includes('network_module') && !labels.includes('image_dir'));
    const precision = complete('o.toml', 'network_module = "networks.lora"\nmixed_precision = "|"\n');
    assert.deepEqual(precision.labels, ['"no"', '"fp16"', '"bf16"']);
  });

  it('writes JSON in JSON', () => {
    const { found, text } = complete('d.json', '{ "datasets": [{ "resolution": 1024, "ba|": 1 }] }');
    const item = found?.items.find(({ label }) => label === 'batch_size');
    assert.equal(item?.newText, '"batch_size"');
    assert.equal(text.slice(found?.range.start, found?.range.end), '"ba"');
  });
});

describe('hover in training configurations', () => {
  it('names type, default, level and meaning of every option', () => {
    const { config, offset } = at('d.toml', '[[datasets]]\nresolution = 1024\nmax_bucket|_reso = 2048\n');
    const found = configHover(config, offset, SD_SCRIPTS_MEANINGS);
    assert.match(found?.markdown ?? '', /max_bucket_reso.*an integer.*default `1024`.*\[\[datasets\]\]/);
    assert.match(found?.markdown ?? '', /Longest side of a bucket/);
    for (const name of Object.keys(DATASET_OPTIONS))
      assert.ok(SD_SCRIPTS_MEANINGS.datasets[name as keyof typeof SD_SCRIPTS_MEANINGS.datasets], name);
  });

  it('answers on values and list items too, and nowhere else', () => {
    const item = at('d.toml', '[[datasets]]\nresolution = [1024, 7|68]\n');
    assert.match(configHover(item.config, item.offset, SD_SCRIPTS_MEANINGS)?.markdown ?? '', /^`resolution`/);
    const header = at('d.toml', '[[data|sets]]\nresolution = 1024\n');
    assert.equal(configHover(header.config, header.offset, SD_SCRIPTS_MEANINGS), null);
  });
});
