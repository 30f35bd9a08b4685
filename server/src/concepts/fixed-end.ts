import type { FolderFacts } from '../facts/facts.ts';
import { folderOf } from '../ground/paths.ts';

/** Captions from which an end that they share is one, share of them that have it, and words of it at the most. */
const fewest = 6;
const nearlyAll = 0.7;
const mostWords = 7;
/** Captions of the folder that are looked at, and of all folders. */
const looked = 400;
const passed = 2000;

/** What nearly all captions of a folder end with. */
export interface FixedEnd {
  /** In lower case, one blank between words, without a stop behind it. */
  readonly phrase: string;
  readonly captions: number;
  /** Share of these in which a comma or a stop stands before it. */
  readonly apart: number;
}

/** The words that a text ends with, lower case, the last one last; a stop behind them is none of them. */
const lastWords = (text: string): readonly string[] =>
  text
    .slice(-120)
    .toLowerCase()
    .replace(/[\s.!,;]+$/, '')
    .split(/\s+/)
    .slice(-mostWords - 1);

/** The longest phrase that nearly all captions of a folder end with, as a trigger behind sentences is written; null where there is none. */
export function fixedEnd(facts: FolderFacts, folder: string): FixedEnd | null {
  const counts = new Map<string, { captions: number; apart: number }>();
  let captions = 0;
  let others = 0;
  for (const { file, trained } of facts.records()) {
    if (folderOf(file) !== folder) {
      if (++others > passed) break;
      continue;
    }
    if (captions === looked) break;
    captions++;
    const words = lastWords(trained);
    for (let from = Math.max(0, words.length - mostWords); from < words.length; from++) {
      const phrase = words.slice(from).join(' ');
      const own = counts.get(phrase) ?? { captions: 0, apart: 0 };
      own.captions++;
      if (from > 0 && /[.,;!]$/.test(words[from - 1])) own.apart++;
      counts.set(phrase, own);
    }
  }
  let best: FixedEnd | null = null;
  for (const [phrase, own] of counts) {
    if (own.captions < Math.max(fewest, captions * nearlyAll) || /[.,;:!?]/.test(phrase)) continue;
    if (best === null || phrase.length > best.phrase.length)
      best = { phrase, captions: own.captions, apart: own.apart / own.captions };
  }
  return best;
}

/** Whether a text ends with a phrase, whatever its capitals and the stop behind it. */
export const endsWith = (text: string, phrase: string): boolean =>
  ` ${lastWords(text).join(' ')}`.endsWith(` ${phrase}`);

/** What a text begins with of a phrase, with the mark and the blanks behind it; null where it begins otherwise. */
export const beginsWith = (text: string, phrase: string): string | null =>
  new RegExp(
    `^\\s*${phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+')}(?![\\w-])[.,;]?\\s*`,
    'i',
  ).exec(text)?.[0] ?? null;
