import { captionLimit, decodeCaption, judgedLimit } from '../caption/decode.ts';
import { type CaptionSyntax, captionLines, cutsAtCommas, eachPiece } from '../caption/parse.ts';
import { type CaptionStyle, clearStyle, fieldsIn, tellingStyle } from '../tags/caption-style.ts';
import { languageOf, otherScriptIn, type TextLanguage } from '../tags/languages.ts';
import { type ProseMarks, proseMarks } from '../tags/prose-marks.ts';
import { otherSeparator } from '../tags/separators.ts';
import { trait, type Word } from '../tags/word.ts';
import { type Feeding, fedTokens, isFedAsWritten } from '../trainers/fed-tokens.ts';
import { LineCounter } from '../trainers/line-counter.ts';
import type { NumberStore } from './number-store.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What was read from a caption file, or why nothing could be. */
export type CaptionSource =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bom: boolean;
      /** Bytes on disk. */
      readonly size: number;
      /** The caption goes on after `text`: only so much of it is read. It is never written. */
      readonly cut?: true;
    }
  /** Not UTF-8; `offset` is the first byte that is wrong. */
  | { readonly kind: 'undecodable'; readonly offset: number; readonly size: number }
  /** Could not be opened; `reason` is the system's code. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/** One caption of the folder, in the compact form that 50,000 of them can be kept in. */
export interface CaptionRecord {
  /** Dense number, never reused while the folder is open. */
  readonly id: number;
  /** Relative to the dataset's root. */
  readonly file: string;
  readonly source: CaptionSource;
  /** Numbers of the tags as typed, in order of the text; empty when nothing trains. */
  readonly surfaces: Uint32Array;
  /** Numbers of the distinct normal forms, in order of first appearance. */
  readonly norms: Uint32Array;
  /**
   * Content tokens of the main encoder, or of CLIP where that one is not counted: of the longest text the trainer can feed, prefix and
   * suffix included.
   */
  readonly tokens: number;
  /** Written as sentences rather than as tags. */
  readonly prose: boolean;
  /** How the caption is written; null when it is too short to tell. */
  readonly style: CaptionStyle | null;
  /** The style where it is clear enough to be set against others; null for what lies between. */
  readonly clearStyle: CaptionStyle | null;
  /** What a caption of sentences is counted by; null for tags. */
  readonly marks: ProseMarks | null;
  /** Its language; null for tags in Latin letters and where it cannot be told. */
  readonly language: TextLanguage | null;
  /** The script other than Latin that some of it is written in; null without. */
  readonly script: TextLanguage | null;
  /** The names before its values, where it is a form; null where it is none. */
  readonly fields: readonly string[] | null;
  /** What separates its tags instead of the separator, see {@link otherSeparator}; null for sentences and lists as they should be. */
  readonly separatedBy: string | null;
  /**
   * Its tags are what stands between the commas of its one line: what reaches over no comma can be asked of each tag by itself, once
   * for all captions that hold it, instead of each text.
   */
  readonly isCommaList: boolean;
  /** The trained text, all alternatives joined by "\n"; "" when nothing trains. */
  readonly trained: string;
}

/** How a caption is cut into tags, fed and counted. Without trainer and options its lines are fed as they stand. */
export interface Reading extends Partial<Omit<Feeding, 'clip'>> {
  readonly clip: Feeding['clip'];
  readonly syntax: CaptionSyntax;
}

/**
 * Reads the bytes of a caption file into a source.
 * @param size bytes of the whole file, of which `bytes` may be the beginning
 */
export function sourceOfBytes(bytes: Uint8Array, size = bytes.length): CaptionSource {
  const cut = size > bytes.length || bytes.length > captionLimit;
  const decoded = decodeCaption(bytes.subarray(0, captionLimit), cut);
  if (decoded.kind !== 'text') return { kind: 'undecodable', offset: decoded.offset, size };
  return { kind: 'text', text: decoded.text, bom: decoded.bom, size, ...(cut && { cut }) };
}

/** A caption's source with the text of an editor in the place of its own. */
export function withText(own: CaptionSource & { readonly kind: 'text' }, text: string): CaptionSource {
  const { cut: _, ...source } = own;
  return text.length > captionLimit
    ? { ...source, text: text.slice(0, captionLimit).replace(/[\ud800-\udbff]$/, ''), cut: true }
    : { ...source, text };
}

/** Whether two readings of a caption found the same. */
export function isSameSource(a: CaptionSource, b: CaptionSource): boolean {
  switch (a.kind) {
    case 'text':
      return b.kind === 'text' && a.text === b.text && a.bom === b.bom && a.size === b.size && a.cut === b.cut;
    case 'undecodable':
      return b.kind === 'undecodable' && a.offset === b.offset && a.size === b.size;
    case 'unreadable':
      return b.kind === 'unreadable' && a.reason === b.reason;
  }
}

/** Whether a text is too long to be a caption: nothing else is said about it. */
export function isOversized(source: CaptionSource): boolean {
  return source.kind === 'text' && (source.cut === true || source.text.length > judgedLimit);
}

/** Why a caption cannot be written, as a reason for `reasonText`; null when it can. */
export function unwritable(source: CaptionSource): string | null {
  if (source.kind === 'unreadable') return source.reason;
  if (source.kind === 'undecodable') return 'not UTF-8';
  return source.cut ? 'too large' : null;
}

/** Makes the record of a caption; new tags enter the vocabulary. With a store its numbers are kept there. */
export function makeRecord(
  id: number,
  file: string,
  source: CaptionSource,
  reading: Reading,
  vocabulary: Vocabulary,
  store?: NumberStore,
): CaptionRecord {
  const text = source.kind === 'text' ? source.text : '';
  const { syntax, clip, trainer, captionOptions } = reading;
  const ranges = captionLines(text, syntax).trained;
  const words: Word[] = [];
  const surfaces: number[] = [];
  const norms = new DistinctNorms();
  let tokens = 0;
  for (const range of ranges) {
    const counter = new LineCounter(text, range, syntax, clip);
    // Pieces are not made objects of: all that is kept of a tag is its number.
    eachPiece(text, range, syntax, (start, end) => {
      if (start === end) return counter.skip();
      const surface = vocabulary.intern(text, start, end);
      const word = vocabulary.word(surface);
      surfaces.push(surface);
      words.push(word);
      norms.add(vocabulary.normOf(surface));
      counter.take(word, start, end);
    });
    tokens = Math.max(tokens, counter.count());
  }
  const lines = ranges.map(({ start, end }) => text.slice(start, end));
  const trained = lines.length === 1 ? lines[0] : lines.join('\n');
  const { style, clearStyle, separatedBy } = writtenAs(words, lines[0] ?? '', syntax.separator);
  const sentences = style === 'prose' || style === 'mixed';
  // A blank caption is fed too, with its prefix.
  if (source.kind === 'text' && trainer && captionOptions && !isFedAsWritten(captionOptions))
    tokens = fedTokens(source.text, { trainer, captionOptions, clip });
  const pack = (numbers: readonly number[]): Uint32Array => store?.list(numbers) ?? Uint32Array.from(numbers);
  return {
    id,
    file,
    source,
    surfaces: pack(surfaces),
    norms: pack(norms.list),
    tokens,
    prose: style === 'prose',
    style,
    clearStyle,
    separatedBy,
    marks: sentences ? proseMarks(trained) : null,
    script: otherScriptIn(trained),
    fields: fieldsIn(trained),
    language: sentences || /[^\x00-\u024f]/.test(trained) ? languageOf(trained) : null,
    isCommaList: lines.length <= 1 && cutsAtCommas(syntax),
    trained,
  };
}

/** Tags of a caption up to which a list is searched; a longer one gets a set. */
const listedTags = 100;

/** Normal forms without repeats. Captions are short: looking through the list is cheaper than a set for each. */
class DistinctNorms {
  readonly list: number[] = [];
  #set: Set<number> | null = null;

  add(norm: number): void {
    if (this.#set?.has(norm) ?? this.list.includes(norm)) return;
    this.list.push(norm);
    if (this.#set) this.#set.add(norm);
    else if (this.list.length > listedTags) this.#set = new Set(this.list);
  }
}

/** Words that a tag has at the most on average; a caption above it is looked at closely. */
const wordsPerTag = 2.5;

/**
 * How a caption is written. A list that something else separates is a list, though its only piece reads like a sentence.
 * @param words its tags
 * @param line its first trained line
 */
export function writtenAs(
  words: readonly Word[],
  line: string,
  separator: string,
): Pick<CaptionRecord, 'style' | 'clearStyle' | 'separatedBy'> {
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
