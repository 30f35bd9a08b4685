import { lettersPattern } from '../ground/letters.ts';
import { categoryOf } from './categories.ts';
import { normalTag } from './normal.ts';
import { eachPart, type ListedTags, type UsedWord } from './trigger-parts.ts';
import { trait } from './word.ts';

/** A word or name of a caption that could be its trigger, and where it stands. */
export interface TriggerUse extends UsedWord {
  /** The caption begins with it, or with it behind a phrase such as "a photo of". */
  readonly first: boolean;
  /** The caption ends with it. */
  readonly last: boolean;
  /** It is the second piece of the caption. */
  readonly second: boolean;
}

/** Phrases that a caption opens with before it comes to its subject. */
const opener = lettersPattern(
  String.raw`^(?:(?:(?:an?|the|this|one)\s+)?(?:(?:[\p{L}-]+\s+){0,3}(?:photo|photograph|picture|image|portrait|drawing|painting|illustration|sketch|render|rendering|shot|closeup|close-up|close up|selfie|view|model sheet|artwork|style)\s+(?:of|featuring|showing)\s+)?(?:an?\s+|the\s+)?)$`,
  'i',
);
const isOpener = (text: string): boolean => opener(text).test(text);

/** Uses of a caption up to which their list is searched; more get a set. */
const listedUses = 32;

/**
 * The words and names of a caption that could be its trigger: words no dictionary has, names, joined words, placeholders,
 * and an ordinary word where it stands first. Each once, at its first place. Costs what the text holds.
 * @param list the tags of the text, where they are what stands between its commas
 */
export function triggerUses(text: string, list?: ListedTags): TriggerUse[] {
  const found: TriggerUse[] = [];
  const head = headOf(text, list);
  const opened = text.indexOf(',', head);
  const end = endOf(text);
  let pieces = 0;
  let known: Set<string> | null = null;
  // A caption has a handful: looking through them is cheaper than a set for each caption.
  const isKnown = (word: string): boolean => {
    if (found.length < listedUses) return found.some((other) => other.word === word);
    known ??= new Set(found.map((other) => other.word));
    const size = known.size;
    return known.add(word).size === size;
  };
  eachPart(text, head, list, (start, part) => {
    for (const use of part.uses) {
      if (isKnown(use.word)) continue;
      const at = start + use.start;
      found.push({
        word: use.word,
        written: use.written,
        // No opening phrase goes on behind a comma.
        first: at <= head || ((opened < 0 || at <= opened) && isOpener(text.slice(head, at))),
        last: start + use.end >= end,
        second: pieces + use.piece === 1 && use.opens,
        classWord: use.classWord,
      });
    }
    pieces += part.pieces;
  });
  return found;
}

/** Letters of a phrase that a caption opens with at the most. */
const mostOpening = 100;

/** Where the tags of a text begin behind those that taggers and people put before everything; UTF-16. */
export const startOfTags = (text: string): number => headOf(text, undefined);

/**
 * Whether a caption comes to its subject at a place, behind what stands before everything and a phrase such as "a photo of". UTF-16.
 * @param head where its tags begin, see {@link startOfTags}
 */
export const opensAt = (text: string, head: number, at: number): boolean =>
  at <= head || (at - head <= mostOpening && isOpener(text.slice(head, at)));

/** Where a text ends before the blanks and marks at its end. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && /[\s.!,;|"']/.test(text[end - 1])) end--;
  return end;
}

/** Where a caption begins behind what taggers and people put before everything: `score_9, source_anime, masterpiece, …`. */
function headOf(text: string, list: ListedTags | undefined): number {
  let start = 0;
  // Tags come again and again: what stands before everything is asked of each once, as long as pieces and tags are the same.
  for (let at = 0; ; at++) {
    const end = text.indexOf(',', start);
    if (end < 0) return 0;
    const piece = text.slice(start, end).trim();
    const word = list && at < list.tags.length ? list.of.word(list.tags[at]) : undefined;
    if (word?.written === piece ? !standsBefore(word) : !isBeforeAll(piece)) return start;
    start = end + 1;
    while (text[start] === ' ') start++;
  }
}

const isBeforeAll = (piece: string): boolean =>
  /^(?:score|source|rating)[_: ]/i.test(piece) || categoryOf(normalTag(piece)) === 'quality';
const standsBefore = trait(({ written }) => isBeforeAll(written));
