import { canonicalPlaces } from './canonical-places.ts';
import { EYE_COLOURS, HAIR_COLOURS, MIXED_EYES, MIXED_HAIR } from './data/exclusive-looks.ts';
import { listOf } from './data/list.ts';
import { splitPictureTags } from './exclusive.ts';
import { foldSpelling } from './spelling.ts';
import { subjectCount } from './subjects.ts';
import { flag, trait, type Word, wordsOf } from './word.ts';

/** The colour of the table that a finer or poetic word stands for. */
const PLAIN_COLOUR: Readonly<Record<string, string>> = {
  silver: 'grey',
  teal: 'aqua',
  lavender: 'purple',
  golden: 'yellow',
  amber: 'orange',
  hazel: 'brown',
};

/** Colours that are one look in other light. Fewer than the pairs taggers give together: brown and blonde are two people. */
const NEAR_LOOKS = new Set(['grey white', 'aqua blue', 'aqua green', 'orange yellow']);

/** Colours of hair that nobody calls dark. */
const NEVER_DARK = new Set(['blonde', 'white', 'grey', 'silver', 'pink', 'yellow', 'golden', 'orange']);

/** Whether a tag says that the subject looks different here on purpose. */
export const changesLooks = (norm: string): boolean =>
  mayChange.some((words) => norm.includes(words)) &&
  /^(?:genderswap|alternate (?:hair|eye) color|cosplay)\b|\(cosplay\)$/.test(norm);

const mayChange = ['genderswap', 'alternate ', 'cosplay'];

/** Whether two values of an attribute describe one look: the same, two names of one colour, or a mere shade (dark hair). */
export function isSameLook(attribute: Attribute, a: string, b: string): boolean {
  if (a === b) return true;
  if (a === 'dark' || b === 'dark') return attribute !== 'hair colour' || !NEVER_DARK.has(a === 'dark' ? b : a);
  if (attribute !== 'hair colour' && attribute !== 'eye colour') return false;
  const plain = (value: string): string => {
    const found = PLAIN_COLOUR[value] ?? value;
    return attribute === 'hair colour' && found === 'yellow' ? 'blonde' : found;
  };
  const pair = [plain(a), plain(b)].sort();
  return pair[0] === pair[1] || NEAR_LOOKS.has(pair.join(' '));
}

/** What makes a person recognisable and should agree between the captions of one trigger. */
export type Attribute = 'hair colour' | 'eye colour' | 'gender' | 'age';

/** An attribute said by a tag: `gray hair` says hair colour `grey`. */
export interface AttributeValue {
  readonly attribute: Attribute;
  readonly value: string;
  /** Number of attribute and value, see {@link lookOf}. */
  readonly look: number;
  /** Index of the tag. */
  readonly index: number;
}

/** An attribute said in a sentence. Offsets are UTF-16, half-open. */
export interface AttributePhrase {
  readonly attribute: Attribute;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const HAIR = new Set([...listOf(HAIR_COLOURS), 'silver', 'teal', 'lavender', 'dark', 'golden']);
const EYES = new Set([...listOf(EYE_COLOURS), 'amber', 'hazel', 'teal', 'golden', 'silver', 'white']);
const MIXED_HAIR_TAGS = new Set(listOf(MIXED_HAIR));
const MIXED_EYE_TAGS = new Set(listOf(MIXED_EYES));
/** Words around a colour that say another thing: `long dark curly hair`. */
const SHADES =
  /^(?:(?:very|light|dark|pale|bright|deep|long|short|medium|curly|wavy|straight|messy|thick|wet|loose) )+(?=\S)/;
const TEXTURES = /(?: (?:long|short|curly|wavy|straight|messy|wet|loose))+$/;

const GENDER: Readonly<Record<string, string>> = {
  '1girl': 'female',
  '1boy': 'male',
  girl: 'female',
  boy: 'male',
  woman: 'female',
  man: 'male',
  female: 'female',
  male: 'male',
  lady: 'female',
  gentleman: 'male',
  'female child': 'female',
  'male child': 'male',
  'mature female': 'female',
  'mature male': 'male',
  'male focus': 'male',
};

const AGE: Readonly<Record<string, string>> = {
  baby: 'baby',
  toddler: 'toddler',
  child: 'child',
  kid: 'child',
  'female child': 'child',
  'male child': 'child',
  teenage: 'teenager',
  teenager: 'teenager',
  'mature female': 'adult',
  'mature male': 'adult',
  adult: 'adult',
  old: 'old',
  elderly: 'old',
  'old man': 'old',
  'old woman': 'old',
};

/**
 * Hair and eye colour, gender and age said by a caption's tags, in caption order. Mixed colours (`multicolored hair`,
 * `heterochromia`) are the value `mixed`, and then the single colours beside them are left out.
 */
export function attributesOf(tags: readonly string[] | readonly Word[]): AttributeValue[] {
  const words = wordsOf(tags);
  const found: AttributeValue[] = [];
  for (let index = 0; index < words.length; index++) {
    if ((words[index].flags & saysLooks) === 0) continue;
    for (const own of looksOfWord(words[index])) found.push({ ...own, index });
  }
  return found.filter(
    (one) =>
      one.value === 'mixed' || !found.some((other) => other.attribute === one.attribute && other.value === 'mixed'),
  );
}

/** A person with an age as one tag: `teenage boy`. */
const AGED = /^(old|elderly|young|middle-aged|teenage|little) (man|woman|boy|girl|lady|gentleman)$/;

/** The attributes that a tag says by itself. */
export const looksOfWord = trait(({ canonical: tag }): readonly Omit<AttributeValue, 'index'>[] => {
  const found: Omit<AttributeValue, 'index'>[] = [];
  const add = (attribute: Attribute, value: string): void =>
    void found.push({ attribute, value, look: numberOf(attribute, value) });
  if (MIXED_HAIR_TAGS.has(tag)) add('hair colour', 'mixed');
  else if (MIXED_EYE_TAGS.has(tag)) add('eye colour', 'mixed');
  else {
    const hair = colourBefore(tag, ' hair', HAIR);
    const eyes = colourBefore(tag, ' eyes', EYES);
    if (hair !== null) add('hair colour', hair);
    if (eyes !== null) add('eye colour', eyes);
  }
  if (Object.hasOwn(GENDER, tag)) add('gender', GENDER[tag]!);
  if (Object.hasOwn(AGE, tag)) add('age', AGE[tag]!);
  const [, age, person] = AGED.exec(tag) ?? [];
  if (age !== undefined && person !== undefined) {
    if (!found.some(({ attribute }) => attribute === 'gender')) add('gender', GENDER[person]!);
    const value = ageOf(age, person);
    // A young girl may be a child or a grown-up.
    if (value !== null && !(age === 'young' && /^(?:boy|girl)$/.test(person)) && !Object.hasOwn(AGE, tag))
      add('age', value);
  }
  return found;
});

/** The looks that tags say, a hundred at most, by the numbers they are asked about by. */
const looks: Pick<AttributeValue, 'attribute' | 'value'>[] = [];

function numberOf(attribute: Attribute, value: string): number {
  const known = looks.findIndex((look) => look.attribute === attribute && look.value === value);
  return known >= 0 ? known : looks.push({ attribute, value }) - 1;
}

/** Attribute and value of a number. */
export const lookOf = (look: number): Pick<AttributeValue, 'attribute' | 'value'> => looks[look];

/** Set for a tag that says an attribute. */
export const saysLooks = flag((word) => looksOfWord(word).length > 0);

function colourBefore(tag: string, noun: string, colours: ReadonlySet<string>): string | null {
  if (!tag.endsWith(noun)) return null;
  const words = tag.slice(0, -noun.length).replace(TEXTURES, '');
  const colour = words.replace(SHADES, '');
  if (colours.has(colour)) return colour;
  return words.endsWith('dark') && colours.has('dark') ? 'dark' : null;
}

const SAID =
  /\b(?:(?:(?:light|dark|pale|bright|deep|long|short|curly|wavy|straight|messy)[ -]){0,2}(?<colour>[a-z]+)[ -](?:(?:long|short|curly|wavy|straight|messy|colou?red) ){0,2}(?<noun>hair|eyes|hair(?:ed|[- ]haired)|eyed)|(?<shade>blonde?|brunette|redhead))\b/gi;
const PERSON =
  /\b(?:(?<old>old|elderly|young|middle-aged|teenage|little)[ -])?(?<person>man|woman|boy|girl|lady|gentleman|child|toddler|baby|teenager)\b/gi;

/** Hair and eye colour, gender and age said in a prose caption, in order. */
export function attributesIn(text: string): AttributePhrase[] {
  const found: AttributePhrase[] = [];
  for (const match of text.matchAll(SAID)) {
    const { colour, noun, shade } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    if (shade !== undefined) {
      const value = { brunette: 'brown', redhead: 'red' }[shade.toLowerCase()] ?? 'blonde';
      found.push({ attribute: 'hair colour', value, start, end });
      continue;
    }
    const value = foldSpelling((colour ?? '').toLowerCase());
    const hair = (noun ?? '').toLowerCase().startsWith('hair');
    if ((hair ? HAIR : EYES).has(value)) {
      found.push({ attribute: hair ? 'hair colour' : 'eye colour', value, start, end });
    }
  }
  for (const match of text.matchAll(PERSON)) {
    const { old, person = '' } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const word = person.toLowerCase();
    const gender = Object.hasOwn(GENDER, word) ? GENDER[word] : undefined;
    if (gender !== undefined) found.push({ attribute: 'gender', value: gender, start, end });
    const age = ageOf(old?.toLowerCase(), word);
    if (age !== null) found.push({ attribute: 'age', value: age, start, end });
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

function ageOf(old: string | undefined, person: string): string | null {
  if (old === 'old' || old === 'elderly') return 'old';
  if (old === 'middle-aged') return 'adult';
  if (old === 'teenage' || person === 'teenager') return 'teenager';
  if (old === 'little' || person === 'child') return 'child';
  if (old === 'young') return person === 'boy' || person === 'girl' ? 'child' : 'young adult';
  return person === 'toddler' || person === 'baby' ? person : null;
}

/** Several colours of hair or eyes in a picture of several people: the trainer cannot tell whose is whose. */
export interface AmbiguousAttribute {
  readonly attribute: 'hair colour' | 'eye colour';
  /** The different colours, in caption order. */
  readonly values: readonly string[];
  /** Indices of the tags that say them. */
  readonly indices: readonly number[];
}

/**
 * The colours of hair and eyes that a caption of several people does not assign. Silent for one subject (there it would
 * be a contradiction), for split pictures (they show one subject several times) and when the count is unknown.
 */
export function ambiguousAttributes(tags: readonly string[] | readonly Word[]): AmbiguousAttribute[] {
  const words = wordsOf(tags);
  if (subjectCount(words) !== 'several') return [];
  const places = canonicalPlaces(words);
  if (places.has('solo') || places.has('solo focus')) return [];
  for (const tag of splitPictureTags()) if (places.has(tag)) return [];
  const values = attributesOf(words);
  const found: AmbiguousAttribute[] = [];
  for (const attribute of ['hair colour', 'eye colour'] as const) {
    const said = values.filter((one) => one.attribute === attribute);
    const different = [...new Set(said.map((one) => one.value))];
    if (different.length > 1) {
      found.push({ attribute, values: different, indices: said.map((one) => one.index) });
    }
  }
  return found;
}
