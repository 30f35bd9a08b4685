import type { Opposed } from '../opposed/clash.ts';
import { notCounted } from '../opposed/counts.ts';
import { numberOf } from '../opposed/nouns.ts';
import type { Cast, Mention } from './who.ts';

const more =
  /\b(?:another|others?|more|second|third|first|behind|beside|besides|also|reflections?|background|of them|rest|each|every|nearer|farther|left|right|distance)\b/i;
const lone = /^(?:single|lone|sole)$/;

/** How many of a thing a name says, and whether it says that there are no more. */
interface Count {
  readonly mention: Mention;
  readonly number: number;
  readonly isAll: boolean;
  /** What is said before the name, but for the number. */
  readonly looks: readonly string[];
}

/**
 * Two numbers of one thing: "two typewriters, …. Three typewriters stand side by side", "three funnels … with a single funnel". A smaller number
 * behind a larger one may be of some of them, unless it says that it is all.
 */
export function numbersTwice(text: string, cast: () => Cast): Opposed | null {
  if (!quick.test(text)) return null;
  const counts = cast().mentions.flatMap((mention) => countOf(mention));
  for (const [at, b] of counts.entries()) {
    const a = counts
      .slice(0, at)
      .find((one) => areSame(one, b) && !more.test(text.slice(one.mention.end, b.mention.unit.end)));
    if (a !== undefined) return { a: a.mention, b: b.mention, group: 'number' };
  }
  return null;
}

const quick = /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|1\d)\b/i;

function countOf(mention: Mention): Count[] {
  const { unit, noun, before } = mention;
  if (notCounted.test(noun.noun) || noun.owner !== null) return [];
  const words = unit.tokens.slice(noun.first, noun.head).map(({ word }) => word);
  const written = words.map((word) => (lone.test(word) ? 1 : numberOf(word)));
  const place = written.findIndex((number) => number > 0);
  if (place < 0 || words.some((word) => /^(?:no|another|each|every|other|these|those)$/.test(word))) return [];
  const number = written[place]!;
  if (number > 1 !== noun.isPlural || words[place] === 'one') return [];
  const isAll =
    /^(?:only|just|exactly)$/.test(before) || /^(?:all|only)$/.test(words[0] ?? '') || lone.test(words[place]!);
  const looks = words.slice(place + 1).filter((word) => !lone.test(word));
  return [{ mention, number, isAll, looks }];
}

function areSame(a: Count, b: Count): boolean {
  if (a.mention.noun.noun !== b.mention.noun.noun || a.number === b.number || a.mention.end > b.mention.start)
    return false;
  if (b.looks.some((look) => !a.looks.includes(look)) || (b.looks.length === 0 && a.looks.length > 1)) return false;
  const { unit, noun } = a.mention;
  const isTag = unit.kind !== 'clause' && noun.next === unit.tokens.length;
  if (b.mention.unit.kind !== 'clause') return false;
  const isFirst = b.mention.noun.first === 0;
  if (b.isAll) {
    // "A single lantern hangs by the door" may be one of three.
    const isOneOfThem = isFirst && b.mention.noun.det === 'a';
    return !isOneOfThem && (a.number > 1 || b.number > 1);
  }
  return a.number > 1 && b.number > 1 && isFirst && isTag && a.looks.length === 0;
}
