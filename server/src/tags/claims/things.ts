import { once } from '../../ground/once.ts';
import type { TextRange } from '../../ground/text.ts';
import { isFunctionWord } from '../function-words.ts';
import type { Opposed } from '../opposed/clash.ts';
import { areKin, endsName, isOneThing, isPair, picksOne, valuesOfWord } from '../thing-words.ts';
import { isAlone } from './alone.ts';
import { isAside } from './aside.ts';
import type { Entity } from './entities.ts';
import { isGarment, nounAt } from './nouns.ts';
import { isPart } from './parts.ts';
import { isParticle, isStateWord, statesOfThing } from './states.ts';
import type { Token, Unit } from './units.ts';
import type { Cast, Mention } from './who.ts';

/** What a text says that a thing is like: "her lowered visor". Offsets are UTF-16, half-open. */
interface Look {
  /** Singular. */
  readonly noun: string;
  /** Other nouns before the name: "straw" of "straw hat". */
  readonly kinds: readonly string[];
  readonly owner: Entity | null;
  readonly family: string;
  readonly value: string;
  /** The word that says so. */
  readonly word: string;
  /** Whether it is one that was spoken of, or somebody's own. */
  readonly isKnown: boolean;
  /** Whether the look says which one is meant: "the red dress". */
  readonly isPicked: boolean;
  readonly mention: Mention;
  readonly start: number;
  readonly end: number;
}

/** Things that somebody has several of, one like this and one like that, or that look different from place to place. */
const loose =
  /^(?:hand|arm|leg|foot|eye|finger|nail|lip|cheek|side|part|end|light|shadow|sky|water|wall|background|backdrop|floor|ground|colou?r|tone|line|pattern|stripe|detail|letter|word|one|thing|flower|petal|leaf|tree|building|house|window|door|cloud|street|road|book|ring|earring|bracelet|button|layer|panel|piece|image|picture|photo|paint|ink|light|skin|bag|face|expression)$/;
/** What two or more of belong together as one. */
const pair =
  /^(?:paw|hoof|antler|whisker|shoe|boot|glove|sneaker|sandal|heel|sock|stocking|trouser|pant|jean|short|legging|glass|sunglasse|sunglass|curtain|sleeve|ear|wing|horn|headphone|tight|mitten|slipper|eyebrow|clog|plait|braid|overall|goggle|eye|arm|leg|hand|fist|lip|knee|shutter|blind|headlight|taillight|bellow|brow)$/;
const linking = /^(?:is|are|was|were|stays?|remains?|hangs?|lies|looks?|stands|swings?)$/;
const adverb =
  /^(?:now|still|all|quite|fully|completely|tightly|very|half|both|entirely|wide|firmly|partly|slightly|also|again|always|clearly|deep|dark|light|bright|pale|pure|plain|solid|jet|pitch|coal|snow|bone|blood|sky|lime|made|of|in|[a-z]{3,}ly)$/;
const doubt =
  /^(?:half|partly|partially|mostly|hardly|barely|slightly|nearly|almost|not|no|never|or|isn't|aren't|once|again|now|no-longer|seems?|always)$/;
/** Colours and states that two words of one text may well say of one thing. */
const vague =
  /^(?:lightness|brightness|feel|depth|clarity|noise|motion|mood|build|slope|width|sleeves?|hem|heat|thickness|size|paint|roughness|bloom|fullness|cooking)$/;

/** Two looks that one thing cannot have at once; null where there are none. */
export function looksTwice(
  units: readonly Unit[],
  castOf: () => Cast,
  isApart: (a: number, b: number) => boolean,
  around: (at: number) => string,
): Opposed | null {
  if (!maySay(units)) return null;
  const cast = castOf();
  const looks = [...cast.mentions, ...cast.fields]
    .flatMap((mention) => looksOf(mention))
    .sort((x, y) => x.start - y.start);
  for (const [at, b] of looks.entries())
    for (const a of looks.slice(0, at)) {
      if (a.mention.unit.kind === 'tag' && b.mention.unit.kind === 'tag' && !isPart(a.noun)) continue;
      if (a.noun !== b.noun || a.family !== b.family || areSame(a, b)) continue;
      if (a.mention === b.mention) {
        const second = saidOnceMore(a, b);
        if (second !== null && isOneThing(a.noun) && a.owner?.isSeveral !== true && !isApart(a.start, b.start))
          return { a: { start: a.start, end: a.end }, b: second, group: 'state' };
        continue;
      }
      if (!isOneOf(cast, looks, a, b) || isApart(a.start, b.start) || a.end > b.start) continue;
      if (a.family === 'colour' && [a, b].some(({ start }) => mixed.test(around(start)))) continue;
      return { a, b, group: a.family.startsWith('state') ? 'state' : 'thing' };
    }
  return null;
}

/** "The gate is open and firmly shut": where the second of two states behind one name stands; null for others. */
function saidOnceMore(a: Look, b: Look): TextRange | null {
  const { mention } = a;
  if (!a.family.startsWith('state') || (mention.noun.isPlural && !pair.test(a.noun))) return null;
  if (a.start !== mention.start || b.start !== mention.start || a.end >= b.end) return null;
  return { start: b.end - b.word.length, end: b.end };
}

/** Words by which one thing has several colours. */
const mixed =
  /\b(?:ends|tips?|roots|streak(?:s|ed)?|highlights?|gradient|ombre|two-tone|fad(?:es|ed|ing)|half|dyed|mottled|patch(?:es|ed)?|spots|markings|lining|lined|trim(?:med)?|piebald|multi\w*)\b/i;

/** Whether pieces of a text have words for two values of one family, or put something in both of two states: a quick look. */
export function maySay(units: readonly Unit[]): boolean {
  const said = new Map<string, string>();
  const isSecond = (family: string, value: string): boolean => {
    const first = said.get(family);
    if (first === undefined) said.set(family, value);
    return first !== undefined && first !== value;
  };
  for (const { tokens } of units)
    for (const [at, { word }] of tokens.entries()) {
      const two = doing().test(word) && tokens[at + 1] ? `${word}-${tokens[at + 1]!.word}` : '';
      const lid = Object.hasOwn(asLid, word) ? statesOfThing(asLid[word]!) : [];
      for (const { axis, side } of [...statesOfThing(word), ...lid, ...(two === '' ? [] : statesOfThing(two))])
        if (isSecond(`state ${axis}`, String(side))) return true;
      for (const { family, value } of valuesOfWord(word))
        if (!vague.test(family) && isSecond(family, value)) return true;
    }
  return false;
}

const areSame = (a: Look, b: Look): boolean =>
  a.value === b.value ||
  (!a.family.startsWith('state') && areKin(a.family, a.value, b.value) && !(a.family === 'colour' && areFar(a, b)));

/** Colours that cloth has in one shade leave no doubt on an animal, nor where a word says how deep they are: "jet-black". */
const areFar = (a: Look, b: Look): boolean =>
  /^(?:black grey|grey black)$/.test(`${a.value} ${b.value}`) &&
  (a.owner?.kind === 'animal' || [a, b].some(({ word }) => /^(?:jet|pitch|coal|dapple)-/.test(word)));

/** What covers an opening is open where it is raised. */
const isLid = /^(?:lid|hatch|bonnet|trunk|flap)$/;
const asLid: Readonly<Record<string, string>> = {
  raised: 'open',
  lifted: 'open',
  up: 'open',
  propped: 'open',
  lowered: 'closed',
  down: 'closed',
};

/** Fur is the coat of an animal, and feathers are its plumage. */
function nameOf(noun: string, owner: Entity | null): string {
  if (noun === 'feather') return 'plumage';
  return noun === 'fur' && owner !== null && owner.kind !== 'person' ? 'coat' : noun;
}

/** Whether both are said of one and the same thing. */
function isOneOf(cast: Cast, looks: readonly Look[], a: Look, b: Look): boolean {
  if (a.kinds.length > 0 && b.kinds.length > 0 && !a.kinds.some((kind) => b.kinds.includes(kind))) return false;
  if (loose.test(a.noun) && !a.family.startsWith('state')) return false;
  if (!isOneThing(a.noun)) return false;
  // "the white horse in front of the black horse": that is which one is meant.
  if (a.isPicked && b.isPicked) return false;
  const owner = a.owner ?? b.owner;
  const isSame =
    a.owner === b.owner || ((a.owner === null || b.owner === null) && owner?.isTopic === true && isAlone(cast));
  if (!isSame || owner?.isSeveral === true) return false;
  if (
    !b.isKnown &&
    !(
      a.mention.unit.kind !== 'clause' &&
      b.mention.unit.kind !== 'clause' &&
      owner !== null &&
      (isWorn(a.noun) || isPart(a.noun))
    )
  )
    return false;
  // "a black cup and a white cup": the second one came in as well.
  const same = cast.mentions.filter(({ noun, owner: own }) => nameOf(noun.noun, own) === a.noun);
  if (
    same.some(({ noun }) =>
      /^(?:another|each|every|both|some|several|many|two|three|four|other|second)$/.test(noun.det),
    )
  )
    return false;
  if (same.some(({ noun }) => noun.isPlural && noun.noun !== 'feather') && !pair.test(a.noun)) return false;
  const comesIn = same.filter(
    ({ noun, unit, owner: own }) =>
      unit.kind === 'clause' && /^(?:an?)$/.test(noun.det) && !(own !== null && own === owner && isWorn(a.noun)),
  );
  if (comesIn.length > 1) return false;
  return !looks.some(
    (one) =>
      one !== a &&
      one !== b &&
      one.noun === a.noun &&
      one.family === a.family &&
      one.start < b.start &&
      one.value === b.value &&
      one.start !== a.start &&
      !one.isKnown,
  );
}

/** What somebody wears one of, or has one of on his body. */
const isWorn = (noun: string): boolean =>
  isGarment(noun) ||
  pair.test(noun) ||
  /^(?:hair|beard|tail|mane|fur|plumage|coat|collar|visor|hood|veil|mask|helmet|hat|cap|scarf|shawl|raincoat|umbrella|parasol|fan|beak|moustache|necklace|belt|tie|apron|cloak|cape|lantern|headlamp|toolbox)$/.test(
    noun,
  );

function looksOf(mention: Mention): Look[] {
  const { unit, noun } = mention;
  const { tokens } = unit;
  const found: Look[] = [];
  const name = nameOf(noun.noun, mention.owner);
  const isOwn = mention.owner !== null && /^(?:his|her|its|'s)$/.test(noun.det);
  const isKnown =
    unit.kind === 'clause' &&
    (isOwn ||
      /^(?:the|this)$/.test(noun.det) ||
      (mention.owner !== null && /^(?:an?|)$/.test(noun.det) && isWorn(noun.noun)));
  const kinds = noun.looks
    .map((at) => tokens[at]!.word)
    .filter((word) => valuesOfWord(word).length === 0 && !isStateWord(word) && !/ly$|-/.test(word));
  if (noun.looks.some((at) => picksOne(tokens[at]!.word) || doubt.test(tokens[at]!.word))) return found;
  if (/^(?:no|any|another|each|every|some)$/.test(noun.det)) return found;
  const add = (word: string, family: string, value: string, start: number, end: number, isPicked: boolean): void =>
    void found.push({
      noun: name,
      kinds,
      word,
      owner: mention.owner ?? mention.entity,
      family,
      value,
      isKnown,
      isPicked: isPicked && noun.det === 'the',
      mention,
      start,
      end,
    });
  const say = (word: string, start: number, end: number, isBefore: boolean): boolean => {
    const states = isBefore && isParticle(word) ? [] : statesOfThing(isLid.test(name) ? (asLid[word] ?? word) : word);
    for (const { axis, side } of states) add(word, `state ${axis}`, String(side), start, end, isBefore);
    const own = valuesOfWord(word);
    for (const { family, value } of own)
      if (!vague.test(family) && (!isPair(family) || states.length === 0))
        add(word, family, value, start, end, isBefore);
    return states.length > 0 || own.length > 0;
  };
  for (const at of noun.looks) say(tokens[at]!.word, tokens[at]!.start, mention.end, true);
  // "glass" of "glass bowl" is a thing too, and "leather jacket" says what it is made of.
  const behind = saidBehind(unit, noun.next);
  if (behind !== null) for (const token of behind) say(token.word, mention.start, token.end, false);
  return isAside(textOf(tokens, noun.next)) &&
    found.every(({ family }) => !family.startsWith('state')) &&
    behind === null &&
    !isOwn
    ? []
    : found;
}

const textOf = (tokens: readonly Token[], from: number): string =>
  tokens
    .slice(from)
    .map(({ word }) => ` ${word}`)
    .join('');

const doing = once(
  () => /^(?:rolled|turned|pushed|pulled|switched|drawn|folded|zipped|buttoned|done|lit|pinned|spread|held|stretched)$/,
);

/** The words behind a name that say how it is: "is fully down", "up", "wide open"; null where none do. */
function saidBehind({ tokens, key, kind }: Unit, from: number): readonly Token[] | null {
  let at = from;
  if (kind === 'field') return key === '' ? null : tokens.slice(from);
  if (/^(?:that|which)$/.test(tokens[at]?.word ?? '') && tokens[at]!.isJoined) at++;
  // "the door of the cottage is green"
  const whose = tokens[at]?.word === 'of' ? nounAt(tokens, at + 1, true) : null;
  if (whose !== null && linking.test(tokens[whose.next]?.word ?? '')) at = whose.next;
  const isLinked = linking.test(tokens[at]?.word ?? '') && tokens[at]!.isJoined;
  if (isLinked) at++;
  while (adverb.test(tokens[at]?.word ?? '') && tokens[at]!.isJoined && !isOnly(tokens, at)) {
    if (doubt.test(tokens[at]!.word)) return null;
    at++;
  }
  const found: Token[] = [];
  for (; at < tokens.length && tokens[at]!.isJoined; at++) {
    const token = tokens[at]!;
    const next = tokens[at + 1];
    if (doubt.test(token.word)) return null;
    if (
      doing().test(token.word) &&
      next &&
      isParticle(next.word) &&
      statesOfThing(`${token.word}-${next.word}`).length > 0
    ) {
      found.push({ ...token, word: `${token.word}-${next.word}`, end: next.end });
      at++;
      continue;
    }
    if (token.word === 'and' && found.length > 0) continue;
    if (tokens[at - 1]?.word === 'and' && /[a-z]{3}ly$/.test(token.word) && isStateWord(next?.word ?? '')) continue;
    const isSaid = isStateWord(token.word) || (isLinked && valuesOfWord(token.word).length > 0);
    if (!isSaid) break;
    // "up the stairs", "open to visitors", "is old news"
    if (
      next?.isJoined &&
      isParticle(token.word) &&
      !/^(?:and|while|but|over|in|at|against|by|on|so|despite|as)$/.test(next.word)
    )
      break;
    // "open to visitors", but "buttoned to the chin"
    const isUpTo = /^(?:chin|neck|throat|top|collar|waist|brim|elbows?)$/.test(tokens[at + 3]?.word ?? '');
    const isFullOf = next?.word === 'of' && /^(?:full|empty|crammed|filled)$/.test(token.word);
    if (next?.isJoined && /^(?:of|to)$/.test(next.word) && !isUpTo && !isFullOf) break;
    if (
      next?.isJoined &&
      !isFunctionWord(next.word) &&
      !endsName(next.word) &&
      !isStateWord(next.word) &&
      valuesOfWord(next.word).length === 0 &&
      !/^(?:over|against|down|up|around|about|wide|again|beneath|despite|inside|behind|flat|tight|tightly|high|low)$/.test(
        next.word,
      )
    )
      break;
    found.push(token);
  }
  return found.length > 0 ? found : null;
}

const isOnly = (tokens: readonly Token[], at: number): boolean =>
  isStateWord(tokens[at]!.word) && !isStateWord(tokens[at + 1]?.word ?? '');
