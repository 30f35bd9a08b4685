import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DatasetIndex } from '../../server/src/dataset/index.ts';
import { associationOf, associations } from '../../server/src/facts/associations.ts';
import { tagSearch } from '../../server/src/language/tag-search.ts';
import { datasetMetrics } from '../../server/src/metrics/metrics.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';

const settings = resolveSettings({});

async function open(captions: Readonly<Record<string, string>>): Promise<DatasetIndex> {
  const workspace = new MemoryWorkspace();
  for (const [file, text] of Object.entries(captions)) {
    workspace.set(`/set/${file}`, text);
    workspace.set(`/set/${file.replace(/\.txt$/, '.png')}`, '');
  }
  return DatasetIndex.open(workspace, '/set', settings);
}

const near = (actual: number, expected: number): void =>
  assert.ok(Math.abs(actual - expected) <= 1e-9, `${actual} is not ${expected}`);

/** Everything the facts say, by names instead of numbers. */
function said({ facts, vocabulary }: DatasetIndex): unknown {
  const names = [...facts.entries()].map(([norm]) => vocabulary.norm(norm)).sort();
  const idOf = (name: string): number => vocabulary.normId(name) as number;
  return {
    captions: facts.captions,
    tags: facts.tags,
    styles: (['tags', 'prose', 'mixed'] as const).map((style) => facts.styleCount(style)),
    separatedBy: [...facts.separatedBy].sort(),
    sentences: [
      facts.sentences.openers,
      facts.sentences.hedged,
      [...facts.sentences.languages].sort(),
      [...facts.sentences.drifting()].map(([key, forms]) => [key, [...forms].sort()]).sort(),
    ],
    tokens: [...facts.tokenHistogram].sort(([a], [b]) => a - b),
    names: names.map((name) => [
      name,
      facts.frequency(idOf(name)),
      facts.firstCount(idOf(name)),
      facts.meanPosition(idOf(name)),
      facts
        .captionsWith(idOf(name))
        .map(({ file }) => file)
        .sort(),
      vocabulary
        .surfacesOf(idOf(name))
        .map((surface) => [vocabulary.surface(surface), facts.surfaceFrequency(surface)])
        .filter(([, count]) => count !== 0)
        .sort(),
      [...facts.cooccurrence(idOf(name))].map(([other, count]) => [vocabulary.norm(other), count]).sort(),
    ]),
    same: [...facts.repeatedTexts()].map((records) => records.map(({ file }) => file).sort()).sort(),
    subsets: [...facts.subsets]
      .map((subset) => [
        subset.folder,
        subset.captions,
        subset.tags,
        [...subset.entries()].map(([norm, count]) => [vocabulary.norm(norm), count, subset.firstCount(norm)]).sort(),
        [...subset.common()].map(([norm, count]) => [vocabulary.norm(norm), count]).sort(),
        [...subset.words.frequent()]
          .map(([word, { captions, first, last, second, classWords, written }]) => [
            ...[word, captions, first, last, second],
            [...classWords].sort(),
            [...written].sort(),
          ])
          .sort(),
      ])
      .sort(),
  };
}

describe('folder facts', () => {
  it('are the same after 1,000 random edits as in a fresh index', async () => {
    const words =
      'a_b, a b, hat, red hat, tk, 1girl, smile, a man on a horse in a field, Mira Tolv, Mira Tolv woman at sea, x, y, z, 日本'.split(
        ', ',
      );
    const sentence = fc.constantFrom(
      'The image shows a woman in a grey coat, in the rain.',
      'A woman in a gray coat appears to be at the sea, with a dog.',
      'Una mujer con un vestido rojo está en la playa, con un perro.',
      '1girl; solo; long hair; smile',
      '1girl solo long_hair smile hat',
      '赤いコートの女性が、夜の通りを歩いている。',
    );
    const text = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.array(fc.constantFrom(...words, ''), { maxLength: 6 }).map((tags) => tags.join(', ')),
      },
      sentence,
    );
    const files = ['1.txt', '2.txt', '3.txt', '4.txt', '10_tk girl/1.txt', '10_tk girl/2.txt', 'b/1.txt'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...files), text), { minLength: 200, maxLength: 200 }),
        async (edits) => {
          const captions = Object.fromEntries(files.map((file) => [file, 'tk, 1girl, hat']));
          const index = await open(captions);
          for (const name of ['tk', 'hat', 'a b']) index.facts.cooccurrence(index.vocabulary.internNorm(name));
          const drift = index.drift([]);
          for (const [file, content] of edits) {
            captions[file] = content;
            await index.overlay(file, content);
            void index.concepts;
          }
          const fresh = await open(captions);
          assert.deepEqual(said(index), said(fresh));
          assert.deepEqual([...drift.all()], [...fresh.drift([]).all()]);
          const plain = ({ triggerNorm: _, ...rest }: (typeof fresh.concepts.all)[number]) => rest;
          assert.deepEqual(index.concepts.all.map(plain), fresh.concepts.all.map(plain));
          // Sums of fractions may differ in their last bits with the order of the tags.
          const metrics = (of: DatasetIndex) =>
            JSON.parse(JSON.stringify(datasetMetrics(of.facts, 75, of.concepts)), (_, value) =>
              typeof value === 'number' ? Math.round(value * 1e9) / 1e9 : value,
            );
          assert.deepEqual(metrics(index), metrics(fresh));
        },
      ),
      { numRuns: 5 },
    );
  });
});

describe('captions of a tag', () => {
  it('are those that hold it, however often they were asked for, and whatever was edited between', async () => {
    const captions = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`${at}.txt`, `tk, t${at % 5}, u${at}`]));
    const index = await open(captions);
    for (let round = 0; round < 60; round++) {
      const file = `${(round * 7) % 30}.txt`;
      captions[file] = `t${round % 4}, ${round % 3 === 0 ? 'tk, ' : ''}n${round}`;
      await index.overlay(file, captions[file]);
      for (const tag of ['tk', 't1', 't4', `n${round}`, 'u8']) {
        const norm = index.vocabulary.normId(tag);
        const found = norm === undefined ? [] : index.facts.captionsWith(norm).map((record) => record.file);
        const holding = Object.keys(captions).filter((name) => captions[name]?.split(', ').includes(tag));
        assert.deepEqual(found.sort(), holding.sort(), `${tag} after ${round} edits`);
      }
    }
  });
});

describe('indexes of tags that are made in steps', () => {
  it('answer as those of a fresh folder, whatever changed between two steps', async () => {
    const attributes = ['blue eyes', 'red eyes', 'long hair', 'longhair', 'lnog hair', 'grey hair', 'gray hair'];
    const captions: Record<string, string> = {};
    for (let at = 0; at < 60; at++)
      captions[`${at}.txt`] = [...attributes, ...Array.from({ length: 40 }, (_, tag) => `w${at}x${tag}`)].join(', ');
    const index = await open(captions);
    let edited = 0;
    const edit = async (): Promise<void> => {
      const file = `${(edited * 7) % 60}.txt`;
      captions[file] = `tk, n${edited} hat, ${attributes[edited % attributes.length]}`;
      await index.overlay(file, captions[file]);
      edited++;
    };
    const steps = index.prepare([]);
    while (!steps.next().done) await edit();
    const row = index.facts.rowSteps(index.vocabulary.internNorm('long hair'));
    while (!row.next().done) await edit();
    assert.ok(edited > 10, `${edited} edits`);
    const fresh = await open(captions);
    const answers = (of: DatasetIndex) => ({
      drifts: [...of.drift([]).all()].map(({ suggestion, forms }) => [suggestion, forms]).sort(),
      eyes: [...of.attributes.of('eye colour')].map(({ norm, value }) => [of.vocabulary.norm(norm), value]).sort(),
      typos: [...of.facts.entries()].map(([norm]) => [of.vocabulary.norm(norm), of.typoOf(norm)?.suggestion]).sort(),
      beside: [...of.facts.cooccurrence(of.vocabulary.internNorm('long hair'))]
        .map(([norm, count]) => [of.vocabulary.norm(norm), count])
        .sort(),
    });
    assert.deepEqual(answers(index), answers(fresh));
  });
});

describe('words that nobody writes any more', () => {
  const files = ['1.txt', '2.txt', '10_tk girl/1.txt', '10_tk girl/2.txt', 'b/1.txt'];
  /** Tags that are written once, and some that come again. */
  const tag = fc.oneof(
    { weight: 3, arbitrary: fc.nat({ max: 1e6 }).map((n) => `w${n.toString(36)}x hat`) },
    fc.constantFrom('tk', '1girl', 'red hat', 'Red_Hat', 'redhat', 'long hair', 'long hiar', 'grey hair', 'gray hair'),
  );
  const text = fc.array(tag, { minLength: 1, maxLength: 12 }).map((tags) => tags.join(', '));

  it('leave the facts as a fresh count has them, and make room for others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom(...files), text), { minLength: 300, maxLength: 300 }),
        async (edits) => {
          const captions = Object.fromEntries(files.map((file) => [file, 'tk, 1girl, hat']));
          const index = await open(captions);
          const drift = index.drift([]);
          const typos = ({ facts, vocabulary, typoOf }: DatasetIndex, of: DatasetIndex) =>
            [...facts.entries()].map(([norm]) => [vocabulary.norm(norm), typoOf.call(of, norm)?.suggestion]).sort();
          const search = (of: DatasetIndex) =>
            tagSearch(of)
              .find('ha', 1000)
              .map((norm) => of.vocabulary.norm(norm))
              .sort();
          for (const [file, content] of edits) {
            captions[file] = content;
            await index.overlay(file, content);
            void index.concepts;
            typos(index, index);
            search(index);
          }
          const fresh = await open(captions);
          assert.deepEqual(said(index), said(fresh));
          assert.deepEqual([...drift.all()], [...fresh.drift([]).all()]);
          assert.deepEqual(typos(index, index), typos(fresh, fresh));
          assert.deepEqual(search(index), search(fresh));
          assert.ok(index.vocabulary.surfaceCount < 800, `${index.vocabulary.surfaceCount}`);
          assert.ok(index.vocabulary.normCount < 800, `${index.vocabulary.normCount}`);
        },
      ),
      { numRuns: 3 },
    );
  });

  it('are let go while somebody types 3,000 of them, in captions that train and in those that do not', async () => {
    const index = await open({ '1.txt': 'tk, 1girl', '2.txt': 'tk, 1girl, hat' });
    index.drift([]);
    index.layLoose('c.txt', 'tk');
    for (let edit = 0; edit < 3000; edit++) {
      const words = `tk, n${edit.toString(36)}, m${edit.toString(36)} hat`;
      if (edit % 3 === 0) index.layLoose('c.txt', words);
      else await index.overlay(`${1 + (edit % 2)}.txt`, words);
      void index.concepts;
      for (const [norm] of index.facts.entries()) index.tracker.record(() => index.typoOf(norm));
    }
    const { surfaceCount, normCount } = index.vocabulary;
    assert.ok(surfaceCount < 1000 && normCount < 1000, `${surfaceCount} surfaces, ${normCount} norms`);
    const names = (id: number) => index.vocabulary.norm(id);
    assert.deepEqual([...index.facts.entries()].map(([norm, count]) => [names(norm), count]).sort(), [
      ['m2ba hat', 1],
      ['m2bb hat', 1],
      ['n2ba', 1],
      ['n2bb', 1],
      ['tk', 2],
    ]);
  });
});

describe('metrics of a small folder, by hand', () => {
  // Document frequencies: tk 4, 1girl 4, smile 2, hat 1, day 1: 12 in all.
  const captions = {
    '1.txt': 'tk, 1girl, smile',
    '2.txt': 'tk, 1girl, smile, hat',
    '3.txt': 'tk, 1girl',
    '4.txt': 'tk, 1girl, day',
  };
  it('counts', async () => {
    const m = datasetMetrics((await open(captions)).facts, 5);
    assert.deepEqual([m.captions, m.tags, m.vocabulary, m.singletons, m.indicative], [4, 12, 5, 2, true]);
    near(m.tagsPerCaption, 3);
    near(m.singletonShare, 2 / 5);
    near(m.proseShare, 0);
    // tk , 1 girl = 4 tokens each ("tk" "," "1" "girl"), further tags two each.
    assert.deepEqual(m.tokens.histogram, [
      [4, 1],
      [6, 2],
      [8, 1],
    ]);
    near(m.tokens.overLimitShare ?? -1, 3 / 4);
    near(m.tokens.mean ?? 0, 6);
    near(m.tokens.median ?? 0, 6);
  });
  it('distribution', async () => {
    const { distribution: d } = datasetMetrics((await open(captions)).facts, null);
    const h = -(2 * (4 / 12) * Math.log(4 / 12) + (2 / 12) * Math.log(2 / 12) + 2 * (1 / 12) * Math.log(1 / 12));
    near(d.entropy, h);
    near(d.normalisedEntropy, h / Math.log(5));
    near(d.effectiveTags, Math.exp(h));
    // Ascending 1 1 2 4 4: 2 · (1 + 2 + 6 + 16 + 20) ÷ (5 · 12) − 6 ÷ 5.
    near(d.gini, 90 / 60 - 6 / 5);
    near(d.hhi, (16 + 16 + 4 + 1 + 1) / 144);
    near(d.top1Share, 4 / 12);
    near(d.top10Share, 1);
  });
  it('stop tags with their places', async () => {
    const { stopTags } = datasetMetrics((await open(captions)).facts, null);
    assert.deepEqual(stopTags, [
      { tag: 'tk', captions: 4, share: 1, meanPosition: 0 },
      { tag: '1girl', captions: 4, share: 1, meanPosition: 1 },
    ]);
  });
  it('categories', async () => {
    const { categories } = datasetMetrics((await open(captions)).facts, null);
    assert.deepEqual(categories.expression, {
      tags: 1,
      occurrences: 2,
      entropy: 0,
      normalisedEntropy: 0,
      top: { tag: 'smile', captions: 2, share: 1 },
    });
    assert.equal(categories.lighting.top?.tag, 'day');
    assert.equal(categories.clothing.top?.tag, 'hat');
  });
  it('P(tag | trigger), PMI, NPMI', async () => {
    const { facts, vocabulary } = await open({ ...captions, '5.txt': 'smile', '6.txt': 'day, hat' });
    const smile = associationOf(facts, vocabulary.normId('tk') as number, vocabulary.normId('smile') as number);
    assert.deepEqual([smile.together, smile.support], [2, 4]);
    near(smile.probability, 0.5);
    // P(both) = 2/6, P(tk) = 4/6, P(smile) = 3/6.
    near(smile.pmi, Math.log(1));
    near(smile.npmi, 0);
    const girl = associationOf(facts, vocabulary.normId('tk') as number, vocabulary.normId('1girl') as number);
    near(girl.pmi, Math.log(6 / 4));
    near(girl.npmi, 1);
    near(girl.lower, 4 / (4 + 1.96 ** 2));
    const listed = associations(facts, vocabulary.normId('tk') as number, 2).map(({ tag }) => tag);
    assert.deepEqual(listed, ['1girl', 'smile']);
  });
  it('template: the same form in three of four captions', async () => {
    const { template } = datasetMetrics(
      (await open({ '1.txt': 'tk, red hat', '2.txt': 'tk, blue hat', '3.txt': 'tk, cap, scarf', '4.txt': 'smile' }))
        .facts,
      null,
    );
    assert.equal(template?.captions, 3);
    near(template?.share ?? 0, 0.75);
    assert.equal(template?.form, 'tk, ‹clothing›');
  });
  it('overlap of two concepts', async () => {
    const index = await open({
      '1_aaqq man/1.txt': 'aaqq, hat, smile',
      '1_aaqq man/2.txt': 'aaqq, hat',
      '1_bbqq man/1.txt': 'bbqq, hat',
      '1_bbqq man/2.txt': 'bbqq, hat, day',
    });
    const [overlap] = datasetMetrics(index.facts, null, index.concepts).overlaps;
    assert.deepEqual(overlap?.shared, ['hat']);
    assert.equal(overlap?.compared, 2);
    // (2/3, 1/3, 0) and (2/3, 0, 1/3): 2 · 1/3 · 1/2 · log2(2).
    near(overlap?.jensenShannon ?? -1, 1 / 3);
  });
  it('overlap of two concepts of one folder, by the captions that name one of them alone', async () => {
    const index = await open({
      'x/1.txt': 'aaqq, hat, smile',
      'x/2.txt': 'aaqq man, hat',
      'x/3.txt': 'bbqq, hat',
      'x/4.txt': 'bbqq, hat, day',
      'x/5.txt': 'aaqq, bbqq, forest',
      'x/6.txt': 'lake',
    });
    index.declare(['aaqq', 'bbqq'].map((trigger) => ({ trigger, classWord: 'man', folders: ['x'] })));
    const overlaps = datasetMetrics(index.facts, null, index.concepts).overlaps;
    const [overlap] = overlaps.filter(({ triggers }) => triggers.includes('aaqq') && triggers.includes('bbqq'));
    assert.deepEqual([overlap?.a, overlap?.b, overlap?.captions], ['x', 'x', [2, 2]]);
    assert.deepEqual(overlap?.shared, ['hat']);
    near(overlap?.jensenShannon ?? -1, 1 / 3);
  });
  it('a part of a name that goes for the whole is no concept of its own', async () => {
    const index = await open({
      'x/1.txt': 'aaqq bbqq, hat',
      'x/2.txt': 'bbqq, hat',
    });
    index.declare(['aaqq bbqq', 'bbqq'].map((trigger) => ({ trigger, folders: ['x'] })));
    assert.deepEqual(datasetMetrics(index.facts, null, index.concepts).overlaps, []);
  });
});
