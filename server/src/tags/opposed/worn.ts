import { once } from '../../ground/once.ts';
import { listOf } from '../data/list.ts';
import { isKindOf } from '../opposite-words.ts';
import { singular } from './nouns.ts';

/** What fields and captions call what somebody wears, and the words that are of it besides its kinds by WordNet. */
const WORN: Readonly<Record<string, string>> = {
  headwear:
    'headdress; hat, cap, headscarf, kerchief, bandana, bandanna, helmet, crown, tiara, headband, turban, hijab, beanie, beret, hood, bonnet, kokoshnik, veil, wreath, fedora, sombrero, snood, tricorn, fez, balaclava',
  hat: 'hat; hat, beanie, beret, fedora, sombrero, bonnet, tricorn, fez',
  footwear:
    'footwear; shoe, boot, sandal, sneaker, slipper, loafer, heel, trainer, flip-flop, clog, moccasin, sock, stocking',
  shoe: 'shoe; shoe, boot, sandal, sneaker, slipper, loafer, trainer, flip-flop, clog, moccasin',
  eyewear: 'spectacles; spectacle, glasses, sunglasses, goggles, monocle, eyeglasses',
  glasses: 'spectacles; spectacle, sunglasses, goggles, eyeglasses',
  jewelry: 'jewelry; necklace, earring, bracelet, ring, pendant, brooch, anklet, choker, bangle',
  beard: 'beard; goatee, stubble',
  'facial hair': 'beard; goatee, stubble, moustache, mustache, sideburn',
  glove: 'glove; mitten, gauntlet',
  legwear: 'stocking; sock, stocking, tights, pantyhose, thighhigh, kneehigh, legging',
  scarf: 'scarf; shawl',
  belt: 'belt; sash',
  bag: 'bag; backpack, handbag, purse, satchel, tote',
  earring: 'earring; earring',
  necklace: 'necklace; choker, pendant',
  tie: 'necktie; tie, bowtie',
  mask: 'mask; mask',
  clothes:
    'tunic; dress, tunic, shirt, coat, jacket, robe, gown, trousers, pants, jeans, skirt, uniform, suit, sweater, hoodie, blouse, kimono, toga',
  veil: 'veil; veil',
};

/** Other names of those. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  headgear: 'headwear',
  headdress: 'headwear',
  'head covering': 'headwear',
  hatless: 'hat',
  bareheaded: 'headwear',
  'bare-headed': 'headwear',
  'bare head': 'headwear',
  'head is bare': 'headwear',
  'head bare': 'headwear',
  unmasked: 'mask',
  unveiled: 'veil',
  'bare feet': 'footwear',
  'bare hands': 'glove',
  'bare-handed': 'glove',
  barehanded: 'glove',
  barefoot: 'footwear',
  barefooted: 'footwear',
  shoeless: 'shoe',
  beardless: 'beard',
  'clean-shaven': 'facial hair',
  spectacles: 'glasses',
  eyeglasses: 'glasses',
  moustache: 'moustache',
};

interface Worn {
  readonly kind: string;
  readonly words: ReadonlySet<string>;
}

const worn = once(
  (): ReadonlyMap<string, Worn> =>
    new Map(
      Object.entries(WORN).map(([name, line]) => {
        const [kind = '', words = ''] = line.split('; ');
        return [name, { kind, words: new Set([name, ...listOf(words)]) }];
      }),
    ),
);

/** The name that the table has for a garment, or else the singular of a noun (lower case): "headgear" → "headwear". */
export const nameOf = (noun: string): string =>
  OTHER_NAMES[noun] ?? (worn().has(noun) ? noun : (OTHER_NAMES[singular(noun)] ?? singular(noun)));

/** Whether a noun (lower case) is what is missing, or a kind of it. @param missing as {@link nameOf} gives it */
export function isOf(noun: string, missing: string): boolean {
  // One heel is of the foot.
  if (noun === 'heel') return false;
  const own = singular(noun);
  const garment = worn().get(missing);
  if (garment === undefined) return own === singular(missing) || isKindOf(own, singular(missing));
  return garment.words.has(noun) || garment.words.has(own) || isKindOf(own, garment.kind);
}

/** What somebody has on or about himself that is no garment. */
const ON_SOMEBODY =
  /^(?:moustache|mustache|goatee|stubble|ring|watch|makeup|lipstick|tattoo|freckle|collar|leash|bandana|backpack|purse|handbag|apron|ribbon|headphones|headband|armor|armour|wig|umbrella|glasses|sunglasses)$/;

/** Whether a name as {@link nameOf} gives it is of something that somebody wears. */
export const isWorn = (name: string): boolean =>
  worn().has(name) || ON_SOMEBODY.test(name) || isKindOf(name, 'clothing') || isKindOf(name, 'headdress');

/** What a word says by itself that somebody does without: "barefoot" → "footwear"; undefined for other words. */
export const doneWithout = (word: string): string | undefined => OTHER_NAMES[word];
