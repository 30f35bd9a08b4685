import { keepChances } from '../trainers/captions/keep-chance.ts';
import type { KeepChances } from '../trainers/captions/tag-cost.ts';
import type { FedPiece, FedText, VariedText } from '../trainers/fed-run.ts';
import { pythonRandom } from '../trainers/python/mersenne.ts';
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
      return (text.pieces && byFormula(text.pieces, window)) ?? drawnExposure(text, window);
  }
}

/** What a text gives by its pieces; null where these do not tell, and it has to be drawn. */
function byFormula(text: VariedText, window: Window): TextExposure | null {
  if (window.limit === null || window.count(wholeOf(text)) <= window.limit) return variedExposure(text, window);
  const chances = chancesOf(text, window.limit, window);
  return chances.method === 'simulated' ? null : variedExposure(text, window, chances);
}

const textsOf = (pieces: readonly FedPiece[]): string[] => pieces.map(({ text }) => text);

/** What stands in front of the pieces that move, with what parts it from them. */
function headOf({ fixed, joiner, rides }: VariedText): string {
  return fixed.length === 0 ? '' : textsOf(fixed).join(joiner) + (rides ? ' ' : joiner);
}

/** The text with every piece there. */
const wholeOf = (text: VariedText): string =>
  headOf(text) + textsOf([...text.flexible, ...text.suffix]).join(text.joiner);

/** How likely each piece that moves is to lie inside the window. */
function chancesOf(text: VariedText, limit: number, { count }: Window): KeepChances {
  const { fixed, flexible, suffix, joiner, dropRate, shuffled, undroppable, rides } = text;
  const head = textsOf(fixed).join(joiner);
  return keepChances(
    {
      fixed: rides ? [] : textsOf(fixed),
      riding: rides === 'along' ? head : '',
      flexible: textsOf(flexible),
      suffix: textsOf(suffix),
      limit: rides === 'in front' ? limit - count(head) : limit,
      tagDropoutRate: dropRate,
      undroppable,
      shuffled,
      joiner,
    },
    count,
  );
}

function variedExposure(text: VariedText, window: Window, known?: KeepChances): TextExposure {
  const { fixed, flexible, suffix, joiner, dropRate, undroppable = 0, rides } = text;
  const stays = 1 - dropRate;
  const whole = wholeOf(text);
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
    const chances = known ?? chancesOf(text, window.limit, window);
    const cut = cutAt(textsOf(fixed).join(joiner), window);
    let start = 0;
    for (const piece of fixed) {
      for (const tag of piece.tags) {
        const reached = rides === 'along' ? chances.riding : Number(start + tag.range.end <= cut);
        tags.push({ tag: tag.text, added: tag.added, fed: 1, reached });
      }
      start += piece.text.length + joiner.length;
    }
    for (const [at, piece] of flexible.entries())
      add(piece, at < undroppable ? 1 : stays, chances.flexible[at]?.chance ?? 0);
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
