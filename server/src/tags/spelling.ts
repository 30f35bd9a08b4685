import { once } from '../ground/once.ts';

/**
 * British and variant spellings of words that occur in captions, to the spelling booru tags use. Only words of one
 * meaning; whole words, also as parts of a hyphenated word.
 */
export const SPELLINGS: Readonly<Record<string, string>> = {
  gray: 'grey',
  grayscale: 'greyscale',
  colour: 'color',
  colours: 'colors',
  coloured: 'colored',
  colourful: 'colorful',
  multicolour: 'multicolored',
  multicolor: 'multicolored',
  multicoloured: 'multicolored',
  watercolour: 'watercolor',
  jewellery: 'jewelry',
  armour: 'armor',
  armoured: 'armored',
  centre: 'center',
  centred: 'centered',
  theatre: 'theater',
  pyjamas: 'pajamas',
  moustache: 'mustache',
  doughnut: 'donut',
  harbour: 'harbor',
  blond: 'blonde',
  favourite: 'favorite',
  neighbourhood: 'neighborhood',
  parlour: 'parlor',
  vapour: 'vapor',
  odour: 'odor',
  tyre: 'tire',
  tyres: 'tires',
  aluminium: 'aluminum',
  cosy: 'cozy',
  sceptre: 'scepter',
  sabre: 'saber',
  fibre: 'fiber',
  kerb: 'curb',
  plough: 'plow',
  panelled: 'paneled',
  jewelled: 'jeweled',
  bejewelled: 'bejeweled',
  bevelled: 'beveled',
  woollen: 'woolen',
  racoon: 'raccoon',
  yoghurt: 'yogurt',
  pyjama: 'pajama',
  moustached: 'mustached',
  greyish: 'grayish',
  mould: 'mold',
  moulds: 'molds',
  moulded: 'molded',
  moulding: 'molding',
  mouldings: 'moldings',
  mouldy: 'moldy',
  smouldering: 'smoldering',
  chequered: 'checkered',
  antennae: 'antennas',
  cactuses: 'cacti',
  vermillion: 'vermilion',
  barbeque: 'barbecue',
  bannister: 'banister',
  bannisters: 'banisters',
  cypher: 'cipher',
  dyke: 'dike',
  smokey: 'smoky',
  hankie: 'hanky',
  sheik: 'sheikh',
  grays: 'greys',
  graying: 'greying',
  bandanna: 'bandana',
  bandannas: 'bandanas',
  ageing: 'aging',
  doughnuts: 'donuts',
  moustaches: 'mustaches',
  racquet: 'racket',
  racquets: 'rackets',
  waggon: 'wagon',
  waggons: 'wagons',
  programme: 'program',
  artefact: 'artifact',
  artefacts: 'artifacts',
  mollusc: 'mollusk',
  molluscs: 'mollusks',
  sulphur: 'sulfur',
  liquorice: 'licorice',
  kaftan: 'caftan',
  karabiner: 'carabiner',
  mitre: 'miter',
  ochre: 'ocher',
  sceptical: 'skeptical',
  wooly: 'woolly',
  ploughed: 'plowed',
  ploughs: 'plows',
  ploughing: 'plowing',
  kerbs: 'curbs',
  kerbside: 'curbside',
  fibres: 'fibers',
  sabres: 'sabers',
  epaulet: 'epaulette',
  epaulets: 'epaulettes',
  amphitheatre: 'amphitheater',
  fuelled: 'fueled',
  draughty: 'drafty',
  disc: 'disk',
  discs: 'disks',
  tsar: 'czar',
  gypsy: 'gipsy',
  mum: 'mom',
};

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
};

const COUNT = /^(\d+|one|two|three|four|five|six)[ -]?(girl|boy|other)s?$/;

const spellings = once(() => new Set(Object.entries(SPELLINGS).flat()));

/** Whether a word (lower case) is one of {@link SPELLINGS}, in either spelling. */
export const hasSpellings = (word: string): boolean => spellings().has(word) && word !== 'blond' && word !== 'blonde';

/** Parts that a word of {@link SPELLINGS} has one of: a quick look. */
const hasVariant =
  /chequered|antennae|cactuses|vermillion|barbeque|bannister|cypher|dyke|smokey|hankie|sheik|bandanna|ageing|racquet|waggon|programme|arte|mollusc|sulphur|liquorice|kaftan|karabiner|mitre|ochre|scept|wooly|epaulet|draughty|disc|tsar|gypsy|mum|gr[ae]y|our|tre|blond|multicolor|pyjama|moustache|doughnut|tyre|minium|cosy|sabre|fibre|kerb|plough|elled|ellery|woollen|racoon|yoghurt|mould/;

/** "café" as "cafe": accents of Latin letters make no other word. */
export const withoutAccents = (text: string): string =>
  /[\u00c0-\u024f]/.test(text) ? text.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD')[0]) : text;

/**
 * A tag in normal form with its words in one spelling, and counts of people as booru writes them:
 * `gray hair` → `grey hair`, `two girls` → `2girls`, `1 girl` → `1girl`.
 */
export function foldSpelling(text: string): string {
  const norm = withoutAccents(text);
  const count = COUNT.exec(norm);
  if (count !== null) {
    const number = NUMBER_WORDS[count[1]!] ?? count[1]!;
    return `${number}${count[2]}${number === '1' ? '' : 's'}`;
  }
  if (!hasVariant.test(norm)) return norm;
  return norm
    .split(' ')
    .map((word) =>
      word
        .split('-')
        .map((part) => (Object.hasOwn(SPELLINGS, part) ? SPELLINGS[part] : part))
        .join('-'),
    )
    .join(' ');
}

/** Words that are one thing apart and another one in one word: a green house is no greenhouse. */
const otherApart = /\b(green|hot) (?=houses?\b)|\b(black|blue) (?=birds?\b)/g;

/**
 * A key that is equal for tags that differ only in spelling, spaces and hyphens: `t-shirt`, `t shirt` and `tshirt` share
 * one. A separator between two digits stays, so `1-2` is not `12`.
 */
export function spellingKey(norm: string): string {
  const words = / (?:house|bird)/.test(norm) ? norm.replace(otherApart, '$1$2_') : norm;
  return foldSpelling(words)
    .replace(/(\d)[ -]+(?=\d)/g, '$1_')
    .replace(/[ -]+/g, '');
}

/** Letters in which British and American words differ, to one of both. */
const variants: readonly (readonly [RegExp, string])[] = [
  [/our/g, 'or'],
  [/tre(?=s?$|d$)/g, 'ter'],
  [/bre(?=s?$)/g, 'ber'],
  [/([iy])s(?=(?:e[ds]?|ing|er|ers|ation|ations)$)/g, '$1z'],
  [/ll/g, 'l'],
  [/ogue(?=s?$)/g, 'og'],
  [/ence(?=s?$)/g, 'ense'],
  [/ae|oe/g, 'e'],
  [/gray/g, 'grey'],
];
/** Shorter words are other ones: "four" and "for", "hall" and "hal". */
const shortestVariant = 6;

/** Short words with an l that stands doubled before an ending for a reason of its own: "filing" and "filling", "tiling" and "tilling". */
const otherWhenDoubled = /^(?:re)?[^aeiouy]*[aeiouy]ll?(?:ings?|ed|ers?|s)$/;
const twoWords = new Set([
  'timbre',
  'timbres',
  'gravely',
  'images',
  'imagoes',
  'barbel',
  'barbels',
  'forgoes',
  'snowshed',
]);

const inOneSpelling = (word: string): string =>
  variants.reduce((text, [pattern, by]) => text.replace(pattern, by), word);

/** Equal for the British and the American spelling of a word (lower case); for other words mostly themselves. */
export const oneSpelling = (word: string): string =>
  word.length < shortestVariant || otherWhenDoubled.test(word) || twoWords.has(word)
    ? word
    : inOneSpelling(foldSpelling(word));

/** Whether two words (lower case) are the British and the American spelling of one, if both are words. */
export const areSpellingsOfOne = (a: string, b: string): boolean =>
  foldSpelling(a) === foldSpelling(b) ||
  (Math.min(a.length, b.length) >= shortestVariant && inOneSpelling(a) === inOneSpelling(b));
