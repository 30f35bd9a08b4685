import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/ground/finding.ts';
import { saidOf } from '../bench/faults.bench.ts';
import { auditMarked, check } from '../support/check.ts';
import { goodCaptions } from '../support/faults.ts';

const folder = (captions: readonly string[]): string => captions.map((text, at) => `// ${at}.txt\n${text}`).join('\n');
const said = async (captions: readonly string[], rule: string): Promise<readonly Finding[]> =>
  (await auditMarked(folder(captions))).findings.filter((finding) => finding.rule === rule);
const prose = (size: number, seed = 1): string[] => goodCaptions('prose', size, seed);
const tags = (size: number, seed = 1): string[] => goodCaptions('tags', size, seed);

describe('what separates the tags', () => {
  const list = (mark: string): string => ['zkqx', '1girl', 'solo', 'long_hair', 'smile', 'red_dress'].join(mark);
  for (const mark of ['; ', ' | ', '. ', ' / ', '\t', '、', ' · '])
    it(`${JSON.stringify(mark)} in one caption is that caption's, in most a fact of the folder`, async () => {
      const one = await said([...tags(8), list(mark)], 'foreign-separator');
      assert.deepEqual(
        one.map(({ file }) => file),
        ['8.txt'],
      );
      const all = await said(
        Array.from({ length: 6 }, () => list(mark)),
        'foreign-separator',
      );
      assert.deepEqual(
        all.map(({ file }) => file),
        [''],
      );
    });
  it('blanks likewise', async () => {
    assert.deepEqual(
      (await said([...tags(8), list(' ')], 'unseparated-tags')).map(({ file }) => file),
      ['8.txt'],
    );
    assert.deepEqual(
      (
        await said(
          Array.from({ length: 6 }, () => list(' ')),
          'unseparated-tags',
        )
      ).map(({ file }) => file),
      [''],
    );
  });
  it('a head mark without keep_tokens_separator is said once', async () => {
    const found = await said(
      tags(6).map((text) => text.replace(', 1girl', ' ||| 1girl')),
      'foreign-separator',
    );
    assert.deepEqual(
      found.map(({ file, severity }) => [file, severity]),
      [['', 'info']],
    );
  });
  for (const text of [
    'A man stands. He smiles. The sky is blue. It is late.',
    'A sign reads "24/7"; people pass by; it rains; nobody looks up at the tall houses.',
    'woman wearing red hat and blue shirt standing outdoors in the rain',
    'a cat - a dog - both asleep on the same sofa near a window',
    'fate/stay night, 1girl, ac/dc shirt, smile',
  ])
    it(`is silent: ${text}`, async () => {
      const found = (await auditMarked(`// 1.txt\n${text}`)).findings.map(({ rule }) => rule);
      assert.ok(!found.includes('foreign-separator') && !found.includes('unseparated-tags'), found.join());
    });
});

describe('tags that lost their separator', () => {
  it('names them with the trigger too', async () => {
    const found = await said([...tags(8), 'ohwxla 1girl, solo, smile'], 'fused-tags');
    assert.deepEqual(
      found.map(({ file }) => file),
      ['8.txt'],
    );
  });
  for (const tag of [
    'hair ribbon',
    'black hair ribbon',
    'summer dress',
    'school uniform skirt',
    'red rose bouquet',
    'holding red umbrella',
    'forest green eyes',
    'black dress shoes',
    'white knee socks',
    'blue bedroom curtains',
    'snow white hair',
    'beach straw hat',
    'shoes on floor',
    'bunnysuit',
    'sunflowerdress',
  ])
    it(`leaves ${tag} alone`, () => check(`// 1.txt\n1girl, ${tag}, smile`, { rule: 'fused-tags' }));
});

describe('openers and doubts of captioning models', () => {
  const opened = (text: string): string => `The image shows ${text}`;
  it('few are said in their captions, many once of the folder', async () => {
    const few = await said(
      prose(40).map((text, at) => (at === 3 ? opened(text) : text)),
      'captioner-artifact',
    );
    assert.deepEqual(
      few.map(({ file, severity }) => [file, severity]),
      [['3.txt', 'info']],
    );
    const many = await said(
      prose(40).map((text, at) => (at % 2 ? opened(text) : text)),
      'captioner-artifact',
    );
    assert.deepEqual(
      many.map(({ file, severity }) => [file, severity]),
      [['', 'info']],
    );
  });
  it("one doubt is that caption's, many are a figure of the folder", async () => {
    const doubt = (text: string): string => `${text} It appears to be late.`;
    const one = await said(
      prose(20).map((text, at) => (at < 1 ? doubt(text) : text)),
      'captioner-artifact',
    );
    assert.deepEqual(
      one.map(({ file, severity }) => [file, severity]),
      [['0.txt', 'info']],
    );
    assert.deepEqual(
      await said(
        prose(20).map((text, at) => (at < 2 ? doubt(text) : text)),
        'captioner-artifact',
      ),
      [],
    );
    const found = await said(
      prose(20).map((text, at) => (at < 8 ? doubt(text) : text)),
      'captioner-artifact',
    );
    assert.deepEqual(
      found.map(({ file }) => file),
      [''],
    );
  });
});

describe('spelling of sentences', () => {
  it('British and American are both words', async () => {
    const text =
      'A grey theatre and a gray theater near the harbour, with colourful and colorful jewellery and jewelry.';
    assert.deepEqual(await said([text], 'misspelt-word'), []);
  });
  it('a word that several captions have is the folder’s own', async () => {
    const word = (text: string): string => `${text} A buidling stands there.`;
    const count = async (n: number): Promise<number> =>
      (
        await said(
          prose(20).map((text, at) => (at < n ? word(text) : text)),
          'misspelt-word',
        )
      ).length;
    assert.deepEqual([await count(2), await count(3)], [2, 0]);
  });
  it('two spellings: the rare one in its caption, two habits once of the folder', async () => {
    const spell = (grey: number, gray: number): Promise<readonly Finding[]> =>
      said(
        prose(20).map((text, at) =>
          at < grey ? `${text} A grey evening.` : at < grey + gray ? `${text} A gray evening.` : text,
        ),
        'synonym-drift',
      );
    const about = (list: readonly Finding[]): string[] =>
      list.filter(({ message }) => /gr[ea]y/.test(message)).map(({ file }) => file);
    assert.deepEqual(about(await spell(6, 1)), ['6.txt']);
    assert.deepEqual(about(await spell(5, 4)), ['']);
  });
});

describe('one caption in another style', () => {
  it('is named from eight of the other on', async () => {
    const found = async (n: number): Promise<string[]> =>
      (await said([...tags(n), ...prose(1)], 'mixed-caption-style')).map(({ file }) => file);
    assert.deepEqual([await found(7), await found(8)], [[], ['8.txt']]);
  });
  it('a form with names before its values is one style, whatever the values', async () => {
    const form = (text: string): string => `composition: centered, background: ${text}, mood: cheerful`;
    const texts = [
      'plain',
      'a park table with a red cloth on it.',
      'plain',
      'a street at night with people and cars',
      'plain',
      'a wall of old bricks',
    ];
    assert.deepEqual(await said([...texts, ...texts].map(form), 'mixed-caption-style'), []);
    const fields = await said([...texts, ...texts].map(form), 'missing-field');
    assert.ok(
      fields.every(({ message }) => !/background|framing/.test(message)),
      fields[0]?.message,
    );
  });
});

describe('captions without the trigger', () => {
  const mixed = (size: number, without: number): string[] =>
    goodCaptions('tags', size, 3, 'zkqxra').map((text, at) => (at < without ? text.replace('zkqxra, ', '') : text));
  it('nine are slips, ten in forty are meant', async () => {
    assert.equal((await said(mixed(40, 9), 'missing-trigger')).filter(({ range }) => range !== null).length, 9);
    const meant = await said(mixed(40, 10), 'missing-trigger');
    assert.deepEqual(
      meant.map(({ range, severity }) => [range, severity]),
      [[null, 'info']],
    );
  });
});

describe('good captions', () => {
  it('300 of them have nothing said of them', async () => {
    for (const list of [...(await saidOf(tags(150, 11))), ...(await saidOf(prose(150, 12)))])
      assert.deepEqual(
        list.map(({ rule, message }) => `${rule}: ${message}`),
        [],
      );
  });
});
