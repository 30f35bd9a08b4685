import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareRecords } from '../../server/src/history/compare.ts';
import { writeComparison } from '../../server/src/history/compare-text.ts';
import { folderRecord } from '../../server/src/history/folder-record.ts';
import type { TrainingRecord } from '../../server/src/history/record.ts';
import { comparedValue } from '../../server/src/history/settings-compared.ts';
import { parseHeader } from '../../server/src/lora/header.ts';
import { loraOf } from '../../server/src/lora/lora-file.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { open } from '../support/open.ts';
import { greyPng } from '../support/png.ts';
import {
  type Described,
  headerText,
  kohyaFolders,
  musubiLayers,
  musubiMetadata,
  oneTrainerLayers,
  oneTrainerMetadata,
  sdxlLayers,
} from '../support/safetensors.ts';

const lora = (
  metadata: Record<string, string> | null,
  tensors: readonly Described[] = sdxlLayers(16),
): TrainingRecord =>
  loraOf(parseHeader(new TextEncoder().encode(headerText(metadata, tensors)), 2 ** 40), '/x', 'x').record;

/** The folder that the LoRA of `kohyaFolders` was trained on. */
function files(): Map<string, string | Uint8Array> {
  const put = new Map<string, string | Uint8Array>();
  for (let at = 0; at < 20; at++) {
    const tags = [
      'ohwx woman',
      ...(at < 12 ? ['smile'] : []),
      ...(at < 6 ? ['red scarf'] : []),
      at < 19 ? 'simple background' : 'outdoors',
    ];
    put.set(`img/10_ohwx woman/${at}.png`, greyPng(832, 1216, at + 1));
    put.set(`img/10_ohwx woman/${at}.txt`, tags.join(', '));
  }
  return put;
}

const configFile = `pretrained_model_name_or_path = "D:/models/ponyDiffusionV6XL.safetensors"
train_data_dir = "/set/img"
network_module = "networks.lora"
network_dim = 16
network_alpha = 8
learning_rate = 1e-4
text_encoder_lr = 5e-5
lr_scheduler = "cosine"
optimizer_type = "AdamW8bit"
optimizer_args = ["weight_decay=0.1"]
max_train_steps = 1000
train_batch_size = 2
resolution = "1024,1024"
enable_bucket = true
min_bucket_reso = 256
max_bucket_reso = 2048
max_token_length = 225
caption_extension = ".txt"
shuffle_caption = true
keep_tokens = 1
noise_offset = 0.0357
min_snr_gamma = 5
mixed_precision = "bf16"
seed = 42
`;

async function folder(put: ReadonlyMap<string, string | Uint8Array>, config: string | null): Promise<TrainingRecord> {
  const workspace = new MemoryWorkspace('linux');
  for (const [name, content] of put) workspace.set(`/set/${name}`, content);
  if (config !== null) workspace.set('/set/img/config.toml', config);
  return folderRecord(workspace, await open(workspace, '/set/img'), 'img');
}

describe('a LoRA and a folder', () => {
  it('are the same where the folder is what it was trained on: tags, images, options', async () => {
    const comparison = compareRecords(lora(kohyaFolders()), await folder(files(), configFile));
    assert.deepEqual(
      { ...comparison, before: null, after: null },
      {
        version: 1,
        before: null,
        after: null,
        settings: [],
        subsets: { added: [], gone: [], changed: [] },
        tags: { added: [], gone: [], moved: [] },
        risks: [],
        unknown: [],
      },
    );
  });

  it('differ by the tags and images that came and went, and by options', async () => {
    const put = files();
    put.delete('img/10_ohwx woman/19.png');
    put.delete('img/10_ohwx woman/19.txt');
    for (let at = 0; at < 4; at++) put.set(`img/10_ohwx woman/${at}.txt`, 'ohwx woman, hat, simple background');
    const { settings, subsets, tags } = compareRecords(
      lora(kohyaFolders()),
      await folder(put, configFile.replace('= 1e-4', '= 3e-4').replace('keep_tokens = 1', 'keep_tokens = 2')),
    );
    assert.deepEqual(
      settings.map(({ name, before, after }) => [name, before, after]),
      [
        ['learning_rate', 0.0001, 0.0003],
        ['keep_tokens', 1, 2],
      ],
    );
    assert.deepEqual(
      subsets?.changed.map(({ before, after }) => [before.images, after.images]),
      [[20, 19]],
    );
    assert.deepEqual(
      tags?.added.map(({ tag, after }) => [tag, after]),
      [['hat', 4]],
    );
    assert.deepEqual(
      tags?.gone.map(({ tag, before }) => [tag, before]),
      [['outdoors', 1]],
    );
    assert.deepEqual(
      tags?.moved.map(({ tag, before, after }) => [tag, before, after]),
      [
        ['red scarf', 6, 2],
        ['smile', 12, 8],
        ['simple background', 19, 19],
      ],
    );
  });

  it('without a configuration: what nobody says is no change and is told', async () => {
    const comparison = compareRecords(lora(kohyaFolders()), await folder(files(), null));
    assert.deepEqual(comparison.settings, []);
    assert.deepEqual(comparison.risks, []);
    assert.match(comparison.unknown.join('\n'), /Training options: not told by img/);
  });

  it('of other trainers by what they note', async () => {
    const comparison = compareRecords(lora(musubiMetadata(), musubiLayers(32)), await folder(files(), null));
    assert.equal(comparison.tags, null);
    assert.match(comparison.unknown.join('\n'), /Tags: not told by x/);
    const other = compareRecords(lora(oneTrainerMetadata(null), oneTrainerLayers(8)), await folder(files(), null));
    assert.equal(other.subsets, null);
  });
});

describe('two LoRA files', () => {
  const v1 = lora(kohyaFolders());
  it('version 2 is worse: the risks that rose come first, with what raised them', () => {
    const v2 = lora(
      kohyaFolders({ ss_steps: '6000', ss_text_encoder_lr: '0.0005', ss_network_dim: '128', ss_network_alpha: '128' }),
      sdxlLayers(128),
    );
    const { risks, settings } = compareRecords(v1, v2);
    assert.deepEqual(
      settings.map(({ name }) => name),
      ['network_dim', 'network_alpha', 'text_encoder_lr'],
    );
    assert.ok(risks.length > 0);
    assert.ok(risks[0]?.appeared.some(({ id }) => id === 'image-exposure'));
    const text = writeComparison(compareRecords(v1, v2), { colour: false });
    assert.match(text, /network_dim: 16 → 128/);
  });
  it('a risk that one of them tells less about does not look better', () => {
    const { ss_tag_frequency: _, ...without } = kohyaFolders();
    for (const [a, b] of [
      [v1, lora(without)],
      [lora(without), v1],
      [v1, lora(null)],
    ] as const)
      assert.deepEqual(compareRecords(a, b).risks, []);
  });
  it('subsets are told apart by name, and one alone is the same whatever it is called', () => {
    const named = (dirs: Record<string, { n_repeats: number; img_count: number }>) =>
      lora(kohyaFolders({ ss_dataset_dirs: JSON.stringify(dirs) }));
    const one = named({ '10_a': { n_repeats: 10, img_count: 20 } });
    const renamed = compareRecords(one, named({ '5_b': { n_repeats: 5, img_count: 20 } })).subsets;
    assert.deepEqual(
      renamed?.changed.map(({ before, after }) => [before.name, after.name]),
      [['10_a', '5_b']],
    );
    const more = compareRecords(
      one,
      named({ '10_a': { n_repeats: 10, img_count: 20 }, '2_c': { n_repeats: 2, img_count: 5 } }),
    ).subsets;
    assert.deepEqual([more?.added.map(({ name }) => name), more?.changed], [['2_c'], []]);
  });
  it('a comparison with itself is empty, and the other way round is its mirror', () => {
    const tag = fc.constantFrom('a', 'b', 'c', 'ohwx', '__proto__');
    const frequency = fc.dictionary(tag, fc.integer({ min: 1, max: 20 }), { noNullPrototype: true });
    const record = fc
      .record({ frequency, dim: fc.constantFrom('4', '8', 'None'), steps: fc.integer({ min: 1, max: 9000 }) })
      .map(({ frequency: tags, dim, steps }) =>
        lora(
          kohyaFolders({
            ss_tag_frequency: JSON.stringify({ '10_ohwx woman': tags }),
            ss_network_dim: dim,
            ss_steps: String(steps),
            ss_max_train_steps: String(steps),
          }),
        ),
      );
    fc.assert(
      fc.property(record, record, (a, b) => {
        const self = compareRecords(a, a);
        assert.deepEqual([self.settings, self.tags?.moved ?? [], self.risks], [[], [], []]);
        const [there, back] = [compareRecords(a, b), compareRecords(b, a)];
        assert.deepEqual(
          there.tags?.added.map(({ tag: name }) => name),
          back.tags?.gone.map(({ tag: name }) => name),
        );
        assert.deepEqual(
          there.risks.map(({ mode, before, after }) => [mode, before, after]).sort(),
          back.risks.map(({ mode, before, after }) => [mode, after, before]).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('values that mean the same', () => {
  for (const [name, a, b] of [
    ['resolution', [1024, 1024], '1024'],
    ['resolution', '832,1216', [832, 1216]],
    ['text_encoder_lr', [0.00005], 0.00005],
    ['optimizer', 'bitsandbytes.optim.adamw.AdamW8bit(weight_decay=0.1)', 'adamw8bit'],
    ['pretrained_model_name_or_path', 'C:\\models\\a.safetensors', 'a.safetensors'],
    ['caption_prefix', '', null],
  ] as const)
    it(`${name}: ${JSON.stringify(a)}`, () => {
      const square = (value: unknown) => JSON.stringify(value).replace(/^"(\d+)"$/, '$1');
      assert.equal(square(comparedValue(name, a)), square(comparedValue(name, b)));
    });
});
