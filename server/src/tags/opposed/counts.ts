import { once } from '../../ground/once.ts';
import { isKindOf } from '../opposite-words.ts';
import { clashOf, type Opposed, rangeOf, TWO_PICTURES } from './clash.ts';
import { NUMBERS, numberOf, singular } from './nouns.ts';

/** "two red apples" as a whole piece between commas. */
const piece = once(() => new RegExp(`^(?:(?:a|an|only|exactly|the) )?(${NUMBERS}) ((?:[a-z-]+ )?)([a-z-]+)$`));
/** What may stand before the number: nearly every piece begins with another word, and needs no pattern. */
const beforeNumber = ['a', 'an', 'only', 'exactly', 'the'];
/** Counts of these are of the picture's subjects or of its making, and other pairs tell them; or two numbers may well be true. */
export const notCounted =
  /^(?:girl|boy|other|view|koma|tone|time|quarter|piece|side|hand|finger|step|level|layer|focus|panel|persona|person|people|man|woman|line|color|colour|shot|file|row|point|half|eye|day|night|light|source|pair|set|group|bun|way|one|frame|angle|point|part|dimension|century)$/;

/** What a piece of a caption counts: "three beetles". */
export interface Counted {
  readonly noun: string;
  readonly number: number;
}

/** What a piece (between commas, lower case) counts, when it does nothing else; null for nearly all. "two red apples" counts red apples. */
export function countedIn(phrase: string): Counted | null {
  const first = phrase.slice(0, Math.max(0, phrase.indexOf(' ')));
  if (numberOf(first) === 0 && !beforeNumber.includes(first)) return null;
  const [, number = '', look = '', written = ''] = piece().exec(phrase) ?? [];
  const noun = singular(written);
  if (number === '' || notCounted.test(noun) || /(?:ing|ed|ly)$/.test(written)) return null;
  const count = numberOf(number);
  // "single bed", "two tone": not a plural behind two, no singular behind one.
  return count > 1 === (noun !== written) ? { noun: look + noun, number: count } : null;
}

/** "single beetle, three beetles": two pieces that count the same things differently. */
export function countedTwice(text: string): Opposed | null {
  const said: (Counted & { start: number; end: number })[] = [];
  for (const match of text.matchAll(/[^,.;|\n]+/g)) {
    const own = match[0].trim();
    const counted = countedIn(own.toLowerCase());
    const start = match.index + match[0].indexOf(own);
    if (counted !== null) said.push({ ...counted, start, end: start + own.length });
  }
  for (const [at, b] of said.entries()) {
    const a = said.slice(0, at).find(({ noun, number }) => noun === b.noun && number !== b.number);
    if (a !== undefined && !TWO_PICTURES.test(text)) return clashOf(a, b, 'number');
  }
  return null;
}

const anaphor = new RegExp(
  String.raw`\ball (?:of (?:the )?|the )?(?<all>${NUMBERS})\b(?<them> of (?:them|whom|these))?(?: (?<noun>[a-z]+s|women|men|children|people|geese|mice|sheep|deer|oxen)\b)?|\bboth(?<both> of (?:them|whom))?(?: (?:of the )?(?<pair>[a-z]+s)\b)?`,
  'gi',
);
const group = new RegExp(
  String.raw`\b(?<!\b(?:of the|all|of|the other|another|these|those) )(?<number>${NUMBERS}|pair of|couple of|duo of|trio of) (?:[a-z-]+ ){0,2}?(?<noun>[a-z]+)\b`,
  'gi',
);
/** Number words, and those for groups. */
const countOf = (word: string): number => (word.startsWith('trio') ? 3 : word.endsWith(' of') ? 2 : numberOf(word));

/** Further ones than those that were counted. */
const more =
  /\b(?:another|others?|more|joined|besides|plus|third|fourth|fifth|sixth|also|second|extra|additional|rest)\b/i;
const creature = (noun: string): boolean =>
  /^(?:player|friend|sister|brother|dancer|soldier|musician|worker|tourist|kid|student|guest|figure|bird|cat|dog|horse|kitten|puppy|man|woman|girl|boy|child|person|people|sailor|nun|monk|runner|cyclist|swimmer|singer|chef|guard|knight|teammate|hiker|skier|fisherman|farmer|officer|commuter|elder|lady|teenager|toddler|baby|actor|model|colleague|twin|acrobat|ballerina|performer|warrior|samurai|geisha|witch|tourist|hiker|pirate|robot)$/.test(
    noun,
  ) || isKindOf(noun, 'animal');

/** "three players crouch … and all four of them wear bibs": one group that was counted, and then spoken of with another number. */
export function countedAgain(text: string): Opposed | null {
  if (!/\b(?:all|both)\b/i.test(text) || TWO_PICTURES.test(text) || more.test(text)) return null;
  const groups = [...text.matchAll(group)].flatMap((match) => {
    const { number = '', noun = '' } = match.groups ?? {};
    const count = countOf(number.toLowerCase());
    // The plural is the last of up to three words.
    const plural = [...match[0].matchAll(/[a-z]+/gi)]
      .slice(1)
      .find(([word]) => singular(word.toLowerCase()) !== word.toLowerCase());
    const own = plural?.[0].toLowerCase() ?? followingPlural(text, match.index + match[0].length) ?? noun.toLowerCase();
    return count > 1 && singular(own) !== own ? [{ count, noun: singular(own), ...rangeOf(match) }] : [];
  });
  for (const match of text.matchAll(anaphor)) {
    const { all, them, noun, both, pair } = match.groups ?? {};
    const count = all === undefined ? 2 : numberOf(all.toLowerCase());
    const before = groups.filter(({ end }) => end <= match.index);
    const named = singular((all === undefined ? pair : noun)?.toLowerCase() ?? '');
    const isThem = them !== undefined || both !== undefined;
    // "all four women" of five people are another group; "all three dogs" are the two.
    const own = isThem ? before.filter((one) => creature(one.noun)) : before.filter((one) => one.noun === named);
    if (own.length !== 1 || (isThem && before.length !== 1) || own[0].count === count) continue;
    const [{ start, end }] = own;
    const between = text.slice(end, match.index);
    if (
      /\b(?:and|with|beside|while|as) (?:an?|the|their|her|his|one|two|three|some) /i.test(between) ||
      (/[.;]/.test(between) && !isThem)
    )
      continue;
    if (
      isThem &&
      /\b(?:hands?|arms?|legs?|eyes|sides?)\b/i.test(text.slice(match.index, match.index + match[0].length + 8))
    )
      continue;
    return clashOf({ start, end }, rangeOf(match), 'number');
  }
  return null;
}

/** The plural right behind up to one more word: "three young" → "players". */
function followingPlural(text: string, from: number): string | null {
  const next = /^ ([a-z]+)/i.exec(text.slice(from))?.[1]?.toLowerCase();
  return next !== undefined && singular(next) !== next ? next : null;
}

const parts =
  'legged, wheeled, headed, armed, eyed, stringed, horned, winged, tailed, storied, tiered, pointed, petaled, petalled, sided, fingered, masted, engined, handled, pronged, bladed, humped, eared, drawered, doored, spoked, branched, toed, roomed, seated, tier, door, story, wheel, string, seat, leg, blade, arm, branch, drawer, pointed, petal, handle, mast'
    .split(', ')
    .join('|');
const partOf: Readonly<Record<string, string>> = {
  legged: 'leg',
  storied: 'story',
  bladed: 'blade',
  engined: 'engine',
  handled: 'handle',
  sided: 'side',
  eyed: 'eye',
  spoked: 'spoke',
  toed: 'toe',
  petalled: 'petal',
};
const numbered = new RegExp(String.raw`\b(?<number>${NUMBERS})-(?<part>${parts})\b`, 'gi');

/** "a four-legged stool with only three legs": a number of parts in a thing's name, and another one behind "with". */
export function partsTwice(text: string): Opposed | null {
  for (const match of text.matchAll(numbered)) {
    const { number = '', part = '' } = match.groups ?? {};
    const noun = partOf[part.toLowerCase()] ?? part.toLowerCase().replace(/ed$/, '');
    const rest = text.slice(match.index + match[0].length);
    const again = new RegExp(
      String.raw`^(?: [a-z-]+){1,3},? (?:with|on|has|having|and has|standing on|that has) (?:only |just |exactly |its )*(?<number>${NUMBERS}) (?:[a-z-]+ )?${noun}s?\b`,
      'i',
    ).exec(rest);
    const other = numberOf(again?.groups?.number?.toLowerCase() ?? '');
    if (again === null) {
      const own = partsOfIt(text, match.index + match[0].length, noun, numberOf(number.toLowerCase()));
      const clash = own && clashOf(rangeOf(match), own, 'number');
      if (clash !== null) return clash;
      continue;
    }
    if (other === 0 || other === numberOf(number.toLowerCase()) || TWO_PICTURES.test(text)) continue;
    // "a four-legged stool beside a dog with three legs": another one's.
    if (
      /\b(?:beside|behind|and|near|under|by|next|of) /i.test(again[0]) ||
      /\b(?:missing|broken|lost|raised|left|visible)\b/i.test(rest.slice(again[0].length, again[0].length + 30))
    )
      continue;
    const start = match.index + match[0].length + again[0].search(/(?:only |just |exactly )*\S+ (?:[a-z-]+ )?\S+$/i);
    return clashOf(rangeOf(match), { start, end: match.index + match[0].length + again[0].length }, 'number');
  }
  return null;
}

/** "a two-tier cake, its three tiers", "a two-door coupe, all four doors": how many of its parts are spoken of as all of them. */
function partsOfIt(text: string, from: number, noun: string, count: number): { start: number; end: number } | null {
  const rest = text.slice(from);
  const match = new RegExp(
    String.raw`[,.;] (?:its|his|her|all|all of its|the) (?:of its )?(?<number>${NUMBERS}) (?:[a-z-]+ )?${noun}s?\b(?! (?:of|on|from) (?:the|an?|another)\b)`,
    'i',
  ).exec(rest);
  const said = numberOf(match?.groups?.number?.toLowerCase() ?? '');
  if (match === null || said === 0 || said === count || TWO_PICTURES.test(text)) return null;
  if (/\b(?:another|other|second|house|shed|missing|broken|lost|visible|left|right|behind|beside)\b/i.test(text))
    return null;
  return { start: from + match.index + 2, end: from + match.index + match[0].length };
}
