import { once } from '../../ground/once.ts';
import type { TextRange } from '../../ground/text.ts';
import { isThingWord } from '../opposite-words.ts';
import { wordsIn } from '../text-words.ts';
import { isOfTopic, topicOf } from '../topic.ts';
import { kindOfWord } from '../trigger-kinds.ts';
import { another } from './another.ts';
import { clashOf, holdsPicture, type Opposed, rangeOf, TWO_PICTURES } from './clash.ts';
import { missingIn, NUMBERS, singular } from './nouns.ts';
import { isLaidOff, presenceOf } from './presence.ts';
import { isLaidAside, isOfOtherThing } from './set-apart.ts';
import { thereAfterAll } from './there-after-all.ts';
import { doneWithout, isWorn, nameOf } from './worn.ts';

/** What is said not to be there. */
interface Absence {
  readonly range: TextRange;
  /** What is missing, singular. */
  readonly noun: string;
  /** Where what has none of it stands; null where it is the whole picture or somebody. */
  readonly bearer: { readonly noun: string; readonly end: number } | null;
}

/** Words between "no" and what is missing that only stress it. */
const stress = '(?:visible |single |(?:kind|sort) of )?';
const absences = once(
  () =>
    new RegExp(
      String.raw`\b(?:(?:(?<bearer>[a-z]+) )?(?:with no|without (?:an?|any)?|without) ?${stress}(?<of>[a-z]+)\b(?! (?:of|in|on|at)\b)|\b(?:no|not (?:a single|any)|(?:not|n't|never) (?:wearing|wears?|have|has)(?: an?| any| his| her)?) ${stress}(?<no>[a-z]+(?: hair)?)\b|(?<less>[a-z]+-?less|bare-?headed|bare head|head (?:is )?bare|unmasked|unveiled|bare-?handed|bare hands|barefoot(?:ed)?|bare feet|clean-shaven)\b(?=(?:,? (?!(?:with|in|and|on)\b)(?<after>[a-z-]+)(?: (?<then>[a-z]+))?)?))`,
      'gi',
    ),
);
const quick = /\b(?:no|not|never|without|[a-z]{3,}less|bare|unmasked|unveiled|clean-shaven)/i;

/** Somebody who belongs to a thing. */
const attendant =
  /^(?:driver|rider|passenger|pilot|captain|crew|cook|waiter|player|audience|guard|owner|keeper|conductor|animal)$/;

/** What may lack something, besides things: somebody, and what has a sky. */
const isBearer = (noun: string): boolean =>
  isThingWord(noun) ||
  /^(?:man|woman|boy|girl|child|baby|lady|person|sky|night|day|morning|afternoon|landscape|hill|island|plain|place|scene)$/.test(
    noun,
  );

function absencesIn(text: string): Absence[] {
  const found: Absence[] = [];
  for (const match of text.matchAll(absences())) {
    const { bearer, of, no, less, after, then } = match.groups ?? {};
    let range = rangeOf(match);
    if (less !== undefined) {
      const word = less.toLowerCase();
      const noun = doneWithout(word) ?? missingIn(word);
      if (noun === null) continue;
      range = { start: range.start, end: range.start + less.length };
      // "headless marble statue": the last of the two words that is a thing.
      const [own] = [then, after].filter(
        (one): one is string => one !== undefined && isBearer(singular(one.toLowerCase())),
      );
      const end = own === undefined ? range.end : text.indexOf(own, range.end) + own.length;
      found.push({ range, noun, bearer: own === undefined ? null : { noun: singular(own.toLowerCase()), end } });
      continue;
    }
    const word = (of ?? no ?? '').toLowerCase();
    const noun = nameOf(word);
    if (!isWorn(noun) && !isThingWord(singular(word)) && !attendant.test(singular(word))) continue;
    const isOfThing = bearer !== undefined && isBearer(singular(bearer.toLowerCase()));
    if (of !== undefined) range = { start: range.start + match[0].toLowerCase().search(/\bwith/), end: range.end };
    found.push({ range, noun, bearer: isOfThing ? { noun: singular(bearer.toLowerCase()), end: range.end } : null });
  }
  return found;
}

/** What one thing lacks and has all the same, or somebody: "a handleless cup …, its curved handle", "no jewelry … she wears a necklace". */
export function absentThings(text: string, isOfSeveral: () => boolean): Opposed | null {
  if (!quick.test(text) || TWO_PICTURES.test(text)) return null;
  for (const absence of absencesIn(text)) {
    const { range, noun, bearer } = absence;
    const found = isWorn(noun)
      ? onSomebody(text, absence, isOfSeveral)
      : ((bearer && ofThing(text, noun, bearer)) ?? thereAfterAll(text, noun, range, bearer));
    if (found) return clashOf(range, found, 'presence');
  }
  return null;
}

const nobody =
  /\b(?:no (?:people|humans|persons|figures)|nobody|devoid of (?:people|life)|without (?:any )?(?:people|humans))\b/i;
const somebody =
  /\b(?:an?|two|three|four|five|several|many|some|groups? of|crowds? of|couple of|family of) (?:[a-z-]+ ){0,2}?(?:man|men|woman|women|boys?|girls?|child|fisherman|shepherd|sailors?|figures?|soldier|rider|hunters?|nurses?|monk|cook|gardeners?|fishermen's|children|people|hikers?|tourists?|workers?|farmers?|fishermen|soldiers?|dancers?|cyclists?|shoppers|commuters|passengers|swimmers|walkers|runners|kids?|lady|ladies|couple|villagers|monks?|nuns?|players?|vendors?)\b/i;
const goers =
  'customers|visitors|guests|passengers|tourists|shoppers|spectators|players|dancers|children|animals|cars|boats|birds|workers|soldiers|students|diners|commuters|swimmers|worshippers|fans|vehicles|ships|pedestrians';
const noneOf = once(
  () => new RegExp(`\\b(?:no|without(?: any)?|not a single|free of|devoid of) (?<noun>${goers})\\b`, 'i'),
);

/** "no customers in sight. Customers crowd around the counter": several of whom there is none. */
export function severalAfterAll(text: string): Opposed | null {
  const none = /\b(?:no|without|single|free|devoid)\b/i.test(text) ? noneOf().exec(text) : null;
  if (none === null || TWO_PICTURES.test(text) || holdsPicture(text) || onlySome.test(text)) return null;
  const from = none.index + none[0].length;
  const noun = none.groups?.noun ?? '';
  const some = new RegExp(
    `(?:^|[,.;] |\\b(?:of|many|several|two|three|four|five|the|hungry|eager) )${noun}\\b(?! (?:sign|only|outside))`,
    'i',
  );
  const behind = some.exec(text.slice(from));
  if (
    behind === null ||
    /\b(?:for|without|no|yesterday|soon|later) (?:[a-z]+ )?$/i.test(text.slice(from, from + behind.index + 1))
  )
    return null;
  return clashOf(
    rangeOf(none),
    { start: from + behind.index + behind[0].length - noun.length, end: from + behind.index + behind[0].length },
    'presence',
  );
}

const onlySome = /\b(?:except|other|else|but|only|besides|apart|near(?:by)?|yet|more|beyond|longer|wear(?:s|ing)?)\b/i;

/** "no people, …, a group of hikers": a picture without anybody, and somebody in it. */
export function nobodyThere(text: string): Opposed | null {
  const none = nobody.exec(text);
  const some = none && somebody.exec(text);
  if (!none || !some || TWO_PICTURES.test(text) || holdsPicture(text) || onlySome.test(text)) return null;
  if (/^['’]s\b/.test(text.slice(some.index + some[0].length))) return null;
  return /\b(?:mannequin|doll|scarecrow|shadow|silhouette|sign|for|without|no) (?:[a-z]+ )?$/i.test(
    text.slice(0, some.index),
  )
    ? null
    : clashOf(rangeOf(none), rangeOf(some), 'presence');
}

/** What somebody wears though it was said that nothing of the kind is worn. */
function onSomebody(text: string, { range, noun }: Absence, isOfSeveral: () => boolean): TextRange | null {
  const found = presenceOf(text, noun, range, 0, text.length);
  if (found === null || isOfSeveral()) return null;
  // "a knight in a helmet, his squire bareheaded": another one is.
  if (range.start > found.end && !isOfTopic(text, range.start, topicOf(text))) return null;
  const piece = pieceAround(text, found);
  if (
    somebodyElse.test(
      [...topicOf(text).names].reduce((rest, name) => rest.replaceAll(name, ' '), piece.toLowerCase()),
    ) &&
    !goesOnOf(text, piece, found, range) &&
    !piece.includes(text.slice(range.start, range.end))
  )
    return null;
  // It is worn: "in red shoes", "she wears", "his long beard".
  const before = text.slice(Math.max(0, found.start - 60), found.start);
  if (
    /^ (?:is |are )?(?:pulled|drawn|perched|set|tied|jammed) (?:low |down |tightly |deep )*(?:over|on|onto|across|under|around) (?:his|her)\b/i.test(
      text.slice(found.end),
    )
  )
    return found;
  // A tag of its own: "1girl, hat, The girl is not wearing a hat".
  const isTag = /(?:^|[,.] )(?:(?!(?:no|unworn|holding|removed|removing|without|single) )[a-z-]+ ){0,2}$/i.test(before);
  if (isTag && /^[,.]/.test(text.slice(found.end))) return found;
  return /\b(?:in|wears|wearing|with|has|having|her|his|its|sports|dons|donning)(?: [a-z-]+,?){0,4} ?$/i.test(before) &&
    !/\b(?:in|with) (?:the|front)\b[^,.;]*$/i.test(before)
    ? found
    : null;
}

/** "a woman wearing a white helmet leans out, bareheaded": who is said to do without is the one that the sentence begins with. */
function goesOnOf(text: string, piece: string, found: TextRange, { start }: TextRange): boolean {
  if (
    found.end > start ||
    !/^(?:[a-z\d_-]+ )?(?:an?|the) (?:[a-z-]+ ){0,2}?(?:man|woman|boy|girl|person)\b/i.test(piece.trim())
  )
    return false;
  const between = text.slice(found.end, start);
  return (
    text.lastIndexOf(',', found.start) < 0 &&
    !/[.;]/.test(between) &&
    wordsIn(between).every(({ lower }) => kindOfWord(lower) === null)
  );
}

const inSky = /^(?:moon|star|cloud|sun)$/;

/** What a thing has though it was said to have none: behind "its", right behind the thing with "with", or said of the thing again. */
function ofThing(
  text: string,
  noun: string,
  bearer: { readonly noun: string; readonly end: number },
): TextRange | null {
  const rest = text.slice(bearer.end);
  const own = String.raw`(?<!-)\b${noun}(?:s|es)?\b`;
  const plural = noun === 'leaf' ? String.raw`\bleaves\b` : noun === 'tooth' ? String.raw`\bteeth\b` : own;
  const words = '(?:(?!(?:of|with|and|in|on|from|to|the|an?)\\b)[a-z-]+,? ){0,3}';
  const patterns = [
    new RegExp(String.raw`\b(?:its|his|her|their|whose) ${words}(?:${own}|${plural})`, 'i'),
    new RegExp(
      `^(?: [a-z]+){0,2}?,? (?:with|has|having|and has|that has|which has|(?:is|are) (?:covered|filled|topped|lined|crowned|overgrown) (?:with|in|by)|full of) (?:(?:an?|the|its|many|several|some|${NUMBERS}) )?(?:(?:[a-z]+ )?(?:grove|row|cluster|clump|line|group|stand|set|pair|field|forest|blanket|layer) of )?${words}(?:${own}|${plural})`,
      'i',
    ),
    new RegExp(
      String.raw`\bthe ${words}(?:${own}|${plural}) (?:of|on) the ${bearer.noun}\b|\bthe ${bearer.noun}'s ${words}(?:${own}|${plural})`,
      'i',
    ),
    // Of what hangs in the sky there is one, whoever has it.
    ...(inSky.test(noun)
      ? [
          new RegExp(
            String.raw`(?<=\b(?:the|bright|full|many|countless|dark|white|grey) )(?:${own})(?![- ](?:shaped|light|lit|field))`,
            'i',
          ),
        ]
      : []),
  ];
  for (const [at, pattern] of patterns.entries()) {
    const match = pattern.exec(rest);
    if (match === null) continue;
    const between = rest.slice(0, match.index);
    const behind = rest.slice(match.index + match[0].length);
    if (
      another.test(between) ||
      /\b(?:like|as|than) (?:an?|the) (?:[a-z]+ )*$/i.test(between) ||
      /\b(?:no|not|own|without|missing|removed|broken off|lost|once|instead|like|as an?|than)\b/i.test(
        `${between} ${match[0]}`,
      )
    )
      continue;
    // "with two windows painted on it" and "its handle lies beside it" are none that it has.
    if (
      /^ (?:(?:is|are|lies|lying|was|were) )?(?:(?:painted|drawn) (?:on|onto|in)|(?:tied|slung|draped|hung|hanging|thrown|folded|bundled|held) (?:around|over|on|from|in|under|by|to)|missing|beside|next to|gone|removed|lost|broken off|(?:on|under|over|against) (?:the|an?) (?:floor|table|ground|chair|bench|shelf|wall|sofa|couch|bed|stool|desk|hook|rack|mat|rug|(?:far )?horizon)|in (?:the|an?|his|her) (?:corner|drawer|box|bag|basket|hands?|lap)|in the (?:far )?distance|far (?:away|off))/i.test(
        behind,
      )
    )
      continue;
    if (at === 0 && isLaidOff(text, bearer.end + match.index + match[0].length)) continue;
    if (at !== 2 && isOfOtherThing(text, bearer.end + match.index + match[0].length)) continue;
    const last = /[a-z]+$/i.exec(match[0])?.index ?? 0;
    return { start: bearer.end + match.index + (at === 1 ? last : 0), end: bearer.end + match.index + match[0].length };
  }
  return null;
}

/** Tags in "no" that booru captions give with the thing all the same, or that mean something else. */
const loose =
  /^(?:background|line|outline|lineart|pupil|nose|panties|panty|bra|underwear|pants|pant|sleeve|bangs?|iris|mouth|face|lineart|color|colour|shading|light|shadow)$/;

/** What a tag (normal form, between commas) says is missing: "no hat"; null for nearly all. */
export function missingTag(phrase: string): string | null {
  const [, word = ''] = /^(?:no|without(?: an?)?) ([a-z]+(?: hair)?)$/.exec(phrase) ?? [];
  if (word === '' || loose.test(singular(word))) return null;
  const noun = nameOf(word);
  return isWorn(noun) || isThingWord(singular(word)) ? noun : null;
}

/** "no hat, …, straw hat": a tag that says something is missing, and one that has it. */
export function absentTags(text: string): Opposed | null {
  for (const match of text.matchAll(/[^,.;|\n]+/g)) {
    const own = match[0].trim();
    const missing = missingTag(own.toLowerCase());
    if (missing === null || TWO_PICTURES.test(text)) continue;
    const start = match.index + match[0].indexOf(own);
    const range = { start, end: start + own.length };
    if (
      text
        .toLowerCase()
        .split(/[,.;|\n]/)
        .some((tag) => isLaidAside(tag, missing))
    )
      continue;
    const found = presenceOf(text, missing, range, 0, text.length);
    if (found !== null && !somebodyElse.test(pieceAround(text, found))) return clashOf(range, found, 'presence');
  }
  return null;
}

const somebodyElse =
  /\b(?:man|woman|boy|girl|person|people|child|statue|mannequin|doll|dog|cat|animal|bear|background)\b/i;

/** What stands between the commas around a place. */
const pieceAround = (text: string, { start, end }: TextRange): string =>
  text.slice(text.lastIndexOf(',', start) + 1, end + (text.slice(end).split(',', 1)[0] ?? '').length);
