import { categoryOf } from './categories.ts';
import { listOf } from './data/list.ts';
import { isEnglish } from './english.ts';
import { isRareToken } from './identifiers.ts';

/** General words that a trigger goes with: "ohwx woman", "zkz dog". */
const classNouns = new Set(
  listOf(
    `man, woman, girl, boy, person, guy, lady, male, female, child, kid, baby, people, character, dog, cat, animal, bird,
horse, fox, wolf, dragon, monster, robot, creature, toy, doll, plushie, car, vehicle, bike, ship, building, house, room, object,
product, logo, outfit, dress, costume, shoe, bag, style, artstyle, aesthetic, art, painting, anime, face, weapon, food, plant,
landscape, interior, city, furry, mascot, cosplayer, actress, actor, singer, model, look, vibe, artwork, drawing, illustration,
render, filter, typeface, font, icon, emblem, puppy, kitten, rabbit, bear, jacket, shirt, coat, uniform, hat, hoodie, sweater, kimono,
armor, swimsuit, skirt, sneaker, sneakers, boots, shoes, backpack, sunglasses, watch, ring, necklace, bottle, cup, mug, kettle,
teapot, thermos, vase, bowl, chair, table, lamp, sofa, armchair, guitar, camera, helmet, mask, sword, truck, motorcycle, bicycle,
airplane, spaceship, castle, church, bridge, statue, sculpture, figurine, plush, plushie, ceramic, dish, cake, hairstyle, tattoo`,
  ),
);

const countTag = /^1(?:girl|boy|other)$/;

/** What a class word is a class of. */
export type ClassKind = 'person' | 'creature' | 'thing' | 'place' | 'style';

const kinds: Readonly<Record<Exclude<ClassKind, 'thing'>, readonly string[]>> = {
  person: listOf(
    'man, woman, girl, boy, person, guy, lady, male, female, child, kid, baby, people, character, cosplayer, actress, actor, singer, model, face',
  ),
  creature: listOf(
    'puppy, kitten, rabbit, bear, dog, cat, animal, bird, horse, fox, wolf, dragon, monster, creature, furry, mascot',
  ),
  place: listOf('castle, church, bridge, landscape, interior, city, building, house, room'),
  style: listOf(
    'style, artstyle, art style, aesthetic, look, vibe, filter, render, art, artwork, painting, drawing, illustration, anime, photo',
  ),
};

/** What a class word (normal form) says of its concept; null without one. */
export function classKind(classWord: string | null): ClassKind | null {
  if (classWord === null) return null;
  if (countTag.test(classWord)) return 'person';
  const found = Object.entries(kinds).find(([, words]) => words.includes(classWord));
  return found ? (found[0] as ClassKind) : 'thing';
}

/** The general words that a trigger goes with, in normal form. */
export const classWords: readonly string[] = ['1girl', '1boy', '1other', ...classNouns];

/** Whether a tag in normal form can be the class word of a concept. */
export function isClassWord(norm: string): boolean {
  return countTag.test(norm) || classNouns.has(norm);
}

/** Whether a word (lower case) is one that neither the tag vocabulary nor a dictionary of English knows: a made-up one, or a name. */
export function isCoinedWord(word: string): boolean {
  if (!/\p{L}/u.test(word) || word.length < 2 || classNouns.has(word)) return false;
  if (isRareToken(word)) return true;
  if (isEnglish(word)) return false;
  // "paw-print" is made of known words.
  return !word.includes('-') || !word.split('-').every((part) => isEnglish(part) || part.length < 2);
}

/** Words a tag that names a trigger has at the most. */
const mostWords = 4;

/** Whether a tag in normal form holds a made-up word and is none the product knows. */
export function isCoinedTag(norm: string): boolean {
  if (categoryOf(norm) !== null || /[()]/.test(norm)) return false;
  const words = norm.split(' ');
  return words.length <= mostWords && words.some(isCoinedWord);
}

/** A phrase taken apart: the made-up words and the class word behind them ("ohwx woman" → ohwx, woman). */
export function splitPhrase(phrase: string): { trigger: string | null; classWord: string | null } {
  const words = phrase
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '');
  const last = words.at(-1)?.toLowerCase() ?? '';
  if (words.length === 0) return { trigger: null, classWord: null };
  if (!isClassWord(last)) return { trigger: words.join(' '), classWord: null };
  return { trigger: words.length === 1 ? null : words.slice(0, -1).join(' '), classWord: last };
}

/** Whether a tag in normal form is the trigger or holds it as whole words. `trigger` in normal form. */
export function holdsTrigger(norm: string, trigger: string): boolean {
  if (norm === trigger) return true;
  for (let at = norm.indexOf(trigger); at >= 0; at = norm.indexOf(trigger, at + 1)) {
    if (isEdge(norm, at - 1) && isEdge(norm, at + trigger.length)) return true;
  }
  return false;
}

function isEdge(text: string, at: number): boolean {
  return at < 0 || at >= text.length || !/[\p{L}\p{N}]/u.test(text[at]);
}
