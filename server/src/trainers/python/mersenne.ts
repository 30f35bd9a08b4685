import { once } from '../../ground/once.ts';
import type { RandomSource } from './random-source.ts';

const SIZE = 624;
const SHIFT = 397;

/** What `init_by_array` begins with, whatever the seed is: `init_genrand(19650218)`. */
const initial = once(() => {
  const state = new Int32Array(SIZE);
  state[0] = 19650218;
  for (let i = 1; i < SIZE; i++) state[i] = Math.imul(1812433253, mixed(state[i - 1]!)) + i;
  return state;
});

/**
 * Python's own generator: MT19937 seeded as `random.seed(int)`, with `random.random`, `random.choice` and `random.shuffle` as in
 * CPython 3.9 to 3.11 (Modules/_randommodule.c, Lib/random.py). A simulation with a fixed seed can be repeated in Python and gives
 * the same captions there. May be seeded again and again: a trainer that seeds anew for each draw takes a few words of each state.
 */
export class Mersenne implements RandomSource {
  readonly #state = new Int32Array(SIZE);
  #index = 0;

  constructor(seed: number | bigint) {
    this.seed(seed);
  }

  /** `init_by_array` with the 32-bit parts of the seed's absolute value, lowest first. */
  seed(seed: number | bigint): void {
    const key = keyOf(seed);
    const state = this.#state;
    state.set(initial());
    let last = state[0]!;
    let i = 1;
    let j = 0;
    for (let k = Math.max(SIZE, key.length); k > 0; k--) {
      last = (state[i]! ^ Math.imul(mixed(last), 1664525)) + key[j]! + j;
      state[i] = last;
      last |= 0;
      if (++i === SIZE) {
        state[0] = last;
        i = 1;
      }
      if (++j === key.length) j = 0;
    }
    for (let k = SIZE - 1; k > 0; k--) {
      last = (state[i]! ^ Math.imul(mixed(last), 1566083941)) - i;
      state[i] = last;
      last |= 0;
      if (++i === SIZE) {
        state[0] = last;
        i = 1;
      }
    }
    state[0] = 0x80000000;
    this.#index = 0;
  }

  /** The next 32 bits. A word of the state is renewed when it is taken: each rests on words that are renewed behind or before it. */
  uint32(): number {
    const state = this.#state;
    const at = this.#index;
    const next = at + 1 === SIZE ? 0 : at + 1;
    const far = at + SHIFT < SIZE ? at + SHIFT : at + SHIFT - SIZE;
    let y = (state[at]! & 0x80000000) | (state[next]! & 0x7fffffff);
    y = state[far]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    state[at] = y;
    this.#index = next;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  random(): number {
    const high = this.uint32() >>> 5;
    const low = this.uint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /** `_randbelow_with_getrandbits`: as many bits as `count` needs, drawn again until below it. */
  choice(count: number): number {
    const bits = 32 - Math.clz32(count);
    let drawn = this.uint32() >>> (32 - bits);
    while (drawn >= count) drawn = this.uint32() >>> (32 - bits);
    return drawn;
  }

  shuffle<T>(items: T[]): void {
    for (let i = items.length - 1; i > 0; i--) {
      const other = this.choice(i + 1);
      const kept = items[i] as T;
      items[i] = items[other] as T;
      items[other] = kept;
    }
  }
}

/** A generator as a plain object, of which single functions may be replaced. */
export function pythonRandom(seed: number | bigint): RandomSource {
  const own = new Mersenne(seed);
  return {
    random: () => own.random(),
    choice: (count) => own.choice(count),
    shuffle: (items) => own.shuffle(items),
  };
}

function keyOf(seed: number | bigint): Int32Array {
  const given = typeof seed === 'bigint' ? seed : BigInt(Number.isFinite(seed) ? Math.trunc(seed) : 0);
  const whole = given < 0n ? -given : given;
  // Nearly every seed is of 64 bits at the most.
  if (whole >> 64n === 0n) {
    const [low, high] = [Number(BigInt.asIntN(32, whole)), Number(BigInt.asIntN(32, whole >> 32n))];
    return high === 0 ? Int32Array.of(low) : Int32Array.of(low, high);
  }
  const key: number[] = [];
  for (let rest = whole; rest > 0n; rest >>= 32n) key.push(Number(BigInt.asIntN(32, rest)));
  return Int32Array.from(key);
}

function mixed(value: number): number {
  return value ^ (value >>> 30);
}
