import type { RandomSource } from './random-source.ts';

const SIZE = 624;
const SHIFT = 397;

/**
 * Python's own generator: MT19937 seeded as `random.seed(int)`, with `random.random`, `random.choice` and `random.shuffle` as in
 * CPython 3.9 to 3.11 (Modules/_randommodule.c, Lib/random.py). A simulation with a fixed seed can be repeated in Python and gives
 * the same captions there.
 */
export function pythonRandom(seed: number | bigint): RandomSource {
  const state = seededState(seed);
  let index = SIZE;

  const uint32 = (): number => {
    if (index === SIZE) {
      twist(state);
      index = 0;
    }
    let y = state[index++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  };

  /** `_randbelow_with_getrandbits`: as many bits as `count` needs, drawn again until below it. */
  const below = (count: number): number => {
    const bits = 32 - Math.clz32(count);
    let drawn = uint32() >>> (32 - bits);
    while (drawn >= count) drawn = uint32() >>> (32 - bits);
    return drawn;
  };

  return {
    random: () => {
      const high = uint32() >>> 5;
      const low = uint32() >>> 6;
      return (high * 67108864 + low) / 9007199254740992;
    },
    choice: below,
    shuffle: <T>(items: T[]) => {
      for (let i = items.length - 1; i > 0; i--) {
        const other = below(i + 1);
        const kept = items[i] as T;
        items[i] = items[other] as T;
        items[other] = kept;
      }
    },
  };
}

/** `init_by_array` with the 32-bit parts of the seed's absolute value, lowest first. */
function seededState(seed: number | bigint): Uint32Array {
  const given = typeof seed === 'bigint' ? seed : BigInt(Math.trunc(seed));
  const whole = given < 0n ? -given : given;
  const key: number[] = [];
  for (let rest = whole; rest > 0n; rest >>= 32n) key.push(Number(rest & 0xffffffffn));
  if (key.length === 0) key.push(0);

  const state = new Uint32Array(SIZE);
  state[0] = 19650218;
  for (let i = 1; i < SIZE; i++) state[i] = Math.imul(1812433253, mixed(state, i - 1)) + i;

  let i = 1;
  let j = 0;
  const wrap = () => {
    if (i < SIZE) return;
    state[0] = state[SIZE - 1] as number;
    i = 1;
  };
  for (let k = SIZE; k > 0; k--) {
    state[i] = ((state[i] as number) ^ Math.imul(mixed(state, i - 1), 1664525)) + (key[j] as number) + j;
    i++;
    j = (j + 1) % key.length;
    wrap();
  }
  for (let k = SIZE - 1; k > 0; k--) {
    state[i] = ((state[i] as number) ^ Math.imul(mixed(state, i - 1), 1566083941)) - i;
    i++;
    wrap();
  }
  state[0] = 0x80000000;
  return state;
}

function mixed(state: Uint32Array, i: number): number {
  const value = state[i] as number;
  return value ^ (value >>> 30);
}

/** The next 624 words. */
function twist(state: Uint32Array): void {
  for (let i = 0; i < SIZE; i++) {
    const y = ((state[i] as number) & 0x80000000) | ((state[(i + 1) % SIZE] as number) & 0x7fffffff);
    state[i] = (state[(i + SHIFT) % SIZE] as number) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
  }
}
