import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';
import { finds, passes, said, scenes } from '../support/odd-caption.ts';

const tags = (scene: string): string => `zorvexa, ${scene}, porch, side view, daylight`;
const prose = (scene: string): string => `A photo of a zorvexa bottle beside a ${scene} on a wooden shelf.`;

describe('two words without a blank', () => {
  it('are told in sentences where no compound has such words', async () => {
    for (const odd of [
      'unglazedfoot',
      'paintedhelmet',
      'driedflowers',
      'abovethe',
      'amongthe',
      'froma',
      'arefrigerator',
      'theballroom',
    ])
      await finds('misspelt-word', prose, `A photo of a zorvexa bottle with one ${odd} on a wooden shelf.`);
    await passes('fused-tags', prose, 'A photo of a zorvexa bottle, polishedmarble on stone, on a shelf.');
    for (const odd of ['seedbed', 'limewood', 'saltglaze', 'hundredfold', 'grainstack', 'wayshrine'])
      await passes('misspelt-word', prose, `A photo of a zorvexa bottle with one ${odd} on a wooden shelf.`);
  });
  it('are told in tags', async () => {
    const { odd } = await said('near-identical-tag', tags, 'zorvexa, driedflowers, porch, side view');
    assert.deepEqual(
      odd.map(({ severity }) => severity),
      ['info'],
    );
    await passes('near-identical-tag', tags, 'zorvexa, bedroll, porch, side view');
  });
});

describe('the name of a field in the word before it', () => {
  const form = (scene: string): string => `trigger: zorv_a2, garment: coat, setting: ${scene}, view: front`;
  it('is told where nothing takes it apart, and said to be there', async () => {
    const odd = 'trigger: zorv_a2, garment: sarafanview: back, setting: river';
    await finds('fused-tags', form, odd);
    await passes('missing-field', form, odd);
  });
  it('is a name of its own where the two are a word', async () => {
    await passes('fused-tags', form, 'trigger: zorv_a2, garment: coat, overview: back, setting: river');
  });
  it('has another mark behind it in one place', async () => {
    for (const mark of ['：', ' =', ' ->'])
      await finds('foreign-separator', form, `trigger: zorv_a2, garment: coat, setting: river, view${mark} back`);
    const { odd } = await said(
      'foreign-separator',
      form,
      'trigger: zorv_a2, garment: coat, setting: river, view：back',
    );
    assert.equal(odd[0].fixes?.[0].edits[0].edits[0].newText, ': ');
    await passes('synonym-drift', form, 'trigger: zorv_a2, garment: coat, setting: river, view：front');
    await passes('foreign-separator', form, 'trigger: zorv_a2, garment: coat = long, setting: river, view: back');
  });
});

describe('slips of words that captions seldom have', () => {
  it('are told of what sounds alike', async () => {
    await finds('near-identical-tag', tags, 'zorvexa, hydrolic arm, porch, side view');
    await finds('misspelt-word', prose, 'A photo of a zorvexa bottle with gold embroidary on a wooden shelf.');
  });
  it('are told of short words where the folder has the other one, and of one usual word among several', async () => {
    const leaf = (scene: string): string => `zorvexa, ${scene === 'cup' ? 'spiny leaf' : scene}, porch, side view`;
    await finds('near-identical-tag', leaf, 'zorvexa, spiny leef, porch, side view');
    await passes('near-identical-tag', tags, 'zorvexa, spiny leef, porch, side view');
    await finds('near-identical-tag', tags, 'zorvexa, floral patern, porch, side view');
  });
  it('are none of names and other languages', async () => {
    for (const odd of ['Bombus terrestris', 'Osmia bicornis', 'bombus terrestris', 'hoverfly', 'Anthia'])
      await passes('near-identical-tag', tags, `zorvexa, ${odd}, porch, side view`);
    await finds('near-identical-tag', tags, 'zorvexa, umbrela, porch, side view');
    for (const odd of [
      'a basinet',
      'a merlon',
      'two burnets',
      'a chef de rangg',
      'pierogi',
      'a layer of minium',
      'a mise en placce',
    ])
      await passes('misspelt-word', prose, `A photo of a zorvexa bottle beside ${odd} on a wooden shelf.`);
    await finds('misspelt-word', prose, 'A photo of a zorvexa bottle in its placce on a wooden shelf.');
  });
});

describe('several places of one slip', () => {
  it('are one finding', async () => {
    await finds('foreign-separator', tags, 'zorvexa, hut，fog，fence post，backlight');
    await finds('invisible-character', tags, 'zorvexa, ｎｏ ｈｕｍａｎｓ, porch');
    const { odd } = await said('invisible-character', tags, 'zorvexa, ｎｏ ｈｕｍａｎｓ, ｐｏｒｃｈ');
    assert.deepEqual(
      odd.map(({ fixes }) => fixes?.[0].edits[0].edits[0].newText),
      ['no humans', 'porch'],
    );
  });
  it('between tags are told as what separates them', async () => {
    await finds('foreign-separator', tags, 'zorvexa：red stripes：cliff：moonlight');
    await finds('foreign-separator', tags, 'zorvexa・toy version・shelf・price tag');
    await passes('foreign-separator', tags, 'zorvexa, a label with アニメ・マンガ, porch');
    await passes('foreign-separator', prose, 'A photo of a zorvexa bottle against a clay wall.<|im_end|>');
  });
});

describe('a field under its other spelling', () => {
  it('is told once', async () => {
    const form = (scene: string): string => `trigger: zorv_a2, colour: red, setting: ${scene}, view: front`;
    const odd = 'trigger: zorv_a2, color: cherry, setting: river, view: front';
    await finds('synonym-drift', form, odd);
    await passes('missing-field', form, odd);
    await finds('missing-field', form, 'trigger: zorv_a2, setting: river, view: front');
  });
  it('that is the trigger is told as that', async () => {
    const form = (scene: string): string => `trigger: zorv_a2, colour: red, setting: ${scene}, view: front`;
    await passes('missing-field', form, 'colour: red, setting: river, view: front');
    await finds('missing-trigger', form, 'colour: red, setting: river, view: front');
  });
});

describe('a trigger behind a word that joins it', () => {
  it('stays where it is: the words before it are what is wrong', async () => {
    const usual = (scene: string): string => `zorvexa style, a ${scene} with a lamp, drawn in ink`;
    await passes('misplaced-trigger', usual, "I'm unable to tell, but zorvexa style, a terminus, drawn in ink");
    await finds('misplaced-trigger', usual, 'a terminus with a lamp, grey paper, zorvexa style, drawn in ink');
  });
  it('with a blank before its number is one slip, number included', async () => {
    const usual = (scene: string): string => `grbl7, robot, ${scene}, mud`;
    const { odd } = await said('misspelt-trigger', usual, 'grbl 7, robot, tunnel, mud');
    assert.deepEqual(
      odd.map(({ range }) => range),
      [{ start: 0, end: 6 }],
    );
    assert.equal(odd[0].fixes?.[0].edits[0].edits[0].newText, 'grbl7');
  });
});

describe('an outfit on several', () => {
  it('is worn by men and women', async () => {
    const usual = (several: number) => (scene: string) =>
      `derbykit, ${['rain', 'cat', 'cup'].slice(0, several).includes(scene) ? '2girls' : '1girl'}, ${scene}, skates`;
    await passes('identity-conflict', usual(3), 'derbykit, 1boy, striped shirt, skates');
    await finds('identity-conflict', usual(1), 'derbykit, 1boy, striped shirt, skates');
  });
});

describe('a compound in sentences', () => {
  const of = (compound: string) => (scene: string) => `A zorvexa drawing of the ${compound} beside a ${scene}.`;
  it('that the folder writes apart is told where it is solid or has a hyphen', async () => {
    for (const odd of ['signalbox', 'signal-box'])
      await finds('synonym-drift', of('signal box'), `A zorvexa drawing of the ${odd} that stands in a cutting.`);
    await finds('synonym-drift', of('tea bowls'), 'A zorvexa drawing of the teabowl in a box.');
    await finds('synonym-drift', of('signalbox'), 'A zorvexa drawing of the signal box in a cutting.');
  });
  it('that the folder writes with a hyphen is told where it is solid', async () => {
    await finds('synonym-drift', of('fine-line swallow'), 'A zorvexa drawing of the fineline swallow on a wrist.');
    await passes('synonym-drift', of('swallow'), 'A zorvexa drawing of the fineline swallow on a wrist.');
  });
  it('of a hyphen and none is told wherever it stands, and of a blank before the same word or before none', async () => {
    await finds('synonym-drift', of('halfmoon betta'), 'A zorvexa drawing of the half-moon tail of a fish.');
    await finds('synonym-drift', of('half moon betta'), 'A zorvexa drawing of the half-moon betta in a cup.');
    await passes('synonym-drift', of('half moon'), 'A zorvexa drawing of the half-moon betta in a cup.');
    await finds(
      'synonym-drift',
      (scene) => `A zorvexa drawing, wet-on-wet, of a ${scene}.`,
      'A zorvexa drawing, wet on wet, of a boat.',
    );
    // How a room is lit is said with a hyphen before it, and people do behind it.
    await passes(
      'synonym-drift',
      (scene) => `In a zorvexa drawing the ${scene} is well lit.`,
      'In a zorvexa drawing the boat is well-lit.',
    );
  });
  it('that a dictionary has is one word where its parts are things', async () => {
    await finds('synonym-drift', of('rooftop'), 'A zorvexa drawing of the roof top in a storm.');
    await passes('synonym-drift', of('blackbird'), 'A zorvexa drawing of the black bird in a storm.');
    await passes('synonym-drift', of('everyday bag'), 'A zorvexa drawing of the every day in a storm.');
  });
  it('of which no way is the folder’s own is told for the folder', async () => {
    const texts = scenes.map(
      (scene, at) => `A zorvexa drawing of the ${at % 2 ? 'halfmoon' : 'half-moon'} tail beside a ${scene}.`,
    );
    const { findings } = await auditMarked(texts.map((text, at) => `// set/${at}.txt\n${text}`).join('\n'));
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'synonym-drift').map(({ file, message }) => [file, message.split('.')[0]]),
      [['', 'Written in two ways: "half-moon" 6 / "halfmoon" 6']],
    );
  });
  it('has its British or American spelling in all captions', async () => {
    await finds('synonym-drift', of('panelled room'), 'A zorvexa drawing of the paneled door in a storm.');
    await passes('synonym-drift', of('filling'), 'A zorvexa drawing of the filing cabinet in a storm.');
    await finds('synonym-drift', of('tin mould'), 'A zorvexa drawing of the tin mold on a windowsill.');
    await passes('synonym-drift', of('tin'), 'A zorvexa drawing of the tin mold on a windowsill.');
  });
  it('takes a hyphen before a noun, and stays as it is where no other caption has it', async () => {
    await passes('synonym-drift', of('gold leaf'), 'A zorvexa drawing of the gold-leaf halo in a cutting.');
    await passes('synonym-drift', of('gold frame'), 'A zorvexa drawing of the signalbox in a cutting.');
    await passes('synonym-drift', of('gold frame'), 'A zorvexa drawing of the gold-leaf in a cutting.');
  });
});

describe('two sentences run together', () => {
  for (const odd of [
    'zorvexa bottle on a workbenchThe mechanic opens a drawer behind it.',
    'A zorvexa bottle on the shelf.A brass rail runs behind it and shines.',
    'A zorvexa bottle on the shelf, and a cat sleeps on itThe light is green.',
    'A zorvexa bottle on the shelf, its label tornShe holds it against the light.',
  ])
    it(odd, () => finds('misspelt-word', prose, odd));
  for (const odd of [
    'A zorvexa bottle beside a deviantArt mug on a wooden shelf.',
    'A zorvexa bottle from www.bottles.The end is near the shelf.',
    'A zorvexa bottle on the shelf. A brass rail runs behind it and shines.',
    'A zorvexa bottle beside an iPhone on a wooden shelf.',
  ])
    it(`silent: ${odd}`, () => passes('misspelt-word', prose, odd));
});

describe('what two rules could tell of one tag', () => {
  it('is a blank that is missing, told in the caption', async () => {
    const texts = [...scenes.map((scene, at) => `zorvexa, ${at === 1 ? 'twisted stem' : 'goblet'}, ${scene}, table`)];
    const { findings } = await auditMarked(
      [...texts, 'zorvexa, twistedstem, lamp, table'].map((text, at) => `// set/${at}.txt\n${text}`).join('\n'),
    );
    const told = findings.filter(({ rule }) => rule === 'synonym-drift' || rule === 'near-identical-tag');
    assert.deepEqual(
      told.map(({ rule, file }) => [rule, file]),
      [['near-identical-tag', 'set/12.txt']],
    );
  });
  it('is a trigger that stands twice as a tag', async () => {
    const usual = (scene: string): string => `zorvexa, vase, shelf, The ${scene} stands beside it in the light.`;
    const odd = 'zorvexa, zorvexa, vase, shelf, The lamp glows on a night table.';
    await finds('duplicate-tag', usual, odd);
    await passes('misplaced-trigger', usual, odd);
  });
  it('is a character as HTML writes it, and no separator', async () => {
    const usual = (scene: string): string => `zorvexa, an otter beside a ${scene} in the rain`;
    const odd = 'zorvexa, an otter on a sign &quot;slow down&quot; beside a country road';
    await finds('captioner-artifact', usual, odd);
    await passes('foreign-separator', usual, odd);
  });
  it('is no slip behind a small word of another language', () =>
    passes('near-identical-tag', (scene) => `zorvexa, 1girl, ${scene}`, 'zorvexa, 1girl, en garde'));
});

describe('a tab within a caption', () => {
  it('takes nothing apart, and is told where a few tags have it', async () => {
    const usual = (scene: string): string => `zorvexa, a dome among birch trees, ${scene}, rain, late summer`;
    await finds('foreign-separator', usual, 'zorvexa, a dome among birch trees, rain\tlate summer\tno people');
  });
  it('goes with the one before it', async () => {
    const usual = (scene: string): string => `zorvexa, a dome among birch trees, ${scene}, rain, late summer`;
    const { odd } = await said('foreign-separator', usual, 'zorvexa, a dome among birch trees, rain\t\tlate summer');
    assert.deepEqual(
      odd.map(({ fixes }) => fixes?.[0].edits[0].edits.map(({ range }) => range.end - range.start)),
      [[2]],
    );
  });
});

describe('words of tags and sentences that a folder has in two ways', () => {
  const asked = async (caption: (scene: string, at: number) => string): Promise<string[]> => {
    const source = scenes.map((scene, at) => `// set/${at}.txt\n${caption(scene, at)}`).join('\n');
    const { findings } = await auditMarked(source);
    return findings.filter(({ rule }) => rule === 'synonym-drift').map(({ message }) => message.split('. ')[0]);
  };
  it('are British and American in whatever tags they stand', async () => {
    const tags = (usual: number) => (scene: string, at: number) =>
      `zorvexa, ${at === 0 ? 'harbour in the rain' : at <= usual ? `harbor at ${scene}` : 'dock'}, ${scene}`;
    assert.deepEqual(await asked(tags(2)), ['Written in two ways: "harbor" 2 / "harbour" 1']);
    assert.deepEqual(await asked(tags(0)), []);
  });
  it('are nouns of one thing that two captions each have', async () => {
    const sentence = (both: string) => (scene: string, at: number) =>
      `A zorvexa sidecar beside a ${scene}, its ${at < 3 ? 'windscreen' : at < 5 ? 'windshield' : 'wheel'} wet${at === 0 ? both : ''}.`;
    assert.deepEqual(await asked(sentence('')), [
      'Two words for one thing, never in one caption: "windscreen" 3 / "windshield" 2',
    ]);
    const both = await asked(sentence(' and a windshield behind it'));
    assert.ok(!both.some((message) => message.startsWith('Two words')));
  });
  it('are a compound before a verb, where a hyphen is as odd as at the end', async () => {
    const usual = (scene: string): string => `A zorvexa stilt walker leans on the ${scene} in the rain.`;
    await finds('synonym-drift', usual, 'A zorvexa stilt-walker sits on the edge of a roof.');
    await passes('synonym-drift', usual, 'A zorvexa stilt-walker costume hangs on a wall.');
  });
});
