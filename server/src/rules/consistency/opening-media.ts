import type { FolderContext } from '../context.ts';
import type { NamePair } from './name-pair.ts';

/** Captions that begin with one word, and share of those that begin with any, from which it is the folder's own. */
const fewest = 5;
const nearlyAll = 0.8;
const fewestForOdd = 9;
/** Letters of a caption in which its beginning lies: a trigger may stand before it. */
const mostBefore = 60;

const opening =
  /(?<![a-z])(?:an?|the|this) (?:[a-z-]+ ){0,2}?(photo|photograph|picture|image|pic|snapshot|shot|painting|drawing|illustration|sketch|print|artwork|depiction) of (?!the (?:rear|front|side)\b)/i;
const photos: ReadonlySet<string> = new Set(['photo', 'photograph', 'picture', 'image', 'pic', 'snapshot', 'shot']);
const anyOfArt: ReadonlySet<string> = new Set(['picture', 'image', 'artwork', 'depiction', 'pic']);

/**
 * Words for the medium that few captions begin with where nearly all others begin with another word for the same: "a painting of", once "a
 * picture of". A photo and a drawing are two things.
 */
export function openingMedia({ facts }: FolderContext): readonly NamePair[] {
  const media = new Map<string, Set<string>>();
  for (const { file, trained } of facts.records()) {
    const word = opening.exec(trained.slice(0, mostBefore))?.[1].toLowerCase();
    if (word !== undefined) media.set(word, (media.get(word) ?? new Set()).add(file));
  }
  const [most, ...others] = [...media].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1));
  const all = [...media.values()].reduce((sum, { size }) => sum + size, 0);
  if (most === undefined || most[1].size < Math.max(fewest, all * nearlyAll)) return [];
  const [usual, often] = most;
  // Where a whole set is of one medium, another one that a single caption has is a slip of the writer.
  const isOdd = (seldom: ReadonlySet<string>): boolean => seldom.size === 1 && often.size >= fewestForOdd;
  return others
    .filter(([other, seldom]) =>
      photos.has(usual) ? photos.has(other) : anyOfArt.has(other) || (!photos.has(other) && isOdd(seldom)),
    )
    .map(([other, seldom]) => ({ usual: `${usual} of`, other: `${other} of`, often, seldom }));
}
