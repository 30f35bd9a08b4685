import { lettersPattern } from '../ground/letters.ts';

// The underscore of `name_(series)` is a blank.
const word = lettersPattern(
  String.raw`\[[\p{L}_ ]{3,14}\]|<[\p{L}*]{1,8}>|\{[\p{L}]{3,8}\}|[\p{L}\p{N}](?:[\p{L}\p{N}]|_(?!\\?\())*(?:(?:['’](?!s\b)|-)[\p{L}\p{N}_]+)*`,
  'g',
);

/** The words of a text as matches: at their UTF-16 offsets, as written. */
export const wordsOfText = (text: string): Iterable<RegExpExecArray> => text.matchAll(word(text));

/** A word of a text, lower case, with its place in UTF-16 offsets. */
export interface TextWord {
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, placeholders and joined words as one; a possessive's `'s` is no part of its word. */
export function wordsIn(text: string): TextWord[] {
  return [...wordsOfText(text)].map((match) => ({
    lower: lowerWord(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** A word in lower case, with a straight apostrophe. */
export const lowerWord = (written: string): string => written.toLowerCase().replaceAll('’', "'");
