import type { TextRange } from '../ground/text.ts';
import { categoryOf, categorySet } from './categories.ts';
import { COLOUR_WORDS } from './data/modifiers.ts';
import { isFunctionWord } from './function-words.ts';
import { mayBeGlued } from './glued.ts';
import { normalTag } from './normal.ts';
import { isModified } from './separators.ts';
import { vocabulary } from './vocabulary.ts';
import { flag } from './word.ts';

/** Tags of one word that no longer tag has in it: beside another tag they stand for themselves. */
const alone = new Set([
  ...['1girl', '1boy', '1other', '2girls', '2boys', '3girls', 'solo', 'smile', 'blush', 'grin', 'outdoors', 'indoors'],
  ...[
    'standing',
    'sitting',
    'kneeling',
    'squatting',
    'walking',
    'running',
    'jumping',
    'sleeping',
    'barefoot',
    'monochrome',
  ],
  ...['masterpiece', 'highres', 'absurdres', 'ponytail', 'twintails', 'glasses', 'freckles'],
]);
/** Words that no tag begins with: beside a tag behind them they stand for themselves. */
const noBeginning = new Set([
  ...[
    'seatbelt',
    'gloves',
    'thighhighs',
    'earrings',
    'shoes',
    'boots',
    'shorts',
    'socks',
    'kneehighs',
    'sandals',
    'heels',
  ],
  ...[
    'sunglasses',
    'headphones',
    'sneakers',
    'goggles',
    'loafers',
    'pajamas',
    'slippers',
    'stockings',
    'leggings',
    'trousers',
  ],
  ...['mittens', 'sweatpants', 'sidelocks', 'dreadlocks', 'pigtails', 'fangs', 'curtains', 'skyscrapers'],
]);
/** What no word for a place or for what is worn goes before: `beach long hair`, `apron open mouth`. */
const ofPeople = categorySet('hair', 'eyes', 'expression', 'gaze', 'pose');
const ofThings = categorySet('background', 'clothing');
/** How much is seen: `portrait looking at viewer`. */
const ofView = categorySet('framing');

/** What somebody does, and words that say where or with what behind it: "from behind" is how the picture is taken. */
const doing = /ing$/;
const where =
  /^(?:on|in|at|by|against|beside|behind|under|over|near|with|into|onto|through|along|across|between|around)$/;

/** Most tags that are looked for in one piece. */
const most = 4;

/** Whether a text is surely a tag of its own. */
function stands(words: readonly string[], isOwn: (norm: string) => boolean): boolean {
  const text = words.join(' ');
  if (words.length === 1) return alone.has(text) || isOwn(text);
  return vocabulary().has(text) || isModified(text) || isOwn(text);
}

/** Things of one's hair, which "long hair" may stand before. */
const ofHair =
  /^(?:ribbon|bow|ornament|band|clip|flower|tie|pin|bun|tubes?|net|bobbles|stick|bell|beads|rings?|intakes|flaps?|wings|down|up|dryer|brush)s?$/;

/** "red eyes swimsuit": behind a tag of hair or eyes, a thing that is neither worn there nor named by it. */
function endsBefore(words: readonly string[], rest: string): boolean {
  const noun = words.at(-1) ?? '';
  if (words.length < 2 || (noun !== 'hair' && noun !== 'eyes') || rest.includes(' ')) return false;
  const isThing = vocabulary().has(rest) && (categorySet(categoryOf(rest)) & ofThings) !== 0;
  return isThing && !vocabulary().has(`${noun} ${rest}`) && !ofHair.test(rest) && rest.length > 3;
}

/** "blue shirt suspenders": behind a garment of some colour another one that is no part of it. "dress shoes" are shoes. */
const isGarmentBefore = (words: readonly string[], rest: string): boolean =>
  words.length === 2 &&
  words[1] !== 'dress' &&
  isWorn(words[1]) &&
  isModified(words.join(' ')) &&
  (noBeginning.has(rest) || rest === 'suspenders') &&
  vocabulary().has(rest) &&
  categoryOf(rest) === 'clothing' &&
  !vocabulary().has(`${words[1]} ${rest}`);

/**
 * The two parts of a phrase that a colour with a garment of many pieces ends: "hair in a bun gold earrings". Null where a word before the
 * colour can speak of it: "wearing red gloves", "shiny black boots".
 */
export function fusedPhrase(norm: string): readonly [string, string] | null {
  const words = norm.split(' ');
  const [before, colour, thing] = words.slice(-3);
  if (words.length < 4 || !COLOUR_WORDS.has(colour) || !noBeginning.has(thing)) return null;
  if (COLOUR_WORDS.has(before) || isFunctionWord(before) || !isWorn(before)) return null;
  return [words.slice(0, -2).join(' '), words.slice(-2).join(' ')];
}

/** Whether a word names hair or what is worn, and no kind of it. */
const isWorn = (word: string): boolean =>
  /^(?:hair|bun|ponytail|braids?|twintails|dress|shirt|skirt|jacket|coat|sweater|hoodie|turtleneck|blouse|jeans|pants|trousers|shorts|hat|cap|beanie|scarf|gloves|boots|shoes|sneakers|glasses|sunglasses|necklace|earrings|belt|apron|kimono|swimsuit|bikini|cardigan)$/.test(
    word,
  );

/** Whether a word is a tag of its own before another tag, to which it cannot belong. */
function begins(word: string, next: string): boolean {
  if (noBeginning.has(word)) return true;
  const isThing = vocabulary().has(word) && (categorySet(categoryOf(word)) & (ofThings | ofView)) !== 0;
  // "forest green eyes" have one colour.
  const isOfPeople =
    next.includes(' ') && !COLOUR_WORDS.has(next.split(' ')[0]) && (categorySet(categoryOf(next)) & ofPeople) !== 0;
  return isThing && isOfPeople;
}

/**
 * The tags that a lost separator made one of: `grey hair male focus` → `grey hair`, `male focus`. Null for a tag the vocabulary
 * has, and where any part is not surely a tag of its own.
 * @param isOwn whether the folder writes a tag (normal form) so often that it is surely one
 */
export function fusedTags(written: string, isOwn: (norm: string) => boolean): string[] | null {
  const norm = normalTag(written);
  if (!isFusable(norm) || isOwn(norm)) return null;
  return split(norm.split(' '), isOwn, most);
}

/** Tags in a row, and words of them, that no sentence has: between its tags stand other words. */
const fewestInRun = 3;
const fewestWords = 5;

/**
 * The longest row of a folder's own tags in one piece of a caption, with nothing but blanks between them: what is left of a list that has
 * lost its separators. Null where no three stand in a row.
 */
export function rowOfTags(
  piece: string,
  isOwn: (norm: string) => boolean,
): { readonly parts: readonly TextRange[] } | null {
  const words = [...piece.matchAll(/\S+/g)].map(({ 0: text, index }) => ({ start: index, end: index + text.length }));
  let best: TextRange[] = [];
  let row: TextRange[] = [];
  for (let at = 0; at < words.length; ) {
    let take = Math.min(4, words.length - at);
    while (take > 0 && !isOwn(normalTag(piece.slice(words[at].start, words[at + take - 1].end)))) take--;
    row = take === 0 ? [] : [...row, { start: words[at].start, end: words[at + take - 1].end }];
    if (row.length > best.length) best = row;
    at += Math.max(1, take);
  }
  const count = best.length === 0 ? 0 : piece.slice(best[0].start, best.at(-1)?.end).split(/\s+/).length;
  return best.length >= fewestInRun && count >= fewestWords ? { parts: best } : null;
}

/** Whether a tag has the words for two, or a word that is none, and is no tag that the product knows. */
export const fusable = flag(({ norm }) => isFusable(norm) || mayBeGlued(norm));

function isFusable(norm: string): boolean {
  // Most tags are one word: that is told before the vocabulary is asked.
  let blanks = 0;
  for (let at = norm.indexOf(' '); at >= 0; at = norm.indexOf(' ', at + 1)) blanks++;
  return blanks >= 1 && blanks < 12 && !vocabulary().has(norm) && !isModified(norm);
}

function split(words: readonly string[], isOwn: (norm: string) => boolean, left: number): string[] | null {
  if (left < 1) return null;
  const last = words.slice(0, -1);
  if (left > 1 && endsBefore(last, words.at(-1) ?? '') && stands(last, isOwn))
    return [last.join(' '), words.at(-1) ?? ''];
  if (left > 1 && isGarmentBefore(last, words.at(-1) ?? '')) return [last.join(' '), words.at(-1) ?? ''];
  for (let take = Math.min(4, words.length); take > 0; take--) {
    const head = words.slice(0, take);
    const isTag = stands(head, isOwn);
    if (take === words.length) {
      if (isTag && left < most) return [head.join(' ')];
      continue;
    }
    if (!isTag && take > 1) continue;
    // "sitting on bench" is one phrase, whatever else begins with "on".
    if (doing.test(head[take - 1]) && where.test(words[take])) continue;
    const rest = split(words.slice(take), isOwn, left - 1);
    if (rest !== null && (isTag || begins(head[0], rest[0]))) return [head.join(' '), ...rest];
  }
  return null;
}
