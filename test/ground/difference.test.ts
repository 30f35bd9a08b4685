import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyDifference, differenceOf } from '../../server/src/ground/difference.ts';

/** Data as JSON gives it. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const row = fc.record({
  file: fc.string({ maxLength: 3 }),
  count: fc.nat(3),
  list: fc.array(fc.nat(2), { maxLength: 2 }),
});
const rows = fc.uniqueArray(row, { selector: ({ file }) => file, maxLength: 12 });
const report = fc.record(
  {
    captions: rows,
    tags: fc.array(fc.record({ tag: fc.string({ maxLength: 2 }) }), { maxLength: 4 }),
    metrics: fc.dictionary(fc.string(), fc.jsonValue()),
    other: fc.jsonValue(),
  },
  { requiredKeys: ['captions', 'metrics'] },
);

const pairs = fc.uniqueArray(
  fc.record({ a: fc.string({ maxLength: 2 }), b: fc.string({ maxLength: 2 }), n: fc.nat(2) }),
  {
    selector: ({ a, b }) => `${a.length} ${a}${b}`,
    maxLength: 8,
  },
);

describe('difference of plain data', () => {
  const check = (first: unknown, second: unknown): void => {
    const [old, next] = [plain(first), plain(second)];
    const before = JSON.stringify(old);
    const difference = differenceOf(old, next);
    if (difference === null) assert.deepEqual(old, next);
    // What is sent is JSON.
    else assert.deepEqual(applyDifference(old, plain(difference) as typeof difference), next);
    assert.equal(JSON.stringify(old), before, 'the first state was changed');
  };

  it('makes the second state of the first, whatever they are', () => {
    fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (old, next) => check(old, next)));
    fc.assert(fc.property(report, report, (old, next) => check(old, next)));
  });

  it('makes any order of any records of any other', () => {
    fc.assert(fc.property(rows, rows, (old, next) => check(old, next)));
    fc.assert(fc.property(pairs, pairs, (old, next) => check(old, next)));
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(2))), fc.array(fc.array(fc.nat(2))), (old, next) => check(old, next)),
    );
    fc.assert(
      fc.property(
        rows.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list))),
        ([old, next]) => check(old, next),
      ),
    );
  });

  it('is null for equal data, and only for those', () => {
    fc.assert(fc.property(report, (data) => assert.equal(differenceOf(data, structuredClone(data)), null)));
  });

  it('is small when little changed, also when a record moves or comes at the head', () => {
    const list = (change: (at: number) => number) =>
      Array.from({ length: 5000 }, (_, at) => ({
        file: `${at}.txt`,
        tokens: change(at),
        text: 'a caption of some length',
      }));
    const old = { captions: list((at) => at) };
    const oneChanged = { captions: list((at) => (at === 2500 ? -1 : at)) };
    const sizeOf = (next: unknown) => JSON.stringify(differenceOf(old, next)).length;
    assert.ok(sizeOf(oneChanged) < 200);
    const [last, ...rest] = [...old.captions].reverse();
    assert.ok(sizeOf({ captions: [last, ...rest.reverse()] }) < 200);
    assert.ok(sizeOf({ captions: [{ file: 'new.txt', tokens: 1, text: 'x' }, ...old.captions] }) < 200);
  });

  it('of a record named like a member of every object is data as any other', () => {
    check(JSON.parse('{"a":{"__proto__":1}}'), JSON.parse('{"a":{"__proto__":2,"constructor":3}}'));
    check(
      [{ file: '__proto__', n: 1 }],
      [
        { file: '__proto__', n: 2 },
        { file: 'constructor', n: 1 },
      ],
    );
  });
});
