// How often a folder is told that it has one thing under two names or writings, by kind of word, form of caption and share of the rarer name,
// and how many folders are told so without. TAGMETRY_HALF=1 looks at the rows that rules may be mended by, TAGMETRY_VERBOSE shows what is
// missed and what is wrong.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../server/src/ground/finding.ts';
import { audit } from '../../server/src/report/audit.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { sharedPath } from '../shared.ts';
import { type DriftRow, driftRows, lookAlikes } from '../support/drift-words.ts';
import { goodCaptions } from '../support/faults.ts';
import { open } from '../support/open.ts';
import { greyPng } from '../support/png.ts';
import type { Figure } from './figure.ts';

const png = greyPng(8, 8, 1);
/** Captions of a folder, and those that have the thing. */
const captions = 18;
const having = 12;
const shares = { few: 2, third: 4, half: 6 };
const adjectives = 'old,small,worn,big,plain,dark,dusty,pale,narrow,heavy,fine,simple'.split(',');
const rules = new Set(['synonym-drift', 'near-identical-tag']);

type Form = (word: string, at: number, kind: DriftRow['kind']) => string;
const many = (word: string): boolean => /[^s']s$/.test(word);
const article = (word: string): string => (many(word) ? '' : /^[aeiou]/.test(word) ? 'an ' : 'a ');
const nounOf = (word: string, at: number, kind: DriftRow['kind']): string =>
  kind === 'like' ? `${word} ${['wall', 'box', 'door', 'chair'][at % 4]}` : word;

const forms: Readonly<Record<string, { readonly base: 'tags' | 'prose'; readonly add: Form; readonly form?: true }>> = {
  tag: { base: 'tags', add: (word, at, kind) => `, ${nounOf(word, kind === 'like' ? 0 : at, kind)}` },
  'longer tag': { base: 'tags', add: (word, at, kind) => `, ${adjectives[at % 12]} ${nounOf(word, at, kind)}` },
  sentence: {
    base: 'prose',
    add: (word, at, kind) => {
      const noun = nounOf(word, at, kind);
      return ` There ${many(noun) ? 'are' : 'is'} ${at % 3 ? article(adjectives[at]!) : 'the '}${adjectives[at]} ${noun} to the left.`;
    },
  },
  field: {
    base: 'tags',
    form: true,
    add: (word, at, kind) => `, object: ${nounOf(word, kind === 'like' ? 0 : at, kind)}`,
  },
  'tags and sentences': {
    base: 'tags',
    add: (word, at, kind) => {
      const noun = nounOf(word, at, kind);
      return at % 2
        ? `, ${noun}. She rests for a while.`
        : `. Beside her ${many(noun) ? 'are' : 'is'} ${article(noun)}${noun}.`;
    },
  },
};

const places = 'beach,forest,kitchen,garden,library,street'.split(',');
function folderOf(name: keyof typeof forms, seed: number, add: (at: number) => string): string[] {
  const { base, form } = forms[name]!;
  const good = form
    ? Array.from(
        { length: captions },
        (_, at) => `subject: ohwxla, pose: ${at % 2 ? 'sitting' : 'standing'}, place: ${places[(at + seed) % 6]}`,
      )
    : goodCaptions(base, captions, seed);
  return good.map((text, at) => (at % 3 === 2 ? text : `${text}${add(at - Math.floor((at + 1) / 3))}`));
}

/** What is said of names in a folder, folder findings too. */
async function toldOf(texts: Iterable<readonly [file: string, text: string]>): Promise<Finding[]> {
  const workspace = new MemoryWorkspace();
  for (const [file, text] of texts) {
    workspace.set(`/set/${file}.txt`, text);
    workspace.set(`/set/${file}.png`, png);
  }
  const dataset = await open(workspace, '/set', { origin: { from: 'command-line', detail: null } });
  const { findings } = await audit(workspace, dataset, 'set', { images: 'headers' });
  return findings.filter(({ rule, severity }) => rules.has(rule) && severity !== 'hint');
}

const plain = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '');
const names = ({ message }: Finding, { usual, other }: DriftRow): boolean =>
  [usual, other].some((word) => plain(message).includes(plain(word).replace(/s$/, '')));

interface Count {
  all: number;
  found: number;
}

/** Captions of the shared folders, by folder. */
function realFolders(): ReadonlyMap<string, readonly string[]> {
  const root = sharedPath('captions');
  const found = new Map<string, readonly string[]>();
  if (root === null) return found;
  for (const name of readdirSync(root)) {
    const files = readdirSync(path.join(root, name), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.txt'),
    );
    if (files.length > 0)
      found.set(
        name,
        files.slice(0, 60).map((file) => readFileSync(path.join(root, name, file), 'utf8')),
      );
  }
  return found;
}

export default async function drift(): Promise<Figure[]> {
  const verbose = process.env.TAGMETRY_VERBOSE !== undefined;
  const half = Number(process.env.TAGMETRY_HALF ?? 2);
  const own = driftRows().filter((row) => row.half === half);
  const counts = new Map<string, Count>();
  const count = (name: string, isFound: boolean): void => {
    const one = counts.get(name) ?? { all: 0, found: 0 };
    counts.set(name, { all: one.all + 1, found: one.found + Number(isFound) });
  };
  let [all, named, folders, wrong] = [0, 0, 0, 0];
  const judge = (row: DriftRow, groups: readonly string[], findings: readonly Finding[]): void => {
    const isFound = findings.some((finding) => names(finding, row));
    all++;
    named += Number(isFound);
    for (const group of groups) count(group, isFound);
    if (verbose && !isFound) console.log(`missed [${groups.join('; ')}] ${row.usual} / ${row.other}`);
  };
  for (const [seed, row] of own.entries()) {
    const { usual, other, kind } = row;
    for (const [at, name] of Object.keys(forms).entries()) {
      if (kind === 'tag' && /longer|sentence/.test(name)) continue;
      const [share, number] = Object.entries(shares)[(seed + at) % 3]!;
      const texts = folderOf(name, seed, (place) =>
        forms[name]!.add((place * 5) % having < number ? other : usual, place, kind),
      );
      judge(
        row,
        [`kind: ${kind}`, `form: ${name}`, `share: ${share}`],
        await toldOf(texts.map((text, n) => [String(n), text])),
      );
      if (at !== seed % 5) continue;
      const clean = await toldOf(
        folderOf(name, seed, (place) => forms[name]!.add(usual, place, kind)).map((text, n) => [String(n), text]),
      );
      folders++;
      wrong += Number(clean.length > 0);
      if (verbose) for (const { message } of clean) console.log(`wrong [${name}; ${usual}] ${message}`);
    }
  }
  for (const [folder, texts] of realFolders())
    for (const row of own) {
      const word = new RegExp(`(?<![\\w-])${row.usual}(?![\\w-])`, 'gi');
      const having = texts.flatMap((text, at) => (text.search(word) < 0 ? [] : [at]));
      if (having.length < 5 || texts.some((text) => text.toLowerCase().includes(row.other))) continue;
      const changed = new Set(having.slice(0, Math.max(1, Math.floor(having.length * 0.3))));
      const findings = await toldOf(
        texts.map((text, at) => [String(at), changed.has(at) ? text.replace(word, row.other) : text]),
      );
      judge(row, [`real captions: ${folder}`], findings);
    }
  let [alike, mistaken] = [0, 0];
  for (const [seed, [one, other]] of lookAlikes().entries()) {
    if (seed % 2 === half % 2) continue;
    for (const name of ['tag', 'longer tag', 'sentence']) {
      const texts = folderOf(name, seed, (place) => forms[name]!.add(place % 3 ? one : other, place, 'thing'));
      const findings = await toldOf(texts.map((text, n) => [String(n), text]));
      alike++;
      mistaken += Number(findings.length > 0);
      if (verbose) for (const { message } of findings) console.log(`mistaken [${name}] ${message}`);
    }
  }
  return [
    ...[...counts].map(([name, one]) => ({
      name: `${name}, of ${one.all}`,
      value: (100 * one.found) / one.all,
      unit: '%',
    })),
    { name: `second names that are told, of ${all}`, value: (100 * named) / all, unit: '%', atLeast: 80 },
    { name: `folders without one that are told so, of ${folders}`, value: wrong, unit: 'folders', atMost: 0 },
    { name: `look-alikes that are told so, of ${alike}`, value: (100 * mistaken) / alike, unit: '%', atMost: 5 },
  ];
}
