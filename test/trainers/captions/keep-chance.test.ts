import assert from 'node:assert/strict';
import fc from 'fast-check';
import { keepChances } from '../../../server/src/trainers/captions/keep-chance.ts';
import type { KeepChanceInput } from '../../../server/src/trainers/captions/tag-cost.ts';

/** A tag costs as many tokens as it has letters, a comma one. */
const byLetters = (text: string) => text.replaceAll(' ', '').length;

function input(flexible: string[], limit: number, more: Partial<KeepChanceInput> = {}): KeepChanceInput {
  return { fixed: [], flexible, suffix: [], limit, tagDropoutRate: 0, shuffled: true, ...more };
}

function orders<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) => orders(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

/** Chance of each flexible tag by trying every order and every set of dropped tags. */
function byTrying({ fixed, flexible, limit, tagDropoutRate }: KeepChanceInput): number[] {
  const kept = flexible.map(() => 0);
  const all = orders(flexible.map((_, index) => index));
  for (const order of all) {
    for (let mask = 0; mask < 1 << flexible.length; mask++) {
      const there = order.filter((index) => mask & (1 << index));
      const chance = (1 - tagDropoutRate) ** there.length * tagDropoutRate ** (flexible.length - there.length);
      there.forEach((index, position) => {
        const texts = [...fixed, ...there.slice(0, position + 1).map((i) => flexible[i] as string)];
        if (byLetters(texts.join(', ')) <= limit) kept[index] = (kept[index] as number) + chance / all.length;
      });
    }
  }
  return kept;
}

describe('the chance of a tag to reach the model', () => {
  it('is that of trying every order and every dropout', () => {
    const tags = fc.array(
      fc.integer({ min: 1, max: 5 }).map((length) => 'x'.repeat(length)),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(
        tags,
        fc.nat(25),
        fc.constantFrom(0, 0.3, 1),
        fc.constantFrom([], ['trg'], ['']),
        (flexible, limit, tagDropoutRate, fixed) => {
          const given = input(flexible, limit, { tagDropoutRate, fixed });
          const { method, flexible: got } = keepChances(given, byLetters);
          assert.equal(method, 'exact');
          byTrying(given).forEach((expected, index) => {
            assert.ok(Math.abs((got[index]?.chance as number) - expected) < 1e-9);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is 1 when everything fits and 0 when the head fills the window', () => {
    const fits = keepChances(input(['a', 'b'], 75), byLetters).flexible;
    assert.deepEqual(
      fits.map((tag) => tag.chance),
      [1, 1],
    );
    const full = keepChances(input(['a', 'b'], 5, { fixed: ['aaaaa'] }), byLetters).flexible;
    assert.deepEqual(
      full.map((tag) => tag.chance),
      [0, 0],
    );
  });

  it('the unluckiest place is last of all', () => {
    const [tag] = keepChances(input(['aa', 'bbb', 'c'], 4), byLetters).flexible;
    assert.equal(tag?.worstEnd, byLetters('bbb, c, aa'));
  });

  it('a fixed tail is reached only when everything before it fits', () => {
    const { suffix } = keepChances(input(['aa', 'bb'], 8, { suffix: ['cc', 'd'] }), byLetters);
    assert.deepEqual(
      suffix.map((tag) => [tag.chance, tag.worstEnd]),
      [
        [1, 8],
        [0, 10],
      ],
    );
  });

  it('without shuffling the order decides', () => {
    const given = input(['aa', 'bb', 'cc'], 5, { shuffled: false });
    assert.deepEqual(
      keepChances(given, byLetters).flexible.map((tag) => tag.chance),
      [1, 1, 0],
    );
  });

  it('tags whose tokens merge are simulated, with the error stated and the same answer each time', () => {
    const merging = (text: string) => byLetters(text.replaceAll('x, x', 'x'));
    const given = input(['x', 'x', 'yyyy', 'zzzz'], 7);
    const result = keepChances(given, merging);
    assert.equal(result.method, 'simulated');
    assert.ok(result.flexible.every((tag) => tag.standardError <= 0.025));
    assert.deepEqual(keepChances(given, merging), result);
  });

  it('of many tags of two lengths is that of drawing from an urn, for numbers of sets that are whole and beyond', () => {
    const [short, long] = ['x', 'xxxx'];
    const choose = (n: number, k: number): number => {
      let ways = 1;
      for (let i = 0; i < k; i++) ways = (ways * (n - i)) / (i + 1);
      return k > n ? 0 : ways;
    };
    for (const [shorts, longs] of [
      [20, 18],
      [28, 28],
      [29, 28],
      [70, 40],
    ] as const) {
      for (const limit of [40, 75, 150]) {
        const tags = [...Array<string>(shorts).fill(short), ...Array<string>(longs).fill(long)];
        const { flexible } = keepChances(input(tags, limit), byLetters);
        // A short tag behind a others of its length (two tokens with their commas) and b long ones (five).
        const others = shorts + longs - 1;
        let expected = 0;
        for (let a = 0; a < shorts; a++)
          for (let b = 0; b <= longs; b++)
            if (2 * a + 5 * b + 1 <= limit)
              expected += (choose(shorts - 1, a) * choose(longs, b)) / choose(others, a + b) / (others + 1);
        assert.ok(
          Math.abs((flexible[0]?.chance as number) - expected) < 1e-9,
          `${shorts} and ${longs} within ${limit}`,
        );
      }
    }
  });

  it('handles captions of hundreds of tags', () => {
    const many = Array.from({ length: 600 }, (_, index) => 'x'.repeat(1 + (index % 4)));
    const { flexible } = keepChances(input(many, 75), byLetters);
    const expected = flexible.reduce((sum, tag) => sum + tag.chance, 0);
    // About 75 tokens at 3.5 tokens per tag and comma.
    assert.ok(expected > 18 && expected < 24, String(expected));
  });
});
