import { categoryOf } from './categories.ts';
import { COLOUR_WORDS } from './data/modifiers.ts';
import { isFunctionWord } from './function-words.ts';
import { isPlural } from './glued-words.ts';
import { isThingWord, oppositesOf } from './opposite-words.ts';
import { vocabulary } from './vocabulary.ts';

/** Captions with a tag by itself from which it is one of the folder's, for a tag of one word and behind words that nobody else writes. */
const ownTag = 2;
const oftenOwn = 3;
/** Words of a piece at the most, and of one of its tags. */
const mostWords = 8;
const mostOfTag = 4;
/** Words of a thing behind them that is a tag nowhere else: one word may go on with what stands before it. */
const wordsOfRest = 2;

/** Materials that things behind them are made of, and no thing before them is. */
const materials =
  /^(?:brass|bronze|copper|iron|steel|silver|gold|golden|wooden|leather|velvet|silk|linen|cotton|woolen|woollen|denim|lace|glass|stone|marble|ceramic|porcelain|rubber|plastic|straw|wicker|paper)$/;
/** What a colour is told by: "sky blue", "wine red". */
const shades =
  /^(?:sky|navy|wine|blood|brick|mint|lemon|lime|olive|forest|moss|sea|ocean|steel|slate|ash|smoke|snow|milk|ice|jet|coal|rose|cherry|coral|salmon|peach|apple|bottle|emerald|ruby|royal|baby|pastel|neon|midnight|mustard|sand|honey|rust|copper|chestnut|chocolate|coffee|dusty|off|two-tone)$/;

/**
 * The tags in a piece of a list that other captions of the folder write by themselves, and that have lost what stood between them:
 * "armor red cape gauntlets", "green eyes holding umbrella", "mohair upholstery brass legs". Null where two words may be one thing's name.
 * @param norm the piece in normal form
 * @param written how many captions have a tag (normal form)
 */
export function writtenTags(norm: string, written: (norm: string) => number): readonly string[] | null {
  const words = norm.split(' ');
  if (words.length < 3 || words.length > mostWords || words.some(isFunctionWord) || written(norm) > 1) return null;
  // The caption in question has the piece as well.
  const elsewhere = (tag: string): number => (tag === norm ? 0 : written(tag));
  return row(words, elsewhere) ?? behindUnknown(words, elsewhere) ?? beforeUnknown(words, elsewhere);
}

/**
 * Two tags of other captions, one of them of one word, that are all of a piece nobody else writes: "honeycomb honey jar", "bamboo frame festival".
 * Likely, no more: the one word may say what kind of thing the other is.
 */
export function likelyTags(norm: string, times: (norm: string) => number): readonly string[] | null {
  const words = norm.split(' ');
  if (words.length < 3 || words.length > mostWords || times(norm) > 1) return null;
  // The caption in question has the piece as well.
  const written = (tag: string): number => (tag === norm ? 0 : times(tag));
  const scene =
    beforeDoing(words, written) ??
    beforeScene(words, written) ??
    behindSeveral(words, written) ??
    beforePlace(words, written) ??
    twoOfFolder(words, written) ??
    severalOfFolder(words, written) ??
    betweenTags(words, written) ??
    (words.some(isFunctionWord) ? null : behindUnknown(words, written, ownTag));
  if (scene !== null) return scene;
  if (words.length > mostOfTag || words.some(isFunctionWord)) return null;
  for (const at of [1, words.length - 1]) {
    const [left, right] = [words.slice(0, at), words.slice(at)];
    const one = (left.length === 1 ? left : right)[0];
    // "muddy hooves polled": behind a thing it is a tag where the folder has both again and again.
    const isSaidBehind =
      right.length === 1 && [left, right].every((part) => written(part.join(' ')) >= (/ing$/.test(one) ? 1 : ownTag));
    if (
      (/(?:ing|ed|ly)$/.test(one) && !isSaidBehind) ||
      COLOUR_WORDS.has(one) ||
      materials.test(one) ||
      shades.test(one)
    )
      continue;
    const counts = [left, right].map((part) => written(part.join(' ')));
    // A word that says how something is may stand before any thing; one that is a tag of many captions stands for itself.
    if (left.length === 1 && !isThingWord(one) && (counts[0] < oftenOwn || oppositesOf(one).length > 0)) continue;
    const isTwo = isSaidBehind || left.length === 1 || counts[0] >= ownTag || isThingWord(one);
    if (counts.every((count) => count > 0) && isTwo) return [left.join(' '), right.join(' ')];
  }
  return null;
}

/** Two tags of other captions, of which the second one says what is done: "short gills peeking out of a cave". */
function beforeDoing(words: readonly string[], written: (norm: string) => number): readonly string[] | null {
  const at = words.findIndex((word) => /...ing$/.test(word));
  if (at < 2 || at > words.length - 2) return null;
  const parts = [words.slice(0, at), words.slice(at)];
  if (parts[0].some(isFunctionWord) || !isEndOfTag(parts[0])) return null;
  const tags = parts.map((part) => part.join(' '));
  return tags.every((tag) => written(tag) >= ownTag) ? tags : null;
}

/** A tag of several words that is the folder's own, and behind it a place, weather or light that everybody knows: "rope handle fog". */
function beforeScene(words: readonly string[], written: (norm: string) => number): readonly string[] | null {
  if (words.some(isFunctionWord)) return null;
  for (const length of [2, 1]) {
    const [left, right] = [words.slice(0, -length), words.slice(-length).join(' ')];
    if (left.length < 2 || left.length > mostOfTag || written(left.join(' ')) < ownTag) continue;
    // "stone wall garden", "ship deck floor": a place may have its name of a thing; weather and times of day have not.
    const isScene = vocabulary().has(right) && categoryOf(right) === 'lighting';
    if (isScene && isEndOfTag(left) && categoryOf(left.join(' ')) !== 'lighting') return [left.join(' '), right];
  }
  return null;
}

/** A tag of the folder that ends with several of a thing, and another thing of two words behind it: "tin mugs pine forest". */
function behindSeveral(words: readonly string[], written: (norm: string) => number): readonly string[] | null {
  const [left, right] = [words.slice(0, -wordsOfRest), words.slice(-wordsOfRest)];
  if (left.length < 2 || words.some(isFunctionWord) || !isPlural(left.at(-1) ?? '')) return null;
  if (written(left.join(' ')) < ownTag || !isThingWord(right[1]) || /(?:ing|ed)$/.test(right[0])) return null;
  return [left.join(' '), right.join(' ')];
}

/** Two tags that the folder has again and again, the second one of several words: "torchlight hero with lantern". */
function twoOfFolder(words: readonly string[], written: (norm: string) => number): readonly string[] | null {
  for (let at = 1; at <= words.length - 2; at++) {
    const [left, right] = [words.slice(0, at), words.slice(at)];
    const [end, beginning] = [left[at - 1], right[0]];
    if (words.length < 4 || isFunctionWord(end) || isFunctionWord(beginning) || /ing$/.test(end)) continue;
    // What says how a thing is may stand before any.
    if (!isEndOfTag(left) || oppositesOf(end).length > 0) continue;
    const parts = [left.join(' '), right.join(' ')];
    if (parts.every((part) => written(part) >= oftenOwn)) return parts;
  }
  return null;
}

/** Two tags of one word that other captions have, at the ends of a piece: "anvil action shot sparks". */
function betweenTags(words: readonly string[], written: (norm: string) => number): readonly string[] | null {
  const [first, last] = [words[0], words.at(-1) ?? ''];
  if (words.length < 4 || words.length > mostOfTag + 1 || words.some(isFunctionWord)) return null;
  if (![first, last].every((word) => written(word) >= ownTag && oppositesOf(word).length === 0)) return null;
  return isEndOfTag([first]) && isEndOfTag([last]) ? [first, words.slice(1, -1).join(' '), last] : null;
}

/** Three tags of other captions and more, one of them of several words: "crowd festival blue sky". */
function severalOfFolder(words: readonly string[], written: (norm: string) => number): readonly string[] | null {
  if (words.some(isFunctionWord)) return null;
  const parts = partsOf(words, written);
  if (parts === null || parts.length < 3 || !parts.some((part) => part.includes(' '))) return null;
  return parts.some((part) => COLOUR_WORDS.has(part) || materials.test(part)) ? null : parts;
}

/** A place by an adverb that is a tag of the folder: "hand up poolside". */
function beforePlace(words: readonly string[], written: (norm: string) => number): readonly string[] | null {
  const [left, place] = [words.slice(0, -1), words.at(-1) ?? ''];
  if (left.length < 2 || left.length > mostOfTag || left.some((word) => isFunctionWord(word) || /ing$/.test(word)))
    return null;
  return /.{3}(?:side|doors)$/.test(place) && written(place) >= oftenOwn ? [left.join(' '), place] : null;
}

/** Two tags of several words, one of them the folder's own, and a thing behind them that no other caption has as a tag: "bowler hat curled brim hat box". */
function beforeUnknown(words: readonly string[], written: (norm: string) => number): readonly string[] | null {
  const known = words.length - wordsOfRest < 4 ? null : partsOf(words.slice(0, -wordsOfRest), written);
  if (known === null || known.length < 2 || known.some((part) => !part.includes(' '))) return null;
  if (!known.some((part) => written(part) >= ownTag) || !isThingWord(words.at(-1) ?? '')) return null;
  return [...known, words.slice(-wordsOfRest).join(' ')];
}

/** Tags of the folder from the first word to the last: three, or two of several words, or one before a colour or a material. */
function row(words: readonly string[], written: (norm: string) => number): readonly string[] | null {
  const parts = partsOf(words, written);
  if (parts === null || parts.length < 2) return null;
  // A word that one other caption has by itself may be a part of the phrase; two tags beside it that are the folder's own vouch for it.
  const own = parts.filter((part) => part.includes(' ') || written(part) >= ownTag).length;
  if (parts.length > 2) return own === parts.length || own >= 2 ? parts : null;
  if (own < 2) return null;
  const [left, right] = parts.map((part) => part.split(' '));
  if (right.length > 1 && left.length > 1) return parts;
  return right.length > 1 && beginsThing(right[0]) && isEndOfTag(left) ? parts : null;
}

/** The fewest tags of the folder that a row of words is. */
function partsOf(words: readonly string[], written: (norm: string) => number): readonly string[] | null {
  if (words.length === 0) return [];
  for (let take = Math.min(mostOfTag, words.length); take > 0; take--) {
    const tag = words.slice(0, take).join(' ');
    if (written(tag) < 1) continue;
    const rest = partsOf(words.slice(take), written);
    if (rest !== null) return [tag, ...rest];
  }
  return null;
}

/** Words that end with a thing, and behind them a tag of the folder that begins with a colour or a material: nobody names a thing so. */
function behindUnknown(
  words: readonly string[],
  written: (norm: string) => number,
  fewest = oftenOwn,
): readonly string[] | null {
  for (let at = 2; at <= words.length - 2; at++) {
    const [left, right] = [words.slice(0, at), words.slice(at)];
    if (right.length > mostOfTag || !beginsThing(right[0]) || written(right.join(' ')) < fewest) continue;
    if (isEndOfTag(left) && isThingWord(left[at - 1])) return [left.join(' '), right.join(' ')];
  }
  return null;
}

const beginsThing = (word: string): boolean => COLOUR_WORDS.has(word) || materials.test(word);

/** Whether a tag may end with the last of some words, which says nothing of a thing behind it. */
function isEndOfTag(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  if (COLOUR_WORDS.has(last) || materials.test(last) || shades.test(last)) return false;
  return isPlural(last) || !/(?:[^l]y|ly|ful|ous|ive|less|ish|ed|en|al|ic)$/.test(last) || isThingWord(last);
}
