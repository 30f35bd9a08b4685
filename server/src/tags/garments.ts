import { listOf } from './data/list.ts';
import { CLOTH_NEIGHBOURS, COLOURS } from './data/prose-exclusive.ts';
import { trait, type Word } from './word.ts';

/** Garments of which a subject wears one at a time; shirts and jackets lie over each other. */
const single = new Set(
  listOf(
    'dress, gown, kimono, yukata, hanfu, swimsuit, one-piece swimsuit, leotard, bodysuit, jumpsuit, robe, skirt, pants, shorts, hat, cap, beret, necktie, bowtie, scarf, cape, cloak, hoodie, sweater, uniform',
  ),
);
const places = [...single];
const near = new Set(listOf(CLOTH_NEIGHBOURS));

/** The garment of a tag that gives it one colour: `green dress`. */
const garmentOf = trait(({ canonical }): { readonly noun: string; readonly colour: string } | null => {
  const blank = canonical.indexOf(' ');
  const colour =
    blank < 0 || !Object.hasOwn(COLOURS, canonical.slice(0, blank)) ? null : COLOURS[canonical.slice(0, blank)];
  const noun = canonical.slice(blank + 1);
  return colour === null || !single.has(noun) ? null : { noun, colour };
});

/** A number for the garment that a tag gives one colour; below zero for any other tag. */
export const garmentPlace = (word: Word): number => {
  const garment = garmentOf(word);
  return garment === null ? -1 : places.indexOf(garment.noun);
};

/** The indices of two tags that give one garment two colours, as nobody calls one colour; null where none do. */
export function twoColouredGarment(words: readonly Word[]): readonly [number, number] | null {
  let first = -1;
  for (let at = 0; at < words.length; at++) {
    const own = garmentOf(words[at]);
    if (own === null) continue;
    if (first < 0) {
      first = at;
      continue;
    }
    for (let before = first; before < at; before++) {
      const other = garmentOf(words[before]);
      if (other === null || other.noun !== own.noun || other.colour === own.colour) continue;
      if (!near.has(`${other.colour} ${own.colour}`) && !near.has(`${own.colour} ${other.colour}`)) return [before, at];
    }
  }
  return null;
}

/** Tags that say that a garment has several colours. */
export const saysMixedCloth = (words: readonly Word[]): boolean =>
  words.some(({ canonical }) =>
    /^(?:two-tone|multicolored|gradient|striped|plaid|checkered|patchwork|layered|split-color|print|floral)\b/.test(
      canonical,
    ),
  );
