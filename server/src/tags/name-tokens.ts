import { lettersPattern, opensWithCapital, opensWithLetter } from '../ground/letters.ts';
import { listOf } from './data/list.ts';
import { lowerWord, wordsOfText } from './text-words.ts';
import { hasOtherScript, kindOfWord, type TriggerKind } from './trigger-kinds.ts';
import { isClassWord } from './trigger-words.ts';

/** Words that begin a caption and name nothing. */
const openingWords = new Set(
  listOf(`a, an, the, this, that, these, there, it, in, on, at, with, of, and, one, two, three, four, five, six, several, many,
some, photo, photograph, photography, picture, image, portrait, drawing, painting, illustration, sketch, render, rendering, shot,
close, closeup, close-up, selfie, view, digital, black, white, full, upper, medium, wide, solo, young, old, beautiful, high, low, here,
scene, artwork, concept, mid, extreme, aerial, overhead, side, front, back, top, cinematic, professional, candid, a-line, half-body,
full-body, upper-body, black-and-white, head-and-shoulders, top-down, low-angle, high-angle, eye-level, wide-angle, mid-shot,
three-quarter, score, rating, source, style, subject, composition, background, character, description, caption, tags, title`),
);

/** Class words that are never a name. */
export const people = new Set(
  listOf(
    'man, woman, girl, boy, person, guy, lady, male, female, child, kid, baby, people, character, 1girl, 1boy, 1other',
  ),
);

/** Letters of a name in another script at the most. */
const longestOther = 12;

/** A word of a part of a caption, and what its looks say. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  readonly kind: TriggerKind | null;
  /** Begins a piece or a sentence. */
  readonly opens: boolean;
  /** Number of the piece it stands in. */
  readonly piece: number;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The words of a part of a caption. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  // Among Latin letters a word of other letters is a name; a sentence of them has no blanks to tell words by.
  const isLatin =
    !/[^\x00-\u024f]/.test(text) || count(text, /\p{Script=Latin}/gu) >= count(text, /[^\P{L}\p{Script=Latin}]/gu);
  let piece = 0;
  for (const match of wordsOfText(text)) {
    const before = tokens.at(-1);
    const gap = before === undefined ? '' : text.slice(before.end, match.index);
    // Sentences go on over a blank; a comma, a full stop and other marks end a piece.
    if (before !== undefined && /[,;|\n\t/]|[.!?:]\s/.test(gap)) piece++;
    const lower = lowerWord(match[0]);
    tokens.push({
      text: match[0],
      lower,
      start: match.index,
      end: match.index + match[0].length,
      kind: kindOfWord(lower) ?? (isLatin && hasOtherScript(lower) && lower.length <= longestOther ? 'name' : null),
      opens: before === undefined || piece !== before.piece,
      piece,
    });
  }
  return tokens;
}

/** A class word that is no name here: only a capital makes one of a "Fox", and nothing of a "Woman". */
const isPlainClass = ({ text, lower }: Token): boolean =>
  isClassWord(lower) && (people.has(lower) || !opensWithCapital(text));

/** Whether a caption that begins with a word may be named by it: no word that opens sentences, no plain class word. */
export function mayOpenWithName(token: Token): boolean {
  const { lower } = token;
  return (
    lower.length > 2 &&
    !hasOtherScript(lower) &&
    !openingWords.has(lower) &&
    !isPlainClass(token) &&
    opensWithLetter(lower)
  );
}

/** A word that stands out: by itself, or by a capital where no sentence or tag begins. */
export function isUnusual(tokens: readonly Token[], at: number): boolean {
  const { kind, text, lower, opens } = tokens[at];
  if (kind !== null) return true;
  if (opens || lower.length < 3 || people.has(lower) || !opensWithCapital(text)) return false;
  // "A Drawing Of Mickey": capitals everywhere say nothing.
  const others = fillersIn(tokens).get(tokens[at].piece) ?? 0;
  return others - Number(isCapitalFiller(tokens[at])) === 0;
}

const fillers = new WeakMap<readonly Token[], ReadonlyMap<number, number>>();

/** How many words that only a title writes with a capital each piece has, by its number; counted once for all tokens of a text, and only when asked for. */
function fillersIn(tokens: readonly Token[]): ReadonlyMap<number, number> {
  const known = fillers.get(tokens);
  if (known) return known;
  const counts = new Map<number, number>();
  for (const token of tokens) if (isCapitalFiller(token)) counts.set(token.piece, (counts.get(token.piece) ?? 0) + 1);
  fillers.set(tokens, counts);
  return counts;
}

function isCapitalFiller({ text, lower, opens }: Token): boolean {
  return (
    !opens &&
    opensWithCapital(text) &&
    /^(?:of|with|and|in|on|at|by|for|to|from|hair|eyes|dress|background)$/.test(lower)
  );
}

const nameFirst = lettersPattern(String.raw`^[\p{Lu}][\p{Ll}]`);

/** A capital at the start of a piece with another one right behind it: Luna Star. */
export function startsName(text: string, tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token.opens || !nameFirst(token.text).test(token.text) || next === undefined || openingWords.has(token.lower))
    return false;
  return isBeside(text, token, next) && isUnusual(tokens, at + 1);
}

/** Two words of a piece with nothing but blanks between them. */
export const isBeside = (text: string, a: Token, b: Token): boolean =>
  a.piece === b.piece && /^ +$/.test(text.slice(a.end, b.start));
