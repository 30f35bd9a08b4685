import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';
import { finds, passes, said, scenes } from '../support/odd-caption.ts';

const sentence = (scene: string): string =>
  `A red tram passes a ${scene} in the rain. The street behind it is quiet and grey`;

describe('what all captions end with', () => {
  const usual = (scene: string): string => `${sentence(scene)}, backyard nature snap`;

  it('is no sentence that stops in the middle', async () => {
    await passes('captioner-artifact', usual, usual('lamp'));
    await passes('captioner-artifact', (scene) => `${sentence(scene)}, lmpgld`, `${sentence('lamp')}, lmpgld`);
    await finds('captioner-artifact', usual, `${sentence('lamp')} and the`);
  });
  it('is the trigger, which one lacks', async () => {
    await finds('missing-trigger', usual, `${sentence('lamp')}.`);
    await finds('missing-trigger', (scene) => `${sentence(scene)}. in the style of roamfilm`, `${sentence('lamp')}.`);
  });
  it('is none where it says what any picture may be', async () => {
    for (const end of ['soft natural lighting', 'on a white background', 'looking at viewer', 'best quality photo'])
      await passes('missing-trigger', (scene) => `${sentence(scene)}, ${end}`, `${sentence('lamp')}.`);
  });
  it('stands first in one', async () => {
    const turned = `backyard nature snap. ${sentence('lamp')}.`;
    await finds('misplaced-trigger', usual, turned);
    const { odd } = await said('misplaced-trigger', usual, turned);
    const edits = odd[0].fixes?.[0].edits[0].edits ?? [];
    assert.deepEqual(
      edits.map(({ newText }) => newText),
      ['', ' backyard nature snap'],
    );
  });
  it('has lost its comma, or has another mark before it', async () => {
    await finds('fused-tags', usual, `${sentence('lamp')} backyard nature snap`);
    await finds('fused-tags', usual, `${sentence('lamp')} | backyard nature snap`);
    await passes('fused-tags', usual, usual('lamp'));
  });
});

describe('tags with underscores and nothing but blanks between them', () => {
  const usual = (scene: string): string => `zorvexa, pocket_watch, ${scene}_dial, open_lid, gold_case, no_humans`;

  it('are a row that lost its commas', async () => {
    await finds('fused-tags', usual, 'zorvexa, pocket_watch skeleton_dial visible_gears, no_humans');
    await finds(
      'unseparated-tags',
      usual,
      'zorvexa pocket_watch skeleton_dial visible_gears macro_shot blurry_background leather_strap no_humans',
    );
  });
  it('are one tag where one of them is all that has any, or the folder writes blanks', async () => {
    await passes('fused-tags', usual, 'zorvexa, pocket_watch dial, open_lid, no_humans');
    await passes(
      'unseparated-tags',
      (scene) => `zorvexa, pocket watch, ${scene} dial, open lid, gold case`,
      'zorvexa, a_photo of_mine, open lid, gold case',
    );
  });
});

describe('a trigger in other capitals', () => {
  const usual = (scene: string): string => `casaPaella with a ${scene} on a table. The light is soft.`;
  const odd = 'casapaella with a lamp on a table. The light is soft.';
  const told = async (model: 'sdxl' | 'flux', text: string): Promise<number> => {
    const source = [...scenes.map(usual), text].map((one, at) => `// set/${at}.txt\n${one}`).join('\n');
    const { findings } = await auditMarked(source, { settings: { model } });
    return findings.filter(({ rule, file }) => rule === 'misspelt-trigger' && file.endsWith('/12.txt')).length;
  };
  it('is another one to encoders that keep capitals apart, and the same to CLIP', async () => {
    assert.equal(await told('sdxl', odd), 0);
    assert.equal(await told('flux', odd), 1);
    assert.equal(await told('flux', odd.replace('casapaella', 'CasaPaella')), 0);
  });
});

describe('words for the medium', () => {
  const asked = async (usual: string, odd: string): Promise<string[]> => {
    const source = [...scenes, 'lamp']
      .map((scene, at) => `// set/${at}.txt\nzorvexa style, ${at === 12 ? odd : usual} a ${scene} by a river`)
      .join('\n');
    const { findings } = await auditMarked(source);
    return findings.flatMap(({ rule, message }) =>
      rule === 'synonym-drift' ? [/"[^.]*/.exec(message)?.[0] ?? ''] : [],
    );
  };
  it('are asked about where one caption begins with another one for the same', async () => {
    assert.deepEqual(await asked('a painting of', 'a picture of'), ['"painting of" 12 / "picture of" 1']);
    assert.deepEqual(await asked('a photo of', 'a photograph of'), ['"photo of" 12 / "photograph of" 1']);
    assert.deepEqual(await asked('a photo of', 'a drawing of'), []);
  });
});

describe('words that are near each other', () => {
  const asked = async (mugs: number, odd: string): Promise<string[]> => {
    const source = scenes
      .map(
        (scene, at) => `// set/${at}.txt\nzorvexa, ${at < mugs ? 'goblet' : at === 11 ? odd : 'bench'}, ${scene}, dusk`,
      )
      .join('\n');
    const { findings } = await auditMarked(source);
    return findings.flatMap(({ rule, message }) =>
      rule === 'synonym-drift' ? [/"[^.]*/.exec(message)?.[0] ?? ''] : [],
    );
  };
  it('are asked about where most captions have one, and one or two the other', async () => {
    assert.deepEqual(await asked(8, 'chalice'), ['"goblet" 8 / "chalice" 1']);
    assert.deepEqual(await asked(7, 'chalice'), []);
    assert.deepEqual(await asked(8, 'lantern'), []);
    assert.deepEqual(await asked(8, 'chalice, goblet'), []);
  });
  it('say of one thing in two tags how it is', async () => {
    const tags = async (odd: string): Promise<string[]> => {
      const source = scenes
        .map((scene, at) => `// set/${at}.txt\nzorvexa, ${at < 8 ? 'red scarf' : at === 11 ? odd : 'bench'}, ${scene}`)
        .join('\n');
      const { findings } = await auditMarked(source);
      return findings.flatMap(({ rule, message }) =>
        rule === 'synonym-drift' ? [/"[^.]*/.exec(message)?.[0] ?? ''] : [],
      );
    };
    assert.deepEqual(await tags('crimson scarf'), ['"red scarf" 8 / "crimson scarf" 1']);
    assert.deepEqual(await tags('blue scarf'), []);
    assert.deepEqual(await tags('crimson hat'), []);
  });
});
