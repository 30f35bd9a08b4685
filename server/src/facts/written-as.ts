import { type CaptionStyle, clearStyle, endsAsSentence, tellingStyle } from '../tags/caption-style.ts';
import { otherSeparator } from '../tags/separators.ts';
import type { Word } from '../tags/word.ts';
import type { NumberedWords } from '../tags/word-numbers.ts';

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
 * @param tags the numbers of its tags
 * @param line its first trained line
 */
export function writtenAs(words: NumberedWords, tags: readonly number[], line: string, separator: string): WrittenAs {
  const isLikely = mayBeProse(words, tags);
  // Many short pieces are a list; of a few the words tell.
  if (!isLikely && tags.length >= clearTags) {
    const isClear = !endsAsSentence(words.word(tags[tags.length - 1]).written);
    return { style: 'tags', clearStyle: isClear ? 'tags' : null, separatedBy: null };
  }
  const texts = tags.map((tag) => words.word(tag).written);
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

const blanksIn = ({ written }: Word): number => written.split(' ').length - 1;

function mayBeProse(words: NumberedWords, tags: readonly number[]): boolean {
  // A tab or an ideographic comma may stand between the words of one long piece.
  if (tags.length < tellingTags && tags.some((tag) => words.word(tag).written.length > longTag)) return true;
  const blanksOf = words.numbers(blanksIn);
  let blanks = 0;
  for (let at = 0; at < tags.length; at++) blanks += blanksOf.of(tags[at]);
  return blanks + tags.length > tags.length * wordsPerTag;
}
