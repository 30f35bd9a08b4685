import type { TagStyle } from '../tags/normal.ts';
import { wordStyle } from '../tags/tag-style.ts';
import type { CaptionContext } from './context.ts';

/** How a new text for a tag is written: as the tag it replaces, else as most of the folder. */
export function tagStyleOf({ facts }: CaptionContext, replaced: string): TagStyle {
  return wordStyle(replaced) ?? facts.spelling.majority(0.5) ?? 'space';
}
