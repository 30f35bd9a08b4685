import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LateMap } from '../../server/src/ground/late-map.ts';
import { exclusivePairs } from '../../server/src/tags/exclusive.ts';
import { phraseEntries } from '../../server/src/tags/phrase-entries.ts';
import { spellingKey } from '../../server/src/tags/spelling.ts';
import { families } from '../../server/src/tags/synonyms.ts';
import { vocabulary, wordsOfVocabulary } from '../../server/src/tags/vocabulary.ts';

describe('late maps', () => {
  it('answer like the map, before it is made and after', () => {
    const pairs = fc.array(fc.tuple(fc.string(), fc.nat()), { maxLength: 20 });
    fc.assert(
      fc.property(pairs, fc.array(fc.string(), { maxLength: 200 }), (held, asked) => {
        const map = new Map(held);
        const late = new LateMap(
          (key) => map.get(key),
          () => map,
          80,
        );
        for (const key of [...asked, ...map.keys(), ...asked]) {
          assert.equal(late.get(key), map.get(key));
          assert.equal(late.has(key), map.has(key));
        }
      }),
    );
  });

  it('look each key up once, and make the map once, when many are asked for', () => {
    let [looked, made] = [0, 0];
    const map = new Map<string, number>(Array.from({ length: 1000 }, (_, n) => [`${n}`, n + 1]));
    const late = new LateMap(
      (key) => {
        looked++;
        return map.get(key);
      },
      () => {
        made++;
        return map;
      },
      80,
    );
    for (let round = 0; round < 3; round++) for (let n = 0; n < 20; n++) assert.equal(late.get(`${n}`), n + 1);
    assert.deepEqual([looked, made], [20, 0]);
    for (let n = 0; n < 1000; n++) assert.equal(late.get(`${n}`), n + 1);
    assert.equal(looked, 80);
    assert.equal(made, 1);
  });

  const tables: Record<string, LateMap<NonNullable<unknown>>> = {
    vocabulary: vocabulary(),
    words: wordsOfVocabulary,
    phrases: phraseEntries,
    synonyms: families,
    pairs: exclusivePairs(),
  };
  for (const [name, table] of Object.entries(tables))
    it(`one key of the ${name} is found as all of them are`, () => {
      // Families are asked for by keys whose spelling is folded.
      const keyOf = (text: string): string => (name === 'synonyms' ? spellingKey(text) : text);
      const keys = [...table.all.keys()];
      assert.ok(keys.length > 200);
      const parts = keys
        .filter((_, at) => at % 3 === 0)
        .flatMap((key) => [key.slice(1), key.slice(0, -1), `${key}s`, ...key.split(/[ -]/)]);
      const odd = [
        '',
        ' ',
        ',',
        '-',
        '\n',
        ', ',
        'solo,',
        ',solo',
        'hair, eyes',
        '-shirt',
        't-',
        "'",
        '\\',
        'Solo',
        'ü',
      ];
      const across = keys.slice(0, 300).map((key, at) => `${key},${keys[at + 1]}`);
      for (const key of [...keys, ...parts, ...odd, ...across].map(keyOf))
        assert.deepEqual(table.look(key), table.all.get(key), JSON.stringify(key));
      fc.assert(fc.property(fc.string().map(keyOf), (key) => assert.deepEqual(table.look(key), table.all.get(key))));
    });
});
