import assert from 'node:assert/strict';
import { fixAll, fixesOf } from '../../server/src/engine/fix-all.ts';
import { auditMarked, check } from '../support/check.ts';

const list = '1girl,0,900,\nblonde_hair,0,90,"blonde,yellow_hair"\nlong_hair,0,80,\nsmile,0,70,smiling';

describe('contradictory-tags', () => {
  const rule = 'contradictory-tags';
  it('tells a pair once where a caption is read as tags and as a sentence', async () => {
    const ends = ['smiling, plain background', 'sitting on stone steps, city street', 'in a red coat, autumn park'];
    const captions = [...ends, 'wearing a yellow sundress, indoors, outdoors, holding a bunch of tulips'].map(
      (end, at) => `// ${at}.txt\na photo of zkqx woman, ${end}`,
    );
    const { findings } = await auditMarked(captions.join('\n'));
    assert.equal(findings.filter((finding) => finding.rule === rule).length, 1);
  });
  it('knows underscores, weights and capitals', () =>
    check(
      '// a.txt\n1girl, solo, Blonde_Hair, (black hair:1.2)\n//                        ~~~~~~~~~~~~~~~~ contradictory-tags',
      {
        rule,
      },
    ));
  it('is silent for several people, views and mixed hair', async () => {
    await check('// a.txt\n2girls, blonde hair, black hair, blue eyes, red eyes', { rule });
    await check('// a.txt\n1girl, multiple views, day, night, from above, from below', { rule });
    await check('// a.txt\n1girl, solo, heterochromia, blue eyes, red eyes', { rule });
  });
  it('compares unmistakable phrases of sentences', async () => {
    const text = 'A man walks down a street at night, lit by the sun in broad daylight.';
    const { findings } = await auditMarked(`// a.txt\n${text}`);
    const [finding] = findings.filter((found) => found.rule === rule);
    assert.equal(text.slice(finding.range?.start, finding.range?.end), 'in broad daylight');
    await check('// a.txt\nA split picture: the street at night on the left, in broad daylight on the right.', {
      rule,
    });
  });
  it('offers to remove either', async () => {
    const { findings } = await auditMarked('// a.txt\n1girl, day, city, night');
    const [finding] = findings.filter((found) => found.rule === rule);
    assert.deepEqual(
      finding.fixes?.map((fix) => fix.title),
      ['Remove "night"', 'Remove "day"'],
    );
    assert.equal(finding.related?.length, 1);
  });
});

describe('redundant-tag', () => {
  it('is a hint, and silent for sentences and for what only sounds alike', async () => {
    const { findings } = await check('// a.txt\n1girl, long hair, hair bow, sailor collar, bow (weapon)', {
      rule: 'redundant-tag',
    });
    assert.equal(findings.filter((found) => found.rule === 'redundant-tag').length, 0);
    await check('// a.txt\nA woman with long hair, in a white dress, stands by the sea.', { rule: 'redundant-tag' });
  });
});

describe('ambiguous-attribute', () => {
  it('is silent for one person, split pictures and one colour', async () => {
    const rule = 'ambiguous-attribute';
    await check('// a.txt\n1girl, solo, blonde hair, black hair', { rule });
    await check('// a.txt\n2girls, multiple views, blonde hair, black hair', { rule });
    await check('// a.txt\n2girls, blonde hair, blue eyes', { rule });
  });
});

describe('unknown-tag and deprecated-tag', () => {
  const on = { settings: { rules: { 'unknown-tag': 'info' as const } } };
  it('are silent without a list', async () => {
    await check('// a.txt\nblnde hair, blonde', { rule: 'unknown-tag', ...on });
    await check('// a.txt\nblnde hair, blonde', { rule: 'deprecated-tag' });
  });
  it('are silent for listed tags in any spelling, faces, scores, the trigger and sentences', async () => {
    await check('// a.txt\n1girl, Long_Hair, (blonde hair:1.2), :d, score_9', {
      rule: 'unknown-tag',
      tagList: list,
      ...on,
    });
    const triggers = [1, 2, 3, 4, 5, 6].map((n) => `// ${n}.txt\nohwx, 1girl`).join('\n');
    await check(triggers, { rule: 'unknown-tag', tagList: list, ...on });
    await check('// a.txt\nA woman walks along the river, and a dog follows her.', {
      rule: 'unknown-tag',
      tagList: list,
      ...on,
    });
    await check('// a.txt\n1girl, long hair, blonde hair', { rule: 'deprecated-tag', tagList: list });
  });
  it('write the replacement in the style of the tag or the folder', async () => {
    const text = '1girl, long_hair, yellow_hair, blonde';
    const { index, settings } = await auditMarked(`// a.txt\n${text}`, { tagList: list });
    const { text: after } = fixAll(index, 'a.txt', text, settings, fixesOf('deprecated-tag'));
    assert.equal(after, '1girl, long_hair, blonde_hair, blonde_hair');
  });
});

describe('the user’s tag list', () => {
  const of = async (text: string, rule: string, tagList?: string) =>
    (await auditMarked(text, { tagList })).findings.filter((finding) => finding.rule === rule);
  const mixed = '// 1.txt\nfrock, hat\n// 2.txt\nfrock, night\n// 3.txt\nlong gown, rain';
  const gowns = 'long_gown,0,90,frock';
  it('makes aliases of one tag drift, and its name the one to write', async () => {
    assert.deepEqual(await of(mixed, 'synonym-drift'), []);
    const drift = await of(mixed, 'synonym-drift', gowns);
    assert.deepEqual(
      drift.map(({ file, fixes }) => [file, fixes?.[0]?.edits[0]?.edits[0]?.newText]),
      [
        ['1.txt', 'long gown'],
        ['2.txt', 'long gown'],
      ],
    );
    assert.match(drift[0]?.message ?? '', /in your tag list, and in other captions \(2 against 1\)/);
    // Said once.
    assert.deepEqual(await of(mixed, 'deprecated-tag', gowns), []);
    assert.equal((await of('// 1.txt\nfrock, hat', 'deprecated-tag', gowns)).length, 1);
  });
  it('the dataset’s own synonyms go before it', async () => {
    const { findings } = await auditMarked(mixed, { tagList: gowns, settings: { synonyms: [['frock', 'long gown']] } });
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'synonym-drift').map(({ file }) => file),
      ['3.txt'],
    );
  });
  it('a known tag is no typo, and typos of known tags are found', async () => {
    const typo = '// 1.txt\nhat, lokking at viewer';
    assert.equal((await of(typo, 'near-identical-tag')).length, 1);
    assert.deepEqual(await of(typo, 'near-identical-tag', 'lokking_at_viewer,0,5,'), []);
    const name = '// 1.txt\nhat, zarquonia lightblede';
    assert.deepEqual(await of(name, 'near-identical-tag'), []);
    const [found] = await of(name, 'near-identical-tag', 'zarquonia_lightblade,4,5,');
    assert.equal(found?.fixes?.[0]?.edits[0]?.edits[0]?.newText, 'zarquonia lightblade');
    // Two words differ, or too short a word: no typo.
    assert.deepEqual(await of('// 1.txt\nzarqunia lightblede', 'near-identical-tag', 'zarquonia_lightblade,4,5,'), []);
    assert.deepEqual(await of('// 1.txt\nhat, remm', 'near-identical-tag', 'rem,4,5,'), []);
  });
});
