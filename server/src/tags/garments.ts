import { listOf } from './data/list.ts';
import { statesOf } from './states.ts';
import { areKin, isPair, type ThingValue, valuesOfWord } from './thing-words.ts';
import { trait, type Word, wordsOf } from './word.ts';

/** Garments of which a subject wears one at a time; shirts and jackets lie over each other. */
const single = new Set(
  listOf(
    'dress, gown, kimono, yukata, hanfu, swimsuit, one-piece swimsuit, leotard, bodysuit, jumpsuit, robe, skirt, pants, shorts, hat, cap, beret, necktie, bowtie, scarf, cape, cloak, hoodie, sweater, uniform',
  ),
);
/** Of these other pairs speak, with their exceptions. */
const told = new Set(
  'hair eyes skin background sleeves pupils lips nails theme mouth hand hands arm arms leg legs body'.split(' '),
);
/** Words of a tag that says what a thing is like. */
const mostWords = 4;

/** What a tag says of a thing: "tall glass vase" says the height and the material of a vase. */
interface TaggedThing extends ThingValue {
  readonly thing: string;
}

const thingsOfWord = trait(({ canonical }): readonly TaggedThing[] | null => {
  const words = canonical.split(' ');
  if (words.length < 2 || words.length > mostWords || valuesOfWord(words[0]).length === 0) return null;
  if (told.has(words.at(-1)!) || statesOf(canonical).length > 0) return null;
  const values = words.map((word) => valuesOfWord(word));
  let first = 0;
  while (first < words.length - 1 && values[first].length > 0) first++;
  const thing = words.slice(first).join(' ');
  const found = values.slice(0, first).flat();
  // "black and white dress", "dark blue vase".
  const hasTwo = found.some((one, at) => found.findIndex(({ family }) => family === one.family) !== at);
  if (first === 0 || hasTwo || /\b(?:and|of|with|on|in)\b/.test(thing)) return null;
  const isShade = found.some(({ family }) => family === 'colour');
  return found
    .filter(({ family }) => !(isShade && (family === 'lightness' || family === 'brightness')))
    .map((value) => ({ ...value, thing }));
});

/**
 * A number for the thing that a tag says something of, the same for the same thing; below zero for any other tag. Asked of all tags of a
 * caption: only words of one number need be looked at.
 */
export function numberOfThing(word: Word): number {
  const [first] = thingsOfWord(word) ?? [];
  if (first === undefined) return -1;
  let hash = 0x811c9dc5;
  for (let at = 0; at < first.thing.length; at++) hash = Math.imul(hash ^ first.thing.charCodeAt(at), 0x01000193);
  return hash >>> 2;
}

/** Two tags of a caption that say one thing is two of a kind: their indices, of what, and whether somebody wears one of it at a time. */
export interface TwoOfOneThing {
  readonly a: number;
  readonly b: number;
  readonly thing: string;
  readonly family: string;
  readonly isGarment: boolean;
}

/**
 * The first two tags that give one thing two values of a family, as nobody calls one; null where none do.
 * @param things {@link numberOfThing} of each
 */
export function twoOfOneThing(
  words: readonly Word[],
  things: ArrayLike<number> = words.map(numberOfThing),
): TwoOfOneThing | null {
  for (let b = 1; b < things.length; b++) {
    if (things[b] < 0) continue;
    for (let a = 0; a < b; a++) {
      const clash = things[a] === things[b] ? clashOf(words[a], words[b]) : undefined;
      if (clash === undefined) continue;
      const { thing, family } = clash;
      return { a, b, thing, family, isGarment: family === 'colour' && single.has(thing) };
    }
  }
  return null;
}

/** The value of a tag that another tag of the same thing goes against. */
const clashOf = (one: Word, other: Word): TaggedThing | undefined => {
  const others = thingsOfWord(one) ?? [];
  return thingsOfWord(other)?.find(({ thing, family, value }) =>
    others.some((said) => said.thing === thing && said.family === family && isOther(thing, said, value)),
  );
};

/** Whether a value is not another's: of cloth people call near colours by either name. */
const isOther = (thing: string, { family, value }: ThingValue, other: string): boolean =>
  single.has(thing) || isPair(family) ? !areKin(family, value, other) : value !== other;

/** What the tags of a caption say one thing is, of a family: nothing, one value, or several that go against each other. */
export function valuesOfThing(tags: readonly string[] | readonly Word[], thing: string, family: string): number {
  const values = new Set<string>();
  for (const word of wordsOf(tags))
    for (const own of thingsOfWord(word) ?? []) if (own.thing === thing && own.family === family) values.add(own.value);
  return values.size;
}

/** Tags that say that a garment has several colours. */
export const saysMixedCloth = (words: readonly Word[]): boolean =>
  words.some(({ canonical }) =>
    /^(?:two-tone|multicolored|gradient|striped|plaid|checkered|patchwork|layered|split-color|print|floral)\b/.test(
      canonical,
    ),
  );
