import { isFunctionWord } from '../function-words.ts';
import { isThingWord } from '../opposite-words.ts';
import { singular } from './nouns.ts';

/**
 * What makes a phrase say something else than it seems to: it is a name, says how a thing looks, or belongs to another thing.
 * Asked by everything that holds phrases of a caption against each other. Offsets are UTF-16.
 */

/** Behind these a name stands, or what somebody wrote. */
const calling =
  /\b(?:(?:called|named|titled|entitled|labell?ed|lettering|inscribed|nicknamed|dubbed)|(?:sign|board|billboard|banner|poster|label|plaque|letters|text|logo|shirt|neon) (?:that )?(?:reads?|reading|says?|saying)|the words?)(?: the)? ["'“‘«]?$/i;

/** Whether a phrase is a name: "a bar called Midday Sun", a book "In Winter", the hotel Summer Night. */
export function isName(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - nearby), start);
  if (calling.test(before) || /["“«]$/.test(before)) return true;
  // Two words of a sentence with capitals; a title or a tag list in capitals has them all.
  const words = text.slice(start, end).match(/[\p{L}'’-]+/gu) ?? [];
  return words.length > 1 && words.every((word) => /^\p{Lu}\p{Ll}/u.test(word)) && /\p{Ll} $/u.test(before);
}
/** Letters before a phrase in which it is called a name. */
const nearby = 40;

/** Whether "in summer" says how the next thing looks and not when it is: "in summer clothes", "in winter camouflage". */
export function isLook(text: string, start: number, end: number): boolean {
  if (!/^in (?:[a-z]+ )?(?:spring|summer|autumn|winter)$/i.test(text.slice(start, end))) return false;
  const [, next = ''] = /^[ -]([a-z]+)/i.exec(text.slice(end)) ?? [];
  return next !== '' && !isFunctionWord(next.toLowerCase()) && !/^(?:time|season|day|at|on|while|when)$/i.test(next);
}

/** "empty in the morning, is crowded in the evening": a place at two times, whenever the picture was taken. */
const atTimes =
  /\b(?:empty|open|closed|quiet|silent|calm|busy|full|crowded|packed|lively|deserted|lit|dark|cold|warm|cool|hot|awake|asleep|visible|still) (?:in the|at|by|during the) (?:(?:early|late) )?(?:morning|afternoon|evening|night|day|dawn|dusk|noon|sunset|sunrise)\b/gi;

/** "In winter it is frozen, in summer full of boats". */
const atSeasons =
  /\bin (?:the )?(spring|summer|autumn|winter)\b[^.]*(?:[,;]|\b(?:and|but|while)) (?:and |but |while )?in (?:the )?(?!\1\b)(?:spring|summer|autumn|winter)\b/i;

/** Whether a text says how something is at one time and how at another. */
export const changesWithTime = (text: string): boolean => {
  if (atSeasons.test(text)) return true;
  const said = text.match(atTimes);
  return said !== null && (said.length > 1 || /\b(?:and|but|is|are|while)\b/i.test(text.slice(text.search(atTimes))));
};

/** A verb behind a thing has the ending of a plural, and goes on with where: "a helmet leans out". */
const goesOn =
  /^ [a-z]+s (?:the|an?|his|her|its|their|in|into|on|onto|at|by|out|over|up|down|from|against|back|beside|near|across|through|under|to)\b/i;

/** Whether the word that ends at a place is only the first one of another thing's name: "makeup bag", "hat stand", "hat-shaped", "hat's". */
export function isOfOtherThing(text: string, end: number): boolean {
  const rest = text.slice(end);
  if (/^[-'’]/.test(rest)) return true;
  const next = /^ ([a-z-]+)/i.exec(rest)?.[1]?.toLowerCase() ?? '';
  if (next === '' || isFunctionWord(next) || /(?:ing|ed|set|worn)$/.test(next)) return false;
  return isThingWord(singular(next)) && !goesOn.test(rest);
}

/** A thing that lies aside or was pushed out of its place, as tags say it. */
const aside =
  /\b(?:removed|unworn|around|aside|lift|pull|down|off|lost|missing|on (?:head|back|bed|chair|table|floor|lap)|pushed|raised|holding|in hand)\b/;
/** General words for what lies aside. */
const wear = /\b(?:eyewear|headwear|footwear|legwear|clothes)\b/;

/** Whether a tag (normal form) says of a thing that it is not where it is worn: "eyewear on head", "shoes removed". */
export const isLaidAside = (tag: string, noun: string): boolean =>
  aside.test(tag) && (tag.includes(noun) || wear.test(tag));
