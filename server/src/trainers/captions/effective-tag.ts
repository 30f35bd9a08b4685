import type { TextRange } from '../../ground/text.ts';

/** What can happen to a tag from one sample to the next. */
export type TagRole = 'fixed' | 'flexible' | 'suffix';

/** How much of a tag lies inside the token limit, in the order shown. */
export type TagFate = 'kept' | 'partly-cut' | 'cut';

/** One tag of the effective caption. */
export interface EffectiveTag {
  readonly text: string;
  /** Place in the file, UTF-16 offsets; null when it comes from a prefix or suffix setting alone. */
  readonly source: TextRange | null;
  /** Place in the text of the effective caption. */
  readonly range: TextRange;
  readonly role: TagRole;
  /** Its place changes from sample to sample. */
  readonly moves: boolean;
  /** It is missing from some samples (tag dropout or token warm-up). */
  readonly drops: boolean;
  readonly fate: TagFate;
}
