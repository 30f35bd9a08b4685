// The numbering of CLIP's symbols (openai/CLIP clip/simple_tokenizer.py): 256 bytes, the same 256 as the last byte of a
// word, 48,894 merge results in the order of the merge list, and two special tokens.

/** Number of merges CLIP uses: 49152 - 256 - 2 of the published list. */
export const MERGE_COUNT = 48894;

/** Added to a byte's symbol when the byte ends a word (`</w>` in the published vocabulary). */
export const WORD_END_OFFSET = 256;

/** The symbol of merge 0; merge n makes symbol FIRST_MERGED + n. A symbol's number is its token id. */
export const FIRST_MERGED = 2 * WORD_END_OFFSET;

/** Token id of `<|startoftext|>` (BOS). */
export const START_OF_TEXT = FIRST_MERGED + MERGE_COUNT;

/** Token id of `<|endoftext|>` (EOS). */
export const END_OF_TEXT = START_OF_TEXT + 1;

/** Token id of `!` not at the end of a word: the pad token of Stable Diffusion 2's tokenizer. */
export const EXCLAMATION = 0;

const printable: number[] = [];
for (let b = 0x21; b <= 0x7e; b++) printable.push(b);
for (let b = 0xa1; b <= 0xff; b++) if (b !== 0xad) printable.push(b);

/** The bytes in the order of their symbols: printable Latin-1 first, then the rest ascending. */
const bytesInOrder: number[] = [...printable];
for (let b = 0; b < 256; b++) if (!printable.includes(b)) bytesInOrder.push(b);

/** Byte of each of the first 256 symbols. */
export const SYMBOL_BYTE: Uint8Array = Uint8Array.from(bytesInOrder);

/** Symbol of each byte (without the word end). */
export const BYTE_SYMBOL: Uint8Array = new Uint8Array(256);
for (let symbol = 0; symbol < 256; symbol++) BYTE_SYMBOL[SYMBOL_BYTE[symbol]!] = symbol;

/** The characters that stand for the 256 symbols in the published merge list, in the order of the symbols. */
export const BYTE_SYMBOLS: string = bytesInOrder
  .map((b, symbol) => String.fromCharCode(symbol < printable.length ? b : 256 + symbol - printable.length))
  .join('');
