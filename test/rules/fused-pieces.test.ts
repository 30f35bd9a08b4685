import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';
import { finds, passes, said, scenes } from '../support/odd-caption.ts';
import { written } from '../support/written.ts';

const tags = (scene: string): string => `zorvexa, ${scene}, porch, side view, daylight`;

describe('two tags without even a blank', () => {
  for (const [fused, apart] of [
    ['enamel kettletiled wall', 'enamel kettle, tiled wall'],
    ['enamel kettlemug', 'enamel kettle, mug'],
    ['mugtiled wall', 'mug, tiled wall'],
  ])
    it(`of which each stands elsewhere once: ${fused}`, async () => {
      const folder = ['porch, enamel kettle, hat', 'porch, tiled wall, cup', 'porch, mug, rain'];
      assert.equal(await written('fused-tags', [...folder, `porch, ${fused}, lamp`]), apart);
      const without = folder.map((text) => text.replace(/enamel kettle|tiled wall|mug/, 'door'));
      assert.equal(await written('fused-tags', [...without, `porch, ${fused}, lamp`]), null);
    });
  it('of which one stands elsewhere, beside a phrase of words that everybody knows', async () => {
    const folder = ['porch, tiled wall, hat', 'porch, cup', 'porch, rain'];
    const odd = (tag: string): string => `porch, ${tag}, lamp`;
    assert.equal(await written('fused-tags', [...folder, odd('brass vasetiled wall')]), 'brass vase, tiled wall');
    assert.equal(await written('fused-tags', [...folder.slice(1), odd('brass vasetiled wall')]), null);
    assert.equal(await written('fused-tags', [...folder, odd('brass vawtiled wall')]), null);
  });
  it('by their form, where no compound has it', async () => {
    for (const odd of [
      'elbow padsfishnet tights',
      'dew dropsgreen leaf',
      'paintyellow chassis',
      'two handleswooden stand',
      'bent antennatracks',
      'scarfmittens',
    ])
      await finds('fused-tags', tags, `zorvexa, ${odd}, porch, side view`);
  });
  it('may be a compound, a name or a colour', async () => {
    for (const odd of [
      'birdsfoot trefoil',
      'tea bowlstand',
      'navyblue dress',
      'granblue fantasy',
      'elbow padsfishnet (series)',
      'limewood carving',
      'handpainted vase',
      'sidetable lamp',
      'wayshrine candles',
      'hawkmoth larva',
      // "reds, tart", "oils, tone" and what somebody is called who catches oysters.
      'redfern nest',
      'pale redstart',
      'old oilstone',
      'grey lobstercatcher',
      'leadglazed jar',
      'sportswoman',
      'scarfpin',
    ])
      await passes('fused-tags', tags, `zorvexa, ${odd}, porch, side view`);
  });
});

describe('tags in one piece', () => {
  it('keep their letters and blanks', async () => {
    const folder = ['porch, Red Cape, hat', 'porch, red_cape, Iron Gauntlets', 'porch, Iron Gauntlets, rain'];
    assert.equal(
      await written('fused-tags', [...folder, ...folder, 'porch, Iron Gauntlets Red Cape, lamp']),
      'Iron Gauntlets, Red Cape',
    );
  });
  it('are known ones: how much is seen before a look, a garment before another', async () => {
    const of = (tag: string): Promise<string | null> =>
      written('fused-tags', [
        ...scenes.map((scene) => `porch, 1girl, solo, ${scene}, cup`),
        `porch, 1girl, solo, ${tag}, lamp`,
      ]);
    assert.equal(await of('portrait looking at viewer'), 'portrait, looking at viewer');
    assert.equal(await of('blue shirt suspenders'), 'blue shirt, suspenders');
    assert.equal(await of('white dress shoes'), null);
    assert.equal(await of('portrait of a woman looking at viewer'), null);
  });
  it('may have a mark without a blank between them', async () => {
    const of = (tag: string): Promise<string | null> =>
      written('foreign-separator', [...scenes.map((scene) => `porch, ${scene}, cup`), `porch, ${tag}, lamp`]);
    for (const two of ['glasses.close-up', 'red hair;gold outline', 'smile;hat'])
      assert.notEqual(await of(two), null, two);
    for (const one of ['steins;gate', 'nier.automata', 'st.louis', 'chaos;head noah', 'hat 1.5', 'ver.2', ';d'])
      assert.equal(await of(one), null, one);
  });
  it('are told once where the name of a field is what lost its comma', async () => {
    const form = (at: number): string =>
      `qvzt camper, make: Bedford CF, colour: ${['cream', 'green'][at % 2]}, view: rear`;
    const odd = 'qvzt camper, make: Bedford CF colour: cream, view: rear';
    const source = [...scenes.map((_, at) => form(at)), odd].map((text, at) => `// set/${at}.txt\n${text}`).join('\n');
    const { findings } = await auditMarked(source);
    const told = findings.filter(({ rule, file }) => rule === 'fused-tags' && file === `set/${scenes.length}.txt`);
    assert.deepEqual(
      told.map(({ message }) => message),
      ['Nothing separates "colour:" from the value before it. Write "," between them.'],
    );
  });
});

describe('two tags of the folder in a short run of letters', () => {
  const list = (scene: string): string => `zorvexa, red hair, fox ears, ${scene}`;
  it('are told', () => finds('fused-tags', list, 'zorvexa, red hairfox ears, porch'));
  it('silent where one of them is not the folder’s own', () =>
    passes('fused-tags', list, 'zorvexa, red hairbat ears, porch'));
});

describe('tags that other captions have one by one', () => {
  const list = (scene: string): string => `zorvexa, armor, red cape, gauntlets, green scales, ${scene}, porch`;
  for (const [odd, apart] of [
    ['armor red cape gauntlets', 'armor, red cape, gauntlets'],
    ['green scales red cape', 'green scales, red cape'],
    ['torn silver lining red cape', 'torn silver lining, red cape'],
  ])
    it(odd, async () => {
      const found = await said('fused-tags', list, `zorvexa, ${odd}, porch`);
      assert.equal(found.odd[0]?.fixes?.[0].edits[0].edits[0].newText, apart);
      assert.equal(found.others, 0);
    });
  for (const odd of ['heavy long red cape', 'armor with red cape', 'dark green scales'])
    it(`silent: ${odd}`, () => passes('fused-tags', list, `zorvexa, ${odd}, porch`));
});

describe('a word that ends a tag and begins the next', () => {
  const usual = (scene: string): string => `zorvexa, bowler hat, ${scene}, hat box, daylight`;
  it('is a lost comma where both are tags of the folder', async () => {
    await finds('fused-tags', usual, 'zorvexa, bowler hat hat box, daylight');
    await passes('repeated-word', usual, 'zorvexa, bowler hat hat box, daylight');
  });
  it('stays where one of them is a tag: nothing is taken out', async () => {
    const { odd } = await said('repeated-word', usual, 'zorvexa, bowler hat hat brush, daylight');
    assert.deepEqual(
      odd.map(({ fixes }) => fixes?.length ?? 0),
      [0],
    );
    const { odd: slip } = await said('repeated-word', usual, 'zorvexa, velvet glove glove, daylight');
    assert.equal(slip[0]?.fixes?.length, 1);
  });
});

describe('a tag of the folder and what lost its comma behind it', () => {
  const told = (odd: string, folder: readonly string[]): Promise<string | null> =>
    written('fused-tags', [...folder, `zorvexa, ${odd}, porch, side view, daylight`]);
  const folder = ['short fins, hiding under a shell', 'rope handle, tin mugs', 'short fins, hiding under a shell'];
  const list = [...folder, 'rope handle, tin mugs'].map((tags) => `zorvexa, ${tags}, porch`);
  for (const [odd, apart] of [
    ['short fins hiding under a shell', 'short fins, hiding under a shell'],
    ['rope handle fog', 'rope handle, fog'],
    ['tin mugs pine forest', 'tin mugs, pine forest'],
  ])
    it(`is likely to be two tags: ${odd}`, async () => {
      assert.equal(await told(odd, list), apart);
      // Without the tag elsewhere the piece may be one phrase.
      assert.equal(await told(odd, list.slice(0, 2)), null);
    });
  for (const odd of ['short fins hiding in weeds', 'rope handle bag', 'tin mugs lying broken', 'rope handle in fog'])
    it(`may be one phrase: ${odd}`, async () => assert.equal(await told(odd, list), null));
  it('has a hyphen in its first word', async () => {
    const owls = ['zorvexa, wind-up key, porch', 'zorvexa, hat, porch'];
    assert.equal(
      await written('fused-tags', [...owls, 'zorvexa, velvet curtainwind-up key, rain']),
      'velvet curtain, wind-up key',
    );
    assert.equal(await written('fused-tags', [owls[1], 'zorvexa, velvet curtains-up key, rain']), null);
  });
  it('is said of something, or where it is', async () => {
    const goats = ['ear tag, muddy hooves', 'polled', 'poolside', 'muddy hooves', 'polled', 'poolside', 'poolside'];
    const list = goats.map((tags) => `zorvexa, ${tags}, porch, side view, daylight`);
    assert.equal(await told('muddy hooves polled', list), 'muddy hooves, polled');
    assert.equal(await told('muddy hooves polled', list.slice(0, 4)), null);
    assert.equal(
      await told('red tail preening', [...list, 'zorvexa, red tail, hat', 'zorvexa, preening, hat']),
      'red tail, preening',
    );
    assert.equal(await told('hand up poolside', list), 'hand up, poolside');
    assert.equal(await told('hand up poolside', list.slice(0, 6)), null);
    assert.equal(await told('standing alone poolside', list), null);
  });
  it('is one of several that stand one by one elsewhere', async () => {
    const tags = ['crowd, festival, blue sky', 'anvil, sparks', 'anvil, sparks', 'blue sky, hat'];
    const list = tags.map((own) => `zorvexa, ${own}, porch, side view, daylight`);
    assert.equal(await told('crowd festival blue sky', list), 'crowd, festival, blue sky');
    assert.equal(await told('paper lantern blue sky', list), 'paper lantern, blue sky');
    assert.equal(await told('paper lantern blue sky', list.slice(0, 3)), null);
    assert.equal(await told('anvil action shot sparks', list), 'anvil, action shot, sparks');
    assert.equal(await told('anvil with bright sparks', list), null);
    assert.equal(await told('anvil action shot cinders', list), null);
  });
  it('is of several words and stands again and again', async () => {
    const list = (scene: string): string =>
      `zorvexa, ${scene.length > 4 ? 'torchlight' : 'lava'}, hero with lantern, ${scene}, side view`;
    const { odd } = await said('fused-tags', list, 'zorvexa, torchlight hero with lantern, slime, side view');
    assert.deepEqual(
      odd.map(({ severity }) => severity),
      ['info'],
    );
    await passes('fused-tags', list, 'zorvexa, torchlight bearer with lantern, slime, side view');
    const wet = (scene: string): string =>
      `zorvexa, ${scene.length > 4 ? 'wet' : 'lava'}, hero with lantern, ${scene}, side view`;
    await passes('fused-tags', wet, 'zorvexa, wet hero with lantern, slime, side view');
  });
  it('is the last tag before sentences', async () => {
    const vets = (scene: string): string => `zorvexa, ferret, vet, ${scene}, steel scale. A vet holds the ferret.`;
    const odd = (head: string): string => `zorvexa, ferret, vet, lamp, ${head}. A vet in blue gloves holds the ferret.`;
    await finds('fused-tags', vets, odd('white coat blue gloves'));
    await passes('fused-tags', vets, odd('white coat with gloves'));
    await passes(
      'fused-tags',
      vets,
      'zorvexa, a ferret in a white coat blue gloves. A vet in blue gloves holds the ferret.',
    );
  });
  it('is of a list whose tags nobody knows', async () => {
    const list = (scene: string): string => `zorvexa, warty mantle on coral, ${scene} rubble, super macro, snoot glare`;
    await finds('fused-tags', list, 'zorvexa, warty mantle on coral, on rubble, cerata, super macro snoot glare');
    await passes('fused-tags', list, 'zorvexa, a warty mantle lies on coral and on rubble, super macro snoot glare');
  });
});

describe('two words of a sentence that no compound is as long as', () => {
  const usual = (scene: string): string => `A photo of zorvexa beside a ${scene}, and deck screens behind it.`;
  const inSentence = (word: string): string => `A photo of zorvexa in a room with ${word} that the sun has bleached.`;
  for (const word of ['stripedcurtains', 'velvetarmchairs', 'greyuniforms'])
    it(word, () => finds('misspelt-word', usual, inSentence(word)));
  it('stand apart in one other caption, or in several, which another rule tells', async () => {
    const one = (scene: string): string =>
      `A photo of zorvexa beside a ${scene}${scene === 'hat' ? ', and deck screens' : ''}.`;
    await finds('misspelt-word', one, inSentence('deckscreens'));
    await passes('misspelt-word', usual, inSentence('deckscreens'));
    await finds('synonym-drift', usual, inSentence('deckscreens'));
  });
  it('begin a sentence', async () => {
    const { odd } = await said(
      'misspelt-word',
      usual,
      'A photo of zorvexa at noon. Velvetarmchairs stand in the room.',
    );
    assert.equal(odd[0]?.fixes?.[0].edits[0].edits[0].newText, 'Velvet armchairs');
  });
  for (const word of [
    'coachlines',
    'candlestand',
    'fencepainters',
    'weathervane',
    'stovescreen',
    'greywacke',
    'underdrawings',
  ])
    it(`silent: ${word}`, () => passes('misspelt-word', usual, inSentence(word)));
});
