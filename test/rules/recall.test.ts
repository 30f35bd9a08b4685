import assert from 'node:assert/strict';
import { DatasetIndex } from '../../server/src/dataset/index.ts';
import { resolveSettings } from '../../server/src/settings/settings.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { auditMarked, check } from '../support/check.ts';

const scenes = ['smile', 'hat', 'rain', 'garden', 'sword', 'book', 'cat', 'umbrella', 'beach', 'street', 'cup', 'tree'];
/** A kohya folder of twelve captions; one of them is written by `odd`. */
const folder = (name: string, usual: (scene: string) => string, odd?: (scene: string) => string): string =>
  scenes.map((scene, at) => `// ${name}/${at}.txt\n${at === 4 && odd ? odd(scene) : usual(scene)}`).join('\n');
const found = async (source: string, rule: string, settings = {}) =>
  (await auditMarked(source, { settings })).findings.filter((finding) => finding.rule === rule);

describe('captions an expert would pass', () => {
  for (const text of [
    '1girl, >_<, ^_^, o_o, :d, ;d, = =, | |, u_u, @_@, :3, xd',
    '1girl, clenched hand, clenched hands, arm up, arms up',
    '1girl, hairband, headband',
    '2girls, open mouth, closed mouth',
    'comic, 1girl, day, night, open mouth, closed mouth',
    '4koma, 1girl, indoors, outdoors',
    '1girl, indoors, outdoors, open window',
    '1girl, heterochromia, red eyes, blue eyes',
    '1girl, solo, black hair, pink streaks, pink hair',
    '1girl, solo, silver hair, white hair',
    '1girl, solo, barefoot, holding shoes, shoes',
    '1girl, facing away, looking back, looking at viewer',
    '1girl, hatsune miku (vocaloid), smile',
    'by wlop, 1girl, artist:foo bar, fate/stay night',
    'score_9, score_8_up, rating_safe, 1girl',
    '長い髪の少女が、公園のベンチに座って、本を読んでいる。',
    'A man with black hair and a woman with blonde hair smile at each other.',
    'A woman with long red hair stands in a park at night, looking at the camera.',
  ])
    it(text, () => check(`// a.txt\n${text}`));
});

describe('captions with one fault', () => {
  for (const marked of [
    '1girl, gray hair, grey hair\n//                ~~~~~~~~~ duplicate-tag',
    '1girl, t-shirt, night, t shirt\n//                     ~~~~~~~ duplicate-tag',
    '1girl, long_hair, smile, long hair\n//                       ~~~~~~~~~ duplicate-tag',
    '1girl, solo, closed mouth, :d\n//                         ~~ contradictory-tags',
    '1girl, red_hair, green_hair\n//               ~~~~~~~~~~ contradictory-tags',
    '1girl, indoor, outdoor\n//             ~~~~~~~ contradictory-tags',
    '1girl, 1boy, red hair, green hair\n//           ~~~~~~~~ ambiguous-attribute',
    '1girl, lokking at viewer, smile\n//     ~~~~~~~~~~~~~~~~~ near-identical-tag',
    '1girl, smile,\n//          ~ empty-tag',
  ])
    it(marked.split('\n')[0], () => check(`// a.txt\n${marked}`));
  it('a blank first line is said once', () => check('// a.txt\n\n1girl, smile\n//! empty-caption'));
});

describe('one thing, one finding', () => {
  it('a misspelt trigger is no near-identical tag as well', async () => {
    const source = folder(
      '10_zarquon girl',
      (scene) => `zarquon, 1girl, ${scene}`,
      (scene) => `zarqoun, 1girl, ${scene}`,
    );
    assert.equal((await found(source, 'misspelt-trigger')).length, 1);
    assert.deepEqual(await found(source, 'near-identical-tag'), []);
  });
  it('a hijacked class asks for regularization once', async () => {
    const source = folder('set', (scene) => `zkqx, 1girl, ${scene}`);
    assert.equal((await found(source, 'class-hijack')).length, 1);
    assert.deepEqual(await found(source, 'missing-regularization'), []);
    const off = { rules: { 'class-hijack': 'off' as const } };
    assert.equal((await found(source, 'missing-regularization', off)).length, 1);
  });
  it('an image the trainer never opens lacks no caption', async () => {
    const source = '// a.txt\n1girl, smile\n// b.tiff 64x64';
    assert.equal((await found(source, 'unseen-image')).length, 1);
    assert.deepEqual(await found(source, 'missing-caption'), []);
  });
});

describe('what differs for good reasons', () => {
  const conflict = (usual: string, odd: string) =>
    found(
      folder(
        '10_ohwx girl',
        (scene) => `ohwx, ${usual}, ${scene}`,
        (scene) => `ohwx, ${odd}, ${scene}`,
      ),
      'identity-conflict',
    );
  it('two names of a colour and changed looks are one identity, others are not', async () => {
    // Another word for one colour is told as that, and is no other person.
    for (const [usual, odd] of [
      ['grey hair', 'silver hair'],
      ['yellow eyes', 'amber eyes'],
    ]) {
      const [one] = await conflict(`1girl, ${usual}`, `1girl, ${odd}`);
      assert.equal(`${one.severity}: ${one.message}`.includes(`where 11 captions say "${usual}"`), true);
      assert.equal(one.severity, 'info');
    }
    assert.deepEqual(await conflict('1girl', '1boy, genderswap (ftm)'), []);
    assert.equal((await conflict('1girl, brown hair', '1girl, blonde hair')).length, 1);
    assert.equal((await conflict('1girl', '1boy')).length, 1);
  });
  it('two hair colours are a mixture where other captions of the folder say so', async () => {
    const two = '// 1.txt\n1girl, solo, purple hair, green hair\n// 2.txt\n1girl, solo, hat\n// 3.txt\n1girl, solo';
    assert.equal((await found(two, 'contradictory-tags')).length, 1);
    const mixed = [4, 5].map((n) => `// ${n}.txt\n1girl, multicolored hair, purple hair`).join('\n');
    assert.deepEqual(await found(`${two}\n${mixed}`, 'contradictory-tags'), []);
  });
  it('two triggers at the head: one is second', async () => {
    const both = '// 10_bbxq girl/z.txt\naaxq, bbxq, 2girls';
    const source = `${folder('10_aaxq girl', (scene) => `aaxq, ${scene}`)}\n${folder('10_bbxq girl', (scene) => `bbxq, ${scene}`)}`;
    assert.deepEqual(await found(`${source}\n${both}`, 'misplaced-trigger'), []);
  });
  it('OneTrainer throws empty tags away', async () => {
    assert.deepEqual(await found('// a.txt\n1girl,, smile', 'empty-tag', { profile: 'onetrainer' }), []);
  });
});

describe('a dataset that is a subset folder itself', () => {
  it('has the repeats and the trigger of its own name', async () => {
    const workspace = new MemoryWorkspace();
    for (const scene of ['hat', 'rain']) workspace.set(`/x/5_ohwx girl/${scene}.txt`, `ohwx, ${scene}`);
    const index = await DatasetIndex.open(workspace, '/x/5_ohwx girl', resolveSettings({}));
    const [concept] = index.concepts.all;
    assert.deepEqual([concept?.repeats, concept?.trigger, concept?.classWord], [5, 'ohwx', 'girl']);
  });
});
