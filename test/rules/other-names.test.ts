import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';
import { finds, passes, said, scenes } from '../support/odd-caption.ts';

/** What the first fix of a rule writes in the odd caption. */
async function written(rule: string, usual: (scene: string) => string, odd: string): Promise<string | undefined> {
  const { odd: found, others } = await said(rule, usual, odd);
  assert.equal(others, 0);
  return found[0]?.fixes?.[0].edits[0].edits[0].newText;
}

describe('a trigger of ordinary words at its end', () => {
  const boats = (scene: string): string => `A qrx narrowboat beside a ${scene} in the morning light.`;
  it('may stand in the plural', async () => {
    const odd = 'Two qrx narrowboats side by side in a basin in the morning light.';
    await passes('misspelt-trigger', boats, odd);
    await passes('missing-trigger', boats, odd);
    await finds('misspelt-trigger', boats, 'A qxr narrowboat beside a lock in the morning light.');
  });
  it('that is an ordinary name is there in the plural', async () => {
    const lanterns = (scene: string): string => `turnip lantern, ${scene}, doorstep, autumn leaves`;
    await passes('missing-trigger', lanterns, 'three turnip lanterns, doorstep, autumn leaves, night');
    await finds('missing-trigger', lanterns, 'three paper lamps, doorstep, autumn leaves, night');
  });
});

describe('a trigger written otherwise in its place', () => {
  const prints = (scene: string): string => `lnoprt style linocut of a ${scene}, black ink, white paper`;
  it('is written out', async () => {
    assert.equal(
      await written('misspelt-trigger', prints, 'linoprint style linocut of a heron, black ink, white paper'),
      'lnoprt',
    );
    await passes('missing-trigger', prints, 'linoprint style linocut of a heron, black ink, white paper');
    const cuts = (scene: string): string => `pprcut style, a papercut of a ${scene} in layers of paper`;
    await passes('misspelt-trigger', cuts, 'a papercut of a koi pond in layers of paper');
    await finds('missing-trigger', cuts, 'a papercut of a koi pond in layers of paper');
    // Another word is another word.
    await finds('missing-trigger', prints, 'loose style linocut of a heron, black ink, white paper');
  });
  it('has a digit once that it has twice', async () => {
    const form = (scene: string): string => `subject: qrvn77 caravan, setting: ${scene}, view: front`;
    assert.equal(
      await written('misspelt-trigger', form, 'subject: qrvn7 caravan, setting: camp, view: front'),
      'qrvn77',
    );
    await passes('misspelt-trigger', form, 'subject: qrvn79 caravan, setting: camp, view: front');
  });
  it('has its words in another order', async () => {
    const usual = (scene: string): string => `tsubarra hina, 1girl, ${scene}, porch`;
    assert.equal(await written('misspelt-trigger', usual, 'hina tsubarra, 1girl, kitchen, porch'), 'tsubarra hina');
    await passes('misspelt-trigger', usual, 'tsubarra hina, hina, 1girl, kitchen, porch');
  });
  it('has lost its class word in a list', async () => {
    const usual = (scene: string): string => `dngnpx style, pixel art, ${scene}, torchlight`;
    const { odd } = await said('misspelt-trigger', usual, 'dngnpx, pixel art, crypt, torchlight');
    assert.deepEqual(
      odd.map(({ severity, fixes }) => [severity, fixes?.[0].edits[0].edits[0].newText]),
      [['info', 'dngnpx style']],
    );
    const without = (scene: string): string => usual(scene).replace(/ style(?=.*(?:hat|cup))/, '');
    await passes('misspelt-trigger', without, 'dngnpx, pixel art, crypt, torchlight');
  });
  it('is added as the tag that the others have it in', async () => {
    const usual = (scene: string): string => `plzmrrt style, a curtain parts on a ${scene} in the dark of the hall.`;
    assert.equal(
      await written('missing-trigger', usual, 'a view of the ropes behind the stage in the dark of the hall.'),
      'plzmrrt style, ',
    );
  });
});

describe('a trigger that stands twice', () => {
  const usual = (scene: string): string => `grnlyno, linocut print of a ${scene} in the rain. Bold marks radiate.`;
  it('before a sentence is told once', async () => {
    const odd = 'grnlyno, grnlyno, linocut print of a gasworks in the rain. Bold marks radiate.';
    const all = [...scenes.map(usual), odd].map((text, at) => `// set/${at}.txt\n${text}`).join('\n');
    const { findings } = await auditMarked(all);
    const told = findings.filter(({ file, severity }) => file === 'set/12.txt' && severity !== 'hint');
    assert.deepEqual(
      told.map(({ rule }) => rule),
      ['misplaced-trigger'],
    );
  });
});

describe('a trigger with a digit for its first letter', () => {
  it('is one', async () => {
    const usual = (scene: string): string => `0svald man, elderly man, ${scene}, shop counter, daylight`;
    await finds('missing-trigger', usual, 'elderly man, kitchen, shop counter, daylight');
    const count = (scene: string): string => `3chairs, a table, ${scene}, shop counter, daylight`;
    await passes('missing-trigger', count, 'elderly man, kitchen, shop counter, daylight');
  });
});

describe('what is trained, by the name of its folder', () => {
  const locked = async (folder: string): Promise<number> => {
    const texts = Array.from(
      { length: 30 },
      (_, at) => `orbvexa, space station, ${scenes[at % 12]}, ${scenes[(at * 5 + 1) % 12]} ${at}`,
    );
    const source = texts.map((text, at) => `// ${folder}/${at}.txt\n${text}`).join('\n');
    return (await auditMarked(source)).findings.filter(({ rule }) => rule === 'trigger-lock-in').length;
  };
  it('always stands beside its trigger', async () => {
    assert.equal(await locked('10_space_station'), 0);
    assert.equal(await locked('10_orbvexa'), 1);
  });
});

describe('a word that some captions begin with', () => {
  it('is no rival of the made-up one that nearly all have', async () => {
    const usual = (scene: string, at = 0): string =>
      scene.length > 4 ? `Seen from the ${scene}, a cblqr_tram hangs there.` : `A cblqr_tram above a ${scene} ${at}.`;
    await finds('missing-trigger', usual, 'A gondola above the rooftops of a village.');
  });
});
