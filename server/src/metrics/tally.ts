import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';

/** Something counted over the captions of a folder. */
export interface Tally<Share = unknown> {
  /**
   * What a caption counts, null for nothing. It is kept to be taken out again: by then the numbers of the caption's tags may be those of
   * others.
   */
  shareOf(record: CaptionRecord): Share | null;
  /** Counts a share in (1) or out (-1). */
  add(share: Share, by: 1 | -1): void;
}

interface Kept {
  readonly tally: Tally;
  /** What the tally was made with; another key makes it anew. */
  readonly key: string;
  /** The captions that are counted in, by their numbers, and what each counts. */
  readonly seen: (CaptionRecord | undefined)[];
  readonly shares: unknown[];
  /** How many changes of captions it has followed; null before the first look at all of them. */
  followed: number | null;
}

const kept = new WeakMap<FolderFacts, Map<string, Kept>>();

/** Captions that are counted in one step: a step for each takes longer than counting a list of tags. */
const atOnce = 8;
/** Captions that are looked at in one step, although nothing of them is counted anew. */
const seenAtOnce = 1024;

/** Brings a tally up to date: only captions that are other ones than last time are counted. Yields after some. */
function* follow(facts: FolderFacts, one: Kept): Iterable<void> {
  const { count } = facts.changed;
  if (one.followed === count) return;
  const { seen, shares, tally } = one;
  const isCounted = (id: number): boolean => {
    const record = facts.recordOf(id);
    if (seen[id] === record) return false;
    if (shares[id] != null) tally.add(shares[id], -1);
    seen[id] = record;
    shares[id] = record ? tally.shareOf(record) : null;
    if (shares[id] != null) tally.add(shares[id], 1);
    return true;
  };
  let counted = 0;
  const changed = one.followed === null ? null : facts.changed.since(one.followed);
  for (const id of changed ?? facts.numbers()) {
    while (seen.length <= id) {
      seen.push(undefined);
      shares.push(null);
    }
    if (isCounted(id) && ++counted % atOnce === 0) yield;
    else if (id % seenAtOnce === 0) yield;
  }
  // A caption that was edited between two steps is met next time.
  one.followed = count;
}

function find<T extends Tally>(
  facts: FolderFacts,
  kind: string,
  key: string,
  make: () => T,
): Kept & { readonly tally: T } {
  let kinds = kept.get(facts);
  if (!kinds) {
    kinds = new Map();
    kept.set(facts, kinds);
  }
  const known = kinds.get(kind);
  if (known?.key === key) return known as Kept & { readonly tally: T };
  const made = { tally: make(), key, seen: [], shares: [], followed: null };
  kinds.set(kind, made);
  return made;
}

/**
 * A tally over the captions as they stand now: made on first use, brought up to date by what changed since. So what several rules and
 * metrics count alike is counted once, and an edit costs what the caption holds.
 * @param key what the tally was made with, as text; with another one it begins anew
 */
export function tallied<T extends Tally>(facts: FolderFacts, kind: string, key: string, make: () => T): T {
  const one = find(facts, kind, key, make);
  // Whoever asks rests on every caption; what is read to follow them need not be noted again.
  void facts.tags;
  facts.tracker.untracked(() => {
    for (const _ of follow(facts, one));
  });
  return one.tally;
}

/** The same in steps, for whoever gives way to others between them. */
export function* finishInBreaths<T extends Tally>(
  facts: FolderFacts,
  kind: string,
  key: string,
  make: () => T,
): Iterable<void> {
  yield* follow(facts, find(facts, kind, key, make));
}
