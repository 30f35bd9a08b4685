import { LateMap } from '../ground/late-map.ts';
import { once } from '../ground/once.ts';
import { listOf } from './data/list.ts';
import { COLOUR_WORDS } from './data/modifiers.ts';
import { SYNONYMS } from './data/synonyms.ts';
import { emoticonForm } from './emoticons.ts';
import { memoized } from './memo.ts';
import { nounOf } from './prose-variants.ts';
import { foldSpelling, spellingKey } from './spelling.ts';

/** Tags that mean one thing. All in normal form. */
export interface SynonymFamily {
  readonly canonical: string;
  /** The listed forms, the canonical one first. Separator and spelling variants of each belong to it too. */
  readonly forms: readonly string[];
}

const familyOfLine = (line: string): SynonymFamily => {
  const colon = line.indexOf(':');
  const canonical = line.slice(0, colon).trim();
  return { canonical, forms: [canonical, ...listOf(line.slice(colon + 1))] };
};

/** {@link SYNONYMS} as their keys are: without blanks and hyphens. */
const joined = once(() => `${SYNONYMS.replace(/[ -]+/g, '')}\n`);

/** The families by {@link spellingKey}; the spelling of a listed form is the folded one. */
export const families = new LateMap<SynonymFamily>(
  (key) => {
    if (key === '' || /[,:\n]/.test(key)) return undefined;
    const text = joined();
    for (let at = text.indexOf(key, 1); at >= 0; at = text.indexOf(key, at + 1))
      if (',:\n'.includes(text[at - 1]!) && ',:\n'.includes(text[at + key.length]!))
        return familyOfLine(SYNONYMS.split('\n')[text.slice(0, at).split('\n').length - 1]!);
    return undefined;
  },
  () => {
    const all = new Map<string, SynonymFamily>();
    for (const line of SYNONYMS.split('\n')) {
      if (!line.includes(':')) continue;
      const family = familyOfLine(line);
      for (const form of family.forms) all.set(spellingKey(form), family);
    }
    return all;
  },
  60,
);

/** The synonym family of a tag in normal form, or null when it has no listed synonym. */
export function familyOf(norm: string): SynonymFamily | null {
  if (emoticonForm(norm) !== null) return null;
  return families.get(spellingKey(norm)) ?? null;
}

/**
 * The canonical form of a tag in normal form: of its family, else the tag in folded spelling (`gray sky` → `grey sky`).
 * The canonical form of a canonical form is itself.
 */
export function canonicalForm(norm: string): string {
  if (emoticonForm(norm) !== null) return norm;
  return families.get(spellingKey(norm))?.canonical ?? foldModifier(foldSpelling(norm));
}

/** {@link canonicalForm}, remembered: for texts that come again and again. */
export const canonicalTag: (norm: string) => string = memoized(canonicalForm);

const light =
  /^(bright|soft|natural|dramatic|studio|cinematic|warm|rim|volumetric|cold|cool|dim|low|harsh|hard|diffused?|ambient|moody|neon|artificial|indoor|golden|blue|red) light$/;
const goldThing =
  /^golden (?=(?:earrings?|necklaces?|bracelets?|rings?|jewelry|jewellery|trim|armor|crown|chain|buttons?|anklet|bangles?|tiara|belt|watch|medal|hoops?|hoop earrings)$)/;

/** Nouns behind a modifier, see {@link NOUNS}; a dirt bike is no bicycle, and nobody knows what a bike is by itself. */
const otherNouns = [
  ...[
    'couch',
    'settee',
    'rucksack',
    'automobile',
    'lorry',
    'aeroplane',
    'fridge',
    'trainers',
    'denim trousers',
    'trousers',
  ],
  ...[
    'motorbike',
    'eyeglasses',
    'spectacles',
    'dungarees',
    'waistcoat',
    'hooded sweatshirt',
    'bathing suit',
    'denim pants',
  ],
].map((noun) => ` ${noun}`);

/**
 * Words that only vary the ending of a modifier, or the noun behind it: `bright light` is `bright lighting`, `golden earrings` are
 * `gold earrings`, a `red couch` is a `red sofa`.
 */
function foldModifier(norm: string): string {
  if (!norm.includes(' ')) return norm;
  if (norm.endsWith(' light')) return norm.replace(light, '$1 lighting');
  const folded = norm.startsWith('golden ') ? norm.replace(goldThing, 'gold ') : norm;
  const noun = otherNouns.find((one) => folded.endsWith(one));
  return noun === undefined ? folded : `${folded.slice(0, -noun.length)} ${nounOf(noun.slice(1))}`;
}

/** Two colours that are joined in one order: `white and orange` is `orange and white`. */
function inColourOrder(norm: string): string {
  if (!norm.includes(' and ')) return norm;
  return norm.replace(/\b([a-z]+) and ([a-z]+)\b/g, (both: string, a: string, b: string) =>
    a > b && COLOUR_WORDS.has(a) && COLOUR_WORDS.has(b) ? `${b} and ${a}` : both,
  );
}

/** Equal for tags that mean one thing: same family, or same spelling apart from spaces and hyphens. */
export function synonymKey(norm: string): string {
  const face = emoticonForm(norm);
  if (face !== null) return face;
  const key = spellingKey(inColourOrder(foldModifier(norm)));
  const family = families.get(spellingKey(norm)) ?? families.get(key);
  return family === undefined ? key : spellingKey(family.canonical);
}
