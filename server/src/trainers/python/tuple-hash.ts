// CPython 3.8 and later: Objects/tupleobject.c (xxHash), Objects/longobject.c, Objects/setobject.c.
const PRIME_1 = 11400714785074694791n;
const PRIME_2 = 14029467366897019727n;
const PRIME_5 = 2870177450012600261n;
const MASK = (1n << 64n) - 1n;
const MODULUS = (1n << 61n) - 1n;

/** `hash(int)`, as an unsigned 64-bit number. */
function hashInt(value: number): bigint {
  const whole = BigInt(value);
  const hash = whole < 0n ? -(-whole % MODULUS) : whole % MODULUS;
  return (hash === -1n ? -2n : hash) & MASK;
}

/** `hash((int, int, …))`, signed. */
export function hashTuple(items: readonly number[]): bigint {
  return BigInt.asIntN(64, unsignedHash(items));
}

function unsignedHash(items: readonly number[]): bigint {
  let hash = PRIME_5;
  for (const item of items) {
    hash = (hash + hashInt(item) * PRIME_2) & MASK;
    hash = ((hash << 31n) | (hash >> 33n)) & MASK;
    hash = (hash * PRIME_1) & MASK;
  }
  hash = (hash + (BigInt(items.length) ^ (PRIME_5 ^ 3527539n))) & MASK;
  return hash === MASK ? 1546275796n : hash;
}

const SMALLEST = 8;
const LINEAR_PROBES = 9n;

/** `list(set(tuples))`: the tuples without repetition, in the order of CPython's hash table when they are added one by one. */
export function setOrder(tuples: readonly (readonly number[])[]): (readonly number[])[] {
  let table = new Array<readonly number[] | undefined>(SMALLEST);
  let used = 0;
  for (const tuple of tuples) {
    const at = place(table, tuple);
    if (table[at]) continue;
    table[at] = tuple;
    used++;
    if (used * 5 < (table.length - 1) * 3) continue;
    const wanted = used > 50000 ? used * 2 : used * 4;
    let size = SMALLEST;
    while (size <= wanted) size *= 2;
    const grown = new Array<readonly number[] | undefined>(size);
    for (const old of table) if (old) grown[place(grown, old)] = old;
    table = grown;
  }
  return table.filter((tuple) => tuple !== undefined);
}

/** Where a tuple lies or would lie. */
function place(table: readonly (readonly number[] | undefined)[], tuple: readonly number[]): number {
  const hash = unsignedHash(tuple);
  const mask = BigInt(table.length - 1);
  let perturb = hash;
  let at = hash & mask;
  for (;;) {
    const probes = at + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0n;
    for (let probe = 0n; probe <= probes; probe++) {
      const index = Number(at + probe);
      const found = table[index];
      if (!found || isEqual(found, tuple)) return index;
    }
    perturb >>= 5n;
    at = (at * 5n + 1n + perturb) & mask;
  }
}

function isEqual(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((item, i) => item === b[i]);
}
