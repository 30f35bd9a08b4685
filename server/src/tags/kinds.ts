import { once } from '../ground/once.ts';
import { COLOURED, KINDS } from './data/kinds.ts';
import { listOf } from './data/list.ts';
import { COLOUR_WORDS } from './data/modifiers.ts';
import { trait } from './word.ts';

/** What a word says a subject is, or which colour a part of it has. */
export interface Kind {
  /** Those of one group exclude each other: the number of a group of kinds, or what has the colour. */
  readonly group: string;
  /** Equal for two words of one kind. */
  readonly kind: string;
  readonly word: string;
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
}

const kinds = once((): ReadonlyMap<string, { readonly group: string; readonly kind: string }> => {
  const found = new Map<string, { group: string; kind: string }>();
  for (const [group, line] of KINDS.trim().split('\n').entries())
    for (const words of listOf(line))
      for (const word of words.split('/')) found.set(word, { group: String(group), kind: words.split('/')[0] });
  return found;
});
const coloured = new Set(listOf(COLOURED));
/** Words for one colour. */
const colours = once(
  () =>
    new Set(
      [
        ...COLOUR_WORDS,
        ...listOf(
          'amber, hazel, auburn, ginger, chestnut, emerald, ruby, copper, platinum, charcoal, burgundy, bronze',
        ),
      ].filter((word) => !['rainbow', 'multicolored', 'two-tone'].includes(word)),
    ),
);
/** What sentences say of these is told by what they say of a look. */
const looks = new Set(['hair', 'eyes']);

/** Behind these words somebody else is named, or where the subject is. */
const besides =
  /\b(?:with|and|or|by|beside|behind|near|at|to|(?<!(?:photo|photograph|picture|image|painting|illustration|drawing|shot|view|portrait|close-up|render) )of|on|in|under|from|against|between|holding|holds|riding|rides|driving|like|than|chasing|hugging|petting|facing|past|over|next|toward|towards|reads?|inside) (?:(?:an?|the|another|his|her|its|their|two|three|some|other|small|big|large|old|toy|stuffed|plush|wooden)\s+)*(?:[a-z-]+\s+)?$/;
/** Several stand for one only where they are counted. */
const plural = new Set(['women', 'men', 'girls', 'boys']);
const counted = /\b(?:two|three|four|five|six|several|both|many|group of)\s+(?:[a-z-]+\s+)?$/;

/** The kinds that a sentence says of its subject, each once, as far as no other is meant. */
export function kindsIn(text: string): readonly Kind[] {
  const found: Kind[] = [];
  const lower = text.toLowerCase();
  let before = '';
  for (const { 0: word, index: start } of lower.matchAll(/[a-z]+/g)) {
    const known = kinds().get(word);
    const end = start + word.length;
    const isColoured = known !== undefined || (coloured.has(word) && !looks.has(word));
    const colour = colours().has(before) && isColoured ? before : null;
    const ahead = lower.slice(Math.max(0, start - 40), start);
    if (known !== undefined && (plural.has(word) ? counted.test(ahead) : !besides.test(ahead)))
      found.push({ ...known, word, start, end });
    if (colour !== null && known?.group !== people)
      found.push({
        group: known?.kind ?? word,
        kind: colour === 'gray' ? 'grey' : colour,
        word: `${before} ${word}`,
        start: start - before.length - 1,
        end,
      });
    before = lower[end] === ' ' ? word : '';
  }
  return found.filter((one, at) => found.findIndex((other) => isSameKind(one, other)) === at);
}

/** The number of the group of people, whose colours are their hair's. */
const people = String(
  KINDS.trim()
    .split('\n')
    .findIndex((line) => line.startsWith('woman')),
);

export const isSameKind = (a: Kind, b: Kind): boolean => a.group === b.group && a.kind === b.kind;

/** Words behind a kind that make a tag one of its looks: `wolf girl`, `wolf ears`. */
const endings = new Set(listOf('girl, boy, ears, tail, furry, man, woman'));

/** What a tag says a subject is, and the rest of it: `wolf ears` is a wolf and "% ears". */
export const kindOfTag = trait(
  ({
    canonical,
  }): { readonly kind: string; readonly group: string; readonly word: string; readonly rest: string } | null => {
    const words = canonical.split(' ');
    if (words.length > 2) return null;
    const [first, second] = words;
    const own = kinds().get(first);
    if (own && own.group !== people && (second === undefined || endings.has(second)))
      return { ...own, word: first, rest: second === undefined ? '%' : `% ${second}` };
    const noun = second === undefined ? undefined : kinds().get(second);
    if (second === undefined || noun?.group === people) return null;
    if (colours().has(first) && (noun !== undefined || coloured.has(second)))
      return { group: 'colour', kind: first, word: first, rest: `% ${second}` };
    return noun && first === 'anthro' ? { ...noun, word: second, rest: 'anthro %' } : null;
  },
);

/** What a word is one of; null for words that are of no group. */
export const groupOf = (word: string): string | null => kinds().get(word)?.group ?? null;
