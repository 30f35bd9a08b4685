import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/ground/edits.ts';
import type { Finding } from '../../server/src/ground/finding.ts';
import { auditMarked } from '../support/check.ts';

const scenes =
  'reading a book,riding a horse,eating pasta,in a red coat,near a lake,holding a cup,with a guitar,on a beach,at a desk,in the snow'.split(
    ',',
  );

/** What is said of the last caption of a folder of eleven like each other and that one. */
async function toldOf(usual: (scene: string) => string, odd: string, folder: string): Promise<readonly Finding[]> {
  const source = [...scenes.map(usual), odd].map((text, at) => `// ${folder}/${at}.txt\n${text}`).join('\n');
  return (await auditMarked(source)).findings.filter(({ file, range }) => range !== null && file.endsWith('/10.txt'));
}

/** The caption after the first fix of a rule. */
async function fixedBy(rule: string, usual: (scene: string) => string, odd: string, folder: string): Promise<string> {
  const found = (await toldOf(usual, odd, folder)).filter((finding) => finding.rule === rule);
  assert.equal(found.length, 1, odd);
  return applyEdits(odd, found[0].fixes?.[0].edits[0].edits ?? []);
}

const scores = 'score_9, score_8_up, score_7_up, source_anime';

describe('the fix of a missing trigger writes it where the others have it', () => {
  for (const [usual, odd, fixed, folder] of [
    [
      (s: string) => `a photo of skz man ${s}`,
      'a photo of a man by a wall',
      'a photo of skz man by a wall',
      '10_skz man',
    ],
    [(s: string) => `A zkmochi dog ${s}.`, 'A dog in the sun.', 'A zkmochi dog in the sun.', '10_zkmochi dog'],
    [(s: string) => `An okvara dog ${s}.`, 'A dog in the sun.', 'An okvara dog in the sun.', '10_okvara dog'],
    [(s: string) => `rt90, 1girl, ${s}`, '1girl, rain', 'rt90, 1girl, rain', '10_rt90'],
    [
      (s: string) => `${scores}, rtqz, 1girl, ${s}`,
      `${scores}, 1girl, rain`,
      `${scores}, rtqz, 1girl, rain`,
      '10_rtqz',
    ],
    [(s: string) => `1girl, ${s}, zkmira`, '1girl, rain', '1girl, rain, zkmira', '10_zkmira'],
  ] as const)
    it(fixed, async () => assert.equal(await fixedBy('missing-trigger', usual, odd, folder), fixed));
});

describe('a slip of the trigger at its place', () => {
  for (const [usual, odd, fixed, folder] of [
    [
      (s: string) => `a photo of skz man ${s}`,
      'a photo of sks man by a wall',
      'a photo of skz man by a wall',
      '10_skz man',
    ],
    [(s: string) => `${scores}, rt90, 1girl, ${s}`, `${scores}, rt09, 1girl`, `${scores}, rt90, 1girl`, '10_rt90'],
    [(s: string) => `rt90, 1girl, ${s}`, 'rt09, 1girl', 'rt90, 1girl', '10_rt90'],
  ] as const)
    it(`is no missing one: ${odd}`, async () => {
      assert.equal(await fixedBy('misspelt-trigger', usual, odd, folder), fixed);
      assert.ok(!(await toldOf(usual, odd, folder)).some(({ rule }) => rule === 'missing-trigger'));
    });
  it('is another number where it is one', async () => {
    const found = await toldOf((scene) => `rt90, 1girl, ${scene}`, 'rt91, 1girl', '10_rt90');
    assert.ok(!found.some(({ rule }) => rule === 'misspelt-trigger'));
  });
});

describe('characters in a trigger that do not show', () => {
  for (const [name, hidden] of [
    ['kyusu_pot', 'kyusu_\u200bpot'],
    ['kyusupot', 'kyu\u200bsupot'],
    ['kyusupot', '\u200ekyusupot'],
    ['kyusupot', 'kyusu\u00adpot'],
  ])
    it(`are told once: ${JSON.stringify(hidden)}`, async () => {
      const found = await toldOf((scene) => `${name}, teapot, ${scene}`, `${hidden}, teapot, on a mat`, `10_${name}`);
      assert.deepEqual(
        found.map(({ rule }) => rule),
        ['invisible-character'],
      );
    });
});

describe('a heading in the line that trains', () => {
  const usual = (scene: string): string => `zkmochi dog ${scene}. He looks happy.`;
  for (const heading of [
    '### Caption',
    '**Image Description:**',
    'Caption:',
    'Description',
    '# The image',
    '**Detailed Caption**:',
    'Here is a detailed caption for the image:',
    "Sure! Here's a caption for your photo:",
    'Below is the training caption you asked for:',
  ])
    it(`is told once, with what stands below as the caption: ${heading}`, async () => {
      const odd = `${heading}\n\n**zkmochi dog walks through snow.** Flakes stick.\nHe barks.`;
      assert.deepEqual(
        (await toldOf(usual, odd, '10_zkmochi dog')).map(({ rule }) => rule),
        ['captioner-artifact'],
      );
      assert.equal(
        await fixedBy('captioner-artifact', usual, odd, '10_zkmochi dog'),
        'zkmochi dog walks through snow. Flakes stick. He barks.',
      );
    });
  for (const line of [
    'zkmochi dog here is a caption: good',
    'zkmochi dog, title',
    'zkmochi dog reading a description',
    'photo',
  ])
    it(`is none in a caption: ${line}`, async () => {
      const found = await toldOf(usual, `${line}\nred ball, grass`, '10_zkmochi dog');
      assert.ok(!found.some(({ rule }) => rule === 'captioner-artifact'));
      assert.ok(found.some(({ rule }) => rule === 'ignored-line'));
    });
  it('goes where all lines train as well', async () => {
    const settings = { profile: 'ai-toolkit' as const };
    const source = '// 1.txt\n### Caption\n\nzkmochi dog walks through fresh snow.';
    const { findings } = await auditMarked(source, { settings });
    const [found] = findings.filter(({ rule }) => rule === 'captioner-artifact');
    assert.equal(
      applyEdits('### Caption\n\nzkmochi dog walks through fresh snow.', found.fixes?.[0].edits[0].edits ?? []),
      'zkmochi dog walks through fresh snow.',
    );
  });
});

describe('lines that are not read', () => {
  for (const [below, isTaken] of [
    ['Negative prompt: lowres, bad anatomy', true],
    ['Negative: lowres\nSteps: 20, Sampler: Euler', true],
    ['Steps: 20, Sampler: Euler', true],
    ['negative space, snow', false],
    ['steps: wet and grey', false],
  ] as const)
    it(`are ${isTaken ? 'taken out' : 'joined'}: ${below}`, async () => {
      const odd = `zkmochi dog, snow\n${below}`;
      const fixed = await fixedBy('ignored-line', (scene) => `zkmochi dog, ${scene}`, odd, '10_zkmochi dog');
      assert.equal(fixed === 'zkmochi dog, snow', isTaken, fixed);
    });
  it('behind a sentence that has ended are joined without a separator', async () => {
    const usual = (scene: string): string => `zkmochi dog ${scene}.`;
    assert.equal(
      await fixedBy('ignored-line', usual, 'zkmochi dog on a rug.\nHe sleeps.', '10_zkmochi dog'),
      'zkmochi dog on a rug. He sleeps.',
    );
  });
  it('say more than the trigger that stands alone before them', async () => {
    const usual = (scene: string): string => `zkmochi, dog, fur, ${scene}, outdoors`;
    const found = await toldOf(usual, 'zkmochi\ndog, fur, red ball', '10_zkmochi');
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ['ignored-line'],
    );
  });
});

/** What misplaced-trigger, misspelt-trigger and fused-tags say of the last of eleven captions. */
const saidOf = async (usual: (scene: string) => string, odd: string, folder: string): Promise<string[]> =>
  (await toldOf(usual, odd, folder))
    .filter(({ rule }) => ['misplaced-trigger', 'misspelt-trigger', 'fused-tags'].includes(rule))
    .map(({ rule }) => rule);

describe('a trigger elsewhere than in the other captions', () => {
  const sentence = (s: string): string => `skz man ${s}`;
  const photo = (s: string): string => `a photo of skz man ${s}`;
  const scored = (s: string): string => `${scores}, rtqz, 1girl, solo, ${s}`;
  const counted = (s: string): string => `1girl, solo, rtqz, ${s}, night`;
  const last = (s: string): string => `monochrome, ${s}, night, wide shot, rtqz style`;
  for (const [usual, odd, folder] of [
    [sentence, 'in a white shirt with a plant behind him skz man', '20_skz man'],
    [sentence, 'standing on a beach at sunset skz man', '20_skz man'],
    [sentence, 'wears a blue suit, skz man', '20_skz man'],
    [sentence, 'wears a blue suit. skz man', '20_skz man'],
    [photo, 'a photo of man skz by a wall', '20_skz man'],
    [(s: string) => `skz man, ${s}, night`, 'man skz, rain, night', '20_skz man'],
    [scored, `${scores}, 1girl, solo, rain, hat, rtqz`, '10_rtqz'],
    [counted, '1girl, solo, hat, rain, red coat, night, rtqz', '10_rtqz'],
    [last, 'rtqz style, monochrome, hat, rain, night, wide shot', 'plates'],
  ] as const)
    it(`is told: ${odd}`, async () => assert.deepEqual(await saidOf(usual, odd, folder), ['misplaced-trigger']));
  for (const [usual, odd, folder] of [
    [sentence, 'a small dog sitting next to skz man', '20_skz man'],
    [sentence, 'walking beside a smiling skz man', '20_skz man'],
    [sentence, 'standing behind a young skz man', '20_skz man'],
    [sentence, 'a portrait of skz man', '20_skz man'],
    [photo, 'a photo of an old man and skz man by a wall', '20_skz man'],
    [photo, 'the man skz man greets', '20_skz man'],
    [scored, `${scores}, rtqz, 1girl, hat`, '10_rtqz'],
    [scored, 'rtqz, 1girl, solo, hat', '10_rtqz'],
    [counted, '1girl, solo, long hair, rtqz, night', '10_rtqz'],
    [last, 'monochrome, hat, wide shot, rtqz style, signed', 'plates'],
    [last, 'an old rtqz style print, monochrome, hat, rain, night', 'plates'],
  ] as const)
    it(`is at its place: ${odd}`, async () => assert.deepEqual(await saidOf(usual, odd, folder), []));
  for (const [usual, odd, fixed, folder] of [
    [
      sentence,
      'in a white shirt with a plant behind him skz man',
      'skz man in a white shirt with a plant behind him',
      '20_skz man',
    ],
    [photo, 'a photo of man skz by a wall', 'a photo of skz man by a wall', '20_skz man'],
    [scored, `${scores}, 1girl, solo, rain, hat, rtqz`, `${scores}, rtqz, 1girl, solo, rain, hat`, '10_rtqz'],
    [
      counted,
      '1girl, solo, hat, rain, red coat, night, rtqz',
      '1girl, solo, rtqz, hat, rain, red coat, night',
      '10_rtqz',
    ],
    [
      last,
      'rtqz style, monochrome, hat, rain, night, wide shot',
      'monochrome, hat, rain, night, wide shot, rtqz style',
      'plates',
    ],
  ] as const)
    it(`goes there: ${fixed}`, async () => assert.equal(await fixedBy('misplaced-trigger', usual, odd, folder), fixed));
});

describe('a trigger and its class word', () => {
  const style = (s: string): string => `a wtqr style painting of a house ${s}`;
  for (const odd of ['wtqr-style', 'wtqr_style', 'wtqrstyle'])
    it(`that a mark joins is told: ${odd}`, async () => {
      const painting = `a ${odd} painting of a fox in the snow`;
      assert.deepEqual(await saidOf(style, painting, 'paintings'), ['misspelt-trigger']);
      assert.equal(
        await fixedBy('misspelt-trigger', style, painting, 'paintings'),
        painting.replace(odd, 'wtqr style'),
      );
    });
  it('are silent where a possessive follows, and where the folder joins them', async () => {
    assert.deepEqual(await saidOf(style, 'a painting of a fox in the wtqr style', 'paintings'), []);
    const joined = (s: string): string => `a wtqr-style painting of a house ${s}`;
    assert.deepEqual(await saidOf(joined, 'a wtqr-style painting of a fox', 'paintings'), []);
  });
});

describe('a trigger that nothing takes apart from what follows', () => {
  const listed = (s: string): string => `inqwash style, an old house ${s}, dark strokes`;
  it('is told where the others have a separator there', async () => {
    const odd = 'inqwash style a bamboo grove, dark strokes';
    assert.deepEqual(await saidOf(listed, odd, 'prints'), ['fused-tags']);
    assert.equal(await fixedBy('fused-tags', listed, odd, 'prints'), 'inqwash style, a bamboo grove, dark strokes');
  });
  it('is left alone where it stands by itself as well, or is a part of a name', async () => {
    const tags = (s: string): string => `rtqz, 1girl, ${s}`;
    assert.deepEqual(await saidOf(tags, 'rtqz, 1girl, rtqz armor', '10_rtqz'), []);
    assert.deepEqual(await saidOf(tags, 'rtqz (series), 1girl, hat', '10_rtqz'), []);
  });
});

describe('a character with its series behind it', () => {
  const underscored = (s: string): string =>
    `masterpiece, hibaqa_(emberfall), 1girl, long_hair, ${s.replaceAll(' ', '_')}`;
  it('is one trigger where underscores join it as well', async () => {
    assert.deepEqual(await saidOf(underscored, 'masterpiece, hibaqa_emberfall, 1girl, rain', 'set'), [
      'misspelt-trigger',
    ]);
    assert.equal(
      await fixedBy('missing-trigger', underscored, 'masterpiece, 1girl, long_hair', 'set'),
      'masterpiece, hibaqa_(emberfall), 1girl, long_hair',
    );
  });
});

describe('what is told of a trigger and its class word', () => {
  const usual = (s: string): string => `zqx cat, grey tabby, ${s}`;
  for (const odd of ['zqxcat, grey tabby, rain', 'zqx-cat, grey tabby, rain'])
    it(`is told once: ${odd}`, async () =>
      assert.deepEqual(
        (await toldOf(usual, odd, '3_zqx cat')).map(({ rule }) => rule),
        ['misspelt-trigger'],
      ));
});
