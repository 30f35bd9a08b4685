import type { TextRange } from '../../ground/text.ts';
import { ownFields } from '../caption-style.ts';
import { categoryOf } from '../categories.ts';
import { claimsTwice, isElsewhere } from '../claims/claims.ts';
import { GROUPS } from '../data/exclusive.ts';
import { hasSeveral, namesIn } from '../several.ts';
import { subjectCount } from '../subjects.ts';
import { trait, type Word } from '../word.ts';
import { absentTags, absentThings, missingTag, nobodyThere, severalAfterAll } from './absences.ts';
import { absentFields } from './absent-fields.ts';
import { burningAfterAll } from './burning.ts';
import type { Opposed } from './clash.ts';
import { countedAgain, countedIn, countedTwice, partsTwice } from './counts.ts';
import { fullAfterAll } from './emptied.ts';
import { missingIn } from './nouns.ts';
import { onTwoBodies } from './on-bodies.ts';
import { someoneElse } from './persons.ts';
import { placedTwice } from './placed.ts';
import { sceneTwice, tellingsOf } from './scenes.ts';
import { topicClash } from './topic-clash.ts';
import { doneAfterAll } from './undone.ts';
import { doneWithout } from './worn.ts';

/** What tags rule out of a scene, each group with a bit for every state it knows. */
const scenes = { time: { from: 0, all: 0x3f }, season: { from: 6, all: 0xf }, crowd: { from: 10, all: 0x3 } } as const;
const lackBit = 1 << 12;
const countFrom = 13;
const countBits = 16;
const sentenceBit = 1 << (countFrom + countBits);
const countMask = ((1 << countBits) - 1) << countFrom;

/** Bits for what a tag may be at odds by: the states of a scene that it rules out, that something is missing, and what it counts. */
export const opposedBits = trait((word: Word): number => {
  const phrase = word.norm;
  let bits = 0;
  for (const { group, open } of tellingsOf(phrase)) {
    const scene = scenes[group as keyof typeof scenes];
    bits |= (scene.all & ~open) << scene.from;
  }
  if (missingTag(phrase) !== null || isLack(phrase)) bits |= lackBit;
  const counted = /^[a-z\d]/.test(phrase) ? countedIn(phrase) : null;
  if (counted !== null) {
    let sum = 0;
    for (let at = 0; at < counted.noun.length; at++) sum += counted.noun.charCodeAt(at) * (at + 1);
    bits |= 1 << (countFrom + (sum % countBits));
  }
  // "holding clothes between own legs" is a tag that is known, and no sentence.
  if (isClause(phrase) && categoryOf(phrase) === null) bits |= sentenceBit;
  return bits;
});

/** Whether a tag says by itself that something is not worn: "hatless". */
const isLack = (phrase: string): boolean =>
  /less$|^(?:bare|un|clean)/.test(phrase) && (doneWithout(phrase) ?? missingIn(phrase) ?? null) !== null;

/** Whether a piece of a list may be a sentence: "her visor is up", "note: three hikers wait at the far end". */
function isClause(phrase: string): boolean {
  const own = phrase.slice(phrase.indexOf(': ') + 1).trimStart();
  return (
    /^(?:the|an?|his|her|its|he|she|it|nobody|no one|with(?:out)?|in|on|under|at) [a-z'-]+ [a-z]/.test(own) ||
    own.split(' ').length >= clauseWords
  );
}
const clauseWords = 5;

/** Whether tags may be at odds by general knowledge: false is sure. @param bits {@link opposedBits} of each */
export function mayOppose(bits: ArrayLike<number>): boolean {
  let said = 0;
  let twice = 0;
  for (let at = 0; at < bits.length; at++) {
    twice |= said & bits[at];
    said |= bits[at];
  }
  if ((said & (lackBit | sentenceBit)) !== 0 || (twice & countMask) !== 0) return true;
  return Object.values(scenes).some(({ from, all }) => ((said >> from) & all) === all);
}

/** How a text is written, as far as it says what belongs together. */
export interface Writing {
  readonly isForm: boolean;
  readonly isSentence: boolean;
  /** Whether no tags stand before its sentences. */
  readonly isProse: boolean;
  /** The tags; what somebody wears is judged where they speak of one. */
  readonly words: readonly Word[];
}

/**
 * What a text says of one thing or of its scene and takes back: opposites by general knowledge, one of a kind at the most. Underscores are
 * read as blanks.
 */
export function opposedIn(written: string, { isForm, isSentence, isProse, words }: Writing): readonly Opposed[] {
  const text = (isForm ? ownFields(written) : written).replace(/[_’]/g, (letter) => (letter === '_' ? ' ' : "'"));
  let several: boolean | null = null;
  const isOfSeveral = (): boolean => (several ??= hasSeveral(text) || subjectCount(words) === 'several');
  const found = [
    isForm ? absentFields(text) : null,
    isForm || isSentence || isOfSeveral() ? null : absentTags(text),
    isSentence ? (absentThings(text, isOfSeveral) ?? nobodyThere(text) ?? severalAfterAll(text)) : null,
    isForm ? null : countedTwice(text),
    isSentence ? countedAgain(text) : null,
    isSentence ? partsTwice(text) : null,
    isSentence ? doneAfterAll(text) : null,
    isSentence ? onTwoBodies(text, isOfSeveral) : null,
    isSentence ? someoneElse(text) : null,
    isSentence ? topicClash(text) : null,
    isSentence ? burningAfterAll(text) : null,
    isSentence ? fullAfterAll(text) : null,
    isSentence ? placedTwice(text) : null,
    isSentence ? sceneTwice(text, true) : null,
    sceneTwice(text, false),
    claimsTwice(
      text,
      !isSentence && !isForm && !words.some(({ norm }) => isClause(norm) && categoryOf(norm) === null)
        ? 'tags'
        : isProse
          ? 'sentences'
          : 'mixed',
      subjectCount(words) === 'several' || (isSentence && namesIn(text) > 1),
    ),
  ];
  const told: Opposed[] = [];
  // What two ways of looking find is told once.
  for (const clash of found)
    if (
      clash !== null &&
      !(isSentence && isElsewhere(text, clash.a, clash.b)) &&
      !told.some(({ a, b }) => overlap(a, clash.a) && overlap(b, clash.b))
    )
      told.push(clash);
  return told;
}

const overlap = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;

/** Why two places are at odds; the key of its translation. */
export const whyOpposed = ({ group }: Opposed): string => GROUPS[group];
