// Tokenizers of text encoders that are not built in (T5, umT5, Gemma, Llama …), read from the user's own tokenizer.json.
import { Tokenizer } from '@huggingface/tokenizers';

/** Counts the tokens of one encoder. */
export interface TextTokenizer {
  /** What it was read from: two of one key count alike. */
  readonly key: string;
  /** Content tokens of a text, without begin and end marks. */
  count(text: string): number;
  /** UTF-16 offset of the word in which token `n` (from 0) lies; the text's length when there are not so many. */
  offsetOf(text: string, n: number): number;
}

/** What a tokenizer.json holds, as far as it tells whose it is. */
export interface TokenizerFacts {
  /** `Unigram` (SentencePiece), `BPE`, `WordPiece` … */
  readonly model: string;
  readonly entries: number;
}

/** Looks at the content of a tokenizer.json; null when it is none. */
export function tokenizerFacts(json: unknown): TokenizerFacts | null {
  const model = field(json, 'model');
  const vocab = field(model, 'vocab');
  if (typeof vocab !== 'object' || vocab === null) return null;
  const named = field(model, 'type');
  const type = typeof named === 'string' ? named : Array.isArray(vocab) ? 'Unigram' : 'BPE';
  return { model: type, entries: Array.isArray(vocab) ? vocab.length : Object.keys(vocab).length };
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;

/**
 * Makes a tokenizer of a tokenizer.json. Throws when it holds what is not understood. The library is loaded on first use.
 * @param prepare what becomes of a text before it is tokenized
 */
export function readTokenizer(json: object, key: string, prepare = (text: string): string => text): TextTokenizer {
  const tokenizer = new Tokenizer(json, {});
  const known = new Map<string, number>();
  const count = (text: string): number => {
    let found = known.get(text);
    if (found === undefined) {
      const prepared = prepare(text);
      found = prepared === '' ? 0 : tokenizer.encode(prepared, { add_special_tokens: false }).ids.length;
      if (known.size >= remembered) known.clear();
      known.set(text, found);
    }
    return found;
  };
  return {
    key,
    count,
    offsetOf(text, n) {
      const words = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
        start: index,
        end: index + word.length,
      }));
      // The first word up to whose end there are more than n tokens.
      let [low, high] = [0, words.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (count(text.slice(0, words[middle]?.end)) > n) high = middle;
        else low = middle + 1;
      }
      return words[low]?.start ?? text.length;
    },
  };
}

/** Texts whose count is kept. */
const remembered = 5000;
