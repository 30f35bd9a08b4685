import { once } from '../../ground/once.ts';
import { isFunctionWord } from '../function-words.ts';
import { memoized } from '../memo.ts';
import { numberOf, singular } from '../opposed/nouns.ts';
import { isWorn } from '../opposed/worn.ts';
import { isKindOf, isThingWord } from '../opposite-words.ts';
import { endsName, isThingToo, picksOne, valuesOfWord } from '../thing-words.ts';
import { isPerson } from './people.ts';
import { isStateWord } from './states.ts';
import type { Token } from './units.ts';

/** Somebody or something as a piece of text names it: "her lowered visor". Places are token numbers. */
export interface Noun {
  /** The first token, that of what stands before the name. */
  readonly first: number;
  /** The token of the name itself, and the one behind it. */
  readonly head: number;
  readonly next: number;
  /** Singular. */
  readonly noun: string;
  readonly isPlural: boolean;
  /** The word before its looks: "the", "her", "no", "two"; empty where there is none. */
  readonly det: string;
  /** Tokens between that word and the name. */
  readonly looks: readonly number[];
  /** The one whose it is: "the man's". */
  readonly owner: Noun | null;
}

const dets =
  /^(?:an?|the|this|that|these|those|his|her|its|their|no|any|another|each|every|both|all|some|several|many|few|other)$/;
/** Words that end a name though no list of function words has them. */
const ends =
  /^(?:away|back|straight|everything|all|nothing|there|here|then|when|where|but|if|so|not|never|into|onto|over|off|out|up|down|until|till|like|than|because|who|whose|left|held|seen|set|made|worn|him|them|us|me|you|himself|herself|itself|don't|isn't|aren't|has|had|have|does|do|been|being|can|will|would|without|about|around|upon|toward|towards|amid|among|along|inside|outside|after|before|beyond|past|for|within|beneath|underneath|atop|during|as|every|each|both|another|this|these|those|no)$/;

const isVerbal = (word: string): boolean => /.{2}(?:ing|ed)$/.test(word);

/** Whether a word (lower case) may be a name: somebody, an animal or a thing. */
export const mayName = memoized(
  (word): boolean => isPerson(singular(word)) || isThingWord(singular(word)) || isAnimal(word),
);

/** Whether a word of a name is more likely what is done: "her visor mirrors the lights", "his boots crunch through". */
function isDone(tokens: readonly Token[], at: number, before: string, det: string): boolean {
  const { word } = tokens[at]!;
  const next = tokens[at + 1];
  if (endsName(word) || isVerbal(word) || /(?:ly|less|headed|footed|foot)$/.test(word)) return true;
  if (isStateWord(word) && !(next?.isJoined === true && mayName(next.word))) return true;
  const isPlural = singular(before) !== before;
  if (isPlural) return true;
  if (!/[^s]s$/.test(word) || singular(word) === word) return false;
  if (det === 'a' || det === 'an' || isPerson(before) || isAnimal(before)) return true;
  if (isGarment(singular(word))) return false;
  if (next === undefined || !next.isJoined) return !mayName(word);
  return isFunctionWord(next.word) || ends.test(next.word) || isVerbal(next.word);
}

/** The name that begins at a token; null where none does. @param isBare whether it may stand without a word before it */
export function nounAt(tokens: readonly Token[], from: number, isBare: boolean): Noun | null {
  let at = from;
  let det = '';
  let owner: Noun | null = null;
  const word = (i: number): string => tokens[i]?.word ?? '';
  if (/^(?:all|both)$/.test(word(at)) && /^(?:of|the|his|her|its|their)$/.test(word(at + 1)))
    at += word(at + 1) === 'of' ? 2 : 1;
  if (dets.test(word(at)) || numberOf(word(at)) > 0) det = word(at++);
  else if (!isBare) return null;
  if (det !== '' && /^(?:other|only|single|lone)$/.test(word(at))) det = word(at) === 'other' ? 'another' : det;
  if (numberOf(word(at)) > 0 && det !== '') at++;
  // "beside her stands a mannequin"
  if (det === 'her' && endsName(word(at))) return null;
  const names: number[] = [];
  for (let steps = 0; steps < mostWords && at < tokens.length; steps++, at++) {
    const token = tokens[at]!;
    if (at > from && !token.isJoined) break;
    if (isFunctionWord(token.word) || ends.test(token.word)) break;
    if (names.length > 0 && (dets.test(token.word) || numberOf(token.word) > 0)) break;
    const before = names.length > 0 ? word(names.at(-1)!) : '';
    if (names.length > 0 && mayName(before) && isDone(tokens, at, before, det)) break;
    if (token.word.endsWith("'s")) {
      const name = singular(token.word.slice(0, -2));
      owner = {
        first: from,
        head: at,
        next: at + 1,
        noun: name,
        isPlural: false,
        det,
        looks: names.slice(),
        owner: null,
      };
      names.length = 0;
      det = "'s";
      continue;
    }
    names.push(at);
  }
  // "a woman asleep in a chair": what stands behind somebody and names nothing says how he is.
  if (names.length > 1 && !mayName(word(names.at(-1)!))) {
    const somebody = names.findLastIndex((one) => isPerson(singular(word(one))) || isAnimal(singular(word(one))));
    if (somebody >= 0) names.length = somebody + 1;
  }
  const head = names.at(-1);
  if (head === undefined || (det === '' && isVerbal(word(names[0]!)) && (names.length === 1 || !mayName(word(head)))))
    return null;
  const written = word(head);
  const noun = singular(written);
  // "the blue": a look alone is no name.
  if (!mayName(written) && (valuesOfWord(written).length > 0 || isStateWord(written) || picksOne(written))) return null;
  if (valuesOfWord(written).length > 0 && names.length === 1 && det === '' && !isThingToo(written)) return null;
  return { first: from, head, next: head + 1, noun, isPlural: noun !== written, det, looks: names.slice(0, -1), owner };
}
const mostWords = 5;

/** Whether a noun (singular) is of what somebody wears. */
export const isGarment = memoized(
  (noun): boolean =>
    isKindOf(noun, 'clothing') || isKindOf(noun, 'headdress') || isKindOf(noun, 'footwear') || isWorn(noun),
);

/** Whether what a name means is an animal. */
/** Animals that the commonest sense of a word is no kind of, or no list has: "alpaca" is wool first, "seal" a stamp. */
const beasts = once(
  () =>
    new Set(
      'alpaca anaconda beaver canary capybara catfish chameleon chihuahua chinchilla clownfish crayfish cub ewe gopher herring hoopoe kitty koi labrador lionfish lobster meerkat octopus orca oryx ox oxen pangolin prawn python scorpion seal shrimp skunk slug squid tarsier tuna vicuna wildcat yak guanaco quokka numbat dugong takin serval caracal fennec shiba akita samoyed dobermann pinscher pomeranian maltese dachshund hatchling joey velociraptor dragon unicorn griffin phoenix pegasus wyvern hydra basilisk yeti sasquatch kraken discus arowana sunfish swordfish pufferfish anglerfish nautilus anemone huskie corgi kitsune kirin qilin hippogriff'.split(
        ' ',
      ),
    ),
);
export const isAnimal = memoized((noun): boolean => isKindOf(noun, 'animal') || beasts().has(noun));
