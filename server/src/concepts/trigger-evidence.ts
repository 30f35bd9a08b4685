import type { FolderFacts } from '../facts/facts.ts';
import type { SubsetFacts } from '../facts/subset-facts.ts';
import { t } from '../ground/l10n.ts';
import { normalTag } from '../tags/normal.ts';
import { type TriggerKind, triggerKind } from '../tags/trigger-kinds.ts';
import { holdsTrigger } from '../tags/trigger-words.ts';
import type { Evidence } from './concepts.ts';
import { sureEnough } from './concepts.ts';
import {
  asGood,
  type Candidate,
  candidatesOf,
  classWordOf,
  fewestCounted,
  leastShare,
  mostly,
  writtenForm,
} from './trigger-candidates.ts';
import { companionsOf, partsOf } from './trigger-companions.ts';
import { holderOf } from './trigger-holders.ts';

/** Captions below which nothing is inferred where the folder's name says the same. */
const fewestNamed = 3;
/** Score from which a word is worth a question. */
const worthAsking = 0.4;

/** Nothing is known, for a reason. */
export function nothing(reason: string): Evidence {
  return {
    trigger: null,
    candidates: [],
    companions: [],
    held: 0,
    triggerNorm: null,
    classWord: null,
    source: 'none',
    confidence: 0,
    reasons: [reason],
  };
}

/** What may be the trigger, to be asked for. */
function asked(
  candidates: readonly Candidate[],
  best: Candidate,
  reasons: readonly string[],
  confidence: number,
): Evidence {
  return {
    ...nothing(''),
    candidates: candidates
      .filter(({ score }) => score >= worthAsking)
      .slice(0, 3)
      .map(({ counts }) => writtenForm(counts)),
    held: best.counts.captions,
    confidence: Math.min(confidence, mostAsked),
    reasons: [t('Unsure: "{0}" could be the trigger', writtenForm(best.counts)), ...reasons],
  };
}

/** Below {@link sureEnough}, whatever its looks are worth. */
const mostAsked = 0.65;
/** Share of the captions from which a made-up word before its class word may be a trigger that is missing in the others. */
const askedShare = 0.3;

/** Whether a word that half of the captions lack is a made-up one that only ever stands before one class word. */
function isMadeForClass({ word, counts }: Candidate, captions: number): boolean {
  const kind = triggerKind(word);
  return (
    (kind === 'coined' || kind === 'identifier' || kind === 'placeholder') &&
    counts.captions >= captions * askedShare &&
    Math.max(0, ...counts.classWords.values()) >= counts.captions * mostly
  );
}

/** Share of the captions that names which divide a folder between them stand in, and what that is worth. */
const dividedShare = 0.95;
const ofDivided = 0.25;

/** Whether made-up words divide all captions of a folder between them: each is what its captions are about. */
function dividesAll(best: Candidate, companions: readonly Candidate[], captions: number): boolean {
  const all = [best, ...companions];
  return (
    companions.length > 0 &&
    all.every(({ word }) => ['coined', 'identifier'].includes(triggerKind(word))) &&
    all.reduce((sum, { counts }) => sum + counts.captions, 0) >= captions * dividedShare
  );
}

/**
 * The trigger by counts: the word or name that stands in most captions and nothing else explains. How it looks, its place, the
 * class word behind it and the folder's name speak for it; captions without it count against it, but do not rule it out: they
 * are what is to be found. Heuristic; below {@link sureEnough} there is no answer, only candidates.
 * @param name what the folder is called, without its repeats
 */
export function triggerByWords(facts: FolderFacts, folder: string, name: string): Evidence {
  const subset = facts.subset(folder);
  const captions = subset?.captions ?? 0;
  if (!subset || captions < fewestNamed)
    return nothing(t('{0} captions are too few to tell a trigger by counting', captions));
  const candidates = candidatesOf(facts, subset, name.toLowerCase());
  // What few captions hold is no trigger of the folder while another word may be.
  const likeliest = candidates.find(({ counts }) => counts.captions >= captions * leastShare) ?? candidates[0];
  const best = likeliest && (opens(candidates, likeliest, captions) ?? likeliest);
  if (!best) return nothing(t('No made-up word or name stands in most of the {0} captions', captions));
  if (captions < fewestCounted && !best.named)
    return nothing(t('{0} captions are too few to tell a trigger by counting', captions));
  const companions = companionsOf(facts, folder, best, candidates, subset);
  if (best.counts.captions < captions * leastShare && companions.length === 0)
    return isMadeForClass(best, captions)
      ? asked([best], best, reasonsFor(best, subset), best.score)
      : nothing(t('No made-up word or name stands in most of the {0} captions', captions));
  // "frieren, sousou no frieren": what only stands in one tag with the trigger is no other one.
  const standsWith = (other: Candidate, trigger: Candidate): boolean => {
    const holder = holderOf(facts, folder, normalTag(other.word));
    return holder !== null && holdsTrigger(facts.vocabulary.norm(holder), normalTag(trigger.word));
  };
  // A slip of the trigger looks as good as the trigger, but is rare.
  const rival = candidates.find(
    (other) =>
      other !== best &&
      !companions.includes(other) &&
      !isOpener(other, best, captions) &&
      !(opensNearlyAll(best, captions, other.named) && standsAnywhere(other)) &&
      best.score - other.score < asGood &&
      (likeliest === best || other !== likeliest) &&
      other.counts.captions >= best.counts.captions * leastShare &&
      !standsWith(other, best),
  );
  const score = best.score + (dividesAll(best, companions, captions) ? ofDivided : 0);
  const confidence = rival ? Math.min(score, 0.5) : score;
  const trigger = writtenForm(best.counts);
  const reasons = reasonsFor(best, subset);
  if (confidence < sureEnough)
    return asked(
      [best, ...candidates.filter((other) => other !== best)],
      best,
      [...reasons, ...(rival ? [t('"{0}" fits as well', writtenForm(rival.counts))] : [])],
      confidence,
    );
  return {
    trigger,
    candidates: [],
    companions: [...companions.map(({ counts }) => writtenForm(counts)), ...partsOf(best, subset)],
    held: best.counts.captions,
    triggerNorm: holderOf(facts, folder, normalTag(trigger)),
    classWord: classWordOf(best.counts),
    source: best.named ? 'folder-name' : 'statistics',
    confidence,
    reasons,
  };
}

/**
 * The made word that begins all captions, where another one is put forward by the folder's name and stands anywhere in them: the name may
 * say what is shown ("irezumi"), the captions decide ("horiyoshi_irz, 1boy, irezumi"). Null where there is none.
 */
function opens(candidates: readonly Candidate[], { named, counts }: Candidate, all: number): Candidate | null {
  const { captions, first, last, second } = counts;
  if (!named || [first, last, second].some((count) => count >= captions * mostly)) return null;
  const isMade = ({ word }: Candidate): boolean =>
    /[_\d]/.test(word) && ['coined', 'identifier'].includes(triggerKind(word));
  return (
    candidates.find(
      (other) =>
        opensNearlyAll(other, all, true) ||
        (isMade(other) && other.counts.captions >= captions && other.counts.first >= other.counts.captions * mostly),
    ) ?? null
  );
}

/** Share of the captions that a made-up word stands in for an ordinary one that fewer begin with to be no rival of it: "Seen from below". */
const madeUpShare = 0.85;

const isOpener = (other: Candidate, best: Candidate, captions: number): boolean =>
  triggerKind(other.word) === 'ordinary' &&
  !other.named &&
  ['coined', 'identifier'].includes(triggerKind(best.word)) &&
  best.counts.captions >= captions * madeUpShare &&
  other.counts.captions < best.counts.captions * mostly;

/** Share of the captions that a made-up word opens, and of its own that another one opens at the most, from which only the first is the trigger. */
const openedShare = 0.9;
const seldomFirst = 0.1;

/** Whether a word has no place of its own, and hardly ever the first. */
const standsAnywhere = ({ counts: { captions, first, second, last } }: Candidate): boolean =>
  first < captions * seldomFirst && second < captions * mostly && last < captions * mostly;

/** Whether a word that somebody has put there begins nearly all captions: letters of no word, or a made-up one the folder is not called otherwise than. */
const opensNearlyAll = ({ word, counts }: Candidate, captions: number, isOtherNamed: boolean): boolean => {
  const kind = triggerKind(word);
  return (kind === 'identifier' || (kind === 'coined' && !isOtherNamed)) && counts.first >= captions * openedShare;
};

function reasonsFor({ word, counts, named }: Candidate, subset: SubsetFacts): string[] {
  const { captions, first, last, second } = counts;
  const written = writtenForm(counts);
  const reasons = [t('"{0}" is in {1} of {2} captions', written, captions, subset.captions)];
  const looks = looksOf(triggerKind(word));
  if (looks !== null) reasons.push(looks);
  if (first >= captions * mostly) reasons.push(t('it is first in {0} of them', first));
  else if (last >= captions * mostly) reasons.push(t('it is last in {0} of them', last));
  else if (second >= captions * mostly) reasons.push(t('it is second in {0} of them', second));
  const classWord = classWordOf(counts);
  if (classWord !== null) reasons.push(t('it goes with the class word "{0}"', classWord));
  if (named) reasons.push(t('the folder is named after it'));
  return reasons;
}

/** What the looks of a word say, null when they say nothing. */
function looksOf(kind: TriggerKind): string | null {
  switch (kind) {
    case 'placeholder':
      return t('a trainer puts its trigger in that place');
    case 'identifier':
    case 'coined':
      return t('no dictionary or tag list has it');
    case 'joined':
      return t('it joins words that are otherwise written apart');
    case 'full name':
    case 'name':
      return t('it is a name');
    case 'ordinary':
      return null;
  }
}
