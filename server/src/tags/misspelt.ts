import { once } from '../ground/once.ts';
import { COMMON_WORDS } from './data/common-words.ts';
import { listOf } from './data/list.ts';
import { isEnglish, isName } from './english.ts';
import { memoized } from './memo.ts';
import { isRareWord } from './rare-words.ts';
import { isModified } from './separators.ts';
import { soundAlike } from './sound-alike.ts';
import { triggerKind } from './trigger-kinds.ts';
import { isVocabularyWord, vocabulary, vocabularyWords } from './vocabulary.ts';
import { rightForm } from './wrong-forms.ts';

/** Shorter words have too many real neighbours; what people slip in most often is told in shorter ones too. */
const shortest = 6;
const shortestSwap = 4;
const shortestDouble = 3;
/** Letters from which a neighbouring key is told as well. */
const shortestKey = 5;
/** Letters from which a word may be a slip of one that captions seldom have; shorter ones are rare words themselves: "burnet" is no brunet. */
const shortestRare = 7;
/** Longer runs of letters are no words. */
const longest = 20;

/** Slips of words too short to be told by their neighbours. */
const knownSlips = new Map(
  listOf(
    `teh the, hte the, adn and, nad and, wiht with, wtih with, whit with, form from, thier their, taht that, hsi his, ehr her, fo of, si is, onthe on the, ina in a, witha with a, ofa of a, inthe in the, ofthe of the, recieve receive, wierd weird, agian again, befor before, becuase because, untill until, wich which, thru through, alot a lot, infront in front, siting sitting, forrest forest, bycicle bicycle,
bicicle bicycle, bakground background, backround background, forground foreground, beautifull beautiful, jewelery jewelry, tatoo tattoo,
lenght length, heigth height, seperate separate, restaraunt restaurant, accross across, sholder shoulder, sholders shoulders, hankerchief handkerchief,
cemetary cemetery, pharoah pharaoh, mustasche mustache, ambulence ambulance, skateborad skateboard, embroided embroidered, embrodered embroidered, restraunt restaurant, camoflauge camouflage, vehical vehicle, mideval medieval,
sillouette silhouette, chandalier chandelier, accesorries accessories, photografy photography, bouqet bouquet, boquet bouquet, definately definitely, surrouded surrounded,
ballons balloons, ballon balloon, holing holding, waring wearing, dinning dining, tyring trying`,
  ).map((pair) => {
    const at = pair.indexOf(' ');
    return [pair.slice(0, at), pair.slice(at + 1)] as const;
  }),
);
// Words of their own.
for (const real of ['form', 'whit', 'nad', 'si', 'fo', 'thru']) knownSlips.delete(real);

const everyday = once(() => new Set(listOf(COMMON_WORDS)));
const letters = 'abcdefghijklmnopqrstuvwxyz';

/**
 * What a word (lower case) of a sentence is a slip of, the likeliest first; empty for words of English, names, and words that no
 * single letter makes English. A real but rare word may have such a neighbour as well: the folder has to say how often it stands.
 */
export const misspeltAs: (word: string) => readonly string[] = memoized((word) => {
  const known = knownSlip(word);
  if (known !== null) return [known];
  if (!/^[a-z]+$/.test(word) || word.length < shortestDouble || word.length > longest) return [];
  const form = rightForm(word);
  if (form !== null) return [form];
  if (isEnglish(word) || isName(word) || isRareWord(word)) return [];
  // "celadon": the list has a rare word in the plural alone.
  if (!word.endsWith('s') && isEnglish(`${word}s`) && !isUsual(`${word}s`)) return [];
  // "couche", "toile": nobody slips in a mute e, and words of trades have one behind a word of English.
  if (/[^e]e$/.test(word) && isEnglish(word.slice(0, -1))) return [];
  const swaps: string[] = [];
  for (let at = 0; at + 1 < word.length && word.length >= shortestSwap; at++)
    swaps.push(word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2));
  const kind = triggerKind(word);
  // "whte": a word of a dictionary that has lost its vowel looks like a made-up one.
  // "coatsline" may be two words; that two letters of a usual one have changed places is likelier.
  if (kind !== 'coined' && (kind !== 'identifier' || /[aeiouy]/.test(word)))
    return word.length < shortestRare ? [] : swaps.filter((swap) => isUsual(swap) && isEnglish(swap));
  const found = new Map<string, number>();
  for (const swap of swaps) if (isEnglish(swap) && (isUsual(swap) || word.length >= shortestKey)) found.set(swap, 3);
  if (word.length < shortest) addShort(found, word);
  if (found.size === 0 && word.length === shortestKey && !foreignEnd.test(word)) addDropped(found, word);
  // The older way to write it: loveable, sizeable.
  if (/eable$/.test(word) && isEnglish(word.replace(/eable$/, 'able'))) return [];
  // "minium", "partie" and "hoverfly" are words that dictionaries lack: only what captions have is likelier.
  const isForeign = foreignEnd.test(word) || isCompoundLike(word);
  // Where the word that is meant ends alike, the end says nothing: "umberella".
  const isOther = (text: string): boolean =>
    isForeign && (word.length < longEnded || text.slice(-3) !== word.slice(-3));
  const isLikely = (text: string, at: number, isDouble = false): boolean =>
    isEnglish(text) &&
    ((at > 0 && (isDouble || (!isOther(text) && Math.max(word.length, text.length) >= shortestRare))) || isUsual(text));
  if (word.length >= shortest) {
    for (let at = 0; at <= word.length; at++) {
      const [head, tail] = [word.slice(0, at), word.slice(at)];
      const doubled = tail !== '' && head.endsWith(tail[0]);
      if (tail !== '' && isLikely(head + tail.slice(1), at, doubled))
        rank(found, head + tail.slice(1), doubled ? 3 : 1);
      for (const letter of letters) {
        const longer = head + letter + tail;
        const isDouble = head.endsWith(letter) || tail.startsWith(letter);
        if (isLikely(longer, at, isDouble)) rank(found, longer, isDouble ? 3 : 2);
        // One letter apart are many words that dictionaries lack and rare ones: "nitrile" is no nitrite.
        const other = head + letter + tail.slice(1);
        if (tail !== '' && at > 0 && isLikely(other, at) && (isUsual(other) || isBeside(letter, tail[0])))
          rank(found, other, isBeside(letter, tail[0]) ? 1.5 : 1);
      }
    }
    for (const other of [...sameLetters(word), ...otherDoubled(word)])
      if (isUsual(other) && isEnglish(other)) rank(found, other, 1);
    for (const other of soundAlike(word))
      if (isEnglish(other) && (isUsual(other) || (other.length >= shortestRare && !isForeign))) rank(found, other, 1.5);
  }
  return [...found]
    .map(([text, score]) => [text, score + (isUsual(text) ? 2 : 0)] as const)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 3)
    .map(([text]) => text);
});

/** Ends of words of Latin, French, Italian or Japanese that few words of English have. */
const foreignEnd = /(?:[aiou]|ae|ie|ii|um|(?<!o)us|is|os|eau|eux|que|ette|elle|esque)$/;

/** Whether a word is two short words of English in one, as names of animals and plants are: "hoverfly", "hawkmoth". */
const isCompoundLike = (word: string): boolean => {
  for (let at = shortestHalf; at <= word.length - shortestHalf; at++)
    if (word.length >= shortestCompound && [word.slice(0, at), word.slice(at)].every(isEnglish)) return true;
  return false;
};
const longEnded = 8;
const shortestHalf = 3;
const shortestCompound = 7;

/** Letters of each of two words, one of them usual, that are written as one: "chainmail". */
const shortestPart = 4;

/** Whether a word is two of English in one. */
export function isJoined(word: string): boolean {
  for (let at = shortestPart; at <= word.length - shortestPart; at++)
    if ([word.slice(0, at), word.slice(at)].every(isEnglish) && [word.slice(0, at), word.slice(at)].some(isUsual))
      return true;
  return false;
}

/** "gutair", "bottuns": a letter between the first and the last has moved, or two have changed places. */
function* sameLetters(word: string): Iterable<string> {
  for (let from = 1; from < word.length - 1; from++) {
    const without = word.slice(0, from) + word.slice(from + 1);
    for (let to = 1; to < word.length - 1; to++) {
      yield without.slice(0, to) + word[from] + without.slice(to);
      if (to > from) yield word.slice(0, from) + word[to] + word.slice(from + 1, to) + word[from] + word.slice(to + 1);
    }
  }
}

/** "paterrn": another letter stands twice. */
function* otherDoubled(word: string): Iterable<string> {
  for (let at = 1; at < word.length; at++) {
    if (word[at] !== word[at - 1]) continue;
    const single = word.slice(0, at) + word.slice(at + 1);
    for (let to = 1; to < single.length; to++)
      if (to !== at - 1) yield single.slice(0, to) + single[to] + single.slice(to);
  }
}

/** What a short word is a slip of: a letter is left out behind the first, stands once too often, or is that of the key beside. */
function addShort(found: Map<string, number>, word: string): void {
  const add = (text: string, score: number): void => {
    if (isEnglish(text) && isUsual(text)) rank(found, text, score);
  };
  for (let at = 1; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    for (const letter of letters) {
      // Of three letters only one that should stand twice is told: "wod", "tre".
      const isDouble = head.endsWith(letter) || tail.startsWith(letter);
      if (isDouble || word.length >= shortestSwap) add(head + letter + tail, isDouble ? 3 : 2);
      if (tail !== '' && word.length >= shortestKey && isBeside(letter, tail[0])) add(head + letter + tail.slice(1), 1);
    }
    if (head.at(-1) === tail[0]) add(head + tail.slice(1), 3);
  }
}

/** The one word of English that a vowel behind the first letter makes of a short word: "thred". */
function addDropped(found: Map<string, number>, word: string): void {
  const longer = new Set<string>();
  for (let at = 1; at <= word.length; at++)
    for (const letter of 'aeiou') {
      const text = word.slice(0, at) + letter + word.slice(at);
      if (isEnglish(text)) longer.add(text);
    }
  const [only] = longer;
  if (longer.size === 1) rank(found, only, 2);
}

const keys = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];

/** Whether two keys are neighbours in a row of a keyboard. */
const isBeside = (a: string, b: string): boolean => keys.some((row) => row.includes(a + b) || row.includes(b + a));

/** Words of English that are written for others where these make a tag or a phrase with a word beside them. */
const realSlips = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      listOf(`lightning lighting, lightening lighting, hear hair, hare hair, brow brown, read red, blew blue, greed green, whit white,
withe white, sliver silver, shot short, lose loose, stripped striped, wooded wooden, steal steel, plane plain, pail pale, quite quiet,
dessert desert, areal aerial, month mouth, boy body, boby body, peal pearl, lather leather,
form from, fro from, cheery cherry, hop hoop, starring staring, learning leaning, ridding riding, waking walking, sanding standing, bear bare, heals heels`).map(
        (pair) => {
          const at = pair.indexOf(' ');
          return [pair.slice(0, at), pair.slice(at + 1)] as const;
        },
      ),
    ),
);
/** Phrases that such a word belongs to, and that are no tags. */
const phrases = once(
  () =>
    new Set(
      listOf(`aerial view, aerial shot, aerial photo, aerial photograph, aerial photography, aerial perspective, aerial image, desert landscape,
desert sand, desert road, desert dunes, desert background, steel sword, steel armor, steel bridge, steel door, wooden table, wooden chair, wooden floor, wooden door,
wooden bench, wooden wall, wooden fence, wooden bridge, wooden boat, wooden house, wooden cabin, plain wall, plain backdrop, plain shirt, pale skin, quiet street,
quiet expression, hoop earrings, hoop earring, from above, from below, from behind, from side, upper body, full body, lower body, loose hair, loose curls,
loose strands, loose shirt, striped pattern, striped fabric, striped wall, striped background, leather belt, leather bag, leather jacket, pearl necklace,
pearl earrings, cherry blossom, cherry blossoms, cherry tree, cherry trees, cherry pie, bare feet, bare shoulders, bare chest, bare arms, bare legs, bare back, soft lighting, studio lighting, warm lighting, dramatic lighting, natural lighting,
staring at, staring into, staring off, staring out, leaning against, leaning over, leaning back, leaning forward, leaning out, leaning towards, riding a, riding an,
riding his, riding her, walking down, walking along, walking through, walking across, walking towards, walking past, walking away, standing in, standing on, standing at,
standing next, standing near, standing beside, standing against, high heels, black heels, red heels, white heels`),
    ),
);

const isPhrase = (text: string): boolean => vocabulary().has(text) || phrases().has(text) || isModified(text);

/** What a word of English is a slip of beside others, by what is a tag or a phrase: "studio lightning", "brow hair"; null when it is none. */
export function slipBeside(before: string, word: string, after: string): string | null {
  const meant = realSlips().get(word);
  if (meant === undefined) return null;
  for (const pair of [[before, '%'] as const, ['%', after] as const]) {
    if (pair.includes('')) continue;
    const [written, right] = [word, meant].map((text) => pair.join(' ').replace('%', text));
    if (isPhrase(right) && !isPhrase(written)) return meant;
  }
  return null;
}

/** The words that captions have and that a word is one slip away from: a letter too many, too few, another, or two swapped. */
export const usualNear: (word: string) => readonly string[] = memoized((word) => {
  const found = new Set<string>();
  const add = (text: string): void => {
    if (text !== word && isUsual(text)) found.add(text);
  };
  for (let at = 0; at <= word.length; at++) {
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    if (tail !== '') add(head + tail.slice(1));
    if (tail.length > 1) add(head + tail[1] + tail[0] + tail.slice(2));
    for (const letter of letters) {
      add(head + letter + tail);
      if (tail !== '') add(head + letter + tail.slice(1));
    }
  }
  return [...found];
});

/** The words that captions have. */
export function* usualWords(): Iterable<string> {
  yield* vocabularyWords();
  yield* everyday();
}

/** Whether a word is one that captions have. */
export function isUsual(word: string): boolean {
  const isOne = (text: string): boolean => isVocabularyWord(text) || everyday().has(text);
  return isOne(word) || (word.length > shortest && word.endsWith('s') && isOne(word.slice(0, -1)));
}

/** What a word, of a sentence or of a tag, is a known slip of; null when it is none, although it may be a word or a name. */
export const knownSlip = (word: string): string | null => knownSlips.get(word) ?? null;

function rank(found: Map<string, number>, text: string, score: number): void {
  found.set(text, Math.max(found.get(text) ?? 0, score));
}
