/**
 * Globs matched in time that grows with the length of the path times that of the glob, whatever stars it holds: all places of the glob
 * that can be reached are followed at once (Thompson's construction), nothing is tried twice.
 */

/** One step: take a character that fits and go on, or go on at two places without taking one. */
type Step =
  | { readonly kind: 'take'; readonly fits: (character: string) => boolean }
  | { readonly kind: 'split'; readonly one: number; readonly other: number }
  | { readonly kind: 'end' };

/** Braces within braces that are read; deeper ones stand for themselves. */
const deepest = 20;

/** Makes a matcher of a glob that is anchored at both ends. */
export function compileGlob(glob: string): (path: string) => boolean {
  const steps = new GlobCompiler([...glob]).compile();
  return (path) => run(steps, path);
}

class GlobCompiler {
  readonly #glob: readonly string[];
  readonly #steps: Step[] = [];

  constructor(glob: readonly string[]) {
    this.#glob = glob;
  }

  compile(): readonly Step[] {
    this.#part(0, this.#glob.length, 0);
    this.#steps.push({ kind: 'end' });
    return this.#steps;
  }

  #part(from: number, to: number, depth: number): void {
    let at = from;
    while (at < to) {
      const c = this.#glob[at];
      if (c === '*') at = this.#stars(at, to);
      else if (c === '?') at = this.#take(at + 1, (character) => character !== '/');
      else if (c === '[') at = this.#class(at, to);
      else if (c === '{') at = this.#braces(at, to, depth);
      else {
        const escaped = c === '\\' && at + 1 < to;
        const literal = escaped ? this.#glob[at + 1] : c;
        at = this.#take(at + (escaped ? 2 : 1), (character) => character === literal);
      }
    }
  }

  #take(next: number, fits: (character: string) => boolean): number {
    this.#steps.push({ kind: 'take', fits });
    return next;
  }

  /** Any number of characters that fit. */
  #many(fits: (character: string) => boolean): void {
    const start = this.#steps.length;
    this.#steps.push({ kind: 'split', one: start + 1, other: start + 3 }, { kind: 'take', fits });
    this.#steps.push({ kind: 'split', one: start, other: start });
  }

  /** A star stays within a name; two that are a name of their own stand for any names, also for none. */
  #stars(at: number, to: number): number {
    let end = at;
    while (end < to && this.#glob[end] === '*') end++;
    const before = at === 0 ? '/' : this.#glob[at - 1];
    const after = end >= this.#glob.length ? '' : this.#glob[end];
    const isWhole = end - at === 2 && '/{,'.includes(before) && (after === '' || '/},'.includes(after));
    if (!isWhole) {
      this.#many((character) => character !== '/');
      return end;
    }
    if (after !== '/') {
      this.#many(() => true);
      return end;
    }
    // Nothing, or names with the separator behind them.
    const start = this.#steps.length;
    this.#steps.push({ kind: 'split', one: start + 1, other: start + 5 });
    this.#many(() => true);
    this.#steps.push({ kind: 'take', fits: (character) => character === '/' });
    return end + 1;
  }

  #class(at: number, to: number): number {
    const isNegated = this.#glob[at + 1] === '!' || this.#glob[at + 1] === '^';
    const start = at + (isNegated ? 2 : 1);
    // A bracket right at the beginning belongs to the class.
    const end = this.#glob.indexOf(']', start + 1);
    if (end < 0 || end >= to) return this.#take(at + 1, (character) => character === '[');
    const members = this.#glob.slice(start, end);
    const isMember = (character: string): boolean => {
      for (let n = 0; n < members.length; n++) {
        const isRange = members[n + 1] === '-' && n + 2 < members.length;
        if (isRange ? members[n] <= character && character <= members[n + 2] : members[n] === character) return true;
        if (isRange) n += 2;
      }
      return false;
    };
    return this.#take(end + 1, (character) => character !== '/' && isMember(character) !== isNegated);
  }

  #braces(at: number, to: number, depth: number): number {
    const commas = this.#commas(at, to);
    if (!commas || commas.length < 3 || depth >= deepest) return this.#take(at + 1, (character) => character === '{');
    const jumps: number[] = [];
    for (let n = 0; n + 1 < commas.length; n++) {
      const isLast = n + 2 === commas.length;
      const split = this.#steps.length;
      if (!isLast) this.#steps.push({ kind: 'split', one: split + 1, other: split + 1 });
      this.#part(commas[n] + 1, commas[n + 1], depth + 1);
      if (isLast) continue;
      jumps.push(this.#steps.length);
      this.#steps.push({ kind: 'split', one: 0, other: 0 });
      this.#steps[split] = { kind: 'split', one: split + 1, other: this.#steps.length };
    }
    const end = this.#steps.length;
    for (const jump of jumps) this.#steps[jump] = { kind: 'split', one: end, other: end };
    return (commas.at(-1) ?? at) + 1;
  }

  /** Places of an opening brace, its commas and its closing brace; null when it is not closed. */
  #commas(open: number, to: number): number[] | null {
    const found = [open];
    let inside = 0;
    for (let at = open + 1; at < to; at++) {
      const c = this.#glob[at];
      if (c === '\\') at++;
      else if (c === '{') inside++;
      else if (c === ',' && inside === 0) found.push(at);
      else if (c === '}') {
        if (inside === 0) return [...found, at];
        inside--;
      }
    }
    return null;
  }
}

function run(steps: readonly Step[], path: string): boolean {
  const seen = new Uint32Array(steps.length);
  let round = 0;
  /** All places that are reached from some without taking a character. */
  const reach = (starts: readonly number[]): number[] => {
    round++;
    const found: number[] = [];
    const open = [...starts];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (seen[at] === round) continue;
      seen[at] = round;
      const step = steps[at];
      if (step.kind === 'split') open.push(step.one, step.other);
      else found.push(at);
    }
    return found;
  };
  let places = reach([0]);
  for (const character of path) {
    const next: number[] = [];
    for (const at of places) {
      const step = steps[at];
      if (step.kind === 'take' && step.fits(character)) next.push(at + 1);
    }
    if (next.length === 0) return false;
    places = reach(next);
  }
  return places.some((at) => steps[at].kind === 'end');
}
