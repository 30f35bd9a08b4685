import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { folderOf } from '../../ground/paths.ts';
import { looseKey, singleKey } from '../../tags/loose-tag.ts';
import { looksNamed, type NamedThing, thingsNamed } from '../../tags/one-thing.ts';
import { singular } from '../../tags/singular.ts';
import { synonymKey } from '../../tags/synonyms.ts';
import type { FolderContext } from '../context.ts';
import type { NamePair } from './name-pair.ts';
import { nearNames, nearTags } from './near-words.ts';
import { openingMedia } from './opening-media.ts';
import { type Told, toldPairs } from './told-pairs.ts';

/** Places of the rarer word that are named. */
const mostPlaces = 10;
/** Captions with the one word, and with the other; a word of a single caption is a slip where many have the other. */
const fewest = 2;
const fewestOfOnce = 2;
/** Captions with a tag in one number, for each of those that have it in the other, and at the least, from which the other is a slip. */
const timesNumber = 3;
const fewestNumber = 6;

/** Words of a tag. */
const mostWords = 5;

/** Names by the captions that have them. */
type Named = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Two words for one thing that no caption has beside each other, as a question: people who mean two things name both somewhere.
 * @param others pairs that sentences are known to have, the more frequent word first
 * @param spelt spellings of which the folder is told
 */
export function* twoWords(
  context: FolderContext,
  others: readonly (readonly [string, string])[],
  spelt: readonly (readonly [string, string])[],
): Iterable<Draft> {
  const told = toldPairs(context);
  const found = [
    ...twoNames(context, told),
    ...openingMedia(context),
    ...nearNames(context),
    ...nearTags(context),
    ...others.flatMap((pair) => asked(context, pair)),
  ];
  const seen = new Set<string>();
  for (const { usual, other, often, seldom } of sorted(found)) {
    // Two names of one thing are near each other as well.
    const pair = [usual, other].map(singular).sort().join('\n');
    if (seen.has(pair)) continue;
    seen.add(pair);
    yield {
      file: '',
      range: null,
      severity: 'info',
      message: t(
        'Two words for one thing, never in one caption: {0}. If they name the same, each learns its part; choose one.',
        `"${usual}" ${often.size} / "${other}" ${seldom.size}`,
      ),
      related: places(seldom),
    };
  }
  const names = [...found.map(({ usual, other }) => [usual, other] as const), ...spelt];
  for (const { usual, other, often, seldom } of sorted([...twoWordings(context, told, names)]))
    yield {
      file: '',
      range: null,
      severity: 'info',
      message: t(
        'Written in two ways: {0}. Each way learns its part; choose one.',
        `"${usual}" ${often.size} / "${other}" ${seldom.size}`,
      ),
      related: places(seldom),
    };
}

const sorted = (pairs: readonly NamePair[]): readonly NamePair[] =>
  [...pairs].sort((a, b) => (a.usual < b.usual ? -1 : 1));

const places = (files: ReadonlySet<string>): Draft['related'] =>
  [...files].slice(0, mostPlaces).map((file) => ({ file, range: null, message: t('Written here') }));

const put = (all: Map<string, Map<string, Set<string>>>, key: string, name: string, file: string): void => {
  const names = all.get(key) ?? new Map<string, Set<string>>();
  all.set(key, names.set(name, (names.get(name) ?? new Set<string>()).add(file)));
};

/** The most frequent of some names beside each other one that no caption has together with it, if enough captions have both. */
function* pairsOf(names: Named): Iterable<NamePair> {
  if (names.size < 2) return;
  const [first, ...others] = [...names].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1));
  const [usual, often] = first;
  if (often.size < fewest) return;
  for (const [other, seldom] of others) {
    if (seldom.size < fewest && often.size < fewestOfOnce) continue;
    if (![...seldom].some((file) => often.has(file))) yield { usual, other, often, seldom };
  }
}

/** What a tag says of how something looks; a longer piece is a sentence, and the last tag before sentences has a full stop behind it. */
function looksOf(norm: string): readonly NamedThing[] {
  const [tag] = norm.replace(/^[^:]{1,20}: /, '').split('. ');
  if (tag.split(' ').length > mostWords) return [];
  return looksNamed(tag).filter(({ word, start, end }) => !wholeOnly.has(word) || end - start === tag.length);
}

/** Words that are a look as a whole tag, and say where something lies within one: "outside the window". */
const wholeOnly: ReadonlySet<string> = new Set(['outdoors', 'outside', 'indoors', 'inside']);

/** Two names that one thing has, whatever they stand in. */
function* twoNames({ facts, index }: FolderContext, told: Told): Iterable<NamePair> {
  const sets = new Map<string, Map<string, Set<string>>>();
  const beside = new Map<string, RegExp>();
  const written = new Map<string, string>();
  const looks = new Map<number, readonly NamedThing[]>();
  const note = (kind: string, file: string, names: readonly NamedThing[]): void => {
    for (const name of names) {
      const set = `${kind} ${name.set}`;
      put(sets, set, name.word, file);
      if (name.beside !== null) beside.set(name.word, name.beside);
      if (!written.has(name.word)) written.set(name.word, name.written);
    }
  };
  // What the trigger is called is said in every caption: "mirabelkott raincoat, yellow rain jacket".
  const triggers = new Map<string, string>();
  const triggerOf = (folder: string): string => {
    const known = triggers.get(folder);
    if (known !== undefined) return known;
    const { trigger, triggerNorm } = index.conceptOf(folder) ?? {};
    const own = trigger == null || triggerNorm == null ? '' : facts.vocabulary.norm(triggerNorm);
    triggers.set(folder, own);
    return own;
  };
  const withoutTrigger = (file: string, text: string): string => {
    const own = triggerOf(folderOf(file));
    return own.includes(' ') ? text.replace(own, ' ').replace(own.replaceAll(' ', '_'), ' ') : text;
  };
  const records = [...facts.records()].filter(({ language }) => language === null || language === 'English');
  for (const { file, trained, style, norms } of records) {
    note('thing', file, thingsNamed(withoutTrigger(file, trained.toLowerCase())));
    if (style === 'prose') continue;
    for (const id of norms) {
      const own = looks.get(id) ?? looksOf(facts.vocabulary.norm(id));
      looks.set(id, own);
      note('look', file, own);
    }
  }
  const isMeant = (word: string): boolean => {
    const near = beside.get(word);
    return near === undefined || records.some(({ trained }) => near.test(trained));
  };
  for (const names of sets.values()) {
    for (const pair of pairsOf(names)) {
      const usual = written.get(pair.usual) ?? pair.usual;
      const other = written.get(pair.other) ?? pair.other;
      if (told.names(usual, other) || ![pair.usual, pair.other].every(isMeant)) continue;
      yield { ...pair, usual, other };
    }
  }
}

/** Two tags that differ in small words, in their order or, where the folder has one habit, in their number. */
function* twoWordings(
  { facts }: FolderContext,
  told: Told,
  names: readonly (readonly [string, string])[],
): Iterable<NamePair> {
  const loose = new Map<string, Map<string, Set<string>>>();
  const single = new Map<string, Map<string, Set<string>>>();
  const keys = new Map<number, readonly [string | null, string | null]>();
  for (const { file, norms, language } of facts.records()) {
    if (language !== null && language !== 'English') continue;
    for (const id of norms) {
      const norm = facts.vocabulary.norm(id);
      const own = keys.get(id) ?? ([looseKey(norm), singleKey(norm)] as const);
      keys.set(id, own);
      const [key, one] = own;
      if (key === null) continue;
      put(loose, key, norm, file);
      put(single, one ?? key, norm, file);
    }
  }
  const isNew = ({ usual, other }: NamePair): boolean =>
    synonymKey(usual) !== synonymKey(other) &&
    !told.tags(usual, other) &&
    !names.some(([a, b]) => (usual.includes(a) && other.includes(b)) || (usual.includes(b) && other.includes(a)));
  for (const forms of loose.values()) for (const pair of pairsOf(forms)) if (isNew(pair)) yield pair;
  for (const forms of single.values())
    for (const pair of pairsOf(forms))
      if (
        looseKey(pair.usual) !== looseKey(pair.other) &&
        pair.often.size >= Math.max(fewestNumber, pair.seldom.size * timesNumber) &&
        isNew(pair)
      )
        yield pair;
}

/** Two words that sentences have in about equally many captions. */
function asked({ facts }: FolderContext, [usual, other]: readonly [string, string]): readonly NamePair[] {
  const [often, seldom] = [usual, other].map(
    (word) => new Set([...facts.records()].filter(({ trained }) => holds(trained, word)).map(({ file }) => file)),
  );
  return [...seldom].some((file) => often.has(file)) ? [] : [{ usual, other, often, seldom }];
}

/** Whether a text has a word, in either number. */
const holds = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\w-])${word.replace(/ /g, '[ -]')}(?:e?s)?(?![\\w-])`, 'i').test(text);
