import { once } from '../ground/once.ts';
import { listOf } from './data/list.ts';
import { COLOURS } from './data/prose-colours.ts';
import { ACTIONS, ALSO_THINGS, APART, LIKE_COLOURS, NOT_ONE, PICKS, THING_VALUES } from './data/thing-values.ts';
import { memoized } from './memo.ts';
import { areOpposed, type Opposite, oppositesOf } from './opposite-words.ts';

/** A value of a family: of one family a thing has one. */
export interface ThingValue {
  readonly family: string;
  readonly value: string;
}

const values = once((): ReadonlyMap<string, readonly ThingValue[]> => {
  const found = new Map<string, ThingValue[]>();
  const add = (word: string, family: string, value: string): void => {
    const own = found.get(word);
    if (own) own.push({ family, value });
    else found.set(word, [{ family, value }]);
  };
  for (const line of THING_VALUES.trim().split('\n')) {
    const [family = '', rest = ''] = line.split(': ');
    for (const words of (rest.split(';')[0] ?? '').split('|')) {
      const [value = '', ...others] = words.trim().split('/');
      for (const word of [value, ...others]) add(word, family, value);
    }
  }
  for (const [word, plain] of Object.entries(COLOURS)) add(word, 'colour', plain);
  return found;
});

const kin = once((): ReadonlySet<string> => {
  const found = new Set(listOf(LIKE_COLOURS).map((pair) => `colour ${pair}`));
  for (const line of THING_VALUES.trim().split('\n')) {
    const family = line.slice(0, line.indexOf(':'));
    for (const pair of listOf(line.split(';')[1] ?? '')) found.add(`${family} ${pair}`);
  }
  return found;
});

const thingsToo = once(() => new Set(listOf(ALSO_THINGS)));
const picks = once(() => new Set(listOf(PICKS)));
const actions = once(() => new Set(listOf(ACTIONS)));
const apart = once(() => new Set(listOf(APART)));
const notOne = once(() => new Set(listOf(NOT_ONE)));

/** Values of a word (lower case), by family; empty for nearly all words. "navy-blue" is blue. Beside the table stand WordNet's pairs of opposites. */
export const valuesOfWord: (word: string) => readonly ThingValue[] = memoized((word) => {
  const own = [...listedValues(word), ...oppositesOf(word).map(valueOfPair)];
  return own.length > 0 ? own : none;
});

const none: readonly ThingValue[] = [];

/** A family of its own for each pair of opposites, and how a word stands in it as its value. */
const pairFamily = 'pair ';
const valueOfPair = ({ axis, side, isLike }: Opposite): ThingValue => ({
  family: `${pairFamily}${axis}`,
  value: `${side}${isLike ? like : ''}`,
});
const like = '~';
const opposite = (family: string, value: string): Opposite => ({
  axis: Number(family.slice(pairFamily.length)),
  side: value.startsWith('1') ? 1 : 0,
  isLike: value.endsWith(like),
});

function listedValues(word: string): readonly ThingValue[] {
  const own = values().get(word);
  if (own !== undefined) return own;
  const dash = word.lastIndexOf('-');
  const colour = dash > 0 && Object.hasOwn(COLOURS, word.slice(dash + 1)) ? COLOURS[word.slice(dash + 1)] : undefined;
  return colour === undefined || word.includes('-and-') ? none : [{ family: 'colour', value: colour }];
}

/** Whether a family is a pair of opposites by WordNet. */
export const isPair = (family: string): boolean => family.startsWith(pairFamily);

/** Whether two values of one family may be said of one thing. */
export const areKin = (family: string, a: string, b: string): boolean =>
  isPair(family)
    ? !areOpposed(opposite(family, a), opposite(family, b))
    : a === b || kin().has(`${family} ${a} ${b}`) || kin().has(`${family} ${b} ${a}`);

/** Whether a word names something of which a picture has one unless it says otherwise. */
export const isOneThing = (noun: string): boolean => !notOne().has(noun) && (!picks().has(noun) || sides.test(noun));

/** Words that pick one of several before a name, and are a part of a thing themselves. */
const sides = /^(?:top|back|front|bottom|center)$/;

/** Whether a word says which of several things is meant. */
export const picksOne = (word: string): boolean => picks().has(word);

/** Whether a word for what things are made of is a thing as well: "a glass". */
export const isThingToo = (word: string): boolean => thingsToo().has(word);

/** Whether the name of a thing has ended before a word: it says what the thing does, or where. The first word may be a cover or a frame. */
export const endsName = (word: string, isFirst = false): boolean =>
  apart().has(word) || (!isFirst && actions().has(word));
