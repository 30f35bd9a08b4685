import { isPythonSpace } from '../caption/space.ts';
import { opensWithCapital } from '../ground/letters.ts';
import { memoized } from './memo.ts';
import { isBeside, isUnusual, mayOpenWithName, people, startsName, tokensOf } from './name-tokens.ts';
import { classKind, isClassWord } from './trigger-words.ts';
import { vocabulary } from './vocabulary.ts';
import { trait, type Word } from './word.ts';
import type { NumberedWords } from './word-numbers.ts';

/** A word or name of a caption that could be its trigger. */
export interface UsedWord {
  /** Lower case, single spaces. */
  readonly word: string;
  /** As written. */
  readonly written: string;
  /** The class word that follows it, null when none does. */
  readonly classWord: string | null;
}

/** Small words within names. */
const particle = /^(?:de|del|della|di|da|du|la|le|el|al|van|von|der|den|of|the|no|ibn|bin)$/;

/** Most words that a name has. */
const longestName = 3;

/**
 * A part of a caption that nothing reaches over, and the words and names in it that could be a trigger, at their offsets in it. Most
 * parts are tags that come again and again: what is in them is found out once.
 */
export interface Part {
  /** Pieces that marks within it take apart. */
  readonly pieces: number;
  readonly uses: readonly PartUse[];
}

interface PartUse extends UsedWord {
  readonly start: number;
  readonly end: number;
  /** The piece of the part that it begins in, and whether it begins it. */
  readonly piece: number;
  readonly opens: boolean;
}

/** The texts between commas are those of a whole folder, asked for caption by caption. */
const mostParts = 25_000;

const partOfText = memoized((text) => partOf(text), mostParts);
const partOfWord = trait(({ written }) => partOf(written));
const firstPartOfWord = trait(({ written }) => partOf(written, 0));

/** The tags of a text by their numbers. */
export interface ListedTags {
  readonly of: NumberedWords;
  readonly tags: ArrayLike<number>;
}

/** Bits of a number that count pieces. */
const pieceBits = 3;
const mostPieces = (1 << pieceBits) - 1;

/** Most tags hold no word that could be a trigger: all of them with so many pieces are one part. */
const plainParts: readonly Part[] = Array.from({ length: mostPieces + 1 }, (_, pieces) => ({ pieces, uses: [] }));

/** Pieces and length (UTF-16) of such a tag in one number; below zero for any other tag. */
const plainShape = (word: Word): number => {
  const { pieces, uses } = partOfWord(word);
  return uses.length > 0 || pieces > mostPieces ? -1 : (word.written.length << pieceBits) | pieces;
};

/** Calls back with the parts of a text and their offsets. */
export function eachPart(
  text: string,
  head: number,
  list: ListedTags | undefined,
  take: (start: number, part: Part) => void,
): void {
  // What a word of other letters is depends on the whole text.
  if (/[^\x00-\u024f]/.test(text)) {
    take(0, partOf(text, head));
    return;
  }
  if (list) {
    eachTag(text, head, list, take);
    return;
  }
  for (let start = 0; start <= text.length; ) {
    const comma = text.indexOf(',', start);
    const end = comma < 0 ? text.length : comma;
    const part = text.slice(start, end);
    take(start, start <= head && head <= end ? partOf(part, head - start) : partOfText(part));
    start = end + 1;
  }
}

const comma = 0x2c;

/** {@link eachPart} of a list of tags: what a tag is is known, and where the next one begins follows from its length. */
function eachTag(
  text: string,
  head: number,
  { of: words, tags }: ListedTags,
  take: (start: number, part: Part) => void,
): void {
  const shapes = words.numbers(plainShape);
  let start = 0;
  for (let at = 0; at < tags.length; at++) {
    let from = start;
    for (; from < text.length; from++) {
      const unit = text.charCodeAt(from);
      if (unit === comma) start = from + 1;
      else if (!isPythonSpace(unit)) break;
    }
    const shape = shapes.of(tags[at]);
    let end = from + (shape < 0 ? words.word(tags[at]).written.length : shape >> pieceBits);
    while (end < text.length && text.charCodeAt(end) !== comma) end++;
    const isHead = start <= head && head <= end;
    if (shape >= 0 && !isHead) take(from, plainParts[shape & mostPieces]);
    else take(from, isHead ? headOf(words.word(tags[at]), head - from) : partOfWord(words.word(tags[at])));
    start = end + 1;
  }
}

/** The part that a caption begins in, at an offset of it. */
const headOf = (word: Word, head: number): Part => (head === 0 ? firstPartOfWord(word) : partOf(word.written, head));

/** @param head where the caption begins, when it begins in this part */
function partOf(text: string, head?: number): Part {
  const tokens = tokensOf(text);
  const uses: PartUse[] = [];
  const add = (from: number, to: number): void => {
    const [a, b] = [tokens[from], tokens[to]];
    const key = tokens
      .slice(from, to + 1)
      .map(({ lower }) => lower)
      .join(' ');
    // A tag is no name, unless a capital makes one of it ("Fox").
    if (vocabulary().has(key.replaceAll('_', ' ')) && (people.has(key) || !opensWithCapital(a.text))) return;
    const classAt = (at: number): string | null => {
      const [before, own] = [tokens[at - 1], tokens[at]];
      const isNext = own !== undefined && own.piece === b.piece && /^ +$/.test(text.slice(before.end, own.start));
      return isNext && isClassWord(own.lower) ? own.lower : null;
    };
    const next = classAt(to + 1);
    // "kitsuren fox boy" is a boy.
    const person = next === null ? null : classAt(to + 2);
    const classWord = classKind(person) === 'person' ? person : next;
    const written = text.slice(a.start, b.end);
    uses.push({ word: key, written, classWord, start: a.start, end: b.end, piece: a.piece, opens: a.opens });
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (isUnusual(tokens, at)) {
      add(at, at);
      for (let end = at + 1; end < tokens.length && end < at + longestName; end++) {
        if (!isBeside(text, tokens[end - 1], tokens[end]) || !isUnusual(tokens, end)) break;
        add(at, end);
      }
    } else if (startsName(text, tokens, at)) {
      for (let end = at + 1; end < tokens.length && end < at + longestName; end++) {
        if (!isBeside(text, tokens[end - 1], tokens[end]) || !isUnusual(tokens, end)) break;
        add(at, end);
      }
    }
    // What a caption begins with is its trigger often enough, even an ordinary word.
    if (token.start === head && mayOpenWithName(token)) {
      add(at, at);
      const second = tokens[at + 1];
      const isWhole = tokens[at + 2]?.piece !== token.piece;
      if (second && isBeside(text, token, second) && isWhole && !isClassWord(second.lower)) add(at, at + 1);
      // A particle ends no name: "luna del mar", "joan of arc".
      const third = tokens[at + 2];
      const isTitle = third !== undefined && tokens[at + 3]?.piece !== token.piece && particle.test(second.lower);
      if (isTitle && isBeside(text, token, second) && isBeside(text, second, third)) add(at, at + 2);
    }
  }
  return { pieces: (tokens.at(-1)?.piece ?? -1) + 1, uses };
}
