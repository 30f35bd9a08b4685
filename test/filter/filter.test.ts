import assert from 'node:assert/strict';
import fc from 'fast-check';
import { selectCaptions } from '../../server/src/engine/select.ts';
import { completeFilter } from '../../server/src/filter/complete.ts';
import { parseFilter } from '../../server/src/filter/parse.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { open } from '../support/open.ts';
import { greyPng } from '../support/png.ts';

async function folder() {
  const workspace = new MemoryWorkspace();
  const put = (stem: string, caption: string, width: number, height: number): void => {
    workspace.set(`/set/${stem}.txt`, caption);
    workspace.set(`/set/${stem}.png`, greyPng(width, height));
  };
  put('a/1', 'ohwx, Long_Hair, smile, smile', 1024, 1024);
  put('a/2', 'ohwx, short hair', 400, 800);
  put('b/3', 'Series: one, cat', 2048, 512);
  const { index, findings } = await open(workspace, '/set');
  return { workspace, index, findings };
}

describe('filter', () => {
  it('means the captions it says', async () => {
    const { workspace, ...dataset } = await folder();
    const select = async (text: string): Promise<string> => {
      const { filter, problems } = parseFilter(text);
      assert.deepEqual(problems, [], text);
      const isDuplicate = (image: string): boolean => image === 'b/3.png';
      const found = await selectCaptions(workspace, dataset, filter, { isDuplicate, countsTokens: true });
      return found.map(({ file }) => file.replace(/^.*\/|\.txt$/g, '')).join('');
    };
    assert.equal(await select(''), '123');
    assert.equal(await select('has:"long hair"'), '1');
    assert.equal(await select('LONG_HAIR'), '1');
    assert.equal(await select('"*hair"'), '12');
    assert.equal(await select('lacks:ohwx'), '3');
    assert.equal(await select('has:"series: one"'), '3');
    assert.equal(await select('text:HOR'), '2');
    assert.equal(await select('tags>=3'), '1');
    assert.equal(await select('tags:2 tokens<100'), '23');
    assert.equal(await select('image:short<512'), '2');
    assert.equal(await select('image:aspect>=4 or image:megapixels<0.5'), '23');
    assert.equal(await select('rule:duplicate-tag'), '1');
    assert.equal(await select('dup:'), '3');
    assert.equal(await select('file:a/*'), '12');
    assert.equal(await select('file:a/* and not (smile or cat)'), '2');
    assert.equal(await select('smile or cat and ohwx'), '1');
    assert.equal(await select('not not smile'), '1');
  });
  it('says what it does not understand, and where', () => {
    const problems = (text: string): string[] =>
      parseFilter(text).problems.map(({ range, message }) => `${text.slice(range.start, range.end)}: ${message}`);
    assert.match(problems('tokens>many')[0], /^tokens>many: Expected a number/);
    assert.match(problems('colour:red')[0], /is not a filter/);
    assert.match(problems('rule:nonsense')[0], /There is no rule/);
    assert.match(problems('(smile')[0], /^\(: Missing "\)"\./);
    assert.match(problems('smile)')[0], /^\): Unmatched "\)"\./);
    assert.match(problems('has:"smile')[0], /Missing closing quote/);
    assert.match(problems('smile and')[0], /Expected something here/);
    assert.match(problems('or smile')[0], /Expected something before/);
    assert.match(problems('image:short')[0], /image:short<512/);
  });
  it('reads any text, and always ends', () => {
    const word = fc.constantFrom(
      'has:"a b"',
      'lacks:x',
      '(',
      ')',
      'and',
      'or',
      'not',
      'tokens>7',
      'dup:',
      '"',
      ' ',
      'é',
      'a:b',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const { problems } = parseFilter(text);
          for (const { range } of problems) assert.ok(range.start >= 0 && range.end <= text.length);
        },
      ),
    );
  });
  it('proposes its words, tags, rules and image fields', async () => {
    const { index } = await folder();
    const labels = (marked: string): string[] =>
      completeFilter(index, marked.replace('|', ''), marked.indexOf('|')).map(({ label }) => label);
    assert.ok(labels('|').includes('has:'));
    assert.deepEqual(labels('has:lo|'), ['long hair']);
    assert.deepEqual(labels('smile and has:"sh|'), ['short hair']);
    assert.ok(labels('rule:dup|').includes('duplicate-tag'));
    assert.deepEqual(labels('image:w|'), ['width']);
    const [item] = completeFilter(index, 'has:lo', 6);
    assert.deepEqual([item.newText, item.range], ['"long hair"', { start: 4, end: 6 }]);
  });
});

describe('filters of any kind', () => {
  const has = async (tag: string, pattern: string): Promise<boolean> => {
    const workspace = new MemoryWorkspace();
    workspace.set('/set/1.txt', tag);
    workspace.set('/set/1.png', greyPng(8, 8));
    const dataset = await open(workspace, '/set');
    const { filter } = parseFilter(`has:"${pattern}"`);
    return (
      (await selectCaptions(workspace, dataset, filter, { isDuplicate: () => false, countsTokens: true })).length > 0
    );
  };
  it('match stars as a regular expression would', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 8 });
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(letters, pattern, async (tag, stars) => {
        fc.pre(stars.includes('*'));
        assert.equal(await has(tag, stars), new RegExp(`^${stars.replaceAll('*', '.*')}$`).test(tag));
      }),
      { numRuns: 300 },
    );
  });
  it('answer at once, however many stars, brackets and nots they have', async () => {
    assert.equal(await has('a'.repeat(5000), `${'*a'.repeat(200)}b`), false);
    for (const text of [
      '('.repeat(9000),
      'not '.repeat(2400),
      `${'('.repeat(4000)}a${')'.repeat(4000)}`,
      'a '.repeat(1e6),
    ])
      assert.ok(parseFilter(text).problems.length > 0);
    assert.deepEqual(parseFilter(`${'('.repeat(50)}a${')'.repeat(50)}`).problems, []);
  });
});
