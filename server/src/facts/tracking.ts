/**
 * What an answer rests on. While something is worked out, whoever is asked notes itself; so nobody has to list by hand what a
 * rule reads, and a rule that reads something new is followed as well.
 */
export abstract class Cell {
  /** The tracker's revision at the last change of what this cell stands for. */
  changedAt = 0;
  /** Number of the recording that noted it last. */
  mark = 0;

  /** Brings `changedAt` up to date. */
  abstract settle(): void;
}

/** A count or file itself: changes when it is touched. */
export class Source extends Cell {
  settle(): void {}
}

/** Something worked out of cells. It changes only when its value does, whatever became of the cells. */
export class Answer<T> extends Cell {
  readonly #tracker: Tracker;
  readonly #compute: () => T;
  readonly #same: (a: T, b: T) => boolean;
  #known: { readonly value: T; readonly cells: readonly Cell[] } | null = null;
  #settledAt = 0;

  constructor(tracker: Tracker, compute: () => T, same: (a: T, b: T) => boolean = Object.is) {
    super();
    this.#tracker = tracker;
    this.#compute = compute;
    this.#same = same;
  }

  get value(): T {
    this.#tracker.note(this);
    return this.#settled().value;
  }

  settle(): void {
    this.#settled();
  }

  #settled(): { readonly value: T } {
    const { revision } = this.#tracker;
    const known = this.#known;
    if (known && (this.#settledAt === revision || !changedSince(known.cells, this.#settledAt))) {
      this.#settledAt = revision;
      return known;
    }
    const next = this.#tracker.record(this.#compute);
    // An equal value stays the same object, so that those who kept it are right too.
    this.#known = known && this.#same(known.value, next.value) ? { value: known.value, cells: next.cells } : next;
    if (this.#known === next) this.changedAt = revision;
    this.#settledAt = revision;
    return this.#known;
  }
}

/** Answers to one question that are kept at the most. */
const mostAnswers = 1 << 15;

/** Answers to one question, by what it is asked about. */
export class Answers<K, T> {
  readonly #tracker: Tracker;
  readonly #compute: (key: K) => T;
  readonly #same: (a: T, b: T) => boolean;
  readonly #byKey = new Map<K, Answer<T>>();
  /** Numbers of tags are dense and asked for most: they need no table. */
  readonly #byNumber: (Answer<T> | undefined)[] = [];
  /** Their values, and the revisions at which those were known to hold: all that is needed while nobody takes notes. */
  readonly #values: (T | undefined)[] = [];
  readonly #heldAt: number[] = [];

  constructor(tracker: Tracker, compute: (key: K) => T, same: (a: T, b: T) => boolean = Object.is) {
    this.#tracker = tracker;
    this.#compute = compute;
    this.#same = same;
  }

  of(key: K): T {
    if (!isPlace(key) || this.#tracker.isRecording) return (this.#known(key) ?? this.#make(key)).value;
    const { revision } = this.#tracker;
    if (this.#heldAt[key] === revision) return this.#values[key] as T;
    // Nobody rests on the answer: what it rests on itself need not be followed. A command asks about every tag once.
    const value = this.#known(key)?.value ?? this.#compute(key);
    while (this.#heldAt.length <= key) {
      this.#heldAt.push(0);
      this.#values.push(undefined);
    }
    this.#values[key] = value;
    this.#heldAt[key] = revision;
    return value;
  }

  /** Forgets what was asked about a key; those who rest on it keep their answer. */
  delete(key: K): void {
    if (isPlace(key)) this.forget([key]);
    else this.#byKey.delete(key);
  }

  /** Forgets what was asked about numbers that stand for something else from now on. */
  forget(numbers: readonly number[]): void {
    for (const number of numbers) {
      if (number < this.#byNumber.length) this.#byNumber[number] = undefined;
      if (number >= this.#heldAt.length) continue;
      this.#heldAt[number] = 0;
      this.#values[number] = undefined;
    }
  }

  #known(key: K): Answer<T> | undefined {
    return isPlace(key) ? this.#byNumber[key] : this.#byKey.get(key);
  }

  #make(key: K): Answer<T> {
    const answer = new Answer(this.#tracker, () => this.#compute(key), this.#same);
    if (isPlace(key)) {
      while (this.#byNumber.length <= key) this.#byNumber.push(undefined);
      this.#byNumber[key] = answer;
    } else {
      // Whoever rests on an answer keeps it: forgetting one costs no more than working it out again.
      if (this.#byKey.size >= mostAnswers) this.#byKey.clear();
      this.#byKey.set(key, answer);
    }
    return answer;
  }
}

/** Whether a key is the number of something; a share is a number too and wants the table. */
const isPlace = (key: unknown): key is number => Number.isInteger(key);

/** Sources by what they stand for, made when something first rests on them. */
export class Sources<K> {
  readonly #tracker: Tracker;
  readonly #byKey = new Map<K, Source>();

  constructor(tracker: Tracker) {
    this.#tracker = tracker;
  }

  note(key: K): void {
    if (!this.#tracker.isRecording) return;
    let source = this.#byKey.get(key);
    if (!source) {
      source = new Source();
      this.#byKey.set(key, source);
    }
    this.#tracker.note(source);
  }

  touch(key: K): void {
    // While a folder is read nothing rests on its counts yet.
    if (this.#byKey.size === 0) return;
    const source = this.#byKey.get(key);
    if (source) this.#tracker.touch(source);
  }

  delete(key: K): void {
    this.#byKey.delete(key);
  }
}

/** Names that are not looked through again before so many more came. */
const fewestNames = 1024;

/** As {@link Sources}, for keys without end such as words that somebody types: a source goes when nothing rests on it any more. */
export class PassingSources<K> {
  readonly #tracker: Tracker;
  readonly #byKey = new Map<K, WeakRef<Source>>();
  #mostKept = fewestNames;

  constructor(tracker: Tracker) {
    this.#tracker = tracker;
  }

  /** How many are kept, those that went since the last look included. */
  get size(): number {
    return this.#byKey.size;
  }

  note(key: K): void {
    if (!this.#tracker.isRecording) return;
    let source = this.#byKey.get(key)?.deref();
    if (!source) {
      source = new Source();
      this.#byKey.set(key, new WeakRef(source));
      if (this.#byKey.size > this.#mostKept) this.#dropGone();
    }
    this.#tracker.note(source);
  }

  touch(key: K): void {
    const source = this.#byKey.get(key)?.deref();
    if (source) this.#tracker.touch(source);
  }

  #dropGone(): void {
    for (const [key, source] of this.#byKey) if (source.deref() === undefined) this.#byKey.delete(key);
    this.#mostKept = this.#byKey.size * 2 + fewestNames;
  }
}

/** Follows what rests on what, for one dataset. Everything here is synchronous. */
export class Tracker {
  #revision = 1;
  #recordings = 0;
  #cells: Cell[] | null = null;
  #mark = 0;

  /** Grows with every change of a source. */
  get revision(): number {
    return this.#revision;
  }

  get isRecording(): boolean {
    return this.#cells !== null;
  }

  /** What is being worked out rests on a cell. */
  note(cell: Cell): void {
    if (this.#cells === null || cell.mark === this.#mark) return;
    cell.mark = this.#mark;
    this.#cells.push(cell);
  }

  /** A source changed. */
  touch(source: Source): void {
    source.changedAt = ++this.#revision;
  }

  /** Works something out and notes the cells it rests on. */
  record<T>(compute: () => T): { readonly value: T; readonly cells: readonly Cell[] } {
    return this.#within([], compute);
  }

  /** Works something out that others follow by themselves: nothing of it is noted. */
  untracked<T>(compute: () => T): T {
    return this.#within(null, compute).value;
  }

  #within<T>(cells: Cell[] | null, compute: () => T): { value: T; cells: Cell[] } {
    const [outer, mark] = [this.#cells, this.#mark];
    this.#cells = cells;
    this.#mark = ++this.#recordings;
    try {
      return { value: compute(), cells: cells ?? [] };
    } finally {
      this.#cells = outer;
      this.#mark = mark;
    }
  }
}

/** Whether one of the cells changed after a revision. */
export function changedSince(cells: readonly Cell[], revision: number): boolean {
  for (let i = 0; i < cells.length; i++) {
    cells[i].settle();
    if (cells[i].changedAt > revision) return true;
  }
  return false;
}
