import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseWeights } from '../../../server/src/trainers/captions/weights.ts';

function read(text: string): unknown {
  const { value, error } = parseWeights(text);
  return error ? error.exception : value.map((run) => [run.text, run.weight]);
}

describe('weighted captions', () => {
  it('multiply round brackets by 1.1 and divide square ones', () => {
    assert.deepEqual(read('a (b) [c]'), [
      ['a ', 1],
      ['b', 1.1],
      [' ', 1],
      ['c', 1 / 1.1],
    ]);
    assert.deepEqual(read('((a:1.3))'), [['a', 1.3 * 1.1]]);
  });

  it('unclosed brackets reach to the end, [x:0.5] is no weight', () => {
    assert.deepEqual(read('(unbalanced'), [['unbalanced', 1.1]]);
    assert.deepEqual(read('[x:0.5]'), [['x:0.5', 1 / 1.1]]);
    assert.deepEqual(read(''), [['', 1]]);
  });

  it('a backslash makes brackets literal', () => {
    assert.deepEqual(read('hat \\(blue\\)'), [['hat (blue)', 1]]);
  });

  it('a number that cannot be read stops training', () => {
    assert.equal(read('(a:1.2.3)'), 'ValueError');
    assert.equal(read('(a:.)'), 'ValueError');
    assert.deepEqual(read('a:.)'), [['a:.)', 1]]);
  });

  it('runs know their place', () => {
    const runs = parseWeights('x (red:1.2) y').value ?? [];
    assert.deepEqual(
      runs.map((run) => run.range),
      [
        { start: 0, end: 2 },
        { start: 3, end: 6 },
        { start: 11, end: 13 },
      ],
    );
  });

  it('never throw, and ranges are in order', () => {
    const piece = fc.constantFrom('(', ')', '[', ']', ':', '\\', '1.2', '٣', '.', 'a', '青', '\n', ':1.2)');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (given) => {
        let at = 0;
        for (const run of parseWeights(given).value ?? []) {
          assert.ok(run.range.start >= at && run.range.end <= given.length);
          at = run.range.end;
        }
      }),
    );
  });
});
