import { once } from '../ground/once.ts';

/** Letters that sound alike in some words, for which people write each other. */
const groups: readonly (readonly string[])[] = [
  ['a', 'e', 'i', 'o', 'u'],
  ['au', 'o', 'aw', 'ou'],
  ['ph', 'f', 'ff'],
  ['ie', 'ei', 'ee', 'ea', 'e', 'i'],
  ['c', 'k', 'ck', 'ch', 'qu', 'que'],
  ['s', 'c', 'sc', 'ss', 'z'],
  ['sh', 'ti', 'ci', 'si', 'ssi'],
  ['g', 'j', 'dg', 'gu'],
  ['er', 'or', 'ar', 'ur', 'ir', 'our'],
  ['i', 'y', 'igh', 'ai'],
  ['ai', 'ay', 'a', 'ei', 'ey'],
  ['oo', 'u', 'ou', 'ew', 'ue', 'eau', 'o'],
  ['x', 'cs', 'ks', 'cks', 'xc'],
  ['ch', 'tch', 't'],
  ['le', 'el', 'al', 'il'],
  ['n', 'gn', 'kn', 'mn'],
  ['m', 'mb', 'mm'],
  ['w', 'wh'],
  ['r', 'rh', 'rr', 'wr'],
  ['v', 'f'],
];

const others = once(() => {
  const found = new Map<string, readonly string[]>();
  for (const group of groups)
    for (const one of group)
      found.set(one, [...new Set([...(found.get(one) ?? []), ...group.filter((other) => other !== one)])]);
  return found;
});

const longest = 3;

/**
 * How a word (lower case) would be written if one of its sounds is written another way: "embroidary" embroidery, "hydrolic" hydraulic,
 * "translusent" translucent. Nobody gets the first letter wrong. What comes is no word more often than not.
 */
export function* soundAlike(word: string): Iterable<string> {
  for (let at = 1; at < word.length; at++)
    for (let length = 1; length <= longest && at + length <= word.length; length++)
      for (const other of others().get(word.slice(at, at + length)) ?? [])
        yield word.slice(0, at) + other + word.slice(at + length);
}
