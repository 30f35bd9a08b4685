import { lettersPattern, opensWithCapital } from '../ground/letters.ts';
import { once } from '../ground/once.ts';
import type { TextEdit, TextRange } from '../ground/text.ts';
import { isEnglish } from './english.ts';
import { isFunctionWord } from './function-words.ts';

/** What scripts and people put between two sentences instead of a full stop, with the blanks around it. */
const marks: readonly { readonly text: string; readonly pattern: () => RegExp }[] = [
  { text: '|', pattern: once(() => /\s*(?<![|<])\|(?![|>])\s*/g) },
  { text: '//', pattern: once(() => /\s+\/\/(?!\/)\s*|\s*(?<![:/])\/\/\s+/g) },
  { text: '/', pattern: once(() => /\s+\/\s+/g) },
  { text: '--', pattern: once(() => /\s+--\s+/g) },
  { text: '\t', pattern: once(() => /\s*\t\s*/g) },
  { text: '•', pattern: once(() => /\s*•\s*/g) },
  { text: '·', pattern: once(() => /\s*·\s*/g) },
  { text: ';', pattern: once(() => /\s*(?<!&#?[a-z\d]{1,8});\s+/gi) },
];

/** Words of a piece from which it is a sentence, and of one before the mark up to which it is a name: the trigger. */
const sentenceWords = 3;
const nameWords = 2;

/** Whether a text has a mark that may stand between sentences: false is sure. */
export const mayHaveSentenceMarks = (text: string): boolean => /[|•·;\t]|\/\/|\s(?:\/|--)\s/.test(text);

/** Sentences that a mark takes apart where full stops belong. */
export interface SentencesApart {
  readonly mark: string;
  /** Where the mark stands for the first time; UTF-16 offsets into the line. */
  readonly range: TextRange;
  /** What makes sentences of them, in the places of the mark. */
  readonly edits: readonly TextEdit[];
  /** Whether semicolons stand before small letters, which is right in a caption or two. */
  readonly isClauses: boolean;
}

/** What takes the sentences of a line apart instead of full stops; null where nothing does. */
export function sentencesApart(line: string): SentencesApart | null {
  for (const { text, pattern } of marks) {
    if (!line.includes(text.trim() || text)) continue;
    const places = Array.from(line.matchAll(pattern()), ({ 0: own, index }) => ({
      start: index,
      end: index + own.length,
    })).filter(({ start, end }) => start > 0 && end < line.length);
    if (places.length === 0) continue;
    const pieces = [0, ...places.map(({ end }) => end)].map((start, at) =>
      line.slice(start, places[at]?.start ?? line.length),
    );
    // "; Zarya is the one in the middle": of a name nobody can tell.
    if (text === ';' && !pieces.slice(1).every((piece) => isEnglish(wordsOf(piece)[0] ?? ''))) continue;
    const isSmall = text === ';' && pieces.slice(1).every((piece) => !opensWithCapital(piece));
    if (isSmall ? !areClauses(pieces) : !areSentences(pieces)) continue;
    const edits = places.map(({ start, end }, at) => {
      const next = isSmall ? end + 1 : end;
      const newText = `${joint(pieces[at])}${isSmall ? line[end].toUpperCase() : ''}`;
      return { range: { start, end: next }, newText };
    });
    const [first] = places;
    const at = line.indexOf(text, first.start);
    return { mark: text, range: { start: at, end: at + text.length }, edits, isClauses: isSmall };
  }
  return null;
}

/** What belongs between a piece and the next sentence: a comma behind a name, else a full stop where none is. */
function joint(piece: string): string {
  const bare = piece.trimEnd();
  if (/[.!?]["'”’)]?$/.test(bare)) return ' ';
  if (/[,:]$/.test(bare)) return ' ';
  return bare.split(/\s+/).length <= nameWords && !/[.!?]/.test(bare) ? ', ' : '. ';
}

/** Whether each piece behind the first is a sentence that begins with a capital, and one at least has the small words of one. */
function areSentences(pieces: readonly string[]): boolean {
  const [first, ...rest] = pieces;
  const isWhole = (piece: string): boolean => {
    const words = wordsOf(piece);
    return words.length >= sentenceWords && opensWithCapital(piece) && smallNext(piece).test(piece);
  };
  if (!rest.every(isWhole) || first.trim() === '') return false;
  return rest.some((piece) => wordsOf(piece).some(isFunctionWord));
}

/** A small letter begins the second word: in titles and names it is a capital. */
const smallNext = lettersPattern(String.raw`^\S+\s+[\p{Ll}]`);

/** Whether all pieces say something of something, and no full stop stands between them. */
function areClauses(pieces: readonly string[]): boolean {
  if (pieces.length < 3 || pieces.some((piece, at) => /[.!?]\s+\S/.test(piece) || (at > 0 && /^\S*:/.test(piece))))
    return false;
  return pieces.every((piece, at) => (at === 0 && wordsOf(piece).length > sentenceWords) || saysOf().test(piece));
}

/** An article, a pronoun or a name of somebody, and a verb in one of the next words. */
const saysOf = once(
  () =>
    /^(?:an?|the|his|her|its|their|two|three|he|she|it|they|there)\b(?:\s+[a-z'-]+){0,4}\s+(?:is|are|was|has|have|stands?|sits?|lies?|lie|hangs?|wears?|holds?|looks?|shows?|shines?|falls?|leans?|rests?|runs?|rises?|grows?)\b|^(?:he|she|it|they|there)\s+[a-z]+/i,
);

const wordsOf = (piece: string): readonly string[] => piece.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];
