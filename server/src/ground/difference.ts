import { eachInSteps, type Steps } from './steps.ts';

/**
 * The difference between two states of plain data (what JSON can say), so that a view that has the first can make the second of it.
 * Lists of records are compared by what names each record, other lists place by place while they keep their length; what else differs
 * is replaced as a whole.
 */
export type Difference =
  /** A new value. */
  | { readonly value: unknown }
  /** An object: members that changed, members that are gone. */
  | { readonly set: Readonly<Record<string, Difference>>; readonly gone?: readonly string[] }
  /** A list whose items changed at some places. */
  | { readonly at: readonly (readonly [place: number, difference: Difference])[] }
  /** A list of named records; see {@link RowsDifference}. */
  | { readonly rows: RowsDifference };

interface RowsDifference {
  /** The members that name a record together. */
  readonly by: readonly string[];
  /** Records that are new, whole. */
  readonly added?: readonly unknown[];
  /** What changed in records that stay, by name. */
  readonly changed?: readonly (readonly [name: string, difference: Difference])[];
  /** Names of records that are gone. */
  readonly gone?: readonly string[];
  /**
   * Where records stand that were added or moved: the name of the record before them, null at the head; in the order of the list.
   * All others keep their order.
   */
  readonly placed?: readonly (readonly [name: string, behind: string | null])[];
}

type Row = Readonly<Record<string, unknown>>;

/** Members that may name the records of a list, the first that fit: each record has them, as texts, and no two the same. */
const naming: readonly (readonly string[])[] = [
  ['id'],
  ['file'],
  ['tag'],
  ['rule'],
  ['folder'],
  ['key'],
  ['mode'],
  ['a', 'b'],
];

/** What makes `next` of `old`; null when they are the same. Costs what they hold, not its square. */
export function differenceOf(old: unknown, next: unknown): Difference | null {
  if (Object.is(old, next)) return null;
  if (Array.isArray(old) && Array.isArray(next)) return listDifference(old, next);
  if (isRecord(old) && isRecord(next)) {
    const set: Record<string, Difference> = {};
    for (const key of Object.keys(next)) {
      if (next[key] === undefined) continue;
      const inner = has(old, key) ? differenceOf(old[key], next[key]) : { value: next[key] };
      if (inner) define(set, key, inner);
    }
    const gone = Object.keys(old).filter((key) => has(old, key) && !has(next, key));
    if (Object.keys(set).length === 0 && gone.length === 0) return null;
    return gone.length > 0 ? { set, gone } : { set };
  }
  return { value: next };
}

/** Items of a list from which it is long. */
const longList = 512;
/** Items of a long list that are compared in one step. */
const comparedAtOnce = 64;

/**
 * The second state with what its long lists say like those of the first taken from there: what differs is told by a walk then. In steps,
 * because comparing tens of thousands of records takes a third of a second.
 */
export function* sharing<T extends object>(old: T, next: T): Steps<T> {
  const shared: Record<string, unknown> = {};
  for (const [key, list] of Object.entries(next)) {
    const before = has(old as Row, key) ? (old as Row)[key] : undefined;
    const isLong = Array.isArray(list) && Array.isArray(before) && list.length >= longList && list !== before;
    define(shared, key, isLong ? yield* sharedList(before, list) : list);
  }
  return shared as T;
}

function* sharedList(old: readonly unknown[], next: readonly unknown[]): Steps<readonly unknown[]> {
  const shared = [...next];
  const byName = new Map<string, unknown>();
  const by = naming.find((members) =>
    members.every((member) => isRecord(next[0]) && typeof next[0][member] === 'string'),
  );
  let steps = 0;
  for (const [at, record] of next.entries()) {
    if (++steps % comparedAtOnce === 0) yield;
    if (differenceOf(old[at], record) === null) shared[at] = old[at];
    // From the first that stands elsewhere on they are found by their names.
    else if (by !== undefined) {
      if (byName.size === 0) yield* eachInSteps(old, (one) => void (isRecord(one) && byName.set(nameOf(one, by), one)));
      const known = isRecord(record) ? byName.get(nameOf(record, by)) : undefined;
      if (known !== undefined && differenceOf(known, record) === null) shared[at] = known;
    }
  }
  return shared;
}

/** Makes the second state of the first. Neither is changed; what stays is shared between them. */
export function applyDifference(old: unknown, difference: Difference): unknown {
  if ('value' in difference) return difference.value;
  if ('rows' in difference) return applyRows(old as readonly Row[], difference.rows);
  if ('at' in difference) {
    const list = [...(old as readonly unknown[])];
    for (const [place, inner] of difference.at) list[place] = applyDifference(list[place], inner);
    return list;
  }
  const gone = new Set(difference.gone);
  const made: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(old as Row)) if (!gone.has(key)) define(made, key, value);
  for (const [key, inner] of Object.entries(difference.set))
    define(made, key, applyDifference((old as Row)[key], inner));
  return made;
}

function isRecord(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether an object says something of a member; what every object inherits is nothing of its own. */
function has(row: Row, key: string): boolean {
  return Object.hasOwn(row, key) && row[key] !== undefined;
}

/** Sets a member of any name, "__proto__" too. */
function define(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Items of a list that may differ for it to be told place by place although they have names. */
const fewPlaces = 64;

/** The places at which a list of the same records differs, when they are few; null when they are many, or stand elsewhere. */
function placesOf(old: readonly unknown[], next: readonly unknown[]): Difference | 'same' | null {
  if (old.length !== next.length) return null;
  const at: [number, Difference][] = [];
  for (let place = 0; place < next.length; place++) {
    if (Object.is(old[place], next[place])) continue;
    const [before, after] = [old[place], next[place]];
    if (!isRecord(before) || !isRecord(after) || !haveOneName(before, after)) return null;
    const inner = differenceOf(before, after);
    if (inner) at.push([place, inner]);
    if (at.length > fewPlaces) return null;
  }
  return at.length === 0 ? 'same' : { at };
}

function haveOneName(a: Row, b: Row): boolean {
  const by = naming.find((members) => members.every((member) => typeof a[member] === 'string'));
  return by?.every((member) => a[member] === b[member]) ?? false;
}

function listDifference(old: readonly unknown[], next: readonly unknown[]): Difference | null {
  const few = placesOf(old, next);
  if (few) return few === 'same' ? null : few;
  const by = naming.find((members) => areNamedBy(old, members) && areNamedBy(next, members));
  if (by !== undefined && old.length > 0 && next.length > 0)
    return rowsDifference(old as readonly Row[], next as readonly Row[], by);
  if (old.length !== next.length) return { value: next };
  const at = next.flatMap((value, place) => {
    const inner = differenceOf(old[place], value);
    return inner ? [[place, inner] as const] : [];
  });
  if (at.length === 0) return null;
  // Where most changed, places would only add to what is sent.
  return at.length * 2 > next.length ? { value: next } : { at };
}

/** The name of a record: its naming members, told apart whatever they hold. */
function nameOf(row: Row, by: readonly string[]): string {
  return by.length === 1 ? (row[by[0]] as string) : JSON.stringify(by.map((member) => row[member]));
}

function areNamedBy(list: readonly unknown[], by: readonly string[]): boolean {
  const seen = new Set<string>();
  for (const row of list) {
    if (!isRecord(row) || !by.every((member) => has(row, member) && typeof row[member] === 'string')) return false;
    seen.add(nameOf(row, by));
  }
  return seen.size === list.length;
}

function rowsDifference(old: readonly Row[], next: readonly Row[], by: readonly string[]): Difference | null {
  const named = (row: Row): string => nameOf(row, by);
  const before = new Map(old.map((row, at) => [named(row), { row, at }]));
  const after = new Set(next.map(named));
  const gone = old.map(named).filter((name) => !after.has(name));
  const added = next.filter((row) => !before.has(named(row)));
  const changed: [string, Difference][] = [];
  for (const row of next) {
    const known = before.get(named(row));
    const inner = known && differenceOf(known.row, row);
    if (inner) changed.push([named(row), inner]);
  }
  // The longest run of records that keep their order stays; all others are placed anew.
  const stays = longestRising(next.map((row) => before.get(named(row))?.at ?? -1));
  const placed = next.flatMap((row, at) =>
    stays.has(at) ? [] : [[named(row), at === 0 ? null : named(next[at - 1])] as const],
  );
  if (gone.length + added.length + changed.length + placed.length === 0) return null;
  return {
    rows: {
      by,
      ...(added.length > 0 && { added }),
      ...(changed.length > 0 && { changed }),
      ...(gone.length > 0 && { gone }),
      ...(placed.length > 0 && { placed }),
    },
  };
}

/** Places of the longest subsequence whose values rise; values below 0 take no part. */
function longestRising(values: readonly number[]): Set<number> {
  const ends: number[] = [];
  const previous = new Int32Array(values.length).fill(-1);
  values.forEach((value, at) => {
    if (value < 0) return;
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[ends[middle]] < value) low = middle + 1;
      else high = middle;
    }
    if (low > 0) previous[at] = ends[low - 1];
    ends[low] = at;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]) kept.add(at);
  return kept;
}

function applyRows(
  old: readonly Row[],
  { by, added = [], changed = [], gone = [], placed = [] }: RowsDifference,
): Row[] {
  const rows = new Map(old.map((row) => [nameOf(row, by), row]));
  for (const name of gone) rows.delete(name);
  for (const [name, inner] of changed) rows.set(name, applyDifference(rows.get(name), inner) as Row);
  for (const row of added) rows.set(nameOf(row as Row, by), row as Row);
  const moved = new Set(placed.map(([name]) => name));
  const behind = new Map<string | null, string[]>();
  for (const [name, place] of placed) {
    const there = behind.get(place);
    if (there) there.push(name);
    else behind.set(place, [name]);
  }
  const made: Row[] = [];
  // Records that are placed behind one another make a chain of any length: no recursion.
  const put = (place: string | null): void => {
    for (let names = behind.get(place); names; names = behind.get(names[0])) {
      const row = rows.get(names[0]);
      if (row) made.push(row);
    }
  };
  put(null);
  for (const row of old) {
    const name = nameOf(row, by);
    const now = rows.get(name);
    if (!now || moved.has(name)) continue;
    made.push(now);
    put(name);
  }
  return made;
}
