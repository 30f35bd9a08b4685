import assert from 'node:assert/strict';

/** An example of a trainer's configuration, as it was and with five faults on five lines. */
export interface FaultyFile {
  readonly trainer: string;
  readonly file: string;
  /** The folder `10_ohwx` beside it holds what it names. */
  readonly good: string;
  readonly wrong: string;
  /** Lines of the faults, from 0, ascending. */
  readonly lines: readonly number[];
}

const SD_SCRIPTS = `[general]
resolution = 1024
caption_extension = ".txt"
enable_bucket = true
max_bucket_reso = 2048

[[datasets]]
batch_size = 2

  [[datasets.subsets]]
  image_dir = "10_ohwx"
  num_repeats = 4
  shuffle_caption = true
  keep_tokens = 1
`;

/** @param example reads an example, `folder/name` */
export function fiveFaults(example: (name: string) => string): readonly FaultyFile[] {
  return [
    faulty('sd-scripts', 'dataset.toml', SD_SCRIPTS, {
      'resolution = 1024': 'resolution = "1024"',
      'batch_size = 2': 'train_batch_size = 2',
      'keep_tokens = 1': 'keep_token = 1',
      'shuffle_caption = true': 'shuffle_caption = 1',
      'num_repeats = 4': 'num_repeats = "4"',
    }),
    faulty('musubi-tuner', 'dataset.toml', example('musubi-tuner/images.toml'), {
      'resolution = [960, 544]': 'resolution = "960,544"',
      'caption_extension = ".txt"': 'caption_extension = "txt"',
      'batch_size = 1': 'batch_size = 0',
      'bucket_no_upscale = false': 'shuffle_caption = true',
      'num_repeats = 2': 'repeats = 2',
    }),
    faulty('ai-toolkit', 'job.yaml', example('ai-toolkit/sdxl.yaml'), {
      'resolution: [ 512, 768, 1024 ]': 'resolution: "1024"',
      'shuffle_tokens: false': 'shufle_tokens: true',
      'flip_x: false': 'flip_x: "false"',
      'arch: "sdxl"': 'arch: "SDXL"',
      '        batch_size: 1': '        train_batch_size: 1',
    }),
    faulty('OneTrainer', 'concepts.json', example('onetrainer/concepts.json'), {
      '"prompt_source": "sample"': '"prompt_source": "SAMPLE"',
      '"resolution_override": "512"': '"resolution_override": ""',
      '"enabled": true': '"enabled": "false"',
      '"balancing": 1': '"balancing": "x"',
      '"keep_tags_count"': '"keep_tag_count"',
    }),
  ];
}

function faulty(trainer: string, file: string, text: string, faults: Readonly<Record<string, string>>): FaultyFile {
  const good = text.replaceAll(/\/data\/mine\/(?:pictures|cache)/g, '10_ohwx');
  let wrong = good;
  for (const [written, fault] of Object.entries(faults)) {
    assert.ok(wrong.includes(written), written);
    wrong = wrong.replace(written, fault);
  }
  const lines = Object.values(faults).map((fault) => wrong.slice(0, wrong.indexOf(fault)).split('\n').length - 1);
  assert.equal(new Set(lines).size, 5);
  return { trainer, file, good, wrong, lines: lines.sort((a, b) => a - b) };
}
