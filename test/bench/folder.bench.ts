// The folder as one document: what an edit costs in a large folder beside a small one, what indexing costs beside merely
// reading the same files, and the memory of it. Captions are made up from real tags with a long tail.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { DatasetIndex } from '../../server/src/dataset/index.ts';
import type { CaptionRecord } from '../../server/src/facts/record.ts';
import { checkCaption } from '../../server/src/rules/run.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { CLOTHING_NOUNS, COLOUR_WORDS, PATTERN_WORDS } from '../../server/src/tags/data/modifiers.ts';
import { vocabulary } from '../../server/src/tags/vocabulary.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';
import { projectRoot } from '../shared.ts';
import type { Figure } from './figure.ts';

const LARGE = 50_000;
const SMALL = 500;
const TAGS = 30;
const VOCABULARY = 20_000;
const EDITS = 200;
const ROUNDS = 8;

/** A small generator with a seed, so that every run has the same captions (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Tags as booru sets have them: the built-in ones, colours and patterns of clothes, and names of characters. */
function makeVocabulary(): string[] {
  const tags = [...vocabulary().all.keys()];
  for (const noun of CLOTHING_NOUNS)
    for (const word of [...COLOUR_WORDS, ...PATTERN_WORDS]) tags.push(`${word} ${noun}`);
  const next = random(7);
  const syllables = 'ka ki ku ra ri ru mi mo na no sa shi ta to ya yu ha hi ko ma'.split(' ');
  const name = (): string =>
    Array.from({ length: 2 + Math.floor(next() * 3) }, () => syllables[Math.floor(next() * syllables.length)]).join('');
  while (tags.length < VOCABULARY * 0.7) tags.push(`${name()} ${name()}`);
  // The frequent tags of a set are not the first of the list.
  for (let i = tags.length - 1; i > 0; i--) {
    const k = Math.floor(next() * (i + 1));
    [tags[i], tags[k]] = [tags[k]!, tags[i]!];
  }
  while (tags.length < VOCABULARY) tags.push(`${name()} (${name()})`);
  return tags.slice(0, VOCABULARY).map((tag) => tag.replaceAll(' ', '_'));
}

function captionsOf(count: number, tags: readonly string[]): string[] {
  const next = random(count);
  return Array.from({ length: count }, () => {
    const own = new Set(['ohwx', '1girl']);
    // Zipf: the share of a tag falls with its rank.
    while (own.size < TAGS) own.add(tags[Math.floor(tags.length ** next()) - 1]!);
    return [...own].join(', ');
  });
}

function writeSet(folder: string, count: number, tags: readonly string[]): string {
  const root = path.join(folder, String(count));
  const subset = path.join(root, '10_ohwx woman');
  mkdirSync(subset, { recursive: true });
  for (const [at, text] of captionsOf(count, tags).entries()) {
    writeFileSync(path.join(subset, `${at}.txt`), text);
    writeFileSync(path.join(subset, `${at}.png`), '');
  }
  return root;
}

/** Reads all captions as Node does it, as many at once as the index, and lists the folder as it must. */
async function readOnly(root: string): Promise<number> {
  const start = performance.now();
  const folder = path.join(root, '10_ohwx woman');
  const files = (await nodeWorkspace.list(folder)).filter(({ name }) => name.endsWith('.txt'));
  let next = 0;
  const reader = async (): Promise<void> => {
    while (next < files.length) await readFile(path.join(folder, files[next++]!.name));
  };
  await Promise.all(Array.from({ length: 48 }, reader));
  return performance.now() - start;
}

async function indexOnce(root: string): Promise<number> {
  const start = performance.now();
  await DatasetIndex.open(nodeWorkspace, root, resolveSettings({}));
  return performance.now() - start;
}

/** An open folder that is edited as by typing. */
class Editing {
  readonly #settings = resolveSettings({});
  readonly #next = random(3);
  readonly #index: DatasetIndex;
  readonly #files: string[];
  readonly #tags: readonly string[];

  private constructor(index: DatasetIndex, tags: readonly string[]) {
    this.#index = index;
    this.#files = [...index.captions].map(({ file }) => file);
    this.#tags = tags;
  }

  static async open(root: string, tags: readonly string[]): Promise<Editing> {
    return new Editing(await DatasetIndex.open(nodeWorkspace, root, resolveSettings({})), tags);
  }

  /** Milliseconds of each of `edits` edits, from the changed text to the caption's findings. */
  async run(edits: number): Promise<number[]> {
    const times: number[] = [];
    for (let edit = 0; edit < edits; edit++) {
      const file = this.#files[Math.floor(this.#next() * this.#files.length)]!;
      const source = this.#index.record(file)?.source;
      const parts = (source?.kind === 'text' ? source.text : '').split(', ');
      // A tag changes letter by letter, or a new one comes, at any place of the caption.
      const at = Math.floor(this.#next() * parts.length);
      if (edit % 3 === 0) parts.splice(at, 0, this.#tags[Math.floor(this.#tags.length ** this.#next()) - 1]!);
      else parts[at] = parts[at]!.slice(0, -1);
      const start = performance.now();
      await this.#index.overlay(file, parts.join(', '));
      checkCaption(this.#index, this.#index.record(file) as CaptionRecord, this.#settings);
      times.push(performance.now() - start);
    }
    return times;
  }
}

const p95 = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!;

/** Opens a folder in a fresh process, checks a caption, and prints the growth of the resident set in MB. */
const PROBE = `
  const [file, root] = process.argv.slice(1);
  const { DatasetIndex, nodeWorkspace, resolveSettings, checkCaption } = require(file);
  const settle = () => { for (let i = 0; i < 4; i++) gc(); return process.memoryUsage(); };
  (async () => {
    const settings = resolveSettings({});
    const index = await DatasetIndex.open(nodeWorkspace, root, settings);
    for (const { file } of index.captions) { checkCaption(index, index.record(file), settings); break; }
    const memory = settle();
    console.log(JSON.stringify({ rss: memory.rss / 1e6, used: (memory.heapUsed + memory.external + memory.arrayBuffers) / 1e6 }));
  })();
`;

async function memoryOf(folder: string, root: string): Promise<{ rss: number; used: number }> {
  const entry = path.join(folder, 'entry.ts');
  const source = path.join(projectRoot, 'server', 'src');
  writeFileSync(
    entry,
    [
      `export { DatasetIndex } from '${source}/dataset/index.ts';`,
      `export { nodeWorkspace } from '${source}/workspace/node.ts';`,
      `export { resolveSettings } from '${source}/settings/settings.ts';`,
      `export { checkCaption } from '${source}/rules/run.ts';`,
    ].join('\n'),
  );
  const outfile = path.join(folder, 'engine.cjs');
  await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    nodePaths: [path.join(projectRoot, 'node_modules')],
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
  });
  const output = execFileSync(process.execPath, ['--expose-gc', '-e', PROBE, outfile, root], { encoding: 'utf8' });
  return JSON.parse(output) as { rss: number; used: number };
}

/** What a program used when it ended: seconds of processor time, and its largest resident set in MB. */
interface Used {
  readonly cpu: number;
  readonly rss: number;
}

/** Reads the captions of a folder, one after the other, and does nothing with them. */
const READ = `
  const { readdirSync, readFileSync } = require('node:fs');
  const folder = process.argv[1];
  for (const name of readdirSync(folder)) if (name.endsWith('.txt')) readFileSync(folder + '/' + name);
`;

/** Runs Node and says what it used. */
function usedBy(folder: string, args: readonly string[]): Used {
  const [probe, figures] = [path.join(folder, 'probe.cjs'), path.join(folder, 'used.json')];
  writeFileSync(
    probe,
    `process.on('exit', () => {
      const { user, system } = process.cpuUsage();
      const used = { cpu: (user + system) / 1e6, rss: process.resourceUsage().maxRSS / 1e3 };
      require('node:fs').writeFileSync(${JSON.stringify(figures)}, JSON.stringify(used));
    });`,
  );
  const { status, stderr } = spawnSync(process.execPath, ['--require', probe, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  // 1: there were findings.
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return JSON.parse(readFileSync(figures, 'utf8')) as Used;
}

/** The audit of a folder's captions by the built command line, beside reading them. */
function auditUse(folder: string, root: string): { readonly audit: Used; readonly reading: Used } {
  const cli = path.join(projectRoot, 'dist', 'cli.cjs');
  return {
    reading: usedBy(folder, ['-e', READ, path.join(root, '10_ohwx woman')]),
    audit: usedBy(folder, [cli, 'audit', root, '--no-progress', '--images', 'off']),
  };
}

export default async function measure(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-bench-'));
  try {
    const tags = makeVocabulary();
    const large = writeSet(folder, LARGE, tags);
    const small = writeSet(folder, SMALL, tags);
    const memory = await memoryOf(folder, large);
    const { audit, reading: plainly } = auditUse(folder, large);
    await indexOnce(small);
    const reads: number[] = [];
    const indexes: number[] = [];
    for (let run = 0; run < 4; run++) {
      reads.push(await readOnly(large));
      indexes.push(await indexOnce(large));
    }
    // The best of each: what else the machine does can only add.
    const [reading, indexing] = [Math.min(...reads), Math.min(...indexes)];
    const editing = [await Editing.open(small, tags), await Editing.open(large, tags)] as const;
    // The first edits build what later ones keep by difference; compilation settles too.
    for (const folder of editing) await folder.run(100);
    const rounds: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++)
      for (const at of [0, 1] as const) rounds[at].push(p95(await editing[at].run(EDITS)));
    const [inSmall, inLarge] = [Math.min(...rounds[0]), Math.min(...rounds[1])];
    return [
      { name: `reading ${LARGE} captions in Node, best of 4`, value: reading, unit: 'ms' },
      { name: `indexing ${LARGE} captions, cold, best of 4`, value: indexing, unit: 'ms' },
      { name: 'indexing ÷ reading', value: indexing / reading, unit: '×', atMost: 3 },
      { name: `edit to findings among ${SMALL} captions, p95, best of ${ROUNDS}`, value: inSmall, unit: 'ms' },
      {
        name: `edit to findings among ${LARGE} captions, p95, best of ${ROUNDS}`,
        value: inLarge,
        unit: 'ms',
        atMost: 10,
      },
      { name: 'edit in the large folder ÷ in the small one, p95', value: inLarge / inSmall, unit: '×', atMost: 1.5 },
      { name: `memory of the process with ${LARGE} captions`, value: memory.rss, unit: 'MB', atMost: 250 },
      { name: 'of which in use after a collection', value: memory.used, unit: 'MB' },
      { name: `text audit of ${LARGE} captions, processor time`, value: audit.cpu, unit: 's' },
      {
        name: `text audit of ${LARGE} captions ÷ reading them, processor time`,
        value: audit.cpu / plainly.cpu,
        unit: '×',
        atMost: 25,
      },
      { name: `largest memory of the text audit of ${LARGE} captions`, value: audit.rss, unit: 'MB', atMost: 500 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
