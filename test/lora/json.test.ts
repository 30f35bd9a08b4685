import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Json, readJson } from '../../server/src/lora/json.ts';

const plain = (value: Json): unknown =>
  value instanceof Map
    ? Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)]))
    : Array.isArray(value)
      ? value.map(plain)
      : value;

describe('JSON of a header', () => {
  it('is read as JSON.parse reads it, spaces and all', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const { value: read, fault } = readJson(text);
        assert.equal(fault, null);
        assert.deepEqual(plain(read as Json), JSON.parse(text));
      }),
    );
  });
  it('is refused where JSON.parse refuses it, and the other way round', () => {
    const start = JSON.stringify({ a: [1, -2.5e3, 'x\\n"', true, null], 'b c': { d: {} }, e: [] });
    fc.assert(
      fc.property(fc.nat(start.length), fc.nat(3), fc.string({ maxLength: 3 }), (at, cut, put) => {
        const text = start.slice(0, at) + put + start.slice(at + cut);
        let parsed: unknown;
        try {
          // What is too large for a number is none.
          parsed = JSON.parse(text, (_, value) => (Number.isFinite(value) || typeof value !== 'number' ? value : null));
        } catch {
          assert.notEqual(readJson(text).fault, null, text);
          return;
        }
        assert.deepEqual(plain(readJson(text).value as Json), parsed);
      }),
      { numRuns: 3000 },
    );
  });
  it('takes the last of repeated keys and names them', () => {
    const { value, repeated } = readJson('{"a":1,"b":{"a":2,"a":3},"a":4}');
    assert.deepEqual(plain(value as Json), { b: { a: 3 }, a: 4 });
    assert.deepEqual(repeated, ['a']);
  });
  it('reads what Python writes for numbers that are none as null, and counts them', () => {
    const { value, notNumbers } = readJson('[NaN, -Infinity, Infinity, 1e999, 2]');
    assert.deepEqual([value, notNumbers], [[null, null, null, null, 2], 4]);
  });
  it('has keys that mean something to JavaScript as plain keys', () => {
    const { value } = readJson('{"__proto__":{"x":1},"constructor":2}');
    assert.deepEqual([...(value as Map<string, Json>).keys()], ['__proto__', 'constructor']);
    assert.equal(({} as { x?: number }).x, undefined);
  });
  it('ends at the limits instead of growing: depth and number of values', () => {
    const deep = '['.repeat(5_000_000);
    assert.equal(readJson(deep).fault?.what, 'too deep');
    assert.equal(readJson('['.repeat(64) + ']'.repeat(64)).fault, null);
    assert.equal(readJson('['.repeat(65) + ']'.repeat(65)).fault?.what, 'too deep');
    const many = (count: number): string => `[${'1,'.repeat(count - 2)}1]`;
    const limits = { depth: 4, values: 100 };
    assert.equal(readJson(many(100), limits).fault, null);
    assert.equal(readJson(many(101), limits).fault?.what, 'too many values');
  });
});
