import assert from 'node:assert/strict';
import { findContradictions } from '../../server/src/tags/contradictions.ts';
import { mayHoldContradictions } from '../../server/src/tags/exclusive-groups.ts';
import { wordsOf } from '../../server/src/tags/word.ts';

const said = (caption: string): string[] => {
  const tags = caption.split(', ');
  const found = findContradictions(tags).map(({ a, b }) => `${tags[a]} / ${tags[b]}`);
  if (found.length > 0) assert.ok(mayHoldContradictions(wordsOf(tags)), caption);
  return found;
};

describe('tags that count or lack', () => {
  it('numbers of people and animals, in words as well', () => {
    assert.deepEqual(said('1cat, two cats, sofa'), ['1cat / two cats']);
    assert.deepEqual(said('1girl, solo, two people'), ['solo / two people']);
    assert.deepEqual(said('a dog, multiple dogs'), ['a dog / multiple dogs']);
    for (const fine of [
      'two cats, multiple cats',
      '1cat, two dogs',
      'solo, 1dog',
      'two cups, 1cup',
      'solo, one person',
    ])
      assert.deepEqual(said(fine), [], fine);
  });
  it('what is there and is not', () => {
    assert.deepEqual(said('1girl, hatless, straw hat'), ['hatless / straw hat']);
    assert.deepEqual(said('1girl, thick eyebrows, no eyebrows'), ['thick eyebrows / no eyebrows']);
    assert.deepEqual(said('1girl, no pants, white pants'), ['no pants / white pants']);
    for (const fine of [
      '1girl, no pants, pants removed, white pants',
      '1girl, hatless, holding hat',
      '1girl, no hat, hand on hat',
      '1girl, no hat, hat ribbon',
      '2girls, no hat, straw hat',
      'no humans, hat',
      '1girl, eyewear on head, no glasses, glasses',
    ])
      assert.deepEqual(said(fine), [], fine);
  });
  it('lengths of hair, of which the one to the shoulders is long and short', () => {
    assert.deepEqual(said('1girl, very long hair, shoulder-length hair'), ['very long hair / shoulder-length hair']);
    assert.deepEqual(said('1girl, short hair, long hair'), ['short hair / long hair']);
    for (const fine of ['1girl, long hair, shoulder-length hair', '1girl, shoulder-length hair, short hair'])
      assert.deepEqual(said(fine), [], fine);
  });
  it('pairs of posture, face, time and body', () => {
    for (const [a, b] of [
      ['hands in pockets', 'arms up'],
      ['frown', 'grin'],
      ['sunrise', 'noon'],
      ['flat chest', 'large breasts'],
      ['hair down', 'ponytail'],
      ['beard', 'clean shaven'],
      ['sepia', 'colorful'],
      ['cloudless sky', 'light rain'],
      ['facing viewer', 'facing away'],
      ['walking', 'sitting'],
      ['bald', 'black hair'],
    ])
      assert.deepEqual(said(`1girl, solo, ${a}, ${b}`), [`${a} / ${b}`]);
    for (const fine of ['bald, white hair, beard', 'facing away, facing viewer, mirror', 'sepia, colorful, spot color'])
      assert.deepEqual(said(`1girl, solo, ${fine}`), [], fine);
    assert.deepEqual(said('2girls, walking, sitting'), []);
  });
});
