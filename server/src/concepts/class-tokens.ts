import type { FolderFacts } from '../facts/facts.ts';
import type { SubsetFacts } from '../facts/subset-facts.ts';
import { t } from '../ground/l10n.ts';
import { normalTag } from '../tags/normal.ts';
import { triggerKind } from '../tags/trigger-kinds.ts';
import { holdsTrigger, namedClass, splitPhrase } from '../tags/trigger-words.ts';
import type { Evidence } from './concepts.ts';
import { classWordOf } from './trigger-candidates.ts';
import { companionsOfTrigger } from './trigger-companions.ts';
import { heldBy, holderOf } from './trigger-holders.ts';

/** Share of captions that must hold a name for the class, made-up or ordinary, for it to be the trigger. */
const namedShare = 0.5;
const ordinaryShare = 0.8;

/**
 * The trigger by a name for the class: that of the folder, or class_tokens of a configuration. The name proposes, the captions
 * decide: a made-up word is believed when half of them hold it; ordinary words may be the class, the outfit or the action, so
 * they must be nearly everywhere and be a phrase of the captions' own.
 */
export function triggerByTokens(
  facts: FolderFacts,
  folder: string,
  classTokens: string,
  source: 'folder-name' | 'config',
): Evidence | null {
  const [phrase, ...further] = classTokens.split(',');
  const subset = facts.subset(folder);
  const { trigger: named, classWord } = splitNamed(subset, phrase ?? '') ?? splitPhrase(phrase ?? '');
  const wordAfter = further.map((piece) => piece.trim()).find((piece) => piece !== '') ?? null;
  if (named === null) return null;
  const trigger = source === 'folder-name' ? asCaptionsWrite(facts, folder, named) : named;
  const captions = subset?.captions ?? 0;
  const held = heldBy(facts, folder, trigger);
  if (source === 'folder-name' && subset && isWrittenOtherwise(subset, trigger)) return null;
  const kind = triggerKind(trigger.toLowerCase());
  const isOrdinary = source === 'folder-name' && kind !== 'coined' && kind !== 'identifier' && kind !== 'placeholder';
  if (captions > 0 && held < captions * (isOrdinary ? ordinaryShare : namedShare)) return null;
  const norm = facts.vocabulary.normId(normalTag(trigger));
  // "uniform" somewhere in the captions of 1_uniform is what the subject wears.
  if (captions > 0 && isOrdinary && isPhrase(trigger)) return null;
  if (captions > 0 && isOrdinary && (norm === undefined || (subset?.firstCount(norm) ?? 0) < captions * ordinaryShare))
    return null;
  return {
    trigger,
    candidates: [],
    companions: held < captions ? companionsOfTrigger(facts, folder, trigger, classTokens) : [],
    held,
    triggerNorm: holderOf(facts, folder, normalTag(trigger)),
    classWord: classWord ?? wordAfter,
    source,
    confidence: captions === 0 ? 0.8 : 0.9,
    reasons: [reasonOf[source](classTokens, held, captions, trigger)],
  };
}

/**
 * A trigger of a folder's name as its captions write it: folders are named with underscores where captions have blanks, and the name trains
 * only where an image has no caption.
 */
function asCaptionsWrite(facts: FolderFacts, folder: string, named: string): string {
  const written = facts.subset(folder)?.words.of(named.toLowerCase())?.captions ?? 0;
  const isApart = named.includes('_') && written === 0 && heldBy(facts, folder, named) > 0;
  return isApart ? named.replaceAll('_', ' ') : named;
}

/** A name of a made-up word and a class that no list has, where captions say the two together: "zkv scooter". */
function splitNamed(subset: SubsetFacts | undefined, phrase: string) {
  const classWord = namedClass(phrase);
  const [trigger] = phrase.trim().split(/[\s_-]+/);
  const counts = subset?.words.of(trigger.toLowerCase());
  return classWord !== null && counts && classWordOf(counts) === classWord ? { trigger, classWord } : null;
}

/**
 * Whether captions have another word where a folder's name gives a trigger: `photo_of_ohwx` says what is seen where they have its words
 * apart, and `elyra` is a part of the word where they have `elyra_v1`.
 */
function isWrittenOtherwise({ words }: SubsetFacts, trigger: string): boolean {
  const name = trigger.toLowerCase();
  const own = words.of(name)?.captions ?? 0;
  if (own === 0 && isPhrase(name.replaceAll('_', ' '))) return true;
  for (const [word, { captions }] of words.frequent())
    if (captions > own && word.length > name.length && /[_-]/.test(word) && holdsTrigger(apart(word), apart(name)))
      return true;
  return false;
}

const apart = (word: string): string => word.replaceAll(/[_-]/g, ' ');

/** Words that join others to a phrase, which says what is seen: "Fox with an animal", "Hare facing the front". */
const isPhrase = (text: string): boolean =>
  /\s(?:and|or|with|without|in|on|at|by|of|from|to|for|the|an?|\w+ing)(?:\s|$)/i.test(text);

/** Why a name for the class is believed: `held` of `captions` captions have its trigger. */
const reasonOf = {
  'folder-name': (name: string, held: number, captions: number, trigger: string): string =>
    captions === 0
      ? t('The folder is named "{0}", and without captions that is what trains', name)
      : t('The folder is named "{0}", and {1} of {2} captions hold "{3}"', name, held, captions, trigger),
  config: (tokens: string, held: number, captions: number, trigger: string): string =>
    captions === 0
      ? t('class_tokens is "{0}", and without captions that is what trains', tokens)
      : t('class_tokens is "{0}", and {1} of {2} captions hold "{3}"', tokens, held, captions, trigger),
};
