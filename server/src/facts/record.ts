import { type CaptionSyntax, captionLines, cutsAtCommas, eachPiece } from '../caption/parse.ts';
import { fieldsIn } from '../tags/caption-style.ts';
import { languageOfTags, speaksOther } from '../tags/foreign-tags.ts';
import { languageOf, otherScriptIn, type TextLanguage } from '../tags/languages.ts';
import { type ProseMarks, proseMarks } from '../tags/prose-marks.ts';
import { flagsOfWord } from '../tags/word-numbers.ts';
import { type Feeding, fedTokens, isFedAsWritten } from '../trainers/fed-tokens.ts';
import { LineCounter } from '../trainers/line-counter.ts';
import type { CaptionSource } from './caption-source.ts';
import { DistinctNorms } from './distinct-norms.ts';
import type { NumberStore } from './number-store.ts';
import type { Vocabulary } from './vocabulary.ts';
import { type WrittenAs, writtenAs } from './written-as.ts';

/** One caption of the folder, in the compact form that 50,000 of them can be kept in. */
export interface CaptionRecord extends WrittenAs {
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
  /** What a caption of sentences or in form is counted by; null for tags. */
  readonly marks: ProseMarks | null;
  /** Its language; null for tags of English and where it cannot be told. */
  readonly language: TextLanguage | null;
  /** The script other than Latin that some of it is written in; null without. */
  readonly script: TextLanguage | null;
  /** The names before its values, where it is a form; null where it is none. */
  readonly fields: readonly string[] | null;
  /**
   * Its tags are what stands between the commas of its one line: what reaches over no comma can be asked of each tag by itself, once
   * for all captions that hold it, instead of each text.
   */
  readonly isCommaList: boolean;
  /** The flags of its tags: those that hold of one of them, see `Word.flags`. */
  readonly flags: number;
  /** Lines that say something are not read. */
  readonly isPartlyRead: boolean;
  /** The trained text, all alternatives joined by "\n"; "" when nothing trains. */
  readonly trained: string;
}

/** How a caption is cut into tags, fed and counted. Without trainer and options its lines are fed as they stand. */
export interface Reading extends Partial<Omit<Feeding, 'clip'>> {
  readonly clip: Feeding['clip'];
  readonly syntax: CaptionSyntax;
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
  const { trained: ranges, ignored } = captionLines(text, syntax);
  const surfaces: number[] = [];
  const norms = new DistinctNorms();
  const flagsOf = vocabulary.numbers(flagsOfWord);
  let tokens = 0;
  let flags = 0;
  for (const range of ranges) {
    const counter = new LineCounter(text, range, syntax, clip, vocabulary);
    // Pieces are not made objects of: all that is kept of a tag is its number.
    eachPiece(text, range, syntax, (start, end) => {
      if (start === end) return counter.skip();
      const surface = vocabulary.intern(text, start, end);
      surfaces.push(surface);
      flags |= flagsOf.of(surface);
      norms.add(vocabulary.normOf(surface));
      counter.take(surface, start, end);
    });
    tokens = Math.max(tokens, counter.count());
  }
  const lines = ranges.map(({ start, end }) => text.slice(start, end));
  const trained = lines.length === 1 ? lines[0] : lines.join('\n');
  const written = writtenAs(vocabulary, surfaces, lines[0] ?? '', syntax.separator);
  const sentences = written.style === 'prose' || written.style === 'mixed';
  // A blank caption is fed too, with its prefix.
  if (source.kind === 'text' && trainer && captionOptions && !isFedAsWritten(captionOptions))
    tokens = fedTokens(source.text, { trainer, captionOptions, clip });
  const pack = (numbers: readonly number[]): Uint32Array => store?.list(numbers) ?? Uint32Array.from(numbers);
  const fields = fieldsIn(trained);
  return {
    id,
    file,
    source,
    surfaces: pack(surfaces),
    norms: pack(norms.list),
    tokens,
    prose: written.style === 'prose',
    style: written.style,
    clearStyle: written.clearStyle,
    separatedBy: written.separatedBy,
    marks: sentences || fields !== null ? proseMarks(trained) : null,
    script: otherScriptIn(trained),
    fields,
    language: languageIn(trained, sentences, surfaces, flags, vocabulary),
    isPartlyRead: ranges.length > 0 && ignored.length > 0,
    flags,
    isCommaList: lines.length <= 1 && cutsAtCommas(syntax),
    trained,
  };
}

/** The language of a caption: of sentences by their letters and small words, of tags by the tags. */
function languageIn(
  trained: string,
  sentences: boolean,
  surfaces: readonly number[],
  flags: number,
  vocabulary: Vocabulary,
): TextLanguage | null {
  const beyondLatin = /[^\x00-\u024f]/.test(trained);
  const byText = sentences || beyondLatin || mayBeSentence(trained, surfaces.length);
  const told = byText ? languageOf(trained) : null;
  if (told !== null || sentences || !(beyondLatin || (!byText && (flags & speaksOther) !== 0))) return told;
  return languageOfTags(surfaces.map((surface) => vocabulary.word(surface)));
}

/** Pieces of a line up to which it may be a sentence of another language, and letters of a piece on average. */
const fewPieces = 3;
const longPiece = 24;

/** Whether a line that is no sentence of English has too few pieces for a list of tags. */
const mayBeSentence = (trained: string, pieces: number): boolean =>
  pieces > 0 && pieces <= fewPieces && trained.length >= pieces * longPiece;
