import { NUMBERS, numberOf, singular } from './nouns.ts';

/** A number of things that a text says. Offsets are UTF-16, half-open. */
interface NumberSaid {
  readonly noun: string;
  readonly number: number;
  /** Words between the number and the noun. */
  readonly like: string;
  /** Whether it speaks of all that are there: "the two dogs", "all four legs", "a single apple". */
  readonly isAll: boolean;
  /** Whether it speaks of those that were spoken of: "the two dogs". */
  readonly isDefinite: boolean;
  readonly start: number;
  readonly end: number;
}

const plural = '(?:women|men|children|people|sheep|geese|feet|teeth|mice|[a-z]+(?<!s|u|i)s)';
const said = new RegExp(
  `\\b(?<all>(?:all (?:of )?(?:the |his |her |its )?|the |these |those |its |his |her |their ))?(?<number>(?!(?:one|single|lone|solitary|1)\\b)${NUMBERS}) (?<like>(?:[a-z-]+ ){0,2}?)(?<noun>${plural})\\b|\\b(?:an?|one|the) (?:single|lone|solitary) (?<one>[a-z]+)\\b`,
  'gi',
);
const counting = new RegExp(`\\b(?!one\\b|1\\b)${NUMBERS}\\b`, 'gi');
/** Words for others, parts and changes: the numbers are of different ones. */
const others =
  /\b(?:another|others?|more|third|fourth|fifth|joins?|joined|joining|remaining|rest|(?:one|two|three|four|five|six|some|many|most|all|none|few|half) of (?:the|them|which|whom)|among|first|last|except|left|right|plus|additional|extra|each|either|some|half|mirror|reflections?|before|after|photos?|pictures?|panels?|images?|pairs?|groups?|rows?|times?)\b/i;
/** What is counted of something, not in it. */
const measures =
  /^(?:year|hour|minute|day|week|month|inch|foot|feet|meter|metre|step|percent|story|storey|side|type|kind|color|colour|tone|hand|arm|eye|ear|thing)s?$/;

/** "Three dogs lie on a rug. The two dogs …": two numbers of the same things, the second of all of them; null where there are none. */
export function twoNumbers(text: string): readonly [NumberSaid, NumberSaid] | null {
  // Nearly no text has two numbers, and looking for what they count takes ten times as long.
  if ((text.match(counting)?.length ?? 0) < 2) return null;
  const all: NumberSaid[] = [];
  for (const match of text.matchAll(said)) {
    const { all: whole, number, like = '', noun, one } = match.groups ?? {};
    const name = singular((noun ?? one).toLowerCase());
    if (measures.test(name)) continue;
    all.push({
      noun: name,
      number: numberOf((number ?? 'one').toLowerCase()),
      like: like.toLowerCase().trim(),
      isAll: whole !== undefined || one !== undefined,
      isDefinite: whole !== undefined,
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  if (all.length < 2 || others.test(text)) return null;
  for (const [at, b] of all.entries())
    for (const a of all.slice(0, at)) {
      if (a.noun !== b.noun || a.number === b.number) continue;
      // "a single handle beside a pot with two handles"
      if (/\b(?:beside|next to|behind|near|opposite) (?:an?|the) /i.test(text.slice(a.end, b.start))) continue;
      if (b.number === 1 && !(isPiece(text, a) && isAllThere(text, b))) continue;
      if (hasOwnPlace(text, a) && hasOwnPlace(text, b) && !b.isDefinite) continue;
      if (!(b.isAll || a.number === 1) || (b.like !== '' && b.like !== a.like)) continue;
      return [a, b];
    }
  return null;
}

/** "three loaves" between commas counts what the picture has, and "three loaves cool on a rack" may leave one over. */
const isPiece = (text: string, { start, end }: NumberSaid): boolean =>
  /(?:^|[.;,:]) ?$/.test(text.slice(0, start)) && /^(?:[,.;]|$)/.test(text.slice(end));

/** "A single loaf sits on the shelf" tells all that is there, "a single candle burns" one of three. */
const isAllThere = (text: string, { start, end }: NumberSaid): boolean =>
  /(?:^|[.;,:]) ?$/.test(text.slice(0, start)) &&
  /^(?:[,.;]|$| (?:sits|stands|lies|rests|hangs|floats|fills|occupies|burns|grows|is) (?:alone|in|on|at|upon|under|inside|before|the|there)\b)/i.test(
    text.slice(end),
  );

/** "a single flower in her hand, three flowers in a vase": what is counted stands somewhere of its own. */
const hasOwnPlace = (text: string, { end }: NumberSaid): boolean =>
  /^(?: (?:is|are|lies?|stands?|sits?|hangs?|rests?))?(?: [a-z]+(?:ed|ing))? (?:in|on|at|behind|under|above|near|inside|around|tucked|pinned)\b/i.test(
    text.slice(end),
  );

/** "a ball in its left paw, the ball is in its right paw": one thing in either hand; null where there is none. */
export function inEitherHand(text: string): readonly [HandSaid, HandSaid] | null {
  if (!/\bleft\b/i.test(text) || !/\bright\b/i.test(text)) return null;
  const held: HandSaid[] = [];
  for (const match of text.matchAll(inHand)) {
    const { whose, thing, side } = match.groups ?? {};
    held.push({
      thing: thing.toLowerCase(),
      side: side.toLowerCase(),
      isNew: /^an?$/i.test(whose),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  for (const [at, b] of held.entries()) {
    const a = held.slice(0, at).find(({ thing, side }) => thing === b.thing && side !== b.side);
    if (a !== undefined && !b.isNew && !handOver.test(text)) return [a, b];
  }
  return null;
}

/** A thing that a text puts into a hand. */
interface HandSaid {
  readonly thing: string;
  readonly side: string;
  readonly isNew: boolean;
  readonly start: number;
  readonly end: number;
}

const inHand =
  /\b(?<whose>an?|the|his|her|its) (?:[a-z-]+ ){0,2}?(?<thing>[a-z]+) (?:is |held |lies |rests )*in (?:his|her|its|the) (?<side>left|right) (?:hand|paw|arm|claw)\b/gi;
const handOver = /\b(?:another|other|second|both|from|passes|switch\w*|two|mirror|reflection)\b/i;
