import { axisBitCount } from '../../server/src/tags/claims/first-words.ts';
import { book } from '../../server/src/tags/claims/values.ts';

/** Words of a line of the list. */
const perLine = 12;

/** The words that phrases of the tables begin with, by the bits of their axes: a module of the program. */
export function firstWords(): string {
  const groups = new Map<number, string[]>();
  for (const [word, phrases] of book()) {
    let bits = 0;
    for (const { axis } of phrases) bits |= 1 << (axis.number % axisBitCount);
    groups.set(bits, [...(groups.get(bits) ?? []), word]);
  }
  const lines = [...groups]
    .sort(([a], [b]) => a - b)
    .flatMap(([bits, words]) => {
      const all = words.sort();
      const parts: string[] = [];
      for (let at = 0; at < all.length; at += perLine)
        parts.push(`${bits.toString(36)} ${all.slice(at, at + perLine).join(' ')}`);
      return parts;
    });
  return `// Generated from the tables beside it, see tools/generate/first-words.ts.
/** A line has the bits of some axes, in base 36, and words that their phrases begin with. */
export const FIRST_WORDS = \`
${lines.join('\n')}
\`;
`;
}
