import { singular } from './opposed/nouns.ts';
import { isKindOf, isThingWord } from './opposite-words.ts';
import { areKin, isOneThing } from './thing-words.ts';
import { type ThingSaid, thingsSaid } from './things-said.ts';

/** Two things that a text says of one thing and that cannot both be true. */
export interface ThingClash {
  readonly a: ThingSaid;
  readonly b: ThingSaid;
}

/** Words for pictures that show a thing twice, or something that changes. */
const GUARD =
  /\b(?:whereas|from day|turning|turned|transition\w*|gradient|ombre|fad(?:es?|ed|ing)|chang(?:es?|ed|ing)|time[- ]?lapse|split|collage|panels?|before and after|series|sequence|comic|diptych|triptych|mirror|reflections?|turnaround|(?:reference|model|character) sheet|contrast(?:s|ing|ed)?|versus|vs|mix(?:ed|ture)?|multi\w*|two-tone|roots|highlights?|streak\w*|tips|ends|dyed|(?:one|other|left|right|upper|lower|top|bottom|first|second|in|each) half|half (?:of|and|in)|partly|partially)\b/i;
const AGAINST = /\b(?:or|not|no|never|without|instead|unlike|but|except|like|than)\b/i;

/** Things of which two belong together, so that their plural speaks of one pair. */
const pairs =
  /^(?:shoes|boots|gloves|sneakers|sandals|heels|socks|stockings|trousers|pants|jeans|shorts|leggings|glasses|sunglasses|curtains|sleeves|ears|wings|horns|earrings|headphones|tights|mittens|slippers|eyebrows|lips)$/;
const many = /^(?:door|window|building|house|tree|flower|room|street|road|boat|chair|table|car|sign|book|leaf)$/;
/** What somebody has on: of several people it is known whose it is, or nothing is. */
const somebodys =
  /^(?:dress|gown|shirt|t-shirt|blouse|sweater|jumper|hoodie|jacket|coat|cardigan|skirt|scarf|hat|cap|beanie|tie|kimono|swimsuit|bikini|uniform|raincoat|suit|vest|robe|cape|cloak|apron|belt|bag|helmet|mask|beard|moustache|mustache|collar|fur|tail|hood|top|outfit|turtleneck|necklace|expression|face|skin|shawl|costume|backpack|hair)$/;

/**
 * What a text says of one thing and then otherwise: "a red collar …, its collar is blue". The second time it must be the one that was
 * spoken of ("the", "its", before "is"), and nothing may say that there are several.
 * @param isOfSeveral whether the text speaks of several people, so that what somebody wears may be another one's
 */
export function clashOfThings(text: string, isOfSeveral: () => boolean): ThingClash | null {
  const said = thingsSaid(text);
  if (said.length < 2 || GUARD.test(text)) return null;
  for (const [at, b] of said.entries()) {
    for (const a of said.slice(0, at)) {
      if (!b.isDefinite && !b.isBehind && !isPartAgain(text, a, b)) continue;
      if (a.family !== b.family || a.values.some((one) => b.values.some((other) => areKin(a.family, one, other))))
        continue;
      if (isNearlyBlack(text, a, b) || isNearlyBlack(text, b, a)) continue;
      const name = sameName(a, b) ?? kindName(text, a, b);
      if (name === null && isOutside(text, said, a, b)) return { a, b };
      if (name === null || !isOneOf(text, name, a, b) || isIntroduced(said, name, a, b)) continue;
      if (isSetAgainst(text, a, b) || b.start <= a.start || b.end <= a.end) continue;
      if (!isSameOwner(text, name, a, b, isOfSeveral)) continue;
      return { a, b };
    }
  }
  return null;
}

/** What every thing has one of, all over. */
const parts =
  /^(?:surface|finish|texture|sheen|glaze|coating|body|rim|interior|exterior|inside|outside|lid|base|silhouette|outline|shape)$/;

/** "whose surface is matte, with a glossy surface": a part of the one thing that the sentence goes on about, though "a" stands before it. */
const isPartAgain = (text: string, a: ThingSaid, b: ThingSaid): boolean =>
  isOfWord(text, a, b) ||
  isOutsideOf(text, a, b) ||
  (a.isBehind &&
    parts.test(a.names[0] ?? '') &&
    a.names[0] === b.names[0] &&
    /(?:, | and )(?:with|has) (?:an? )?$/i.test(text.slice(a.end, b.start)) &&
    !/\b(?:on|beside|next to|near|above|under|against|by|and) (?:an?|the|another)\b/i.test(text.slice(a.end, b.start)));

/** "a short-haired dog with long fur": the part that a word names with its look. */
const isOfWord = (text: string, a: ThingSaid, b: ThingSaid): boolean =>
  /-[a-z]+ed$/i.test(text.slice(a.start, a.end)) &&
  /^(?: [a-z]+){1,3},? (?:with|has|and has|and) (?:an? )?$/i.test(text.slice(a.end, b.start));

/** "is round, with a square body". */
const isOutsideOf = (text: string, a: ThingSaid, b: ThingSaid): boolean =>
  a.family === 'shape' &&
  a.isBehind &&
  outside.test(b.names[0] ?? '') &&
  /^,? (?:with|and has) an? $/i.test(text.slice(a.end, b.start));

/** What is the colour of a thing when it is said to be its. */
const outside = /^(?:body|bodywork|paintwork|hull|casing|shell|exterior|outside)$/;

/** "a red accordion …, the accordion's blue body": what a thing looks like from outside, where no other of its kind is spoken of. */
function isOutside(text: string, said: readonly ThingSaid[], a: ThingSaid, b: ThingSaid): boolean {
  const { owner } = b;
  if (isOutsideOf(text, a, b)) return true;
  if (a.family !== 'colour' || owner === null || a.names.at(-1) !== owner || a.values.length > 1) return false;
  if (!outside.test(b.names[0] ?? '') || !isThingWord(owner) || isKindOf(owner, 'animal')) return false;
  if (said.some((one) => one !== a && one.family === 'colour' && one.names.includes(owner))) return false;
  return b.start > a.end && isOneOf(text, owner, a, b) && !isSetAgainst(text, a, b);
}

/** "a black jacket" may be called dark blue. */
const isNearlyBlack = (text: string, a: ThingSaid, b: ThingSaid): boolean =>
  a.family === 'colour' &&
  a.values.includes('black') &&
  /\b(?:dark|deep|navy|midnight)\b/i.test(text.slice(Math.max(0, b.start - shade), b.end));
/** Letters before a colour that its shade is looked for in. */
const shade = 9;

/** The name that two sayings share: the word itself, or behind the same words. */
function sameName(a: ThingSaid, b: ThingSaid): string | null {
  for (const [i, name] of a.names.entries()) {
    const j = b.names.indexOf(name);
    if (j < 0 || !isOneThing(name)) continue;
    if (i > 0 && j > 0 && a.names[i - 1] !== b.names[j - 1]) continue;
    // "a sports bag" and "a sports car" share no thing.
    const [behindA, behindB] = [a.names[i + 1], b.names[j + 1]];
    if (behindA !== undefined && behindB !== undefined && behindA !== behindB) continue;
    if (i === 0 && j === 0 && (behindA === undefined) !== (behindB === undefined) && !a.isBehind && !b.isBehind) {
      // "the garden gate" beside "the garden": the longer one is another thing.
      continue;
    }
    return name;
  }
  return null;
}

/** Words for a thing by its kind alone. */
const kinds =
  /^(?:animal|bird|vehicle|building|instrument|garment|boat|vessel|structure|insect|fish|flower|plant|machine|device|creature|pet|fruit|container|furniture|weapon|tool)$/;

/** "a brown dog …, the animal is white": the name of the one thing of the kind that the second saying names; null where there are more. */
function kindName(text: string, a: ThingSaid, b: ThingSaid): string | null {
  const kind = b.names.at(-1) ?? '';
  const own = a.names.at(-1) ?? '';
  if (!b.isDefinite || b.owner !== null || b.names.length > 1 || !kinds.test(kind)) return null;
  const wide = /^(?:creature|pet)$/.test(kind) ? 'animal' : kind;
  if (own === kind || !isKindOf(own, wide)) return null;
  const others = new Set(
    (text.toLowerCase().match(/[a-z]+/g) ?? [])
      .filter((word) => word !== kind && isKindOf(singular(word), wide))
      .map(singular),
  );
  return others.size === 1 ? own : null;
}

/** Whether a text speaks of one thing of a name. */
function isOneOf(text: string, name: string, a: ThingSaid, b: ThingSaid): boolean {
  // Of doors and trees there are many: one that came in as one is one.
  if (many.test(name) && !a.isNew && b.start >= a.end) return false;
  const isPlural = /[^s]s$/.test(name) && !/(?:ss|us|is)$/.test(name);
  // "the white cabinets behind him are black", "its red scales": all of them.
  if (isPlural) {
    const isAll = (one: ThingSaid): boolean => one.isBehind || (one.owner !== null && !/'s$/.test(one.owner));
    return pairs.test(name) || isAll(b) || (a.isBehind && b.isDefinite);
  }
  if (new RegExp(`\\b${name}(?:s|es)\\b`, 'i').test(text)) return false;
  return !new RegExp(
    `\\b(?:another|other|second|both|each|every|one|two|left|right|first|last|next|upper|lower) (?:[a-z-]+ ){0,2}${name}\\b|\\b${name} (?:[a-z]+ ){0,3}(?:of|behind|beside|to|near|and|with|at|from|against|towards?|over|under|past|between) (?:an?|another|the) (?:[a-z-]+ ){0,2}${name}\\b`,
    'i',
  ).test(text);
}

/** Whether the second value has been said before of another one: "a black cup and a white cup … the white cup". */
const isIntroduced = (said: readonly ThingSaid[], name: string, a: ThingSaid, b: ThingSaid): boolean =>
  said.some(
    (one) =>
      one !== a &&
      one !== b &&
      one.start < b.start &&
      one.family === b.family &&
      one.names.includes(name) &&
      !one.isDefinite &&
      one.values.some((value) => b.values.includes(value)),
  );

function isSetAgainst(text: string, ...said: readonly ThingSaid[]): boolean {
  return said.some(({ start, end }) => {
    const from = Math.max(...[',', '.', ';'].map((mark) => text.lastIndexOf(mark, start - 1)));
    const behind = /[,.;]/.exec(text.slice(end));
    return AGAINST.test(text.slice(from + 1, behind === null ? undefined : end + behind.index));
  });
}

/** Whether it may be one and the same one's, as far as the text says whose it is. */
function isSameOwner(text: string, name: string, a: ThingSaid, b: ThingSaid, isOfSeveral: () => boolean): boolean {
  const isPersonal = somebodys.test(name) || pairs.test(name) || a.owner !== null || b.owner !== null;
  if (!isPersonal || !isOfSeveral()) return true;
  if (a.owner === null || b.owner === null || !areOne(a.owner, b.owner)) return false;
  const [he, she] = [a, b].map(({ owner }) => owner);
  if (he === 'their') return true;
  // "a man in a red hat beside a man in a blue hat" are two.
  const own = he === 'his' || he === 'its' || he === 'her' ? she : he;
  const words = own === 'her' || own === 'his' ? persons[own].source.slice(1, -1) : own === 'its' ? null : own;
  if (words === null) return true;
  const said =
    text.match(new RegExp(`\\b(?:an?|another|other|two|three) (?:[a-z-]+ )?${words}s?\\b`, 'gi'))?.length ?? 0;
  return said < 2 && !/\b(?:women|men|girls|boys|ladies|others?|another)\b/i.test(text);
}

const persons = {
  her: /^(?:woman|girl|lady|mother|sister|bride|queen|princess|witch|actress)$/,
  his: /^(?:man|boy|gentleman|father|brother|groom|king|prince|guy)$/,
} as const;

/** Whether two words say whose a thing is and may mean one: "the man's" and "his", "the bird's" and "its". */
function areOne(a: string, b: string): boolean {
  if (a === b) return true;
  const of = (pronoun: string, noun: string): boolean => {
    if (pronoun === 'her' || pronoun === 'his') return persons[pronoun].test(noun);
    return pronoun === 'its' && !persons.her.test(noun) && !persons.his.test(noun) && !/^(?:his|her|their)$/.test(noun);
  };
  return of(a, b) || of(b, a);
}
