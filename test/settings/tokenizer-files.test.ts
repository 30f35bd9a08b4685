import assert from 'node:assert/strict';
import { Tokenizer } from '@huggingface/tokenizers';
import fc from 'fast-check';
import { readTokenizer } from '../../server/src/caption/tokenizer-file.ts';
import { setUpDataset } from '../../server/src/engine/open-dataset.ts';
import { saidSettings } from '../../server/src/settings/said.ts';
import type { SettingsLayer } from '../../server/src/settings/settings.ts';
import { captionTokens, countCaptionTokens } from '../../server/src/trainers/caption-tokens.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';

/** A SentencePiece vocabulary as T5's: words with their blank in front, letters for the rest. */
function unigram(entries: number, words: readonly string[] = ['▁a', '▁photo', '▁of', '▁red', '▁hair', ',']) {
  const letters = [...'abcdefghijklmnopqrstuvwxyz0123456789▁.'];
  const vocab: [string, number][] = [
    ['<pad>', 0],
    ['</s>', 0],
    ['<unk>', 0],
    ...words.map((word): [string, number] => [word, -2]),
    ...letters.filter((letter) => !words.includes(letter)).map((letter): [string, number] => [letter, -9]),
  ];
  while (vocab.length < entries) vocab.push([`<extra_id_${vocab.length}>`, -30]);
  return {
    version: '1.0',
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: { type: 'Metaspace', replacement: '▁', add_prefix_space: true, prepend_scheme: 'always' },
    post_processor: {
      type: 'TemplateProcessing',
      single: [{ Sequence: { id: 'A', type_id: 0 } }, { SpecialToken: { id: '</s>', type_id: 0 } }],
      pair: [],
      special_tokens: { '</s>': { id: '</s>', ids: [1], tokens: ['</s>'] } },
    },
    decoder: null,
    model: { type: 'Unigram', unk_id: 2, vocab },
  };
}

/** Byte pairs as Llama 3's: bytes, and a few merges. */
function bytePairs(entries: number) {
  const letters = [...'abcdefghijklmnopqrstuvwxyz,.0123456789Ġ'];
  const merges = ['r e', 're d', 'Ġ red', 'Ġ h', 'a i', 'Ġh ai', 'Ġhai r'];
  const pieces = [...letters, ...merges.map((merge) => merge.replace(' ', ''))];
  while (pieces.length < entries) pieces.push(`filler${pieces.length}`);
  return {
    version: '1.0',
    added_tokens: [],
    normalizer: null,
    pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
    post_processor: null,
    decoder: { type: 'ByteLevel' },
    model: { type: 'BPE', unk_token: null, vocab: Object.fromEntries(pieces.map((piece, at) => [piece, at])), merges },
  };
}

const caption = fc
  .array(fc.constantFrom('a', 'photo', 'of', 'red', 'hair', 'zx9', 'red,', ',', 'long hair'), { maxLength: 30 })
  .map((words) => words.join(' '));

describe("the user's own tokenizer", () => {
  for (const [name, json] of [
    ['Unigram with Metaspace, as T5', unigram(60)],
    ['byte-level BPE, as Llama', bytePairs(60)],
  ] as const) {
    it(`${name}: counts are those of the library, without its marks`, () => {
      const own = readTokenizer(json, name);
      const library = new Tokenizer(json, {});
      fc.assert(
        fc.property(caption, (text) => {
          assert.equal(
            own.count(text),
            text === '' ? 0 : library.encode(text, { add_special_tokens: false }).ids.length,
          );
        }),
      );
    });

    it(`${name}: a token lies in the word up to whose end there are as many`, () => {
      const own = readTokenizer(json, name);
      fc.assert(
        fc.property(caption, fc.nat(40), (text, n) => {
          const at = own.offsetOf(text, n);
          if (n >= own.count(text)) assert.equal(at, text.length);
          else {
            assert.ok(own.count(text.slice(0, at).trimEnd()) <= n);
            const end = at + (/^\S+/.exec(text.slice(at))?.[0].length ?? 0);
            assert.ok(own.count(text.slice(0, end)) > n);
          }
        }),
      );
    });
  }

  it('counts what stands there, worked out by hand', () => {
    const t5 = readTokenizer(unigram(60), 't5');
    assert.equal(t5.count('a photo of red hair'), 5);
    assert.equal(t5.count('red, hair'), 3);
    // A word that is not listed: its blank and three letters.
    assert.equal(t5.count('zx9'), 4);
    const llama = readTokenizer(bytePairs(60), 'llama');
    assert.equal(llama.count('red hair'), 2);
    assert.equal(llama.count('zx'), 2);
    const options = { tokenizer: t5 };
    assert.equal(countCaptionTokens('a photo of red hair', options), 5);
    assert.equal(captionTokens('a photo of red hair', options).offsetOf(3), 'a photo of '.length);
  });
});

describe('where the tokenizer comes from', () => {
  const flux =
    '[model]\npretrained_model_name_or_path = "/models/flux"\nt5xxl = "/models/t5/t5xxl.safetensors"\nnetwork_module = "networks.lora_flux"\ntrain_data_dir = "/set"\n';
  async function said(files: Readonly<Record<string, string>>, over: SettingsLayer = { model: 'flux' }) {
    const workspace = new MemoryWorkspace();
    workspace.set('/set/10_x/a.txt', 'a photo');
    workspace.set('/set/10_x/a.png', '');
    for (const [path, text] of Object.entries(files)) workspace.set(path, text);
    const { settings } = await setUpDataset(workspace, '/set', { over: [over] });
    return { settings, words: saidSettings(settings) };
  }
  const fitting = JSON.stringify(unigram(32_100));

  it('without one nothing is counted, and nothing is cut', async () => {
    const { settings, words } = await said({});
    assert.equal(settings.tokenLimit, null);
    assert.match(words, /T5-XXL reads 511 tokens .*not counted/);
  });

  it('the settings name the file, or the folder of a model', async () => {
    for (const [place, named] of [
      ['/lists/tokenizer.json', '/lists/tokenizer.json'],
      ['/set/t5.json', 't5.json'],
      ['/models/flux/tokenizer_2/tokenizer.json', '/models/flux'],
      ['/models/t5/tokenizer.json', '/models/t5/'],
    ] as const) {
      const { settings, words } = await said({ [place]: fitting }, { model: 'flux', tokenizerFile: named });
      assert.equal(settings.tokenLimit, 511, named);
      assert.match(words, /511 tokens of T5-XXL train/);
      assert.equal(countCaptionTokens('a photo of red hair', settings.clip), 5);
    }
  });

  it("a limit of the trainer's own counts", async () => {
    const over: SettingsLayer = { model: 'flux', profile: 'onetrainer', tokenizerFile: '/t.json' };
    assert.equal((await said({ '/t.json': fitting }, over)).settings.tokenLimit, 76);
  });

  it('a length that the configuration of another trainer sets counts before the usual one', async () => {
    const job = (more: Readonly<Record<string, unknown>>) =>
      JSON.stringify({
        __version: 11,
        training_method: 'LORA',
        model_type: 'FLUX_DEV_1',
        base_model_name: '/models/flux',
        concepts: [{ __version: 2, path: '/set/10_x', text: { prompt_source: 'sample' } }],
        ...more,
      });
    for (const [more, limit] of [
      [{}, 76],
      [{ text_encoder_2_sequence_length: 512 }, 511],
      [{ text_encoder_2_sequence_length: null }, 76],
    ] as const) {
      const files = { '/set/config.json': job(more), '/models/flux/tokenizer_2/tokenizer.json': fitting };
      const { settings } = await said(files, {});
      const own = settings.folders.get('10_x') ?? settings;
      assert.equal(own.tokenLimit, limit, JSON.stringify(more));
    }
  });

  it('a length counts without what template and marks take of it, for every encoder that has the setting', async () => {
    const config = (model: string, length?: number) => ({
      '/set/config.json': JSON.stringify({
        __version: 11,
        training_method: 'LORA',
        model_type: model,
        concepts: [{ __version: 2, path: '/set/10_x', text: { prompt_source: 'sample' } }],
        ...(length === undefined ? {} : { text_encoder_sequence_length: length }),
      }),
    });
    const job = (arch: string, kwargs: string) => ({
      '/set/job.yaml': `job: extension\nconfig:\n  name: a\n  process:\n    - type: sd_trainer\n      training_folder: out\n      datasets:\n        - folder_path: /set/10_x\n      model:\n        name_or_path: m\n        arch: ${arch}\n        model_kwargs: ${kwargs}\n`,
    });
    for (const [files, limit] of [
      [config('QWEN'), 512 - 5],
      [config('QWEN', 300), 300 - 5],
      [config('Z_IMAGE', 1024), 1024 - 8],
      [config('KREA_2', 607), 607],
      // It has no such setting for this model.
      [config('STABLE_DIFFUSION_XL_10_BASE', 300), 75],
      [job('krea2', '{}'), 512],
      [job('krea2', '{ max_text_length: 256 }'), 256],
      [job('krea2', '{ max_text_length: "256" }'), 512],
      [job('anima', '{ max_sequence_length: 200 }'), 200],
      [job('qwen_image', '{ max_text_length: 256 }'), null],
    ] as const) {
      const { settings } = await said(files, {});
      const own = settings.folders.get('10_x') ?? settings;
      assert.equal(own.tokenLimit, limit, JSON.stringify(files));
    }
  });

  it('it lies beside a model that the configuration names', async () => {
    for (const place of ['/models/flux/tokenizer_2', '/models/t5', '/models/t5/tokenizer']) {
      const files = {
        '/set/train.toml': flux,
        '/models/t5/t5xxl.safetensors': '',
        [`${place}/tokenizer.json`]: fitting,
      };
      const { settings } = await said(files, {});
      assert.equal(settings.tokenLimit, 511, place);
    }
    // That of another encoder is passed over without a word.
    const { settings, words } = await said(
      { '/set/train.toml': flux, '/models/flux/tokenizer/tokenizer.json': JSON.stringify(bytePairs(60)) },
      {},
    );
    assert.equal(settings.tokenLimit, null);
    assert.doesNotMatch(words, /not the tokenizer/);
  });

  for (const [what, text, expected] of [
    ['of another encoder', JSON.stringify(bytePairs(128_000)), /BPE, 128000 entries.*is not the tokenizer of T5-XXL/],
    ['of another size', JSON.stringify(unigram(60)), /Unigram, 60 entries.*is not the tokenizer/],
    ['that is no JSON', 'x', /is not understood/],
    ['that holds none', '{"a": 1}', /holds no tokenizer/],
    ['of null', 'null', /holds no tokenizer/],
    [
      'with parts nobody knows',
      JSON.stringify({ ...unigram(32_100), pre_tokenizer: { type: 'Nonsense' } }),
      /is not understood/,
    ],
  ] as const)
    it(`a file ${what} is told, and nothing is counted`, async () => {
      const { settings, words } = await said({ '/t.json': text }, { model: 'flux', tokenizerFile: '/t.json' });
      assert.equal(settings.tokenLimit, null);
      assert.match(words, expected);
    });

  it('one that is missing is told too; where tokens are counted anyway it is not asked for', async () => {
    assert.match((await said({}, { model: 'flux', tokenizerFile: '/no.json' })).words, /\/no\.json cannot be read/);
    assert.match((await said({}, { model: 'sdxl', tokenizerFile: '/no.json' })).words, /75 tokens of CLIP-L train/);
  });
});
