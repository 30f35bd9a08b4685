import assert from 'node:assert/strict';
import type { CaptionSettings } from '../../server/src/settings/schema.ts';
import { auditMarked, check } from '../support/check.ts';

/** A folder of captions, numbered from 1. */
const folder = (captions: readonly string[], name = ''): string =>
  captions.map((text, at) => `// ${name === '' ? '' : `${name}/`}${at + 1}.txt\n${text}`).join('\n');
const things = ['hat', 'smile', 'night', 'dress', 'sitting', 'rain', 'tree', 'shoes', 'book', 'bag'];
const woman = '10_ohwx woman';

describe('synonym-drift', () => {
  const rule = 'synonym-drift';
  it('keeps the written style: underscores stay underscores', async () => {
    const { findings } = await auditMarked(
      folder(['long_hair, t-shirt', 'long_hair, t-shirt', 'gray_hair', 'grey_hair', 'grey_hair']),
    );
    const [drift] = findings.filter((finding) => finding.rule === rule);
    assert.equal(drift?.fixes?.[0]?.edits[0]?.edits[0]?.newText, 'grey_hair');
  });
  it('emoticons, singular and plural pairs, and things that go together are no drift', () =>
    check(
      folder([
        ':d, arm up, jacket, hairband',
        ';d, arms up, coat, headband',
        '^_^, clenched hand',
        '>_<, clenched hands',
      ]),
      { rule },
    ));
  it('one spelling against one is told of the folder', async () => {
    const { findings } = await auditMarked(folder(['gray hair', 'grey hair', 'hat']));
    assert.deepEqual(
      findings.flatMap((one) => (one.rule === rule ? [`${one.severity} ${one.file}`] : [])),
      ['info '],
    );
  });
  it('case, underscores and weights are one form', () =>
    check(folder(['Long_Hair', 'long hair', '(long hair:1.2)']), { rule }));
  it('is silent when a caption has both forms', () => check(folder(['t-shirt', 't-shirt, tshirt']), { rule }));
  it('own synonyms of the sidecar count, the first is canonical', async () => {
    const settings = { synonyms: [['frock', 'gown']] };
    const { findings } = await auditMarked(folder(['frock', 'gown']), { settings });
    assert.deepEqual(
      findings.filter((finding) => finding.rule === rule).map(({ file }) => file),
      ['2.txt'],
    );
  });
});

describe('trigger rules', () => {
  for (const rule of [
    'missing-trigger',
    'misplaced-trigger',
    'misspelt-trigger',
    'identity-conflict',
    'trigger-lock-in',
  ])
    it(`${rule} is silent where no trigger is known`, () =>
      check(folder(things.map((thing) => `1girl, red hair, white background, ${thing}`)), { rule }));
  it('missing-trigger sees a trigger inside a phrase', () =>
    check(folder(['ohwx, hat', 'ohwx, smile', 'a photo of an ohwx woman at night'], woman), {
      rule: 'missing-trigger',
    }));
  it('missing-trigger leaves a misspelt one to its own rule', () =>
    check(folder(['ohwxzk, hat', 'ohwxzk, smile', 'ohwxxzk, night'], '10_ohwxzk woman'), { rule: 'missing-trigger' }));
  it('missing-trigger says nothing about regularization', () =>
    check(`${folder(['ohwx, hat', 'ohwx, smile'], 'img/10_ohwx man')}\n${folder(['man, hat'], 'reg/1_ohwx man')}`, {
      rule: 'missing-trigger',
    }));
  it('misplaced-trigger is silent where the trigger is custom at the end', () =>
    check(folder(['hat, ohwx', 'smile, ohwx', 'night, ohwx', 'ohwx, dress'], woman), { rule: 'misplaced-trigger' }));
  describe('misplaced-trigger follows keep_tokens and its separator', () => {
    const first = things.slice(0, 5).map((thing) => `ohwx, ${thing}`);
    const told = async (text: string, caption: CaptionSettings): Promise<string | undefined> => {
      const { findings } = await auditMarked(folder([...first, text], woman), { settings: { caption } });
      return findings.find((finding) => finding.rule === 'misplaced-trigger')?.severity;
    };
    it('warns where the place matters, else only mentions it', async () => {
      assert.equal(await told('1girl, ohwx, hat', {}), 'info');
      assert.equal(await told('1girl, ohwx, hat', { keepTokens: 1 }), 'warning');
      assert.equal(await told('1girl, ohwx, hat', { shuffle: true }), 'warning');
      assert.equal(await told('1girl, ||| ohwx, hat', { keepTokensSeparator: '|||' }), 'warning');
    });
    it('is silent about a trigger in the kept head or tail', async () => {
      assert.equal(await told('1girl, ohwx, hat', { keepTokens: 2, shuffle: true }), undefined);
      assert.equal(await told('1girl, ohwx ||| hat', { keepTokensSeparator: '|||', shuffle: true }), undefined);
      assert.equal(await told('1girl ||| hat ||| ohwx', { keepTokensSeparator: '|||', shuffle: true }), undefined);
    });
    it('counts the tags of the prefix', async () =>
      assert.equal(await told('1girl, ohwx, hat', { keepTokens: 2, prefix: 'photo,' }), 'warning'));
  });
  it('missing-trigger is silent where the trainer adds the trigger', () =>
    check(folder(['ohwx, hat', 'ohwx, night', 'smile'], woman), {
      rule: 'missing-trigger',
      settings: { caption: { prefix: 'ohwx, ' } },
    }));
  it('misspelt-trigger believes no real word', () =>
    check(folder(['alicia, hat', 'alicia, smile', '1girl, night'], '10_alicia woman'), { rule: 'misspelt-trigger' }));
  it('trigger-lock-in leaves the features of the subject alone, and few captions', async () => {
    await check(
      folder(
        things.map((thing) => `ohwx, blue hair, blue eyes, ${thing}`),
        woman,
      ),
      { rule: 'trigger-lock-in' },
    );
    await check(
      folder(
        things.slice(0, 9).map((thing) => `ohwx, white background, ${thing}`),
        woman,
      ),
      { rule: 'trigger-lock-in' },
    );
  });
  it('overloaded-trigger is silent about rare identifiers and made-up words, not about those with a meaning', async () => {
    const told = async (trigger: string): Promise<number> => {
      const { findings } = await auditMarked(folder([`${trigger}, hat`, `${trigger}, night`], `10_${trigger} man`));
      return findings.filter((finding) => finding.rule === 'overloaded-trigger').length;
    };
    for (const trigger of ['ohwx', 'zwx', 'tk', 'ohwxzk', 'zxc4']) assert.equal(await told(trigger), 0, trigger);
    for (const trigger of ['sks', 'bnha', 'hat']) assert.equal(await told(trigger), 1, trigger);
  });
  it('overloaded-trigger is silent about a character named with the series, not about the name alone', async () => {
    const told = async (...captions: string[]): Promise<boolean> => {
      const { findings } = await auditMarked(folder(captions, '10_rem man'));
      return findings.some(({ rule, message }) => rule === 'overloaded-trigger' && message.includes('"rem"'));
    };
    assert.equal(await told('rem (re:zero), 1girl, hat', String.raw`rem \(re:zero\), 1girl, night`), false);
    assert.equal(await told('rem, 1girl, hat', 'rem, 1girl, night'), true);
  });
  it('class-hijack is silent with an example of the class alone', () =>
    check(`${folder(['ohwx, woman, hat', 'ohwx, woman, rain'], woman)}\n${folder(['woman, street'], '1_others')}`, {
      rule: 'class-hijack',
    }));
  it('unbalanced-concepts tells of regularization samples that are never used', async () => {
    const { findings } = await auditMarked(
      `${folder(['ohwx, hat', 'ohwx, smile'], 'img/1_ohwx man')}\n${folder(['man, hat', 'man, rain', 'man, tree'], 'reg/5_man')}`,
    );
    const [found] = findings.filter(({ rule }) => rule === 'unbalanced-concepts');
    assert.match(found?.message ?? '', /^Of 15 regularization samples only 2 are used/);
  });
});

describe('identity-conflict', () => {
  const rule = 'identity-conflict';
  const blue = things.slice(0, 6).map((thing) => `ohwx, 1girl, blue hair, ${thing}`);
  it('is silent about several people, mixed colours and no clear majority', async () => {
    await check(folder([...blue, 'ohwx, 2girls, red hair'], woman), { rule });
    await check(folder([...blue, 'ohwx, 1girl, multicolored hair'], woman), { rule });
    await check(
      folder(
        [...blue.slice(0, 3), 'ohwx, 1girl, red hair', 'ohwx, 1girl, red hair, hat', 'ohwx, 1girl, red hair, rain'],
        woman,
      ),
      { rule },
    );
  });
});

describe('distribution rules', () => {
  const small = ['head-heavy-vocabulary', 'singleton-tags', 'low-diversity', 'framing-bias', 'template-captions'];
  for (const rule of small)
    it(`${rule} is silent about four captions`, () =>
      check(folder(['hat, full body', 'smile, full body', 'night, full body', 'rain, full body']), { rule }));
  it('singleton-tags is silent about sentences', () =>
    check(
      folder(
        Array.from({ length: 40 }, (_, at) => `A man number ${at} walks his dog down the street near house ${at}.`),
      ),
      { rule: 'singleton-tags' },
    ));
  it('missing-field asks places for no features', async () => {
    const captions = [
      'a harbor with boats',
      'a city at night',
      'a street in the rain',
      'a mountain under a blue sky',
      'a beach at sunset',
    ];
    const { findings } = await auditMarked(folder(captions));
    for (const { rule, message } of findings)
      if (rule === 'missing-field') assert.doesNotMatch(message, /features|subject/);
  });
  it('identical-captions leaves short pairs and further captions of an image alone', () =>
    check(folder(['ohwx, hat', 'ohwx, hat', 'smile']), { rule: 'identical-captions' }));

  const dog = 'A small brown dog of qvzt runs along a wide beach at dusk.';
  const tags = 'qvzt, 1girl, long hair, red dress, garden, sitting, bench, smile';
  for (const copied of [dog, tags])
    it(`identical-captions tells a long caption that stands twice, in one finding: ${copied}`, async () => {
      const texts = Array.from({ length: 10 }, (_, at) => `qvzt, picture of thing number ${at} on a table`);
      const { findings } = await auditMarked(folder([...texts, copied, copied]));
      const found = findings.filter(({ rule }) => rule === 'identical-captions');
      assert.deepEqual(
        found.map(({ file, related }) => [file, related?.map((place) => place.file)]),
        [['11.txt', ['12.txt']]],
      );
      assert.match(found[0].message, /caption of 12\.txt/);
    });
  it('identical-captions tells many long pairs in one finding', async () => {
    const pairs = Array.from({ length: 4 }, (_, at) => `${dog} It is day ${at}.`);
    const { findings } = await auditMarked(folder([...pairs, ...pairs]));
    const found = findings.filter(({ rule }) => rule === 'identical-captions');
    assert.deepEqual(
      found.map(({ related, message }) => [related?.length, /^4 pairs of/.test(message)]),
      [[7, true]],
    );
  });
  it('identical-captions is silent where lines that are not read differ', () =>
    check(folder(Array.from({ length: 4 }, (_, at) => `subject: qvzt\nhair: style ${at}`)), {
      rule: 'identical-captions',
    }));
});

describe('missing-caption and orphan-caption', () => {
  it('further captions of an image are no orphans', async () => {
    const source = '// 1.png 64x64\n// 1.txt\nhat\n// 1_generated.txt\nA hat.\n// 1_prompt2.txt\nA hat.';
    await check(source, { rule: 'orphan-caption', addImages: false });
  });
  it('a folder without captions is said once, with the words that train', async () => {
    const none = '//!<> missing-caption: None of the 2 images has a caption: they train without words';
    await check(`// 1.png 64x64\n// 2.png 64x64\n${none}`, { rule: 'missing-caption' });
    await check(
      '// 3_girl/1.png 64x64\n// 3_girl/2.png 64x64\n//!<3_girl> missing-caption: None of the 2 images has a caption: all train with "girl" alone',
      { rule: 'missing-caption' },
    );
  });
  it('a regularization set needs no captions', () =>
    check('// img/5_ohwx girl/1.txt\nohwx girl\n// reg/1_girl/a.png 64x64\n// reg/1_girl/b.png 64x64', {
      rule: 'missing-caption',
    }));
});
