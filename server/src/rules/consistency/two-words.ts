import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { thingsNamed } from '../../tags/one-thing.ts';
import { synonymKey } from '../../tags/synonyms.ts';
import type { FolderContext } from '../context.ts';

/** Captions up to which a folder is looked through, pairs that are named, and places of the rarer word. */
const mostCaptions = 1000;
const mostNamed = 5;
const mostPlaces = 10;
/** Captions with the one word, and with the other; a word of a single caption is a slip where many have the other. */
const fewest = 2;
const fewestOfOnce = 4;

/**
 * Two words for one thing that no caption has beside each other, as a question: people who mean two things name both somewhere.
 * @param others pairs that sentences are known to have, the more frequent word first
 */
export function* twoWords(
  { facts }: FolderContext,
  others: readonly (readonly [string, string])[] = [],
): Iterable<Draft> {
  if (facts.captions > mostCaptions || facts.captions < fewest + fewest) return;
  const sets = new Map<number, Map<string, Set<string>>>();
  for (const { file, trained, language } of facts.records()) {
    if (language !== null && language !== 'English') continue;
    for (const { set, word } of thingsNamed(trained.toLowerCase())) {
      const words = sets.get(set) ?? new Map<string, Set<string>>();
      const files = words.get(word) ?? new Set<string>();
      sets.set(set, words.set(word, files.add(file)));
    }
  }
  const found: { readonly said: string; readonly files: readonly string[] }[] = [];
  for (const words of sets.values()) {
    const [most, second] = [...words].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1));
    if (most === undefined || second === undefined) continue;
    const [[usual, often], [other, seldom]] = [most, second];
    if (often.size < fewest || (seldom.size < fewest && often.size < fewestOfOnce)) continue;
    // Two spellings, and words that are tags of one family, are told as such.
    if (synonymKey(usual) === synonymKey(other) || [...seldom].some((file) => often.has(file))) continue;
    found.push({ said: `"${usual}" ${often.size} / "${other}" ${seldom.size}`, files: [...seldom] });
  }
  for (const pair of others) {
    const [most, second] = pair.map(
      (word) => new Set([...facts.records()].filter(({ trained }) => holds(trained, word)).map(({ file }) => file)),
    );
    if ([...second].some((file) => most.has(file))) continue;
    found.push({ said: `"${pair[0]}" ${most.size} / "${pair[1]}" ${second.size}`, files: [...second] });
  }
  if (found.length === 0) return;
  const named = found.sort((a, b) => (a.said < b.said ? -1 : 1)).slice(0, mostNamed);
  yield {
    file: '',
    range: null,
    severity: 'info',
    message: t(
      'Two words for one thing, never in one caption: {0}. If they name the same, each learns its part; choose one.',
      named.map(({ said }) => said).join(', '),
    ),
    related: named
      .flatMap(({ files }) => files)
      .slice(0, mostPlaces)
      .map((file) => ({ file, range: null, message: t('Written here') })),
  };
}

/** Whether a text has a word, in either number. */
const holds = (text: string, word: string): boolean =>
  new RegExp(`(?<![\\w-])${word.replace(/ /g, '[ -]')}(?:e?s)?(?![\\w-])`, 'i').test(text);
