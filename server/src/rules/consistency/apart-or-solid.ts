import { question } from '../../dataset/question.ts';
import { type Ways, waysOf, writtenWords } from '../../tags/written-ways.ts';
import type { CaptionContext } from '../context.ts';

/** Captions of a folder up to which its texts are looked through. */
const mostCaptions = 300;
/** Captions that write a word in one way for another way to be the odd one, and times of the other way's. */
const fewest = 2;
const timesOwn = 2;

/** Captions with a compound in one way from which one caption with another way is a slip. */
const fewestTags = 4;

/** A word that the folder writes otherwise: its place in a text (UTF-16), what the others write, and how many of them. */
export interface OddWriting {
  readonly start: number;
  readonly end: number;
  readonly usual: string;
  readonly captions: number;
}

/** Words and compounds that sentences of a small folder write in several ways. Those of which sentences are counted anyway are told by these counts. */
const ways = question((index, _: string): readonly Ways[] => {
  const { facts } = index;
  if (facts.captions > mostCaptions || facts.captions < fewest) return [];
  const texts: string[] = [];
  for (const { style, trained, language } of facts.records())
    if ((style === 'prose' || style === 'mixed') && (language === null || language === 'English')) texts.push(trained);
  const triggers = index.concepts.all.flatMap(({ trigger, companions }) => [trigger ?? '', ...companions]);
  const own = new Set(triggers.flatMap((name) => name.toLowerCase().split(/[\s_-]+/)).filter((word) => word !== ''));
  const counted = new Set([...facts.sentences.drifting()].map(([key]) => key));
  return waysOf(texts, (word) => own.has(word)).filter(({ key }) => !counted.has(key.replace(/^=/, '')));
});

const isOdd = ([[, most], [, seldom]]: Ways['forms']): boolean => most >= fewest && most >= seldom * timesOwn;

/**
 * Words of a text that most captions write in another way: "signalbox" beside "signal box", "gold-leaf" beside "gold leaf", "half-moon" beside
 * "halfmoon", "panelled" beside "paneled".
 */
export function* oddWritings({ index }: CaptionContext, text: string): Iterable<OddWriting> {
  const all = ways(index, '');
  if (all.length === 0) return;
  for (const { key, form, start, end } of writtenWords(text, (one) => all.some(({ key: other }) => other === one))) {
    const forms = all.find((one) => one.key === key)?.forms ?? [];
    const [[usual, captions]] = forms;
    const own = forms.find(([other]) => other === form);
    if (own !== undefined && form !== usual && isOdd([[usual, captions], own])) yield { start, end, usual, captions };
  }
}

/** Pairs of ways between which no habit of a folder decides. */
export const evenWritings = (index: CaptionContext['index']): readonly (readonly [string, string])[] =>
  ways(index, '').flatMap(({ forms }) => {
    const [most, second] = forms;
    return most[1] < fewest || isOdd(forms) ? [] : [[most[0], second[0]] as const];
  });

/**
 * Words that a small folder writes in several ways, whatever they stand in: "harbor at dawn" and "harbour in the rain", "rusty signalbox" and a
 * sentence with "the signal box". Those of which sentences are told anyway are left out.
 */
export const writtenAnywhere = question((index, _: string): readonly (readonly [string, string])[] => {
  const { facts } = index;
  if (facts.captions > mostCaptions || facts.captions < fewest) return [];
  const texts: string[] = [];
  let hasTags = false;
  for (const { style, trained, language } of facts.records()) {
    if (language !== null && language !== 'English') continue;
    hasTags ||= style !== 'prose' && style !== 'mixed';
    texts.push(trained.replaceAll('_', ' '));
  }
  if (!hasTags) return [];
  const told = new Set(ways(index, '').map(({ key }) => key));
  const triggers = index.concepts.all.flatMap(({ trigger, companions }) => [trigger ?? '', ...companions]);
  const own = new Set(triggers.flatMap((name) => name.toLowerCase().split(/[\s_-]+/)).filter((word) => word !== ''));
  return waysOf(texts, (word) => own.has(word)).flatMap(({ key, forms }) =>
    forms[0][1] >= fewest &&
    !told.has(key) &&
    (key.startsWith('=') || forms[0][1] >= fewestTags || forms[1][1] >= fewest)
      ? [[forms[0][0], forms[1][0]] as const]
      : [],
  );
});
