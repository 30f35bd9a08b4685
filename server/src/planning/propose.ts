import { t } from '../ground/l10n.ts';
import type { BoundConcept, TagBinding } from './binding.ts';
import { conceptName } from './names.ts';
import {
  alwaysOn,
  belowTheWaist,
  type ConceptKind,
  cutAboveTheWaist,
  type PracticeSource,
  practice,
} from './practice.ts';

/**
 * What to do with a tag. `prune`: take it out of the concept's captions, so that the trigger carries it. `keep`: go on writing it.
 * `vary`: it is always there and should not be; images without it unlock it.
 */
export type Advice = 'prune' | 'keep' | 'vary';

export interface Proposal {
  /** Normal form. */
  readonly tag: string;
  readonly advice: Advice;
  /** In the display language. */
  readonly reason: string;
  readonly source: PracticeSource;
  /** It rests on what trainers do, not on a measurement or a text. */
  readonly heuristic: boolean;
  /** Of `vary`: what would unlock the tag. */
  readonly unlock: Unlock | null;
}

export interface Unlock {
  /** Captions that have the tag where the picture cannot show it, by the framing that is written. */
  readonly invisible: readonly string[];
  /** Captions of the concept without the tag, which unlock it a little already. */
  readonly without: readonly string[];
  /** Images without the tag that are missing until at most 80 % have it. */
  readonly missing: number;
}

/** P(tag | trigger) from which a tag counts as always there; see binding.ts. */
const always = 0.95;
/** P(tag | trigger) at which a tag counts as varied enough to be asked for. */
const varied = 0.8;
/** P(tag | trigger) from which something permanent is nearly always written and still better left out. */
const nearlyAlways = 0.8;
/** Files named per proposal. */
const named = 20;

/** What to do with the tags of a concept that its user calls a character, a style … Tags that nothing is said of are left out. */
export function propose(concept: BoundConcept, tags: readonly TagBinding[], kind: ConceptKind): Proposal[] {
  return tags.flatMap((tag) => proposalOf(concept, tag, kind) ?? []);
}

function proposalOf(concept: BoundConcept, tag: TagBinding, kind: ConceptKind): Proposal | null {
  const { belongs, changes } = practice[kind];
  const { category, binding, probability } = tag;
  if (category === null || binding === 'noise') return null;
  const isNamed = kind === 'object' && namesTheObject(concept, tag.tag);
  if (belongs.includes(category) || isNamed) {
    // A sentence names eyes and hair to say something else of them: what to leave out is its writer's to see.
    if (isProse(concept)) return null;
    if (binding === 'locked' || binding === 'absorbed' || probability >= nearlyAlways)
      return { ...pruned(tag, kind), unlock: null };
    return kept(tag, t('varies within the concept ({0}): written, it can be asked for', part(tag)));
  }
  if (alwaysOn.includes(category)) {
    if (binding !== 'locked') return null;
    return {
      tag: tag.tag,
      advice: 'prune',
      reason: t('on {0} of the captions: a style or quality word that is always on says nothing and sticks', part(tag)),
      source: 'map: style',
      heuristic: true,
      unlock: null,
    };
  }
  if (!changes.includes(category)) return null;
  if (binding === 'locked') {
    const unlock = unlockOf(concept, tag);
    return {
      tag: tag.tag,
      advice: 'vary',
      reason:
        unlock.invisible.length > 0
          ? t(
              'on {0} of the captions: it comes along with {1}. {2} of them are framed so that it cannot be seen',
              part(tag),
              concept.trigger,
              unlock.invisible.length,
            )
          : t(
              'on {0} of the captions: it comes along with {1} and cannot be prompted away',
              part(tag),
              concept.trigger,
            ),
      source: 'map: co-occurrence',
      heuristic: false,
      unlock,
    };
  }
  return kept(tag, t('varies ({0}) and should stay changeable', part(tag)));
}

const isProse = ({ captions }: BoundConcept): boolean =>
  captions.filter(({ prose }) => prose).length * 2 > captions.length;

/** A tag that holds a word of the class: "red vase" of a vase. */
function namesTheObject({ own }: BoundConcept, tag: string): boolean {
  const words = new Set(tag.split(' '));
  return [...own].some((name) => words.has(name));
}

function pruned(tag: TagBinding, kind: ConceptKind): Omit<Proposal, 'unlock'> {
  const { binding, sibling, probability } = tag;
  const share = part(tag);
  const base =
    binding === 'locked'
      ? t('on {0} of the captions and part of the {1}: left out, the trigger carries it', share, conceptName(kind, t))
      : binding === 'absorbed'
        ? t('written on {0} only and nothing else is: the trigger carries it on the others already', share)
        : t(
            'on {0} of the captions and part of the {1}: the few without it teach the trigger half of it',
            share,
            conceptName(kind, t),
          );
  // What no other concept has tells this one apart; what all have belongs to the set.
  const apart =
    sibling === null
      ? ''
      : sibling.probability <= probability / 2
        ? ` ${t('({0} has it on {1})', sibling.trigger, percent(sibling.probability))}`
        : sibling.probability >= always
          ? ` ${t('(all other concepts have it too: it tells none of them apart)')}`
          : '';
  return { tag: tag.tag, advice: 'prune', reason: base + apart, source: 'practice', heuristic: true };
}

function kept(tag: TagBinding, reason: string): Proposal {
  return { tag: tag.tag, advice: 'keep', reason, source: 'practice', heuristic: true, unlock: null };
}

function unlockOf({ captions }: BoundConcept, { tag, together, support }: TagBinding): Unlock {
  const without = captions.filter(({ tags }) => !tags.includes(tag)).map(({ file }) => file);
  const last = tag.split(' ').at(-1) ?? tag;
  const invisible = belowTheWaist.has(last)
    ? captions
        .filter(({ tags }) => tags.includes(tag) && tags.some((other) => cutAboveTheWaist.has(other)))
        .map(({ file }) => file)
    : [];
  // together ÷ (support + missing) is at most what counts as varied.
  const missing = Math.max(0, Math.ceil(together / varied) - support);
  return { invisible: invisible.slice(0, named), without: without.slice(0, named), missing };
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const part = ({ together, support }: TagBinding): string => `${together}/${support}`;
