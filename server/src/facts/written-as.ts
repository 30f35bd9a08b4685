import { type CaptionStyle, clearStyle, tellingStyle } from '../tags/caption-style.ts';
import { otherSeparator } from '../tags/separators.ts';
import { trait, type Word } from '../tags/word.ts';

/** How a caption is written. */
export interface WrittenAs {
  /** Null when it is too short to tell. */
  readonly style: CaptionStyle | null;
  /** The style where it is clear enough to be set against others; null for what lies between. */
  readonly clearStyle: CaptionStyle | null;
  /** What separates its tags instead of the separator, see {@link otherSeparator}; null for sentences and lists as they should be. */
  readonly separatedBy: string | null;
}

/** Words that a tag has at the most on average; a caption above it is looked at closely. */
const wordsPerTag = 2.5;

/**
 * How a caption is written. A list that something else separates is a list, though its only piece reads like a sentence.
 * @param words its tags
 * @param line its first trained line
 */
export function writtenAs(words: readonly Word[], line: string, separator: string): WrittenAs {
  const isLikely = mayBeProse(words);
  // Many short pieces are a list; of a few the words tell.
  if (!isLikely && words.length >= clearTags) return { style: 'tags', clearStyle: 'tags', separatedBy: null };
  const texts = words.map(({ written }) => written);
  if (!isLikely) {
    const style = texts.length >= tellingTags ? 'tags' : tellingStyle(texts);
    return { style, clearStyle: clearStyle(texts, style), separatedBy: null };
  }
  const separatedBy = otherSeparator(line, separator)?.text ?? null;
  if (separatedBy !== null) return { style: 'tags', clearStyle: 'tags', separatedBy };
  const style = tellingStyle(texts);
  return { style, clearStyle: clearStyle(texts, style), separatedBy };
}

/** Letters of a piece that no tag is as long as. */
const longTag = 24;
/** Pieces of a word or two that are a list whatever they say. */
const tellingTags = 3;
/** Pieces of a word or two that can be set against sentences without a look at their words. */
const clearTags = 6;

const blanksIn = trait(({ written }) => written.split(' ').length - 1);

function mayBeProse(words: readonly Word[]): boolean {
  // A tab or an ideographic comma may stand between the words of one long piece.
  if (words.length < tellingTags && words.some(({ written }) => written.length > longTag)) return true;
  let blanks = 0;
  for (let at = 0; at < words.length; at++) blanks += blanksIn(words[at]);
  return blanks + words.length > words.length * wordsPerTag;
}
