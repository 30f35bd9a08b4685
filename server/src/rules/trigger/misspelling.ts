import { distance } from 'fastest-levenshtein';
import { isEnglish } from '../../tags/english.ts';

/** Shorter triggers have too many neighbours. */
const shortest = 4;
/** Two edits are believed from this length. */
const long = 8;

/**
 * Whether a text is the trigger with a slip: one edit or two letters swapped, two edits in long ones, or other marks between
 * its words. Both in lower case; of several words each.
 * @param atPlace it stands where the trigger stands elsewhere, so that an ordinary word can be a slip as well
 */
export function isMisspelt(text: string, trigger: string, atPlace = false): boolean {
  if (text === trigger) return false;
  if (unmarked(text) === unmarked(trigger)) return isMarkSlip(text, trigger);
  // A name and its plural: "two turnip lanterns", "qrx narrowboats". A made-up word by itself has none.
  if (isPluralOf(text, trigger) && hasPlural(trigger)) return false;
  // "crvn7" beside "crvn77": a digit that stands twice stands once.
  if (isDigitLost(text, trigger)) return true;
  if (atPlace && !/\s/.test(text + trigger) && isWrittenOut(text, trigger)) return true;
  if (trigger.length < (atPlace ? shortest - 1 : shortest) || Math.abs(text.length - trigger.length) > 2) return false;
  const words = text.split(' ');
  const own = trigger.split(' ');
  // The words of a name in another order are another name to the text encoder.
  if (own.length > 1 && words.length === own.length && [...words].sort().join(' ') === [...own].sort().join(' '))
    return true;
  const changed = words.filter((word) => !own.includes(word));
  // A word of a dictionary is that word; a part of the trigger alone is no slip.
  if (!atPlace && (changed.length === 0 || changed.every(isEnglish))) return false;
  if (words.length === 1 && trigger.startsWith(text) && !atPlace) return false;
  // "Anna Brandt" is somebody else than "Anna Vance", and "10" is not "12".
  if (words.length === own.length && own.length > 1 && words.filter((word, at) => word !== own[at]).length > 1)
    return false;
  if (isOtherVersion(text, trigger)) return true;
  // Two digits that have changed places are a slip where the trigger stands; elsewhere they are another number.
  const isNumberSlip = atPlace && isSwap(text, trigger);
  if (
    !isNumberSlip &&
    /\d/.test(trigger) &&
    text.replace(/\d/g, '') === trigger.replace(/\d/g, '') &&
    !/^\D+$/.test(text)
  )
    return false;
  const edits = distance(text, trigger);
  // With letters too many the longer of the two is long: "mrnknight" where "mrnkngt" stands elsewhere.
  const isLong =
    trigger.length >= long || (atPlace && text.length >= long && text[0] === trigger[0] && !words.some(isEnglish));
  return edits === 1 || (edits === 2 && (isLong || isSwap(text, trigger)));
}

/** Whether one of two words has a digit once that the other has twice in a row. */
function isDigitLost(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long.length === short.length + 1 && /[a-z]/.test(long) && long.replace(/(\d)\1/, '$1') === short;
}

/** Letters that a word may have more than the trigger it is written for, in whose place and order they stand: "linoprint" for "lnoprt". */
const mostMore = 4;

/** Whether a word has all letters of another one in their order, the first one first. */
export function isWrittenOut(text: string, trigger: string): boolean {
  // What goes on behind the trigger is run into it.
  if (
    text.startsWith(trigger) ||
    text[0] !== trigger[0] ||
    text.length > trigger.length + mostMore ||
    trigger.length < shortestWrittenOut
  )
    return false;
  let at = 0;
  for (const letter of text) if (letter === trigger[at]) at++;
  return at === trigger.length;
}
const shortestWrittenOut = 5;

const version = /^(.*[a-z])([_-]?v)\d{1,2}$/;
/** "norra_v1" beside "norra_v2": a name of another training, which is not this one's. */
function isOtherVersion(text: string, trigger: string): boolean {
  const [own, other] = [version.exec(text), version.exec(trigger)];
  return own !== null && other !== null && own[1] === other[1] && own[2] === other[2];
}

/** Whether a name ends with a word that has a plural: one of English, or what the trigger is. */
export const hasPlural = (name: string): boolean => name.includes(' ') || isEnglish(name);

/** Whether a text is a name in the plural. */
export const isPluralOf = (text: string, name: string): boolean =>
  text === `${name}s` || text === `${name}es` || text === name.replace(/y$/, 'ies');

/** A text without the blanks and marks that names are joined and enclosed by. */
export const unmarked = (text: string): string => text.replace(/[ _'\-[\]<>{}()]/g, '');

/** The same letters with other marks: blue bowl, bluebowl and blue_bowl for blue-bowl. Two names run together are a slip too. */
function isMarkSlip(text: string, trigger: string): boolean {
  return text !== trigger && unmarked(trigger).length >= shortest;
}

function isSwap(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}
