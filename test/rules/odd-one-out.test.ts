import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';
import { finds, passes, said, scenes } from '../support/odd-caption.ts';

describe('a part of the trigger', () => {
  const nora = (scene: string): string => `Nora Wynn with a ${scene}`;
  it('is told as that, with the whole as its fix', async () => {
    const { odd } = await said('missing-trigger', nora, 'Nora in a coat', '5_nora wynn');
    assert.match(odd[0].message, /^Only "Nora" of the trigger "Nora Wynn"/);
    assert.deepEqual(
      odd[0].fixes?.[0].edits.flatMap(({ edits }) => edits),
      [{ range: { start: 0, end: 4 }, newText: 'Nora Wynn' }],
    );
    await finds('missing-trigger', nora, 'a coat on Wynn', '5_nora wynn');
  });
  it('counts where five captions and 15 % go by it, and not where four do', async () => {
    const told = async (parts: readonly string[]): Promise<number> => {
      const source = [...scenes.map(nora), ...parts].map((text, at) => `// 5_nora wynn/${at}.txt\n${text}`).join('\n');
      return (await auditMarked(source)).findings.filter(({ rule }) => rule === 'missing-trigger').length;
    };
    const parts = ['Nora in a coat', 'Nora at a window', 'Nora asleep', 'Nora on a bench'];
    assert.equal(await told(parts), 4);
    assert.equal(await told([...parts, 'Nora under a tree']), 0);
  });
  it('goes with what stands in brackets behind it', async () => {
    const kirara = (scene: string): string => `kirara (aurora), 1girl, solo, ${scene}`;
    for (const odd of ['kirara (auroa), 1girl, solo', 'kirara, 1girl, solo', 'kirara aurora, 1girl, solo'])
      await finds('misspelt-trigger', kirara, odd, '10_kirara');
    await passes('misspelt-trigger', kirara, 'Kirara \\(Aurora\\), 1girl, solo', '10_kirara');
    await passes('misspelt-trigger', (scene) => `kirara, 1girl, ${scene}`, 'kirara (aurora), 1girl, solo', '10_kirara');
  });
});

describe('a look that is not the subject’s', () => {
  const rule = 'identity-conflict';
  it('is told in sentences', async () => {
    const red = (scene: string): string => `zorvexa with long red hair stands beside a ${scene} in the evening.`;
    await finds(rule, red, 'zorvexa with short blonde hair sits on a bench in the evening.');
    await passes(rule, red, 'zorvexa with wet dark red hair sits on a bench in the evening.');
    await passes(rule, red, 'zorvexa talks to a man with grey hair on a bench in the evening.');
    await passes(rule, red, 'zorvexa in a hat sits on a bench in the evening.');
  });
  it('and of each of two', async () => {
    const couple = (scene: string): string => `kaelis with red hair and brannor with black hair share a ${scene}.`;
    await finds(rule, couple, 'kaelis with red hair and brannor with blonde hair stand on a bridge.');
    await passes(rule, couple, 'kaelis with red hair waits for brannor on a bridge.');
    await passes('contradictory-tags', couple, 'brannor with black hair carries kaelis with red hair.');
  });
  it('dark hair is neither blonde nor white', async () => {
    const dark = (scene: string): string => `ohwx woman, dark curly hair, ${scene}, smiling, street`;
    await finds(rule, dark, 'ohwx woman, blonde curly hair, smiling, street', '5_ohwx woman');
    await passes(rule, dark, 'ohwx woman, long black hair, smiling, street', '5_ohwx woman');
  });
  it('is a class word behind the trigger as well', async () => {
    const woman = (scene: string): string => `a photo of ohwx woman with a ${scene}`;
    await finds(rule, woman, 'a photo of ohwx man at a window', '5_ohwx woman');
    await passes(rule, woman, 'a photo of ohwx person at a window', '5_ohwx woman');
    await passes(rule, woman, 'a photo of ohwx woman and a man at a window', '5_ohwx woman');
  });
});

describe('a caption that says less than the others', () => {
  const form = (scene: string): string => `subject: velor woman, background: ${scene}, mood: calm`;
  it('lacks a field of their form', async () => {
    for (const odd of [
      'subject: velor woman, mood: calm',
      'subject: velor woman, background: , mood: calm',
      'subject: velor woman, background: park, food: calm',
    ])
      await finds('missing-field', form, odd);
    // A name with a slip is there, and told of as that.
    await passes('missing-field', form, 'subject: velor woman, backgroud: park, mood: calm');
    await finds('misspelt-word', form, 'subject: velor woman, backgroud: park, mood: calm');
    await passes('missing-field', form, 'mood: calm, subject: velor woman, background: park, light: sun');
    await passes('missing-field', (scene) => `velor, 1girl, ${scene}, rating:safe`, 'velor, 1girl, park');
  });
  it('is nothing but the trigger', async () => {
    const tags = (scene: string): string => `zorvexa, 1girl, solo, ${scene}, standing`;
    await finds('missing-field', tags, 'zorvexa');
    await passes('missing-field', (scene) => `zorvexa, ${scene}`, 'zorvexa');
  });
});

describe('a trigger with letters too many', () => {
  const usual = (scene: string): string => `mrnkngt woman, ${scene}, porch`;
  it('is told as the slip that it is, and not as missing', async () => {
    await finds('misspelt-trigger', usual, 'mrnknight woman, cup, porch');
    await passes('missing-trigger', usual, 'mrnknight woman, cup, porch');
  });
  it('is missing where an ordinary word stands in its place', () =>
    finds('missing-trigger', usual, 'smiling woman, cup, porch'));
});

describe('the views of a sheet', () => {
  const usual = (scene: string): string => `qvzt robot, from side, ${scene}, porch`;
  it('are named as the others of the sheet are', () =>
    passes('synonym-drift', usual, 'qvzt robot, turnaround, front view, side view, porch'));
  it('drift where one stands alone', () => finds('synonym-drift', usual, 'qvzt robot, side view, cup, porch'));
});

describe('full stops of another script', () => {
  const usual = (scene: string): string => `A qvzt robot stands beside a ${scene} on the porch. The light is warm.`;
  it('end no sentence of Latin letters', async () => {
    const { odd } = await said('foreign-separator', usual, 'A qvzt robot waits on the porch。The light is warm。');
    assert.deepEqual(
      odd[0]?.fixes?.[0].edits[0].edits.map(({ newText }) => newText),
      ['. ', '.'],
    );
  });
  it('belong to text of their own script', () =>
    passes('foreign-separator', usual, 'A qvzt robot holds a sign that reads 「止まれ。」 The light is warm。'));
});

describe('question marks where apostrophes were', () => {
  const usual = (scene: string): string => `A qvzt balloon hangs over a ${scene}. Its basket is empty.`;
  it('are told with what to write', async () => {
    const { odd } = await said('mojibake', usual, 'The balloon?s name isn?t legible. It hangs over a field.');
    assert.equal(odd.length, 1);
    assert.equal(odd[0].fixes?.[0].edits[0].edits.length, 2);
  });
  it('end questions elsewhere', () => passes('mojibake', usual, 'A sign asks "who?" and "why?" Two?'));
});

describe('forms whose fields end with a full stop', () => {
  it('are separated as they are meant to be', () =>
    passes(
      'foreign-separator',
      (scene) => `qvzt boat. view: side, close. load: ${scene}, rope. place: lock`,
      'qvzt boat. view: front. load: coal, sacks. place: bridge',
    ));
});

describe('seasons in a row of pictures', () => {
  const usual = (scene: string): string => `qvzt pan, ${scene}, summer`;
  it('are no contradiction, two of them are', async () => {
    await passes('contradictory-tags', usual, 'qvzt pan, in spring, summer, autumn and winter, arranged as a grid');
    await finds('contradictory-tags', usual, 'qvzt pan, winter, summer, hat');
  });
});

describe('marks and letters of one caption', () => {
  const tags = (scene: string): string => `zorvexa, 1girl, solo, long hair, blue eyes, ${scene}`;
  it('a mark that takes a tag apart', async () => {
    await finds('foreign-separator', tags, 'zorvexa, 1girl, long hair. blue eyes. standing, hat');
    await finds('foreign-separator', tags, 'zorvexa, 1girl, long hair | blue eyes, hat');
    await passes('foreign-separator', tags, 'zorvexa, 1girl, mr. smith, st. louis arch, hat');
    await passes('foreign-separator', tags, 'zorvexa, 1girl, | |, fate/stay night, hat');
  });
  it('tags in a row within a long piece', async () => {
    const list = (scene: string): string =>
      `a photo of zorvexa, standing near a ${scene}, dark curly hair, olive skin, gold earrings, medium shot`;
    await finds(
      'unseparated-tags',
      list,
      'a photo of zorvexa standing on a bridge in the rain dark curly hair olive skin gold earrings medium shot',
    );
    await passes(
      'unseparated-tags',
      list,
      'a photo of zorvexa with dark curly hair and olive skin, who wears gold earrings in a medium shot of a bridge',
    );
  });
  it('a bracket without the other one', async () => {
    await finds('prompt-syntax', tags, 'zorvexa, (1girl, solo, hat');
    await finds('prompt-syntax', tags, 'zorvexa, 1girl), solo, hat');
    await passes('prompt-syntax', tags, 'zorvexa, (1girl, solo), name \\(series\\), :(, >:), ;)');
  });
  it('another script', async () => {
    await finds('foreign-language', tags, 'zorvexa, 1girl, 長い髪, 青い目, hat');
    await finds('foreign-language', tags, 'zorvexa, 1girl, девушка, hat');
    await passes('foreign-language', tags, 'zorvexa, 1girl, sign that reads "東京", hat');
    await passes('foreign-language', (scene) => `ゾルベ, 1girl, ${scene}`, 'ゾルベ, 1girl, hat');
  });
  it('phrases are no tags that lost their separator', async () => {
    const list = (scene: string): string =>
      `ohwx woman, standing on a balcony over the ${scene}, wearing a long white summer dress, medium shot`;
    for (const piece of ['looking over shoulder from behind', 'medium shot waist up', 'dark blue night sky'])
      await passes('fused-tags', list, `ohwx woman, sitting on the stone steps of a village, ${piece}`);
    await finds('fused-tags', tags, 'zorvexa, 1girl, long hair blue eyes, hat');
  });
});

describe('several triggers of one folder', () => {
  const pair = (scene: string): string => `mirel, joss, 1girl, 1boy, ${scene}, standing, street`;
  it('that always go together', async () => {
    await finds('missing-trigger', pair, 'joss, 1girl, 1boy, sitting, cafe', '10_mirel and joss');
    await finds('missing-trigger', pair, 'mirel, 1girl, 1boy, sitting, cafe', '10_mirel and joss');
    await finds('misspelt-trigger', pair, 'mirel, josse, 1girl, 1boy, cafe', '10_mirel and joss');
    await passes('missing-trigger', pair, 'joss, mirel, 1girl, 1boy, cafe', '10_mirel and joss');
    await passes('missing-trigger', pair, 'joss, 1boy, solo, sitting, cafe', '10_mirel and joss');
    const prose = (scene: string): string => `A drawing of Mirel and Joss with a ${scene} in the garden.`;
    await passes('missing-trigger', prose, 'A drawing of Joss asleep in the garden.', '10_Mirel and Joss');
  });
  const one = (scene: string): string =>
    `${scenes.indexOf(scene) % 2 ? 'kestrad, 1boy, solo, grey hair' : 'imarya, 1girl, solo, red hair'}, ${scene}`;
  it('that take turns', async () => {
    await passes('missing-trigger', one, 'kestrad, 1boy, solo, grey hair', '5_heroes');
    const { odd } = await said('misspelt-trigger', one, 'kestrand, 1boy, solo, grey hair', '5_heroes');
    assert.match(odd[0].message, /"kestrad" is the one/);
    await passes('missing-trigger', one, 'kestrand, 1boy, solo, grey hair', '5_heroes');
    await finds('missing-trigger', one, '1boy, solo, grey hair', '5_heroes');
    await finds('identity-conflict', one, 'imarya, 1girl, solo, blue hair', '5_heroes');
    await finds('identity-conflict', one, 'kestrad, 1girl, solo, grey hair', '5_heroes');
    await passes('identity-conflict', one, 'imarya, 1girl, solo, dark red hair', '5_heroes');
  });
  it('in sentences, by turns and together', async () => {
    const names = ['Anders', 'Liv Moen', 'Anders and Liv Moen'];
    const prose = (scene: string): string => `${names[scenes.indexOf(scene) % 3]} with a ${scene} in the evening`;
    await passes('missing-trigger', prose, 'Liv Moen in a red coat', 'pair');
    await finds('missing-trigger', prose, 'Liv in a red coat', 'pair');
    await finds('missing-trigger', prose, 'a woman in a red coat', 'pair');
  });
});
