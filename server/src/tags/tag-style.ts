import type { TagStyle } from './normal.ts';
import { hasFixedSpelling } from './respell.ts';
import { flag, trait } from './word.ts';

/** Longer pieces are sentences, which have spaces in any folder. */
const mostWords = 3;

/** How the words of a tag as typed are separated; null for one word, emoticons, sentences and mixed spelling. */
export function wordStyle(surface: string): TagStyle | null {
  if (hasFixedSpelling(surface)) return null;
  const spaces = surface.split(/ +/).length - 1;
  const underscores = (surface.match(/[^_\s]_(?=[^_\s])/g) ?? []).length;
  if (underscores > 0) return spaces === 0 ? 'underscore' : null;
  return spaces > 0 && spaces < mostWords ? 'space' : null;
}

/** {@link wordStyle} of a tag. */
export const styleOfWord = trait(({ written }) => wordStyle(written));

/** Set for a tag with one style or the other. */
export const styleFlags: Readonly<Record<TagStyle, number>> = {
  underscore: flag((word) => styleOfWord(word) === 'underscore'),
  space: flag((word) => styleOfWord(word) === 'space'),
};

/** How the brackets of a tag as typed are written: `name \(series\)` or `name (series)`; null without a pair. */
export function bracketStyle(surface: string): 'escaped' | 'bare' | null {
  const opening = surface.indexOf('\\(');
  if (opening >= 0 && surface.includes('\\)', opening + 2)) return 'escaped';
  return surface.endsWith(')') && /[\p{L}\p{N}_ ]\([^()\\:]+\)$/u.test(surface) ? 'bare' : null;
}
