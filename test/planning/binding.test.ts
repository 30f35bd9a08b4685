import assert from 'node:assert/strict';
import { absorbedFields, type BoundConcept, bindings } from '../../server/src/planning/binding.ts';
import { conceptKinds } from '../../server/src/planning/practice.ts';
import { propose } from '../../server/src/planning/propose.ts';

/** A concept of `n` captions; each tag is written on the first so many of them. */
function concept(trigger: string, n: number, tags: Readonly<Record<string, number>>): BoundConcept {
  return {
    trigger,
    folders: [trigger],
    own: new Set([trigger]),
    captions: Array.from({ length: n }, (_, at) => ({
      file: `${trigger}/${at}.txt`,
      prose: false,
      tags: [trigger, ...Object.keys(tags).filter((tag) => at < (tags[tag] as number))],
    })),
  };
}

const bindingOf = (of: BoundConcept, tag: string, others: readonly BoundConcept[] = []) =>
  bindings(of, others).find((one) => one.tag === tag)?.binding;

describe('the binding of tags to a trigger', () => {
  it('is locked from 95 % and ten captions on', () => {
    for (const [n, together, expected] of [
      [10, 10, 'locked'],
      [9, 9, 'promptable'],
      [40, 38, 'locked'],
      [40, 37, 'promptable'],
      [10, 9, 'promptable'],
    ] as const)
      assert.equal(bindingOf(concept('sks', n, { beach: together }), 'beach'), expected, `${together} of ${n}`);
  });

  it('is noise below three captions', () => {
    assert.equal(bindingOf(concept('sks', 30, { hat: 2 }), 'hat'), 'noise');
    assert.equal(bindingOf(concept('sks', 30, { hat: 3 }), 'hat'), 'promptable');
  });

  it('is absorbed for a colour that is hardly written and that nothing contradicts', () => {
    assert.equal(bindingOf(concept('sks', 20, { 'blue eyes': 6 }), 'blue eyes'), 'absorbed');
    assert.equal(bindingOf(concept('sks', 20, { 'blue eyes': 12 }), 'blue eyes'), 'promptable');
    assert.equal(bindingOf(concept('sks', 20, { 'blue eyes': 6, 'red eyes': 4 }), 'blue eyes'), 'promptable');
    assert.equal(bindingOf(concept('sks', 20, { smile: 6 }), 'smile'), 'promptable');
  });

  it('leaves the trigger itself out, and names the sibling that says the opposite', () => {
    const own = concept('sks', 20, { 'blue hair': 20 });
    const other = concept('qvz', 20, { 'blue hair': 1, 'red hair': 19 });
    const map = bindings(own, [other]);
    assert.deepEqual(
      map.map(({ tag }) => tag),
      ['blue hair'],
    );
    assert.deepEqual(map[0]?.sibling, { trigger: 'qvz', probability: 0.05 });
  });

  it('finds the colour that no caption names though a sibling does', () => {
    const silent = concept('sks', 12, { hat: 6 });
    const other = concept('qvz', 12, { 'red hair': 12 });
    assert.deepEqual(absorbedFields(silent, [other]), [{ attribute: 'hair colour', sibling: 'qvz', probability: 1 }]);
    assert.deepEqual(absorbedFields(other, [silent]), []);
  });
});

describe('proposals', () => {
  const set = concept('sks', 40, {
    'blue hair': 40,
    'school uniform': 40,
    'simple background': 40,
    masterpiece: 40,
    shoes: 40,
    portrait: 4,
    smile: 15,
    watercolor: 3,
  });
  const adviceFor = (kind: (typeof conceptKinds)[number]) =>
    Object.fromEntries(propose(set, bindings(set, []), kind).map(({ tag, advice }) => [tag, advice]));

  it('follow from what the concept is', () => {
    const character = adviceFor('character');
    assert.equal(character['blue hair'], 'prune');
    assert.equal(character['school uniform'], 'vary');
    assert.equal(character['simple background'], 'vary');
    assert.equal(character.masterpiece, 'prune');
    assert.equal(character.smile, 'keep');
    assert.equal(character.sks, undefined);
    const outfit = adviceFor('outfit');
    assert.equal(outfit['school uniform'], 'prune');
    assert.equal(outfit['blue hair'], 'vary');
    assert.equal(adviceFor('person')['blue hair'], 'vary');
    assert.equal(adviceFor('style').masterpiece, 'prune');
  });

  it('say which images would unlock a tag: those that cannot show it, and how many are missing', () => {
    const [shoes] = propose(set, bindings(set, []), 'character').filter(({ tag }) => tag === 'shoes');
    assert.deepEqual(shoes?.unlock?.invisible, ['sks/0.txt', 'sks/1.txt', 'sks/2.txt', 'sks/3.txt']);
    assert.equal(shoes?.unlock?.missing, 10);
  });

  it('never prune what the kind wants changeable, and never name a tag twice', () => {
    for (const kind of conceptKinds) {
      const found = propose(set, bindings(set, []), kind);
      assert.equal(new Set(found.map(({ tag }) => tag)).size, found.length);
      for (const { advice, unlock } of found) assert.equal(unlock !== null, advice === 'vary');
    }
  });
});
