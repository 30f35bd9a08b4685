import type { ExclusiveGroup } from './exclusive.ts';

/** What a picture, or its one subject, can be of which only one at a time is true, by the words that say it. */
export interface Axis {
  readonly group: ExclusiveGroup;
  /** Patterns with the flags "gi"; a tag between commas counts as well. */
  readonly values: Readonly<Record<string, RegExp>>;
  /** Values that exclude each other, with a blank between; all do where it is not given. */
  readonly apart?: readonly string[];
  /** Only of one subject; as `doer` it must be the subject of the verb, as `topic` both are said of what the caption is about. */
  readonly of?: 'one' | 'doer' | 'topic';
  /** A value says that something is not there: it is not set against anything by its "no". */
  readonly negates?: boolean;
  /** A word of one of the values: most texts have none, and are passed over. */
  readonly quick?: RegExp;
  /** What silences it. */
  readonly unless?: RegExp;
}
