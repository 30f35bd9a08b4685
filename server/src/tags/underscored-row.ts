import type { TextRange } from '../ground/text.ts';

/** Words with underscores from which what lies between blanks is a row of tags: one may be a slip among words of a phrase. */
const fewestUnderscored = 2;

/**
 * The tags of a piece in which only blanks stand between tags that are written with underscores: "pocket_watch visible_gears macro". Null for
 * pieces that are one tag, or words.
 * @param piece a piece of a caption whose folder writes tags with underscores
 * @returns places within the piece (UTF-16, half-open)
 */
export function underscoredRow(piece: string): readonly TextRange[] | null {
  if (!piece.includes(' ') || !piece.includes('_')) return null;
  const words = [...piece.matchAll(/\S+/g)];
  const isUnderscored = ([word]: readonly string[]): boolean => /[a-z\d)]_[a-z\d(]/i.test(word);
  // Commas of a list stand no more between them than full stops do.
  if (words.some(([word]) => /[.!?;:|]$/.test(word)) || words.filter(isUnderscored).length < fewestUnderscored)
    return null;
  return words.map(({ 0: word, index }) => ({ start: index, end: index + word.length }));
}
