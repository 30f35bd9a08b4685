// CLIP's tokenizer for both tokenizers of Hugging Face on npm, the native one and the one in JavaScript, made of the
// same merges.
import { createRequire } from 'node:module';
import path from 'node:path';
import { BYTE_SYMBOLS } from '../../server/src/caption/clip/alphabet.ts';
import { readMergeLines } from '../../tools/clip-table.ts';
import { peersFolder } from './peers.ts';

interface Encoding {
  getIds(): number[];
}

interface Native {
  encode(text: string, pair: null, options: { addSpecialTokens: boolean }): Promise<Encoding>;
}

const pattern = "'s|'t|'re|'ve|'m|'ll|'d|[\\p{L}]+|[\\p{N}]|[^\\s\\p{L}\\p{N}]+";

async function description(): Promise<object> {
  const merges = await readMergeLines();
  const tokens = [
    ...BYTE_SYMBOLS,
    ...[...BYTE_SYMBOLS].map((symbol) => `${symbol}</w>`),
    ...merges.map((line) => line.replace(' ', '')),
    '<|startoftext|>',
    '<|endoftext|>',
  ];
  return {
    version: '1.0',
    added_tokens: [],
    post_processor: null,
    decoder: null,
    normalizer: {
      type: 'Sequence',
      normalizers: [
        { type: 'NFC' },
        { type: 'Replace', pattern: { Regex: '\\s+' }, content: ' ' },
        { type: 'Lowercase' },
      ],
    },
    pre_tokenizer: {
      type: 'Sequence',
      pretokenizers: [
        { type: 'Split', pattern: { Regex: pattern }, behavior: 'Removed', invert: true },
        { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true, use_regex: true },
      ],
    },
    model: {
      type: 'BPE',
      unk_token: '<|endoftext|>',
      continuing_subword_prefix: '',
      end_of_word_suffix: '</w>',
      vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      merges,
    },
  };
}

const load = createRequire(path.join(peersFolder(), 'package.json'));

/** The native one: the ids of texts, one after the other. */
export async function hfNative(): Promise<(text: string) => Promise<number[]>> {
  const { Tokenizer } = load('tokenizers') as { Tokenizer: { fromString(json: string): Native } };
  const tokenizer = Tokenizer.fromString(JSON.stringify(await description()));
  return async (text) => (await tokenizer.encode(text, null, { addSpecialTokens: false })).getIds();
}

/** The one in JavaScript. */
export async function hfScript(): Promise<(text: string) => number[]> {
  const { Tokenizer } = load('@huggingface/tokenizers') as {
    Tokenizer: new (
      json: object,
      config: object,
    ) => { encode(text: string, options: { add_special_tokens: boolean }): { ids: number[] } };
  };
  const tokenizer = new Tokenizer(await description(), {});
  return (text) => tokenizer.encode(text, { add_special_tokens: false }).ids;
}
