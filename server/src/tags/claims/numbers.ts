import type { Opposed } from '../opposed/clash.ts';
import { numberOf } from '../opposed/nouns.ts';
import type { Cast, Mention } from './who.ts';

const more =
  /\b(?:another|others?|more|second|third|first|behind|beside|besides|also|reflections?|background|of them)\b/i;

/** "two typewriters, …. Three typewriters stand side by side": a tag and a sentence that begins with another number of the same. */
export function numbersTwice(text: string, cast: () => Cast): Opposed | null {
  if (!quick.test(text)) return null;
  const { mentions } = cast();
  const tags = mentions.filter(
    ({ unit, noun }) => unit.kind === 'tag' && noun.first === 0 && noun.next === unit.tokens.length,
  );
  for (const b of mentions.filter(({ unit, noun }) => unit.kind === 'clause' && noun.first === 0)) {
    const a = tags.find((one) => areSame(one, b));
    if (a !== undefined && a.end <= b.start && !more.test(text.slice(a.end, b.unit.end)))
      return { a, b, group: 'number' };
  }
  return null;
}

const quick = /\b(?:two|three|four|five|six|seven|eight|nine|ten|[2-9])\b/i;

const areSame = (a: Mention, b: Mention): boolean => {
  const [one, other] = [a, b].map(({ noun }) => numberOf(noun.det));
  return (
    a.noun.noun === b.noun.noun && b.noun.isPlural && one > 1 && other > 1 && one !== other && b.noun.looks.length === 0
  );
};
