import type { FedPiece, FedText, VariedText } from '../trainers/fed-run.ts';
import { pythonRandom } from '../trainers/python/mersenne.ts';
import { keepChances } from '../trainers/sd-scripts/keep-chance.ts';
import { distinctVaried, expectedDistinct } from './distinct.ts';
import { cutAt, isInside, type Window } from './window.ts';

/** A tag in one showing of a text. */
export interface TagChance {
  /** As typed. */
  readonly tag: string;
  readonly added: boolean;
  /** Chance that it is in the text, 0 to 1. */
  readonly fed: number;
  /** Chance that all of it lies inside the window, 0 to 1. */
  readonly reached: number;
}

export interface TextExposure {
  readonly tags: readonly TagChance[];
  /** The text has no words. */
  readonly isEmpty: boolean;
  /** Content tokens of the longest form; null where they are not counted. */
  readonly tokens: number | null;
  /** Expected number of different texts among showings that take this one with a chance each. */
  distinct(chance: number, shows: number): number;
}

/** Showings drawn of a text whose chances have no formula. */
const draws = 400;

/** What one text gives an encoder. */
export function textExposure(text: FedText, window: Window): TextExposure {
  switch (text.kind) {
    case 'still': {
      const cut = cutAt(text.text, window);
      return {
        tags: text.tags.map((tag) => ({
          tag: tag.text,
          added: tag.added,
          fed: 1,
          reached: Number(isInside(tag, cut)),
        })),
        isEmpty: text.text.trim() === '',
        tokens: window.limit === null ? null : cut === text.text.length ? null : window.count(text.text),
        distinct: (chance, shows) => expectedDistinct(1, chance, shows),
      };
    }
    case 'varied':
      return variedExposure(text, window);
    case 'drawn':
      if (text.uncut && (window.limit === null || longest(text.uncut, window) < window.limit))
        return variedExposure(text.uncut, window);
      return drawnExposure(text, window);
  }
}

/** Content tokens with every piece there, at least. */
function longest({ fixed, flexible, suffix, joiner }: VariedText, window: Window): number {
  return window.count([...fixed, ...flexible, ...suffix].map(({ text }) => text).join(joiner));
}

function variedExposure(text: VariedText, window: Window): TextExposure {
  const { fixed, flexible, suffix, joiner, dropRate, shuffled, undroppable = 0 } = text;
  const stays = 1 - dropRate;
  const whole = [...fixed, ...flexible, ...suffix].map((piece) => piece.text).join(joiner);
  const tokens = window.limit === null ? null : window.count(whole);
  const tags: TagChance[] = [];
  const add = ({ tags: own }: FedPiece, fed: number, reached: number): void => {
    for (const { text: tag, added } of own) tags.push({ tag, added, fed, reached });
  };
  if (window.limit === null || tokens === null || tokens <= window.limit) {
    for (const piece of fixed) add(piece, 1, 1);
    for (const [at, piece] of flexible.entries())
      add(piece, at < undroppable ? 1 : stays, at < undroppable ? 1 : stays);
    for (const piece of suffix) add(piece, 1, 1);
  } else {
    const texts = (pieces: readonly FedPiece[]): string[] => pieces.map((piece) => piece.text);
    const head = fixed.map((piece) => piece.text).join(joiner);
    const cut = cutAt(head, window);
    let start = 0;
    for (const piece of fixed) {
      for (const tag of piece.tags)
        tags.push({ tag: tag.text, added: tag.added, fed: 1, reached: Number(start + tag.range.end <= cut) });
      start += piece.text.length + joiner.length;
    }
    const chances = keepChances(
      {
        fixed: texts(fixed),
        flexible: texts(flexible),
        suffix: texts(suffix),
        limit: window.limit,
        tagDropoutRate: dropRate,
        shuffled,
        joiner,
      },
      window.count,
    );
    for (const [at, piece] of flexible.entries()) add(piece, stays, chances.flexible[at]?.chance ?? 0);
    for (const [at, piece] of suffix.entries()) add(piece, 1, chances.suffix[at]?.chance ?? 0);
  }
  return {
    tags,
    isEmpty: whole.trim() === '',
    tokens,
    distinct: (chance, shows) => distinctVaried(text, chance, shows),
  };
}

function drawnExposure(text: FedText & { readonly kind: 'drawn' }, window: Window): TextExposure {
  const chance = pythonRandom(1);
  const counted = new Map<string, { added: boolean; fed: number; reached: number }>();
  const texts = new Map<string, number>();
  let tokens: number | null = null;
  for (let draw = 0; draw < draws; draw++) {
    const one = text.draw(chance);
    const cut = cutAt(one.text, window);
    texts.set(one.text, (texts.get(one.text) ?? 0) + 1);
    if (window.limit !== null) tokens = Math.max(tokens ?? 0, window.count(one.text));
    for (const tag of one.tags) {
      const entry = counted.get(tag.text) ?? { added: tag.added, fed: 0, reached: 0 };
      entry.fed++;
      if (isInside(tag, cut)) entry.reached++;
      counted.set(tag.text, entry);
    }
  }
  return {
    tags: [...counted].map(([tag, { added, fed, reached }]) => ({
      tag,
      added,
      fed: Math.min(1, fed / draws),
      reached: Math.min(1, reached / draws),
    })),
    isEmpty: [...texts.keys()].every((one) => one.trim() === ''),
    tokens,
    // As many texts as were seen when hardly any came twice stand for more than can be counted.
    distinct: (own, shows) => {
      if (texts.size > draws * 0.9) return own * shows;
      let sum = 0;
      for (const count of texts.values()) sum += expectedDistinct(1, (own * count) / draws, shows);
      return sum;
    },
  };
}
