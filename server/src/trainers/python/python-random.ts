/**
 * Python's `random` seeded with an int: the Mersenne Twister MT19937 and `random.shuffle` on top of it (CPython 3.11, Lib/random.py).
 * With a `validation_seed` it decides which images are trained, so the same numbers are needed here.
 */
export class PythonRandom {
  readonly #state = new Uint32Array(624);
  #index = 624;

  /** @param seed a whole number; its sign is ignored, as in Python. */
  constructor(seed: number) {
    const key: number[] = [];
    for (let rest = Math.abs(Math.trunc(seed)); rest > 0; rest = Math.floor(rest / 2 ** 32)) key.push(rest % 2 ** 32);
    this.#seedByArray(key.length > 0 ? key : [0]);
  }

  /** `random.shuffle`, in place. */
  shuffle<T>(items: T[]): void {
    for (let i = items.length - 1; i > 0; i--) {
      const j = this.#below(i + 1);
      [items[i], items[j]] = [items[j] as T, items[i] as T];
    }
  }

  /** A number from 0 to n - 1, n from 1 to 2^32. */
  #below(n: number): number {
    const bits = 32 - Math.clz32(n);
    for (;;) {
      const value = this.#next() >>> (32 - bits);
      if (value < n) return value;
    }
  }

  #next(): number {
    if (this.#index >= 624) this.#twist();
    let y = this.#state[this.#index++] as number;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  #twist(): void {
    const s = this.#state;
    for (let i = 0; i < 624; i++) {
      const y = ((s[i] as number) & 0x80000000) | ((s[(i + 1) % 624] as number) & 0x7fffffff);
      s[i] = (s[(i + 397) % 624] as number) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.#index = 0;
  }

  #seedByNumber(seed: number): void {
    const s = this.#state;
    s[0] = seed;
    for (let i = 1; i < 624; i++) {
      const previous = (s[i - 1] as number) ^ ((s[i - 1] as number) >>> 30);
      s[i] = Math.imul(1812433253, previous) + i;
    }
  }

  #seedByArray(key: readonly number[]): void {
    this.#seedByNumber(19650218);
    const s = this.#state;
    let i = 1;
    let j = 0;
    const mixed = (factor: number) => {
      const previous = (s[i - 1] as number) ^ ((s[i - 1] as number) >>> 30);
      return (s[i] as number) ^ Math.imul(previous, factor);
    };
    const advance = () => {
      i++;
      if (i >= 624) {
        s[0] = s[623] as number;
        i = 1;
      }
    };
    for (let k = Math.max(624, key.length); k > 0; k--) {
      s[i] = mixed(1664525) + (key[j] as number) + j;
      advance();
      j = (j + 1) % key.length;
    }
    for (let k = 623; k > 0; k--) {
      s[i] = mixed(1566083941) - i;
      advance();
    }
    s[0] = 0x80000000;
  }
}
