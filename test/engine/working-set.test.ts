import assert from 'node:assert/strict';
import fc from 'fast-check';
import { WorkingSet } from '../../server/src/engine/working-set.ts';

function setOf(ranked: readonly string[], isMember: (item: string) => boolean = () => true): WorkingSet {
  const set = new WorkingSet();
  set.replace(ranked, isMember);
  return set;
}
const numbers = (count: number): string[] => Array.from({ length: count }, (_, at) => String(at));
const isEven = (item: string): boolean => Number(item) % 2 === 0;

describe('WorkingSet', () => {
  it('steps by members only, and stops at both ends', () => {
    const set = setOf(numbers(10), isEven);
    assert.equal(set.current, '0');
    set.step(3);
    assert.equal(set.current, '6');
    set.step(50);
    assert.equal(set.current, '8');
    set.step(-50);
    assert.equal(set.current, '0');
  });

  it('goes on from an item that the filter leaves out to the member next to it', () => {
    const set = setOf(numbers(10), isEven);
    set.goTo('5');
    assert.equal(set.currentPlace, null);
    set.step(1);
    assert.equal(set.current, '6');
    set.goTo('5');
    set.step(-1);
    assert.equal(set.current, '4');
  });

  it('fifty single steps lead where one step of fifty does, wherever they begin (property)', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(200), { minLength: 1, maxLength: 120 }),
        fc.nat(199),
        fc.array(fc.constantFrom(1, -1), { maxLength: 60 }),
        (members, start, steps) => {
          const meant = new Set(members.map(String));
          const [one, all] = [setOf(numbers(201), (item) => meant.has(item)), setOf(numbers(201), (i) => meant.has(i))];
          one.goTo(String(start));
          all.goTo(String(start));
          const forward = steps.map(() => 1);
          for (const step of forward) one.step(step);
          all.step(forward.length);
          assert.equal(one.current, all.current);
          for (const step of steps) one.step(step);
          assert.ok(steps.length === 0 || one.currentPlace !== null);
        },
      ),
    );
  });

  it('selected are members only: those that leave the set are no longer selected', () => {
    const set = setOf(numbers(10));
    set.select([[2, 5]], 'set');
    assert.deepEqual(set.selection, [[2, 5]]);
    set.select([[3, 3]], 'toggle');
    assert.deepEqual(set.selection, [
      [2, 2],
      [4, 5],
    ]);
    set.replace(numbers(10), isEven);
    assert.deepEqual(set.selected, ['2', '4']);
    set.invert();
    assert.deepEqual(set.selected, ['0', '6', '8']);
    set.select([[-5, 99]], 'remove');
    assert.deepEqual(set.selected, []);
  });

  it('enters the members where the filter leaves the current item out', () => {
    const set = setOf(numbers(10));
    set.goTo('5');
    set.replace(numbers(10), isEven);
    set.enter();
    assert.equal(set.current, '6');
    set.goTo('9');
    set.enter();
    assert.equal(set.current, '8');
    set.replace(numbers(10), () => false);
    set.enter();
    assert.equal(set.current, '8');
  });

  it('a range is extended from where it began, however often and past the ends', () => {
    const set = setOf(numbers(10));
    set.goTo('4');
    set.extendBy(1);
    set.extendBy(1);
    assert.deepEqual(set.selection, [[4, 6]]);
    set.extendBy(-3);
    assert.deepEqual([set.selection, set.current], [[[3, 4]], '3']);
    set.extendTo(99);
    assert.deepEqual(set.selection, [[4, 9]]);
    set.step(-2);
    set.extendBy(1);
    assert.deepEqual(set.selection, [[7, 8]]);
  });

  it('an action is about the selected ones, else about the current one', () => {
    const set = setOf(numbers(4));
    set.goTo('3');
    assert.deepEqual(set.targets, ['3']);
    set.select([[0, 1]], 'set');
    assert.deepEqual(set.targets, ['0', '1']);
    assert.deepEqual(setOf([]).targets, []);
  });

  it('the item at its place takes over when the current one is gone', () => {
    const set = setOf(numbers(5));
    set.goTo('2');
    set.replace(['0', '1', '3', '4'], () => true);
    assert.equal(set.current, '3');
    set.replace(['0'], () => true);
    assert.equal(set.current, '0');
    set.replace([], () => true);
    assert.equal(set.current, null);
    set.step(1);
    assert.equal(set.current, null);
  });

  it('places are valid for one revision: it grows with the members and their order only', () => {
    const set = setOf(numbers(4));
    const { revision } = set;
    set.step(1);
    set.select([[0, 2]], 'set');
    set.replace(numbers(4), () => true);
    assert.equal(set.revision, revision);
    set.replace(numbers(4).reverse(), () => true);
    assert.equal(set.revision, revision + 1);
    set.forget();
    set.replace(numbers(4), () => true);
    assert.ok(set.revision > revision + 1);
  });

  it('finds the next that fits, round the end', () => {
    const set = setOf(numbers(6));
    set.goTo('4');
    assert.equal(
      set.findNext((item) => Number(item) < 3),
      '0',
    );
    assert.equal(
      set.findNext((item) => item === '4'),
      '4',
    );
    assert.equal(
      set.findNext(() => false),
      null,
    );
  });
});
