import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SYNONYMS } from '../../server/src/tags/data/synonyms.ts';
import { driftOf } from '../../server/src/tags/drift.ts';
import { normalTag } from '../../server/src/tags/normal.ts';
import { spellingVariantsIn } from '../../server/src/tags/prose-variants.ts';
import { canonicalTag, familyOf, synonymKey } from '../../server/src/tags/synonyms.ts';

describe('tags/synonyms', () => {
  it('lists every form once and in normal form', () => {
    const seen = new Map<string, string>();
    for (const line of SYNONYMS.trim().split('\n')) {
      const [canonical = '', rest = ''] = line.split(': ');
      for (const form of [canonical, ...rest.split(', ')]) {
        assert.equal(normalTag(form), form);
        assert.equal(
          familyOf(form)?.canonical,
          canonical,
          `${form} in ${canonical}, also in ${familyOf(form)?.canonical}`,
        );
        assert.equal(seen.get(form) ?? canonical, canonical, form);
        seen.set(form, canonical);
      }
    }
  });

  const same: [string, string][] = [
    ['gray hair', 'grey hair'],
    ['full-body', 'full body'],
    ['fullbody', 'full body'],
    ['eyes closed', 'closed eyes'],
    ['tshirt', 't-shirt'],
    ['t shirt', 't-shirt'],
    ['two girls', '2girls'],
    ['gryphon', 'griffin'],
    ['orange and white', 'white and orange'],
    ['color: orange and white', 'color: white and orange'],
    ['red and black dress', 'black and red dress'],
    ['1 girl', '1girl'],
    ['one boy', '1boy'],
    ['2girl', '2girls'],
    ['multi-colored hair', 'multicolored hair'],
    ['multicoloured hair', 'multicolored hair'],
    ['looking at the camera', 'looking at viewer'],
    ['armour', 'armor'],
    ['closeup', 'close-up'],
    ['twin-tails', 'twintails'],
  ];
  for (const [a, b] of same) it(`${a} = ${b}`, () => assert.equal(synonymKey(a), synonymKey(b)));

  const different: [string, string][] = [
    ['jacket', 'coat'],
    ['hairband', 'headband'],
    ['beard', 'facial hair'],
    ['road', 'street'],
    ['arm up', 'arms up'],
    ['building', 'buildings'],
    ['tree', 'trees'],
    ['clenched hand', 'clenched hands'],
    ['hand on own hip', 'hands on own hips'],
    ['silver hair', 'grey hair'],
    ['sunset', 'dusk'],
    [':d', 'd:'],
    ['=_=', '- -'],
    ['1-2', '12'],
    ['1girl', '1boy'],
    ['1girl', '2girls'],
  ];
  for (const [a, b] of different) it(`${a} ≠ ${b}`, () => assert.notEqual(synonymKey(a), synonymKey(b)));

  it('has a canonical form that stays', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abegirlycou -1:2_') }), (text) => {
        const once = canonicalTag(normalTag(text));
        assert.equal(synonymKey(once), synonymKey(normalTag(text)));
        assert.equal(canonicalTag(once), once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('tags/drift', () => {
  it('finds families written in several ways and suggests the majority', () => {
    const drift = driftOf(
      new Map([
        ['gray hair', 3],
        ['grey_hair', 10],
        ['t-shirt', 2],
        ['tshirt', 2],
        ['smile', 5],
      ]),
    );
    assert.deepEqual(
      drift.map((d) => [d.suggestion, d.forms.map((f) => `${f.form} ${f.count}`)]),
      [
        ['grey hair', ['grey hair 10', 'gray hair 3']],
        ['t-shirt', ['t-shirt 2', 'tshirt 2']],
      ],
    );
  });

  it('is silent on underscores, case, weights, emoticons and sentences', () => {
    const counts = new Map([
      ['long_hair', 1],
      ['Long Hair', 1],
      ['(long hair:1.2)', 1],
      ['= =', 1],
      ['=_=', 1],
      [':d', 1],
      [';d', 1],
      ['arm up', 1],
      ['arms up', 1],
      ['a tall high rise building during daytime', 1],
      ['a tall high-rise building during daytime', 1],
    ]);
    assert.deepEqual(driftOf(counts), []);
  });

  it("takes the user's alias list into account", () => {
    const drift = driftOf(
      new Map([
        ['sole female', 2],
        ['1girl', 9],
      ]),
      { canonicalOf: (norm) => (norm === 'sole female' ? '1girl' : null) },
    );
    assert.deepEqual(
      drift.map((d) => [d.canonical, d.suggestion]),
      [['1girl', '1girl']],
    );
  });
});

describe('tags/spelling in prose', () => {
  it('finds words with several spellings and their places', () => {
    const text = 'A Gray high-rise during day time, bird’s-eye view of the harbor';
    assert.deepEqual(
      spellingVariantsIn(text).map((v) => [v.key, text.slice(v.start, v.end)]),
      [
        ['grey', 'Gray'],
        ['highrise', 'high-rise'],
        ['daytime', 'day time'],
        ['birdseye', 'bird’s-eye'],
        ['harbor', 'harbor'],
      ],
    );
  });

  it('finds compounds that are written apart, in either number', () => {
    for (const [apart, solid] of [
      ['tea pot', 'teapot'],
      ['light-house', 'lighthouse'],
      ['book shelf', 'bookshelf'],
      ['snow flakes', 'snowflakes'],
      ['wheel chairs', 'wheelchairs'],
      ['court yard', 'courtyard'],
    ]) {
      const [a, b] = [apart, solid].map((text) => spellingVariantsIn(`A ${text}, seen from above.`));
      assert.deepEqual([a.map(({ key }) => key), a.map(({ form }) => form)], [[solid], [apart]]);
      assert.deepEqual([b.map(({ key }) => key), b.map(({ form }) => form)], [[solid], [solid]]);
    }
    for (const text of ['a tea potion', 'steatea pot', 'a green house', 'the sun set over it', 'light, house'])
      assert.deepEqual(spellingVariantsIn(text), [], text);
  });

  it('is silent on hyphens that grammar asks for and inside other words', () => {
    assert.deepEqual(spellingVariantsIn('a low-angle shot from a low angle, greyhounds, Sundays time'), []);
  });
});
