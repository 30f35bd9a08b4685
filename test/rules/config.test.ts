import assert from 'node:assert/strict';
import { checkConfigText, checkMarkedConfig, fixedText } from '../support/config.ts';

const square = `#| train/{1..4}.png 1024x1024
#| train/{1..4}.txt ohwx, man, smile, garden
`;

describe('configuration rules', () => {
  it('say nothing about a sound configuration', async () => {
    const { findings } = await checkMarkedConfig(`${square}#= options.toml
dataset_config = "dataset.toml"
network_module = "networks.lora"
network_dim = 16
network_alpha = 8
mixed_precision = "bf16"
cache_latents = true
#= dataset.toml
[general]
caption_extension = ".txt"
shuffle_caption = true
keep_tokens = 1
[[datasets]]
resolution = 1024
enable_bucket = true
max_bucket_reso = 2048
[[datasets.subsets]]
image_dir = "train"
num_repeats = 5
`);
    assert.deepEqual(
      findings.map((finding) => `${finding.rule}: ${finding.message}`),
      [],
    );
  });

  it('say nothing about files of other programs', async () => {
    const { configOfText } = await import('../../server/src/training/find-config.ts');
    for (const [name, text] of [
      ['Cargo.toml', '[package]\nname = "x"\n[dependencies]\nserde = "1"\n'],
      ['pyproject.toml', '[project]\nname = "x"\n[tool.ruff]\nline-length = 100\n'],
      ['package.json', '{ "name": "x", "scripts": { "test": "mocha" } }'],
      ['data.json', '{ "datasets": ["a", "b"] }'],
      ['train.toml', 'learning_rate = 0.1\nepochs = 3\n'],
    ])
      assert.equal(configOfText(`/x/${name}`, text), null, name);
  });

  for (const [line, fixed] of [
    ['max_token_length = "150"', 'max_token_length = 150'],
    ['bucket_reso_steps = "64"', 'bucket_reso_steps = 64'],
    ['prior_loss_weight = "1"', 'prior_loss_weight = 1.0'],
  ] as const)
    for (const section of ['', '[general]\n', '[advanced]\n'])
      it(`say that a quoted number stops the training: ${section.trim()} ${line}`, async () => {
        const source = `${square}#= options.toml
dataset_config = "dataset.toml"
network_module = "networks.lora"
${section}${line}
#= dataset.toml
[general]
caption_extension = ".txt"
[[datasets]]
resolution = 1024
enable_bucket = true
[[datasets.subsets]]
image_dir = "train"
`;
        const { findings } = await checkMarkedConfig(source);
        const found = findings.find(({ rule }) => rule === 'config-wrong-type');
        assert.equal(found?.severity, 'error');
        assert.match(found.message, /: training stops\.$/);
        assert.equal(found.fixes?.[0]?.title, `Write ${fixed.split(' = ')[1]}`);
      });

  it('judge the rest of a file with refused keys', async () => {
    const { findings } = await checkMarkedConfig(`${square}
[[datasets]]
resolution = 1024
btach_size = 2
[[datasets.subsets]]
image_dir = "train"
`);
    assert.deepEqual(findings.map((finding) => finding.rule).sort(), [
      'caption-extension-finds-nothing',
      'unknown-config-key',
    ]);
  });

  it('mend JSON as well as TOML', async () => {
    const source = `${square}#= dataset.json
{
  "datasets": [
    { "resolution": 1024, "subsets": [{ "image_dir": "train" }] }
  ]
}
`;
    const checked = await checkMarkedConfig(source);
    const after = JSON.parse(fixedText(checked, 'caption-extension-finds-nothing'));
    assert.equal(after.datasets[0].subsets[0].caption_extension, '.txt');
  });

  it('take a key out of JSON with its comma', async () => {
    const checked = await checkMarkedConfig(`${square}#= dataset.json
{
  "general": { "caption_extension": ".txt" },
  "datasets": [
    {
      "resolution": 1024,
      "network_dim": 16,
      "subsets": [{ "image_dir": "train", "network_dim": 4 }]
    }
  ]
}
`);
    const after = JSON.parse(fixedText(checked, 'unknown-config-key'));
    assert.deepEqual(Object.keys(after.datasets[0]), ['resolution', 'subsets']);
  });

  it('put a new option below the header of its own table', async () => {
    const checked = await checkMarkedConfig(`${square}#| other/{1..4}.png 1024x1024
#| other/{1..4}.caption ohwx, man
[[datasets]]
  resolution = 1024
  [[datasets.subsets]]
    image_dir = "other"
  [[datasets.subsets]]
    image_dir = "train"
`);
    assert.match(
      fixedText(checked, 'caption-extension-finds-nothing'),
      /\[\[datasets\.subsets\]\]\n {4}caption_extension = "\.txt"\n {4}image_dir = "train"/,
    );
  });

  it('leave folders without any caption alone', async () => {
    await checkConfigText(
      `#| train/{1..3}.png 1024x1024
[[datasets]]
resolution = 1024
[[datasets.subsets]]
image_dir = "train"
class_tokens = "ohwx man"
`,
      'caption-extension-finds-nothing',
    );
  });

  it('count a prefix for keep_tokens', async () => {
    const text = (keep: number) => `${square}
[[datasets]]
resolution = 1024
[[datasets.subsets]]
image_dir = "train"
caption_extension = ".txt"
caption_prefix = "photo,"
shuffle_caption = true
keep_tokens = ${keep}
`;
    const found = async (keep: number): Promise<number> => {
      const { findings } = await checkMarkedConfig(text(keep), {});
      return findings.filter(({ rule }) => rule === 'keep-tokens-mismatch').length;
    };
    // The prefix takes the first place, and the trigger the second.
    assert.deepEqual([await found(1), await found(2)], [1, 0]);
  });

  it('ask of keep_tokens what it does for the trigger, wherever that stands', async () => {
    const found = async (captions: readonly string[], keep: number): Promise<string[]> => {
      const files = captions.map((caption, n) => `#| train/${n}.png 1024x1024\n#| train/${n}.txt ${caption}`);
      const { findings } = await checkMarkedConfig(
        `${files.join('\n')}
[[datasets]]
resolution = 1024
[[datasets.subsets]]
image_dir = "train"
caption_extension = ".txt"
shuffle_caption = true
keep_tokens = ${keep}
`,
        {},
      );
      return findings.filter(({ rule }) => rule === 'keep-tokens-mismatch').map(({ message }) => message);
    };
    const things = ['hat', 'smile', 'night', 'sitting'];
    const first = things.map((thing) => `zkqx, 1girl, ${thing}`);
    const last = things.map((thing) => `1girl, ${thing}, red coat, garden, standing, full body, day, zkqx`);
    const others = things.slice(0, 2).map((thing) => `1girl, ${thing}, beach`);
    assert.deepEqual(await found([...first, ...others], 1), []);
    assert.match((await found([...last, ...others], 1)).join(), /"zkqx" is not protected in 4 of 6/);
    // One stray caption is told where it stands; the head is right for the others.
    const stray = 'masterpiece, zkqx, 1girl, bench';
    assert.deepEqual(await found([...first, ...first, stray], 1), []);
    assert.match((await found([...first, stray, stray, stray], 1)).join(), /"zkqx" is not protected in 3 of 7/);
  });

  it('name the same folder in two datasets as one concept', async () => {
    await checkConfigText(
      `${square}
[general]
caption_extension = ".txt"
[[datasets]]
resolution = 1024
[[datasets.subsets]]
image_dir = "train"
num_repeats = 10
[[datasets]]
resolution = 512
[[datasets.subsets]]
image_dir = "train"
num_repeats = 1
`,
      'unbalanced-repeats',
    );
  });

  it('read a config_file in folder mode', async () => {
    const checked = await checkMarkedConfig(
      `#| data/5_ohwx man/{1..4}.png 832x1216
#= options.toml
train_data_dir = "data"
resolution = "1024,1024"
enable_bucket = true
network_module = "networks.lora"
`.replace('5_ohwx man', '5_ohwx'),
    );
    assert.deepEqual(
      checked.findings.map((finding) => finding.rule),
      ['small-max-bucket'],
    );
  });

  it('find a longer max_token_length than needed', async () => {
    const checked = await checkMarkedConfig(`${square}#= options.toml
dataset_config = "dataset.toml"
max_token_length = 225
#= dataset.toml
[general]
caption_extension = ".txt"
[[datasets]]
resolution = 1024
[[datasets.subsets]]
image_dir = "train"
`);
    const [finding] = checked.findings;
    assert.equal(finding?.rule, 'token-limit-mismatch');
    assert.equal(finding?.severity, 'info');
  });
});
