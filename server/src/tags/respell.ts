import { isEmoticon } from './emoticons.ts';
import { normalTag, type TagStyle } from './normal.ts';

/** Names that models and boards define with an underscore; written with a space they are something else. */
const FIXED_NAMES = /^(?:score|rating|source|year)_/i;

/** True for a tag whose own spelling counts in any folder: emoticons, wildcard files, prompt syntax, links, `score_9`. */
export function hasFixedSpelling(text: string): boolean {
  return FIXED_NAMES.test(text) || /__|[<>{}|]|@|https?:/.test(text) || isEmoticon(text);
}

/**
 * A tag as typed, with its words joined in a style; nothing else changes, and it stays the same tag. `name_(series)` and
 * `name (series)` turn into each other. Tags of fixed spelling come back as they are.
 */
export function respell(text: string, style: TagStyle): string {
  if (hasFixedSpelling(text)) return text;
  const written =
    style === 'underscore'
      ? text.replace(/(?<=\S) +(?=\S)/g, '_')
      : text
          .split(' ')
          .map((word) => (isEmoticon(word) ? word : word.replace(/(?<=[^_\s])_(?=[^_\s])/g, ' ')))
          .join(' ');
  return normalTag(written) === normalTag(text) ? written : text;
}
