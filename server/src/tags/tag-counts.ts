import { isPerson as hasCalling } from './claims/people.ts';
import { isFunctionWord } from './function-words.ts';
import { isLaidAside } from './opposed/set-apart.ts';
import { classKind, isClassWord } from './trigger-words.ts';
import { trait, type Word } from './word.ts';

/** Two tags by their indices. */
export interface TwoTags {
  readonly a: number;
  readonly b: number;
}

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const plurals: Readonly<Record<string, string>> = {
  women: 'woman',
  men: 'man',
  people: 'person',
  persons: 'person',
  children: 'child',
  mice: 'mouse',
};
const counted = new RegExp(`^(?<number>${numbers.join('|')}|single|a|an|\\d+|multiple|several|many) ?(?<noun>[a-z]+)$`);

/** A number of people or animals that a tag says; `many` is any above one. */
interface Count {
  readonly noun: string;
  readonly number: number | 'many';
}

/** What "two cats", "1cat" or "three people" say; null for other tags, and for counts as taggers write them (`2girls`), which pairs tell. */
const countOfWord = trait(({ canonical }): Count | null => {
  const match = counted.exec(canonical);
  if (match === null || /^\d+(?:girl|boy|other)s?$/.test(canonical)) return null;
  const { number = '', noun = '' } = match.groups ?? {};
  const one = plurals[noun] ?? noun.replace(/s$/, '');
  const kind = isClassWord(one) || one === 'person' ? (classKind(one) ?? 'person') : null;
  if (kind !== 'person' && kind !== 'creature') return null;
  if (/^(?:multiple|several|many)$/.test(number)) return { noun: one, number: 'many' };
  if (/^(?:a|an|single)$/.test(number)) return { noun: one, number: 1 };
  return { noun: one, number: /\d/.test(number) ? Number(number) : numbers.indexOf(number) + 1 };
});

const anybody = /^(?:woman|man|girl|boy|person|child|lady)$/;

/** Whether a tag is of somebody who is there without counting him: "man", "woman holding cat"; a picture or a figure of one is none. */
const isSomebody = trait(({ canonical }): boolean => {
  const [first = '', second, ...rest] = canonical.split(' ');
  if (second !== undefined && !/[a-z]{2}ing$/.test(second) && !/^(?:in|with|on|at|behind|from)$/.test(second))
    return false;
  const one = plurals[first] ?? first.replace(/s$/, '');
  // "queen" may be one of chess, and "witch" a doll.
  if (second === undefined) return anybody.test(one);
  // "knight": a suit of armour may be called so; several that do something are there.
  return (isPerson(one) || (one !== first && hasCalling(one))) && !rest.includes('painting');
});

/** The first two tags that count the same differently, or one of several beside "solo", or of somebody beside "no humans"; null where none do. */
export function twoCounts(words: readonly Word[]): TwoTags | null {
  const said: { readonly at: number; readonly count: Count }[] = [];
  const solo = words.findIndex(({ canonical }) => canonical === 'solo');
  const nobody = words.findIndex(({ canonical }) => canonical === 'no humans');
  for (let b = 0; b < words.length; b++) {
    const count = countOfWord(words[b]);
    if (nobody >= 0 && (count === null ? isSomebody(words[b]) : isPerson(count.noun)))
      return { a: Math.min(nobody, b), b: Math.max(nobody, b) };
    if (count === null) continue;
    const other = said.find((one) => one.count.noun === count.noun && isOther(one.count.number, count.number));
    if (other !== undefined) return { a: other.at, b };
    if (solo >= 0 && isPerson(count.noun) && isOther(1, count.number))
      return { a: Math.min(solo, b), b: Math.max(solo, b) };
    said.push({ at: b, count });
  }
  return null;
}

const isPerson = (noun: string): boolean => noun === 'person' || classKind(noun) === 'person';

function isOther(a: Count['number'], b: Count['number']): boolean {
  if (a === 'many' || b === 'many') return a === 1 || b === 1;
  return a !== b;
}

/** Of what a tag says that it is not there: "no hat", "hatless"; null for other tags. */
const absentOfWord = trait(({ canonical }): string | null => {
  const [, noun, less] = /^(?:no ([a-z]+)|(hat|beard|glove|shoe|sock|mask|tail|wing|horn)less)$/.exec(canonical) ?? [];
  const absent = noun ?? less;
  return absent === undefined || /^(?:humans?|one|text)$/.test(absent) ? null : singular(absent);
});

const singular = (noun: string): string => noun.replace(/(?<!s)s$/, '');

/** A tag that says a thing is there and one that says it is not: "hatless, straw hat", "thick eyebrows, no eyebrows"; null without. */
export function thereAndNot(words: readonly Word[]): TwoTags | null {
  for (let at = 0; at < words.length; at++) {
    const absent = absentOfWord(words[at]);
    if (absent === null) continue;
    const own = words.findIndex((word) => isA(word.canonical, absent));
    if (own < 0 || words.some(({ canonical }) => isLaidAside(canonical, absent))) continue;
    return { a: Math.min(at, own), b: Math.max(at, own) };
  }
  return null;
}

/** Whether a tag is of a thing that is there: "straw hat" is a hat, "holding hat" and "hand on own hat" say where one is. */
function isA(tag: string, noun: string): boolean {
  const own = tag.split(' ');
  if (singular(own.at(-1) ?? '') !== noun || own.length > mostWords) return false;
  return !own.some((word) => isFunctionWord(word) || /^(?:no|unworn|single)$|ing$/.test(word));
}

/** Words of a tag for one thing. */
const mostWords = 3;

/** Whether a tag says a number or an absence, which others are looked through for. */
export const countsOrLacks = (word: Word): boolean => {
  const count = countOfWord(word);
  return absentOfWord(word) !== null || (count !== null && count.number !== 1);
};
