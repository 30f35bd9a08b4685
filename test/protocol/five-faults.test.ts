import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { AI_TOOLKIT_EXAMPLES, MUSUBI_EXAMPLES, ONETRAINER_EXAMPLES } from '../trainers/examples.ts';
import { type TestClient, withClient } from './client.ts';

/** Replaces each part of a text, which has to stand there. */
function faulty(text: string, faults: Readonly<Record<string, string>>): string {
  let changed = text;
  for (const [written, wrong] of Object.entries(faults)) {
    assert.ok(changed.includes(written), written);
    changed = changed.replace(written, wrong);
  }
  return changed;
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

const places = (text: string): string =>
  text.replaceAll(/\/path\/to\/(?:images(?:\/folder)?|image_dir|cache_directory)/g, '10_ohwx');

const cases = [
  {
    trainer: 'sd-scripts',
    file: 'dataset.toml',
    text: SD_SCRIPTS,
    faults: {
      'resolution = 1024': 'resolution = "1024"',
      'batch_size = 2': 'train_batch_size = 2',
      'keep_tokens = 1': 'keep_token = 1',
      'shuffle_caption = true': 'shuffle_caption = 1',
      'num_repeats = 4': 'num_repeats = "4"',
    },
  },
  {
    trainer: 'musubi-tuner',
    file: 'dataset.toml',
    text: MUSUBI_EXAMPLES['images.toml'] as string,
    faults: {
      'resolution = [960, 544]': 'resolution = "960,544"',
      'caption_extension = ".txt"': 'caption_extension = "txt"',
      'batch_size = 1': 'batch_size = 0',
      'bucket_no_upscale = false': 'shuffle_caption = true',
      'num_repeats = 1': 'repeats = 1',
    },
  },
  {
    trainer: 'ai-toolkit',
    file: 'job.yaml',
    text: AI_TOOLKIT_EXAMPLES['sdxl.yaml'] as string,
    faults: {
      'resolution: [ 512, 768, 1024 ]': 'resolution: "1024"',
      'shuffle_tokens: false': 'shufle_tokens: true',
      'flip_x: false': 'flip_x: "false"',
      'arch: "sdxl"': 'arch: "SDXL"',
      '        batch_size: 1': '        train_batch_size: 1',
    },
  },
  {
    trainer: 'OneTrainer',
    file: 'concepts.json',
    text: ONETRAINER_EXAMPLES['concepts.json'] as string,
    faults: {
      '"prompt_source": "sample"': '"prompt_source": "SAMPLE"',
      '"resolution_override": "512"': '"resolution_override": ""',
      '"enabled": true': '"enabled": "false"',
      '"balancing": 1': '"balancing": "x"',
      '"keep_tags_count"': '"keep_tag_count"',
    },
  },
] as const;

/** Lines with a warning or an error, each once. */
async function marked(client: TestClient, file: string, text: string): Promise<number[]> {
  const uri = await client.open(file, text, file.slice(file.lastIndexOf('.') + 1));
  const report: DocumentDiagnosticReport = await client.request('textDocument/diagnostic', { textDocument: { uri } });
  const loud = report.kind === 'full' ? report.items.filter(({ severity }) => (severity ?? 4) <= 2) : [];
  return [...new Set(loud.map(({ range }) => range.start.line))].sort((a, b) => a - b);
}

describe('a configuration in the editor', () => {
  const folder = '\n// 10_ohwx/a.txt\nohwx woman, smile, city, night, hat\n// 10_ohwx/a.png 1024x1024\n';
  for (const { trainer, file, text, faults } of cases)
    it(`${trainer}: five faults are marked on their five lines, and as it was it has none`, async () => {
      const good = places(text);
      const wrong = faulty(good, faults);
      const lines = Object.values(faults)
        .map((fault) => wrong.slice(0, wrong.indexOf(fault)).split('\n').length - 1)
        .sort((a, b) => a - b);
      assert.equal(new Set(lines).size, 5);
      await withClient(folder, {}, async (client) => {
        assert.deepEqual(await marked(client, file, wrong), lines);
      });
      await withClient(folder, {}, async (client) => {
        assert.deepEqual(await marked(client, file, good), []);
      });
    });
});
