// Writes server/src/tags/data/english.generated.ts: the words of English, American and British, as one compact string.
// They come from the npm packages dictionary-en and dictionary-en-gb (SCOWL by Kevin Atkinson; data only, no code).
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packWords } from '../server/src/tags/packed-words.ts';

interface Suffix {
  readonly strip: string;
  readonly add: string;
  readonly condition: RegExp;
  readonly crosses: boolean;
}

/** The affixes of a Hunspell .aff file by flag: only plain prefixes and suffixes, which is all that English has. */
function affixesOf(aff: string): { prefixes: Map<string, string>; suffixes: Map<string, Suffix[]> } {
  const prefixes = new Map<string, string>();
  const suffixes = new Map<string, Suffix[]>();
  const crossing = new Map<string, boolean>();
  for (const line of aff.split('\n')) {
    const [kind, flag = '', strip = '', add = '', condition] = line.trim().split(/\s+/);
    if (condition === undefined) {
      if (kind === 'SFX' || kind === 'PFX') crossing.set(flag, strip === 'Y');
      continue;
    }
    if (kind === 'PFX') prefixes.set(flag, add);
    if (kind !== 'SFX') continue;
    const list = suffixes.get(flag) ?? [];
    list.push({
      strip: strip === '0' ? '' : strip,
      add,
      condition: new RegExp(`${condition}$`),
      crosses: crossing.get(flag) ?? false,
    });
    suffixes.set(flag, list);
  }
  return { prefixes, suffixes };
}

/** Every form of every entry of a dictionary, as written. */
function* formsOf(name: string): Iterable<string> {
  const folder = path.dirname(createRequire(import.meta.url).resolve(name));
  const { prefixes, suffixes } = affixesOf(readFileSync(path.join(folder, 'index.aff'), 'utf8'));
  for (const line of readFileSync(path.join(folder, 'index.dic'), 'utf8').split('\n').slice(1)) {
    const [word = '', flags = ''] = line.trim().split('/');
    if (word === '') continue;
    const before = [...flags].flatMap((flag) => prefixes.get(flag) ?? []);
    yield word;
    for (const prefix of before) yield prefix + word;
    for (const flag of flags) {
      for (const { strip, add, condition, crosses } of suffixes.get(flag) ?? []) {
        if (!condition.test(word)) continue;
        const form = word.slice(0, word.length - strip.length) + add;
        yield form;
        if (crosses) for (const prefix of before) yield prefix + form;
      }
    }
  }
}

const words = new Set<string>();
const names = new Set<string>();
for (const dictionary of ['dictionary-en', 'dictionary-en-gb']) {
  for (const form of formsOf(dictionary)) {
    const plain = form.normalize('NFD').replace(/\p{M}/gu, '');
    if (/^[a-z]{2,}$/.test(plain)) words.add(plain);
    else if (/^[A-Z][a-z]+$/.test(plain)) names.add(plain.toLowerCase());
  }
}
for (const word of words) names.delete(word);

const out = path.join(path.dirname(fileURLToPath(import.meta.url)), '../server/src/tags/data/english.generated.ts');
const source = [
  '// Written by tools/english-words.ts. Do not edit.',
  '// Words of English, American and British, and names that English writes with a capital: SCOWL, size 60, by way of',
  '// dictionary-en and dictionary-en-gb (MIT and BSD). Packed as packed-words.ts describes, a blank between the two lists.',
  '// The built programs have the text in a file beside them and read it on first use (tools/build/plugins.mjs).',
  `export const packedEnglish = (): string => '${packWords([...words])} ${packWords([...names])}';`,
  '',
].join('\n');
writeFileSync(out, source);
console.log(`${words.size} words, ${names.size} names, ${source.length} characters`);
