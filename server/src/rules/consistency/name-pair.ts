/** Two names that may be of one thing, the usual one first, with the captions (files) that have each. */
export interface NamePair {
  readonly usual: string;
  readonly other: string;
  readonly often: ReadonlySet<string>;
  readonly seldom: ReadonlySet<string>;
}
