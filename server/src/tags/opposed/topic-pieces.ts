import { isFunctionWord } from '../function-words.ts';
import { endsName, picksOne, valuesOfWord } from '../thing-words.ts';
import { numberOf, singular } from './nouns.ts';

/** A value of a family: "is red" is `colour red`. */
export interface Value {
  readonly family: string;
  readonly value: string;
}

/** A word of a text (lower case) with its place, UTF-16. */
export interface Token {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** A text between commas and stops. */
export interface Piece {
  readonly tokens: readonly Token[];
  readonly text: string;
}

export function piecesOf(text: string): Piece[] {
  const found: Piece[] = [];
  for (const { 0: written, index } of text.matchAll(/[^,.;:\n]+/g)) {
    const tokens = [...written.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map(({ 0: word, index: at }) => ({
      word: word.toLowerCase(),
      start: index + at,
      end: index + at + word.length,
    }));
    if (tokens.length > 0) found.push({ tokens, text: written });
  }
  return found;
}

export const linking = /^(?:is|are|was|were|looks?|appears?|lies|stands|stays?|remains?)$/;
const degree =
  /^(?:very|completely|entirely|fully|quite|all|still|so|too|both|really|totally|wide|tightly|made|painted|dyed|carved|built|woven|cast|of|from|in|dark|light|bright|pale|deep|clear)$/;
export const having = /^(?:with|has|have|having|wears|wearing|had)$/;
export const lacking = /^(?:without|no|lacks|lacking)$/;

/** The name of a part, and what is said before it. */
export interface Part {
  readonly noun: string;
  readonly values: readonly Value[];
  readonly count: number;
  /** The token behind it. */
  readonly next: number;
}

/** A part's name from a token on: "four long arms"; null where none begins there. */
export function partFrom(tokens: readonly Token[], from: number): Part | null {
  let at = from;
  let count = 0;
  const values: { family: string; value: string }[] = [];
  if (/^(?:all|both|only|just|exactly)$/.test(tokens[at]?.word ?? '')) {
    if (tokens[at]?.word === 'both') count = 2;
    at++;
  }
  if (/^(?:an?|the|its|his|her|any|of)$/.test(tokens[at]?.word ?? '')) at++;
  const number = numberOf(tokens[at]?.word ?? '');
  if (number > 0) {
    count = number;
    at++;
  }
  for (let steps = 0; steps < mostLooks; steps++, at++) {
    const { word } = tokens[at] ?? {};
    if (word === undefined || isFunctionWord(word)) return null;
    const next = tokens[at + 1]?.word ?? '';
    const own = valuesOfWord(word);
    const isHead =
      next === '' ||
      isFunctionWord(next) ||
      endsName(next) ||
      /[^s]s$/.test(word) ||
      (own.length === 0 && (valuesOfWord(next).length > 0 || /(?:ing|ed)$/.test(next)));
    if (picksOne(word) && !(isHead && steps > 0)) return null;
    if (isHead) return { noun: singular(word), values, count, next: at + 1 };
    for (const { family, value } of own) values.push({ family, value });
  }
  return null;
}
export const mostLooks = 4;

/** Values that stand behind a verb: "is very old and red"; how far they reach. */
export function valuesFrom(
  tokens: readonly Token[],
  from: number,
): { readonly values: readonly Value[]; readonly end: number } {
  const values: { family: string; value: string }[] = [];
  let end = -1;
  for (let at = from; at < tokens.length; at++) {
    const { word } = tokens[at];
    const own = valuesOfWord(word);
    if (own.length > 0) {
      const next = tokens[at + 1]?.word ?? '';
      // "is old news"
      if (
        next !== '' &&
        !isFunctionWord(next) &&
        valuesOfWord(next).length === 0 &&
        !/^(?:inside|outside|all|again|too|throughout)$/.test(next) &&
        !/(?:ly|wards?)$/.test(next)
      )
        break;
      for (const { family, value } of own) values.push({ family, value });
      end = tokens[at].end;
    } else if (word === 'covered' && /^(?:soot|mud|dust|grime|dirt)$/.test(tokens[at + 2]?.word ?? '')) {
      values.push({ family: 'dirt', value: 'dirty' });
      end = tokens[at + 2].end;
      break;
    } else if (
      values.length === 0 &&
      at > from - 1 &&
      /^(?:of|in|from)$/.test(tokens[at - 1]?.word ?? '') &&
      valuesOfWord(tokens[at + 1]?.word ?? '').length > 0
    ) {
      // "of lime wood"
    } else if (!degree.test(word) && word !== 'and' && !/.{3}ly$/.test(word)) break;
  }
  return { values, end };
}
