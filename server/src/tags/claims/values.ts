import { once } from '../../ground/once.ts';
import type { ExclusiveGroup } from '../data/exclusive.ts';
import { isFunctionWord } from '../function-words.ts';
import { holdsPicture, type Opposed } from '../opposed/clash.ts';
import { singular } from '../opposed/nouns.ts';
import { changesWithTime } from '../opposed/set-apart.ts';
import { isPlain } from '../prose-axes.ts';
import { picksOne } from '../thing-words.ts';
import { trait, type Word } from '../word.ts';
import { besideWhile, otherPicture } from './apart.ts';
import { DETAILS } from './data/details.ts';
import { LOOKS } from './data/looks.ts';
import { PICTURES } from './data/pictures.ts';
import { POSTURES } from './data/postures.ts';
import { SCENES } from './data/scenes.ts';
import { TOPICS } from './data/topics.ts';
import type { Entity } from './entities.ts';
import { axisBitCount, firstBits, moreBit } from './first-words.ts';
import { isAnimal, mayName } from './nouns.ts';
import { onceIn } from './parts.ts';
import { isPerson } from './people.ts';
import { bookOf, type PhraseAxis, phrasesIn, type SaidPhrase } from './phrases.ts';
import { type Unit, unitsOf } from './units.ts';
import type { Cast, Mention } from './who.ts';

/** All phrases, read when the first is asked for: it takes as long as a small audit. */
export const book = once(() => {
  isRead = true;
  return bookOf([POSTURES, LOOKS, SCENES, PICTURES, TOPICS, DETAILS]);
});
let isRead = false;

/** Words that set what stands behind them against something, or say it is none. */
const against =
  /^(?:or|nor|not|no|never|neither|without|instead|unlike|versus|vs|than|hardly|barely|nearly|almost|isn't|aren't|doesn't|don't|like|rather|if|longer|half|may|might|could|would)$/;
/** Words behind a phrase that set it against what follows. */
const orElse = /^(?:or|nor|instead|unlike|versus|vs|rather)$/;

/** What a tag gives the axes whose values no other pairs of tags tell. */
const valuesOfTag = trait((word: Word): readonly Pick<SaidPhrase, 'axis' | 'value'>[] => {
  const said = unitsOf(word.norm.replaceAll('_', ' '), 'tags').flatMap((unit) => phrasesIn(book(), unit));
  const own = said.filter(({ axis, unit }) => unit.kind !== 'tag' || !isOfPairs(axis));
  return own.length === 0 ? none : own.map(({ axis, value }) => ({ axis, value }));
});
const none: readonly never[] = [];

/** The part or garment that a tag says something of; empty for nearly all. */
const onceOfTag = trait((word: Word): string => onceIn(word.norm.replaceAll('_', ' ').split(/[ -]/)) ?? '');

/** Bits of the axes that a tag says something of, and of a part or garment; several share one. The last: it says more than one thing. */
export const axisBits = trait((word: Word): number => {
  const own = valuesOfTag(word);
  let bits = (own.length > 1 ? moreBit : 0) | onceBit(onceOfTag(word));
  for (const { axis } of own) bits |= 1 << (axis.number % axisBitCount);
  return bits;
});

/** The same by the words of a tag alone: no phrase is read. */
export const quickBits = trait((word: Word): number => firstBits(word) | onceBit(onceOfTag(word)));

const onceBit = (thing: string): number =>
  thing === '' ? 0 : 1 << ((thing.charCodeAt(0) + thing.length * 7) % axisBitCount);

/**
 * Whether tags may give one axis two values, or say two things of one part: false is sure. No phrase is read where their words alone tell.
 * @param bits the numbers that a question has for each of the tags
 */
export function mayBeTwice(
  words: readonly Word[],
  bits: (question: (word: Word) => number) => ArrayLike<number>,
): boolean {
  if ((!isRead && !mayMeet(bits(quickBits))) || !mayMeet(bits(axisBits))) return false;
  const things = words.map(onceOfTag).filter((thing) => thing !== '');
  if (new Set(things).size < things.length) return true;
  const all = words.flatMap(valuesOfTag);
  return all.some((one, at) =>
    all.slice(0, at).some((other) => one.axis === other.axis && areApart(one.axis, one.value, other.value)),
  );
}

/** Whether two of some bits are the same, or one tells that it stands for two. */
function mayMeet(bits: ArrayLike<number>): boolean {
  let said = 0;
  let twice = 0;
  for (let at = 0; at < bits.length; at++) {
    twice |= said & bits[at];
    said |= bits[at];
  }
  return twice !== 0 || (said & moreBit) !== 0;
}

interface Said extends SaidPhrase {
  /** Null where it is said of the whole scene. */
  readonly who: Entity | null;
}

/** Two phrases that give one axis two values, said of one and the same, of the scene or of the picture. */
export function valuesTwice(
  text: string,
  units: readonly Unit[],
  castOf: () => Cast,
  isApart: (a: number, b: number) => boolean,
  around: (at: number) => string,
): Opposed | null {
  const byAxis = new Map<PhraseAxis, SaidPhrase[]>();
  for (const unit of units)
    for (const phrase of phrasesIn(book(), unit)) {
      const own = byAxis.get(phrase.axis);
      if (own) own.push(phrase);
      else byAxis.set(phrase.axis, [phrase]);
    }
  for (const [axis, phrases] of byAxis) {
    if (phrases.every(({ value }) => value === phrases[0].value)) continue;
    if (/^(?:time|season)$/.test(axis.group) && changesWithTime(text)) continue;
    // A list of tags does not say which of them the picture in the picture has.
    if (axis.about === 'scene' && phrases.every(({ unit }) => unit.kind === 'tag') && holdsPicture(text)) continue;
    const said = phrases.flatMap((phrase) => saidOf(text, phrase, castOf())).sort((x, y) => x.start - y.start);
    if (isWalk(axis, said)) continue;
    for (const [at, b] of said.entries())
      for (const a of said.slice(0, at)) {
        if (a.who !== b.who || a.end > b.start || !areApart(axis, a.value, b.value)) continue;
        if (isTold(axis, a, b) || isRange(text, a, b)) continue;
        if ([a, b].some(({ start }) => isSilent(axis, besideWhile(text, start, around(start))))) continue;
        if (axis.about === 'picture' ? isOfMaking(axis, a, b) : isApart(a.start, b.start)) continue;
        if (axis.about === 'picture' && [a, b].some((one) => !isWholeTag(one) && otherPicture.test(around(one.start))))
          continue;
        return { a, b, group: axis.group as ExclusiveGroup };
      }
  }
  return null;
}

/** "photograph, oil painting": a tag that is no more than a value is no sentence of what another picture shows. */
const isWholeTag = ({ unit, start, end }: Said): boolean =>
  unit.kind === 'tag' && start === unit.start && end === unit.end;

/** "In spring, summer, autumn and winter": who goes through the values of an axis tells a story, or shows a row of pictures. */
function isWalk(axis: PhraseAxis, said: readonly Said[]): boolean {
  // "front view, side view, rear view": a sheet of drawings.
  if (axis.about !== 'scene' && !(axis.group === 'angle' && said.every(({ unit }) => unit.kind === 'tag')))
    return false;
  const values = [...new Set(said.map(({ value }) => value))];
  const apart = values.filter((one) => values.filter((other) => areApart(axis, one, other)).length >= 2);
  return apart.length > 2 && apart.every((one) => apart.every((other) => one === other || areApart(axis, one, other)));
}

const isTold = (axis: PhraseAxis, a: Said, b: Said): boolean =>
  a.unit.kind === 'tag' && b.unit.kind === 'tag' && isOfPairs(axis);

/** Of two tags other pairs tell these, with their exceptions; and of light and dark each tells a part. */
const isOfPairs = ({ group, about }: PhraseAxis): boolean =>
  /^(?:clothes|gaze|mouth|eyes|hair length|hair colour|count)$/.test(group) ||
  (group === 'state' && about === 'scene') ||
  (group === 'presence' && about === 'one');

/** "From early morning to the last light". */
const isRange = (text: string, a: Said, b: Said): boolean =>
  /\bto\b/.test(text.slice(a.end, b.start)) && /\bfrom (?:[a-z]+ ){0,3}$/i.test(text.slice(0, a.start));

/** "A photograph of an oil painting": in one piece one is of the other. */
const isOfMaking = ({ group }: PhraseAxis, a: Said, b: Said): boolean => group === 'style' && a.unit === b.unit;

const areApart = ({ apart }: PhraseAxis, a: string, b: string): boolean =>
  a !== b && (apart === null || apart.has(`${a} ${b}`) || apart.has(`${b} ${a}`));

const isSilent = ({ unless }: PhraseAxis, sentence: string): boolean =>
  unless.size > 0 && (sentence.toLowerCase().match(/[a-z']+/g) ?? []).some((word) => unless.has(word));

/** Of whom a phrase says it; nothing where it does not, or of somebody else. */
function saidOf(text: string, phrase: SaidPhrase, cast: Cast): Said[] {
  const { axis, unit, start, end } = phrase;
  if (!isPlain(text, start, end, axis.about === 'one')) return [];
  // What a phrase says itself by "no" is not set against anything.
  if (isSetAgainst(unit, start, end)) return [];
  if (axis.about === 'picture' || axis.about === 'scene') return [{ ...phrase, who: null }];
  if (unit.kind === 'tag' && (start > unit.start || isKindOfThing(phrase) || isOfOtherThing(cast, phrase))) return [];
  if (axis.about === 'topic' && unit.kind === 'clause' && isBeforeName(cast, phrase)) return [];
  const who = unit.kind === 'clause' ? whoOf(cast, phrase) : cast.topic;
  if (who === null || who.isSeveral) return [];
  if (axis.about === 'one' ? who.kind === 'thing' : !who.isTopic) return [];
  return [{ ...phrase, who }];
}

/** "a village of well preserved houses": that is said of the houses. */
function isBeforeName({ topic }: Cast, { unit, end }: SaidPhrase): boolean {
  const next = unit.tokens.find((token) => token.start >= end);
  return next?.start === end + 1 && mayName(next.word) && !topic.names.has(singular(next.word));
}

/** "standing lamp", "running shoes". */
function isKindOfThing({ axis, unit, end }: SaidPhrase): boolean {
  const next = unit.tokens.find((token) => token.start >= end);
  const last = unit.tokens.findLast((token) => token.end <= end);
  if (axis.about !== 'one' || next?.isJoined !== true || isFunctionWord(last?.word ?? '')) return false;
  return !isFunctionWord(next.word) && !isPerson(next.word);
}

/** "unsliced loaf" where the sentences are about a cheese. */
function isOfOtherThing({ topic }: Cast, { axis, unit, end }: SaidPhrase): boolean {
  const last = unit.tokens.at(-1);
  if (axis.about !== 'topic' || last === undefined || last.start < end) return false;
  return topic.kind === 'thing' && !topic.names.has(singular(last.word));
}

/** Whether a word that sets a phrase against something stands close before or behind it, in its piece. */
function isSetAgainst({ tokens }: Unit, start: number, end: number): boolean {
  const first = tokens.findIndex((token) => token.end > start);
  const next = tokens.findIndex((token) => token.start >= end);
  return (
    tokens.slice(Math.max(0, first - nearBefore), first).some(({ word }) => against.test(word)) ||
    (next >= 0 && tokens.slice(next, next + nearBehind).some(({ word }) => orElse.test(word)))
  );
}
/** Words before and behind a phrase in which it is set against something. */
const nearBefore = 4;
const nearBehind = 6;

/** Who is meant: where nobody else is there, whom the caption is about. */
function whoOf(cast: Cast, { unit, start, end }: SaidPhrase): Entity | null {
  const inside = cast.mentions.find((one) => one.start < end && start < one.end);
  // "beside a standing officer": what is said before a name is of whom it names.
  if (
    inside !== undefined &&
    inside.entity === null &&
    inside.owner === null &&
    (end < inside.end || isSomebody(inside))
  )
    return null;
  const who = cast.at(start, end);
  const own = cast.mentions.find((one) => one.unit === unit && one.noun.first === 0);
  if (own !== undefined && own !== inside && own.entity === null && own.noun.det === 'the' && isFirstTag(cast, own))
    return cast.topic;
  const last = cast.mentions.findLast((one) => one.unit === unit && one.end < start);
  // "Her coat lies in folds", "the hat is dry": what is said of a part or of another thing.
  if (last !== undefined && last !== inside && isSubject(unit, last, start)) {
    // "the back door is closed": there is a front door.
    if (last.noun.looks.some((at) => picksOne(unit.tokens[at]?.word ?? ''))) return null;
    if (last.entity !== null ? last.entity !== who : last.owner !== null || who === null) return null;
  }
  // "a second man in his twenties"
  const isOfAnother = cast.mentions.some(
    (one) => one.unit === unit && one.end <= start && isSomebody(one) && one.entity !== who,
  );
  if (inside !== undefined && /^(?:his|her|its)$/.test(inside.noun.det) && isOfAnother) return null;
  if (who !== null) return who;
  if (own !== undefined && own !== inside && own.entity === null && own.noun.det !== '') return null;
  const isOnly =
    !unit.tokens.some(({ word }) => /^(?:one|ones|others?|another|second|each|their|they|them)$/.test(word)) &&
    cast.mentions.every(({ entity }) => entity === null || entity.isTopic || entity.kind === 'thing') &&
    !cast.mentions.some((one) => one.entity === null && isSomebody(one));
  return isOnly ? cast.topic : null;
}

/** "overturned, cart. The cart stands upright": one of the first tags says what the caption is about. */
function isFirstTag({ mentions }: Cast, { noun }: Mention): boolean {
  const tags = mentions.filter(({ unit, noun: own }) => unit.kind === 'tag' && own.next === unit.tokens.length);
  return tags.slice(0, firstTags).some(({ noun: own }) => own.noun === noun.noun);
}
const firstTags = 3;

const isSomebody = ({ noun }: Mention): boolean => isPerson(noun.noun) || isAnimal(noun.noun);

/** Whether a name stands right before what is said, but for what only says how: "her coat still lies". */
const isSubject = (unit: Unit, { end, before }: Mention, start: number): boolean =>
  !/^(?:in|on|at|of|by|near|under|over|behind|beside|from|to|into|wears|wearing|holds|holding|through|against|along|across)$/.test(
    before,
  ) && unit.tokens.every((token) => token.end <= end || token.start >= start || leading.test(token.word));
const leading = /^(?:is|are|was|were|now|still|all|both|also|then|just|quite|very|[a-z]+ly)$/;
