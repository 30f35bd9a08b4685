import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';
import { finds, passes, said, scenes } from '../support/odd-caption.ts';

/** Messages above hint that a rule has on a folder, by texts. */
async function told(rule: string, texts: readonly string[], folder = 'set'): Promise<string[]> {
  const source = texts.map((text, at) => `// ${folder}/${at}.txt\n${text}`).join('\n');
  const { findings } = await auditMarked(source);
  return findings.filter((one) => one.rule === rule && one.severity !== 'hint').map(({ message }) => message);
}

describe('a form whose fields a mark takes apart', () => {
  const form = (mark: string) => (scene: string) =>
    ['trigger: zorv_a2', 'subject: woman', 'hair: blonde, wavy', `background: ${scene}`, 'mood: calm'].join(`${mark} `);
  it('is no list of tags, and the caption that does otherwise is the odd one', async () => {
    for (const mark of [';', '|']) {
      await passes('foreign-separator', form(mark), form(mark)('river'));
      await finds('foreign-separator', form(mark), form(',')('river'));
      assert.deepEqual(await told('foreign-separator', scenes.map(form(mark))), []);
    }
  });
  it('is one where values hold no commas', async () => {
    const plain = scenes.map((scene) => `subject: woman; background: ${scene}; mood: calm; hair: blonde`);
    assert.notEqual((await told('foreign-separator', plain)).length, 0);
  });
});

describe('a comma that is lost', () => {
  const tags = (scene: string): string => `zorvexa, 1girl, silver hair, red eyes, ${scene}, standing`;
  it('behind hair or eyes, before a thing', async () => {
    for (const odd of ['red eyes swimsuit', 'silver hair kimono', 'silver hairshort hair', 'silver hairponytail'])
      await finds('fused-tags', tags, `zorvexa, 1girl, solo, ${odd}, hat, beach`);
    const mixed = (scene: string): string => `${tags(scene)}, A girl stands in front of a ${scene} in the evening.`;
    await finds(
      'fused-tags',
      mixed,
      'zorvexa, 1girl, silver hair, red eyes swimsuit, hat, A girl sits on a bench in the evening.',
    );
    for (const odd of [
      'long hair ribbon',
      'black hair bow',
      'hair ornament',
      'eyes visible through hair',
      'hair flower',
    ])
      await passes('fused-tags', tags, `zorvexa, 1girl, solo, ${odd}, hat, beach`);
  });
  it('before a colour and what is worn', async () => {
    const list = (scene: string): string => `zorvexa woman, side view, ${scene}, window light`;
    for (const odd of ['hair in a bun gold earrings', 'a long black dress red gloves', 'a woollen hat white sneakers'])
      await finds('fused-tags', list, `zorvexa woman, side view, ${odd}, window light`);
    for (const odd of [
      'a dress with red gloves',
      'she is wearing red gloves',
      'a pair of shiny black boots',
      'very dark blue jeans',
    ])
      await passes('fused-tags', list, `zorvexa woman, side view, ${odd}, window light`);
  });
});

describe('a trigger among sentences', () => {
  it('loose behind the last one', async () => {
    const first = (scene: string): string => `zorvexa, an old mill beside a ${scene}. The sky is grey.`;
    await finds('misplaced-trigger', first, 'an old mill at sunset. The sky is deep orange. zorvexa');
    await passes('misplaced-trigger', first, 'An old mill at sunset, and beside it stands zorvexa.');
    await finds('misplaced-trigger', first, 'zorvexa, an old mill at sunset. The sky is deep orange. zorvexa');
    await passes('misplaced-trigger', (scene) => `A mill beside a ${scene}. zorvexa`, 'A mill at sunset. zorvexa');
  });
  it('is told twice, where the others say it once', async () => {
    const once = (scene: string): string => `a photo of zorvexa tram beside a ${scene}, seen from the bank`;
    const name = (scene: string): string => `a photo of Mira Holt beside a ${scene}, seen from the bank`;
    await finds('misplaced-trigger', once, 'a photo of zorvexa tram behind a market stall, photo of zorvexa tram');
    await passes('misplaced-trigger', once, 'a photo of zorvexa tram behind a market stall, photo of a tram');
    await passes('misplaced-trigger', once, 'zorvexa tram, zorvexa tram, behind a market stall in the rain');
    await passes('misplaced-trigger', once, 'a photo of zorvexa tram at a stop; behind it zorvexa tram waits');
    await finds('misplaced-trigger', once, 'a photo of zorvexa, zorvexa, a tram behind a market stall in the rain');
    // Of a name sentences may speak again.
    await passes('misplaced-trigger', name, 'a photo of Mira Holt behind a stall, and the hands of Mira Holt');
    const twice = (scene: string): string => `a photo of zorvexa tram, and the door of zorvexa tram by a ${scene}`;
    await passes('misplaced-trigger', twice, 'a photo of zorvexa tram behind a market stall, near zorvexa tram');
  });
  it('is tacked on at the end, where the others have it among their first words', async () => {
    const style = (scene: string): string => `in the style of Oda Zorvexa, a ${scene} on a hay cart, seen from below`;
    await finds(
      'misplaced-trigger',
      style,
      'a crowded tavern with a fiddler standing on a barrel, in the style of Oda Zorvexa',
    );
    await passes('misplaced-trigger', style, 'a tavern, in the style of Oda Zorvexa');
    await passes(
      'misplaced-trigger',
      style,
      'a crowded tavern with a fiddler who stands on a barrel and sings to Oda Zorvexa',
    );
  });
  it('has its words in another order', async () => {
    const list = (scene: string): string => `tsubari kometh, 1boy, blue hair, flight jacket, ${scene}`;
    await finds('misspelt-trigger', list, 'kometh tsubari, 1boy, blue hair, flight jacket, radio');
    await passes('missing-trigger', list, 'kometh tsubari, 1boy, blue hair, flight jacket, radio');
    await finds('missing-trigger', list, 'kometh, 1boy, blue hair, flight jacket, radio');
  });
  it('is one of two where the text says that two are there', async () => {
    const pair = (scene: string): string => `lenaqx woman and tomqx man, a couple beside a ${scene}. It is late.`;
    await finds('missing-trigger', pair, 'lenaqx woman and a man, a couple on a ferry. The sea is behind them.');
    await passes('missing-trigger', pair, 'lenaqx woman sits alone on a ferry. The sea is behind her.');
  });
  it('of another version is a slip', async () => {
    const form = (scene: string): string => `trigger: zorv_v2, subject: woman, background: ${scene}, mood: calm`;
    await finds('misspelt-trigger', form, 'trigger: zorv_v1, subject: woman, background: river, mood: calm');
    await passes('missing-trigger', form, 'trigger: zorv_v1, subject: woman, background: river, mood: calm');
  });
});

describe('another language', () => {
  const photo = (scene: string): string => `a photo of zkvm man in a coat with a ${scene}, in inkvale style`;
  it('is told beside words of English', async () => {
    for (const odd of [
      'ein Foto von zkvm man, der mit einem Buch auf einer Treppe sitzt',
      'un barco de papel flotando en un charco, in inkvale style',
      'une femme avec un chat dans la rue, in inkvale style',
      'una chica en la playa con un perro, in inkvale style',
    ])
      await finds('foreign-language', photo, odd);
  });
  it('is no name of a place', async () => {
    for (const odd of [
      'zkvm man at the gates of la paz, in inkvale style',
      'a photo of zkvm man in a coat, el capitan',
    ])
      await passes('foreign-language', photo, odd);
  });
});

describe('a note that something is to be written', () => {
  const form = (scene: string): string => `trigger: zorvexa, clothing: coat, background: ${scene}, mood: calm`;
  it('stands in brackets of any kind', async () => {
    for (const odd of ['<clothing>', '{outfit}', '[hair]', '<insert outfit>'])
      await finds('captioner-artifact', form, `trigger: zorvexa, clothing: ${odd}, background: park, mood: calm`);
    for (const odd of ['<lora:coat:1>', '{red|blue} coat', 'coat [red]'])
      await passes('captioner-artifact', form, `trigger: zorvexa, clothing: ${odd}, background: park, mood: calm`);
  });
});

describe('what is noise', () => {
  it('no regularization set is asked for a character or an outfit', async () => {
    const girl = scenes.map((scene) => `aoisora, 1girl, solo, ${scene}`);
    assert.deepEqual(await told('class-hijack', girl, '10_aoisora 1girl'), []);
    assert.deepEqual(await told('missing-regularization', girl, '10_aoisora 1girl'), []);
    const outfit = scenes.map((scene) => `gothmaid outfit, 1girl, ${scene}`);
    assert.deepEqual(await told('class-hijack', outfit, '8_gothmaid outfit'), []);
    const woman = scenes.map((scene) => `ohwx woman, ${scene}`);
    assert.equal((await told('class-hijack', woman, '8_ohwx woman')).length, 1);
    const vase = scenes.map((scene) => `ohwx vase, ${scene}`);
    assert.deepEqual(await told('class-hijack', vase, '8_ohwx vase'), []);
  });
  it('what people look like who wear a garment', async () => {
    const worn = scenes.map((scene, at) => `hnfx_hanfu, ${at === 3 ? 'no_humans' : '1girl, black_hair'}, ${scene}`);
    const odd = ['hnfx_hanfu, 1boy, brown_hair, river', 'hnfx_hanfu, 1girl, white_hair, stairs'];
    assert.deepEqual(await told('identity-conflict', [...worn, ...odd], '12_hnfx hanfu'), []);
  });
  it('tags of a style that has no other name', async () => {
    const looks = ['1girl, solo', '1boy, solo', '2girls', 'no humans, scenery'];
    const style = scenes.map((scene, at) => `${looks[at % looks.length]}, ${scene}, 1990s (style), retro artstyle`);
    assert.deepEqual(await told('constant-style-tags', style, 'retro90s_anime'), []);
    const character = scenes.map((scene) => `1girl, solo, blue hair, ${scene}, retro artstyle`);
    assert.equal((await told('constant-style-tags', character, 'set')).length, 1);
  });
  it('the stump of a cut sentence is not misspelt as well', async () => {
    const ended = (scene: string): string => `Mina stands beside a ${scene} in the garden of a house.`;
    assert.deepEqual(
      (await said('misspelt-word', ended, 'Mina walks over a bridge. Toby is seen from the fron')).odd,
      [],
    );
  });
});

describe('two words for one thing', () => {
  const rule = 'contradictory-tags';
  const prose = (scene: string): string => `A photo of zorvexa beside a ${scene}. The light is soft.`;
  const mixed = (scene: string): string =>
    `zorvexa, 1girl, silver hair, red eyes, ${scene}, A girl stands in front of a ${scene}.`;
  it('in sentences', async () => {
    for (const odd of [
      'A photo of zorvexa, a woman with shoulder-length auburn hair, a very short pixie cut. The light is soft.',
      'zorvexa and a man build a snowman. He is clean-shaven and has a long beard.',
      'A photo of zorvexa asleep in a tree. Its eyes are closed and look directly at the viewer.',
      'A copper kettle on a table. The kettle is made of white plastic.',
    ])
      await finds(rule, prose, odd);
    for (const odd of [
      'A photo of zorvexa, a woman with shoulder-length auburn hair. The light is soft.',
      'zorvexa and a man build a snowman. He is clean-shaven and her father has a long beard.',
      'A photo of zorvexa. Its eyes are half-closed and look directly at the viewer.',
      'A copper kettle on a table. The handle is made of wood.',
      'A steel kettle on a table. The kettle is made of brushed metal.',
    ])
      await passes(rule, prose, odd);
  });
  it('in a tag and the sentence behind it', async () => {
    await finds(
      rule,
      mixed,
      'zorvexa, 1girl, silver hair, red eyes, rooftop, A blue-eyed girl dressed as a nurse sits on a rooftop.',
    );
    await passes(
      rule,
      mixed,
      'zorvexa, 1girl, silver hair, red eyes, rooftop, A red-eyed girl dressed as a nurse sits on a rooftop.',
    );
    await passes(
      rule,
      mixed,
      'zorvexa, 1girl, silver hair, red eyes, cat, A girl holds a cat with blue eyes and white fur on a rooftop.',
    );
  });
});

describe('what a captioning model says', () => {
  it('is quoted as it stands', async () => {
    const texts = scenes.map((scene) => `The image depicts zorvexa beside a ${scene} in the evening.`);
    assert.match((await told('captioner-artifact', texts)).join(), /\("The image depicts"\)/);
  });
  it('to whoever asked is taken out and not joined', async () => {
    const usual = (scene: string): string => `zorvexa beside a ${scene} in the evening.`;
    const { odd } = await said(
      'ignored-line',
      usual,
      `zorvexa on a bridge.\n\nLet me know if you'd like a shorter version!`,
    );
    assert.match(odd[0].message, /whoever asked/);
  });
});

describe('a garment in the plural where the others have one', () => {
  const list = (scene: string): string => `zorvexa, 1girl, white jacket, leather gloves, ${scene}, porch`;
  it('is told', () => finds('near-identical-tag', list, 'zorvexa, 1girl, white jackets, porch'));
  for (const odd of [
    'zorvexa, 2girls, white jackets, porch',
    'zorvexa, 1girl, red jackets, porch',
    'zorvexa, 1girl, leather glove, porch',
  ])
    it(`silent: ${odd}`, () => passes('near-identical-tag', list, odd));
});

describe('a list that full stops of Japanese take apart', () => {
  const list = (scene: string): string => `zorvexa, 1girl, red hair, fox ears, ${scene}`;
  it('is told', () => finds('foreign-separator', list, 'zorvexa。1girl。red hair。fox ears。snow'));
  it('silent in sentences', () =>
    passes('foreign-separator', list, 'zorvexa, 女の子が立っている。雪が降っている。空は暗い。'));
});
