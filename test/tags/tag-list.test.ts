import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance } from '../../server/src/tags/edit-distance.ts';
import { parseTagList } from '../../server/src/tags/tag-list-csv.ts';

const DANBOORU = [
  '1girl,0,6008644,"1girls,sole_female"',
  'long_hair,0,4350743,"/lh,longhair"',
  'hatsune_miku,4,105000,',
  'rem_(re:zero),4,30000,"rem_(re_zero)"',
  'kantoku,1,2000,',
  'highres,5,5256195,"high_res,high_resolution"',
  ':d,0,500000,":-d"',
  'long_sleeves,0,1884976,"long_sleeve"',
].join('\n');

describe('tags/tag list', () => {
  const list = parseTagList(DANBOORU);

  it('finds tags by normal form with category and count', () => {
    assert.equal(list.size, 8);
    assert.deepEqual(list.get('long hair'), { name: 'long_hair', norm: 'long hair', category: 0, count: 4350743 });
    assert.equal(list.categoryName(list.get('hatsune miku')!.category), 'character');
    assert.equal(list.categoryName(5), 'meta');
    assert.equal(list.categoryName(2), null);
    assert.ok(list.has(':d') && list.has('rem (re:zero)'));
    assert.equal(list.get('long_hair'), null);
  });

  it('leads aliases to their tag', () => {
    assert.equal(list.canonicalOf('longhair')?.norm, 'long hair');
    assert.equal(list.canonicalOf('sole female')?.norm, '1girl');
    assert.equal(list.canonicalOf('long hair'), null);
    assert.equal(list.canonicalOf('no such tag'), null);
  });

  it('completes a prefix, most frequent first, through aliases too', () => {
    assert.deepEqual(
      list.complete('long').map((t) => t.norm),
      ['long hair', 'long sleeves'],
    );
    assert.deepEqual(
      list.complete('h').map((t) => [t.norm, t.alias]),
      [
        ['highres', null],
        ['hatsune miku', null],
      ],
    );
    assert.deepEqual(
      list.complete('sole').map((t) => [t.norm, t.alias]),
      [['1girl', 'sole female']],
    );
    assert.equal(list.complete('', 3).length, 3);
    assert.deepEqual(list.complete('zzz'), []);
  });

  it('suggests what was meant', () => {
    assert.deepEqual(
      list.didYouMean('logn hair').map((t) => t.norm),
      ['long hair'],
    );
    assert.deepEqual(
      list.didYouMean('hatsune mku').map((t) => t.norm),
      ['hatsune miku'],
    );
    assert.deepEqual(list.didYouMean('entirely different'), []);
  });

  it('sorts a list that is not sorted by count', () => {
    const unsorted = parseTagList('aab,0,1,\naac,0,9,\naad,0,5,');
    assert.deepEqual(
      unsorted.complete('aa').map((t) => t.norm),
      ['aac', 'aad', 'aab'],
    );
  });

  it('reads headers, CRLF, BOM, quotes and blank lines', () => {
    const other = parseTagList('\ufefftag,category,count,alias\r\n"a, b",0,5,"x ""y"", z"\r\n\r\nc,0,4,\r\n');
    assert.equal(other.size, 2);
    assert.equal(other.get('a, b')?.count, 5);
    assert.equal(other.canonicalOf('z')?.norm, 'a, b');
  });

  it('reads two columns as category or as count', () => {
    assert.deepEqual(parseTagList('cat,0\nmiku,4').get('miku'), { name: 'miku', norm: 'miku', category: 4, count: 0 });
    assert.deepEqual(parseTagList('cat,120\nmiku,4').get('miku'), {
      name: 'miku',
      norm: 'miku',
      category: -1,
      count: 4,
    });
    assert.equal(parseTagList('cat\nmiku').size, 2);
  });

  it('reads words where a count should be as none', () => {
    const tag = parseTagList('masterpiece,5,Quality tag,,').get('masterpiece');
    assert.deepEqual([tag?.category, tag?.count], [5, 0]);
  });

  it("knows e621's codes by those Danbooru does not have", () => {
    const e621 = parseTagList('mammal,5,100,\nhi_res,7,90,');
    assert.equal(e621.categoryName(5), 'species');
    assert.equal(e621.categoryName(7), 'meta');
  });

  it('keeps the first of two equal names and notes lines without one', () => {
    const twice = parseTagList('cat,0,9,\nCat,0,1,\n,0,1,');
    assert.equal(twice.get('cat')?.count, 9);
    assert.deepEqual(twice.badLines, [2]);
  });

  it('never throws on any text', () => {
    const unit = fc.constantFrom('a', 'b', ',', '"', '\n', '\r', '0', '9', '_', '\ufeff', '(', 'é');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), fc.string({ unit: 'binary' })), (text) => {
        const any = parseTagList(text);
        for (const tag of any.complete('', 50)) assert.equal(any.get(tag.norm)?.name, tag.name);
        any.didYouMean(text.slice(0, 10));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('tags/edit distance', () => {
  it('counts insertions, deletions, replacements and swaps', () => {
    const cases: [string, string, number][] = [
      ['hair', 'hair', 0],
      ['hair', 'hairs', 1],
      ['hair', 'hiar', 1],
      ['hair', 'chair', 1],
      ['braid', 'bread', 2],
      ['', 'ab', 2],
      ['abc', 'xyz', 3],
    ];
    for (const [a, b, distance] of cases) assert.equal(editDistance(a, b, 3), distance, `${a} ${b}`);
    assert.equal(editDistance('abc', 'xyz', 1), 2);
  });

  it('is symmetric and stops at its limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, fc.nat(4), (a, b, limit) => {
        const exact = editDistance(a, b, 20);
        assert.equal(exact, editDistance(b, a, 20));
        assert.equal(editDistance(a, b, limit), Math.min(exact, limit + 1));
      }),
      { numRuns: 2000 },
    );
  });
});
