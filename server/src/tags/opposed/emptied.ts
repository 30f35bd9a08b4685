import { clashOf, type Opposed, rangeOf, TWO_PICTURES } from './clash.ts';

/** What is said to be empty: "an empty nest", "the nest of a goose is empty". */
const empty =
  /\bempty (?<one>nest|basket|bowl|cup|glass|plate|box|chair|bench|seat|bed|cage|bag|jar|vase|boat|cart|shelf|shelves|tray|bucket|cradle|swing|saddle|tank|pond|pool|table|throne|pot|pan|crate|barrel|aquarium|bottle)\b(?! (?:and|or) full)|\bthe (?<other>nest|basket|bowl|cup|glass|plate|box|chair|bench|seat|bed|cage|bag|jar|vase|boat|cart|shelf|shelves|tray|bucket|cradle|swing|saddle|tank|pond|pool|table|throne|pot|pan|crate|barrel|aquarium|bottle)(?: of [a-z -]+?)? (?:is|are|stands?) (?:completely |quite |still )?empty\b/gi;
const apart =
  /\b(?:another|others?|second|next|beside|one|some|half|nearly|almost|then|before|after|once|soon|later|now|left|right|upper|lower|top|bottom|two|both|poster|painting|mirror|except|but|only|just|not|shadow|around|no longer)\b/i;

/** "the nest is empty, four eggs lie in the nest": something in what was said to hold nothing. */
export function fullAfterAll(text: string): Opposed | null {
  if (!/\bempty\b/i.test(text) || apart.test(text) || TWO_PICTURES.test(text)) return null;
  for (const match of text.matchAll(empty)) {
    const noun = (match.groups?.one ?? match.groups?.other ?? '').toLowerCase();
    const from = match.index + match[0].length;
    const filled = new RegExp(
      String.raw`\b(?:lies?|sits?|stands?|rests?|swims?|floats?|sleeps?|steams?|lying|sitting|swimming|sleeping|floating) (?:in|on) (?:the|its|his|her) ${noun}\b|\bthe ${noun} (?:is|are) (?:full|filled|heaped|piled|brimming|crammed|loaded)\b`,
      'i',
    ).exec(text.slice(from));
    if (filled === null) continue;
    const { start, end } = rangeOf(filled);
    return clashOf(rangeOf(match), { start: from + start, end: from + end }, 'state');
  }
  return null;
}
