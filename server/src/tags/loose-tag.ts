import { COLOUR_WORDS } from './data/modifiers.ts';
import { singular } from './singular.ts';
import { oneSpelling, spellingKey } from './spelling.ts';
import { familyOf } from './synonyms.ts';

/** Words of a tag up to which its wording is compared. */
const mostWords = 6;

/** Small words that are written or left out. */
const leftOut = new Set('a an the his her their its own some'.split(' '));
const numbers = new Map(
  'zero one two three four five six seven eight nine ten'.split(' ').map((word, at) => [word, String(at)]),
);
/** Words that say the same of a thing. */
const alike = new Map([
  ['large', 'big'],
  ['little', 'small'],
  ['shut', 'closed'],
  ['elderly', 'old'],
  ['wooden', 'wood'],
  ['woollen', 'wool'],
  ['woolen', 'wool'],
  ['golden', 'gold'],
]);
/** What is worn in pairs: one boot of a picture is no other thing than two. */
const pairs = new Set(
  'boot shoe sneaker sandal slipper heel sock stocking glove mitten gauntlet earring sleeve legwarmer oilskin'.split(
    ' ',
  ),
);
/** Small words of which people write one or the other behind some verbs. */
const against = /^(?:lean|rest|prop|press)/;

/** Sides that something is looked at from, as both ways to say so have them: "rear view", "from the back". */
const sides = new Map(
  'front:front back:behind rear:behind behind:behind side:side left:left right:right above:above below:below'
    .split(' ')
    .map((row) => row.split(':') as [string, string]),
);
const seen = new Set('view viewed seen shot shown photographed pictured painted drawn looking'.split(' '));

/** What holds something: a cup of tea is no tea cup. */
const holds =
  /^(?:cup|mug|glass|bowl|bottle|plate|box|basket|bag|jar|jug|can|tin|pot|barrel|bucket|crate|case|cart|tray)s?$/;
const participle = /^[a-z]{3,}ed$|^(?:shut|torn|worn|broken|bent|drawn|spread|open)$/;
const isJoining = (word: string): boolean => /^(?:and|or|with|in|on|at|by|to|of|for|from|against)$/.test(word);

/** What a verb is by itself: "holding", "holds" and "held" are not always told apart, "hold" and "holding" are. */
const stemOf = (verb: string): string =>
  (/[a-z]{3}ing$/.test(verb) ? verb.slice(0, -3).replace(/([^aeiouls])\1$/, '$1') : verb).replace(
    /(?<=[a-z]{3})e$/,
    '',
  );

/**
 * Equal for tags (normal form) that say one thing in other small words: "sitting on bench" and "sits on a bench", "front view" and "from the
 * front", "salt and pepper" and "pepper & salt", "3 cups" and "three cups". Null for tags of one word, and of many.
 */
export function looseKey(norm: string): string | null {
  const field = /^[^:]{1,20}: /.exec(norm)?.[0] ?? '';
  const value = norm.slice(field.length);
  // Families of tags are told as such; as values they have no other way to be told.
  const key = (field !== '' && familyOf(value)?.canonical) || wordingOf(value);
  return key === null ? null : field + key;
}

function wordingOf(norm: string): string | null {
  if (/[^a-z0-9 '’&/-]/.test(norm)) return null;
  const words = norm
    .replace(/&/g, ' and ')
    .replace(/\bw\//g, 'with ')
    .split(/[ -]+/)
    .map((word) => word.replace(/['’]s?$/, '').replace(/(?<=ward)s$/, ''))
    .filter((word) => word !== '' && !leftOut.has(word));
  if (words.length < 1 || words.length > mostWords || norm.split(/[ -]/).length < 2) return null;
  const side = sideOf(words);
  if (side !== null) return `from ${side}`;
  const rest = words.map((word, at) => {
    if (numbers.has(word)) return numbers.get(word)!;
    if (word === 'against' && against.test(words[0])) return 'on';
    if (word === 'lighting') return 'light';
    if (at === 0 && words.length > 1 && alike.has(word)) return alike.get(word)!;
    // "hold sword" is "holding sword".
    if (pairs.has(singular(word))) return spellingKey(singular(word));
    return spellingKey(at === 0 && words.length > 1 ? stemOf(oneSpelling(word)) : oneSpelling(word));
  });
  // "swarm of bees", "bee swarm".
  if (words.length === 3 && words[1] === 'of' && !holds.test(words[0]))
    return `${spellingKey(singular(words[2]))} ${spellingKey(words[0])}`;
  // "ribbon in hair", "hair ribbon"; "dress in red", "red dress".
  if (words.length === 3 && words[1] === 'in' && (words[2] === 'hair' || COLOUR_WORDS.has(words[2])))
    return `${rest[2]} ${pairs.has(singular(words[0])) ? singular(words[0]) : rest[0]}`;
  // "hat with feather", "feathered hat"; "shirt with stripes", "striped shirt".
  if (words.length === 3 && words[1] === 'with') return withOf(words[0], words[2]);
  // "gravel raked" is raked gravel, "light from window" is window light.
  if (words.length === 2 && /[a-z]{3}ed$/.test(words[1])) return withOf(words[0], oneSpelling(words[1]).slice(0, -2));
  if (words.length === 3 && words[1] === 'from') return `${rest[2]} ${rest[0]}`;
  if (words.length === 2 && /[a-z]{3}ed$/.test(words[0])) return withOf(words[1], oneSpelling(words[0]).slice(0, -2));
  const and = rest.indexOf('and');
  // What is coupled is so in either order, where nothing stands around both.
  if (and === 1 && rest.length === 3 && !COLOUR_WORDS.has(words[0]))
    return `${[rest[0], rest[2]].sort().join(' and ')}`;
  // "arms folded", "folded arms"; "rolled up sleeves".
  if (rest.length <= 3 && words.filter((word) => participle.test(word)).length === 1 && !words.some(isJoining))
    rest.sort();
  return rest.join(' ');
}

const withOf = (thing: string, part: string): string =>
  `${spellingKey(oneSpelling(thing))} with ${stemOf(oneSpelling(singular(part)))}`;

function sideOf(words: readonly string[]): string | null {
  if (words.length === 2 && words[1] === 'view') return sides.get(words[0]) ?? null;
  const at = words.indexOf('from');
  if (at < 0 || at !== words.length - 2 || words.slice(0, at).some((word) => !seen.has(word))) return null;
  return sides.get(words[words.length - 1]) ?? null;
}

/** {@link looseKey} of a tag with its last word in the singular; null where that is no other one, or not of two words at the least. */
export function singleKey(norm: string): string | null {
  const last = norm.slice(norm.lastIndexOf(' ') + 1);
  const single = singular(last);
  return single === last || !norm.includes(' ') || /^(?:\d|two|three|four|many|several|multiple)/.test(norm)
    ? null
    : looseKey(norm.slice(0, -last.length) + single);
}
