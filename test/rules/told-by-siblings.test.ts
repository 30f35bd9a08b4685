import assert from 'node:assert/strict';
import { finds, passes, said } from '../support/odd-caption.ts';

const woman = (scene: string): string =>
  `a photo of ohwx woman on a couch with a ${scene}, she looks out of the window.`;

describe('a noun that the other captions have another word for', () => {
  it('is told in sentences, in the number it is written in', async () => {
    const { odd, others } = await said(
      'synonym-drift',
      woman,
      'a photo of ohwx woman between two sofas, she looks out.',
    );
    assert.deepEqual([odd.map(({ fixes }) => fixes?.[0].edits[0].edits[0].newText), others], [['couches'], 0]);
    for (const [usual, odd] of [
      ['sneakers', 'trainers'],
      ['backpack', 'rucksack'],
      ['truck', 'lorry'],
      ['bicycle', 'bike'],
      ['trash can', 'rubbish bin'],
      ['swimsuit', 'bathing suit'],
      ['license plate', 'number plate'],
      ['grey carpet', 'gray carpet'],
      ['tires', 'tyres'],
      ['curtains', 'drapes'],
    ])
      await finds(
        'synonym-drift',
        (scene) => `ohwx woman beside a ${usual}, she holds a ${scene} and smiles.`,
        `ohwx woman beside a ${odd}, she holds a pen and smiles.`,
      );
  });
  it('is told behind a modifier in tags, and as a value', async () => {
    await finds('synonym-drift', (scene) => `ohwx, 1girl, red couch, ${scene}`, 'ohwx, 1girl, red sofa, pen');
    await finds(
      'synonym-drift',
      (scene) => `subject: velor woman, outfit: grey coat, background: ${scene}`,
      'subject: velor woman, outfit: gray coat, background: sea',
    );
  });
  it('is another thing where the word means more', async () => {
    await passes(
      'synonym-drift',
      (scene) => `ohwx woman on a bicycle with a ${scene}, she smiles.`,
      'ohwx woman on a dirt bike with a pen, she smiles.',
    );
    await passes(
      'synonym-drift',
      (scene) => `ohwx woman wearing eyeglasses with a ${scene}, she smiles.`,
      'ohwx woman with two wine glasses, she smiles.',
    );
  });
});

describe('phrases that another mark takes apart', () => {
  it('are a list among sentences', async () => {
    for (const mark of [' | ', '; ', ' / ', '. ', '，'])
      await finds(
        'foreign-separator',
        woman,
        ['ohwx woman on a folding chair', 'straw hat behind her', 'pine forest', 'late evening'].join(mark),
      );
  });
  it('are sentences where they say something', async () => {
    await passes('foreign-separator', woman, 'ohwx woman stands in a hall; she smiles; a man waits behind her.');
    await passes('foreign-separator', woman, 'Ohwx woman on a chair. A hat behind her. A forest.');
  });
});

describe('what the captions of one subject say alike', () => {
  it('is a kind that another caption must not change', async () => {
    await finds('identity-conflict', (s) => `kitra, fox, furry, ${s}`, 'kitra, wolf, furry, pen');
    await finds('identity-conflict', (s) => `kitra, anthro fox, ${s}`, 'kitra, anthro dog, pen');
    await finds('identity-conflict', (s) => `kitra, fox ears, 1girl, ${s}`, 'kitra, cat ears, 1girl, pen');
    await finds('identity-conflict', (s) => `kitra, red scales, dragon, ${s}`, 'kitra, green scales, dragon, pen');
    await finds(
      'identity-conflict',
      (s) => `kitra, a fox with a ${s} in the snow.`,
      'kitra, a wolf that runs in the snow.',
    );
    await finds(
      'identity-conflict',
      (s) => `a photo of a blue trvk car by a ${s}, day.`,
      'a photo of a blue trvk van by a wall, day.',
    );
    await finds(
      'identity-conflict',
      (s) => `A woman holds a ${s} and smiles at us.`,
      'Two women hold a pen and smile at us.',
    );
  });
  it('is a word that another caption says otherwise', async () => {
    await finds('identity-conflict', (s) => `tsuki, 1girl, teal hair, ${s}`, 'tsuki, 1girl, turquoise hair, pen');
    await finds('identity-conflict', (s) => `vask, male, orange eyes, ${s}`, 'vask, male, amber eyes, pen');
    await finds('identity-conflict', (s) => `a grvl mug with a ${s} beside it`, 'a grvl cup with a pen beside it');
    await finds('identity-conflict', (s) => `a photo of ohwx woman with a ${s}`, 'a photo of ohwx lady with a pen');
  });
  it('is none of what stands beside it', async () => {
    await passes('identity-conflict', (s) => `kitra, fox, furry, ${s}`, 'kitra, fox, wolf, furry, pen');
    await passes(
      'identity-conflict',
      (s) => `kitra, a fox with a ${s} in the snow.`,
      'kitra runs through the snow with a wolf.',
    );
    await passes('identity-conflict', (s) => `A woman holds a ${s} and smiles at us.`, 'A woman talks to a man.');
    await passes(
      'identity-conflict',
      (s) => `drawing of a ${s === 'hat' ? 'fox' : 'dog'} and a ${s}, mkstyle`,
      'drawing of a wolf, mkstyle',
    );
  });
});

describe('a word that the others write otherwise', () => {
  const beach = (scene: string): string => `ohwx woman walks on the beach with a ${scene} in her hand.`;
  it('is a slip though it is one of English', async () => {
    await finds('misspelt-word', beach, 'ohwx woman walks on the beech with a pen in her hand.');
    await finds('near-identical-tag', (s) => `ohwx, palm trees, ${s}, day`, 'ohwx, palm tress, pen, day');
    await finds(
      'near-identical-tag',
      (s) => `ohwx, embroidered flowers, ${s}, day`,
      'ohwx, embroided flowers, pen, day',
    );
  });
  it('is right where it stands elsewhere, or is none of the others', async () => {
    await passes('misspelt-word', beach, 'ohwx woman stands under a tall beech with a pen in her hand.');
    await passes('near-identical-tag', (s) => `ohwx, holding fan, ${s}, day`, 'ohwx, folding fan, pen, day');
    await passes('near-identical-tag', (s) => `ohwx, 1boy, bow tie, ${s}`, 'ohwx, 1boy, bow tie, pen');
  });
  it('is the second trigger with a slip', async () => {
    const pair = (s: string): string => `rinq woman and dovq man with a ${s}, she laughs.`;
    await finds('misspelt-trigger', pair, 'rinq woman and dvoq man on a pier, she laughs.');
    await passes('misspelt-trigger', pair, 'rinq woman alone on a pier, she laughs.');
  });
});

describe('what is told once', () => {
  it('a caption with underscores in all its tags', async () => {
    const tags = (s: string): string => `ohwx, 1girl, long hair, blue eyes, open mouth, ${s}`;
    await finds('underscore-tag', tags, 'ohwx, 1girl, long_hair, blue_eyes, open_mouth, smile');
    const { odd } = await said('underscore-tag', tags, 'ohwx, 1girl, long_hair, blue_eyes, smile');
    assert.equal(odd.length, 2);
  });
  it('garbled text, as it stands around the garbled letters', async () => {
    const { odd } = await said(
      'mojibake',
      woman,
      `a photo of ohwx woman on a couch in front of a small cafÃ© in the rain.`,
    );
    assert.match(odd[0].message, /^"….*cafÃ©.*" was .* "….*café.*"/);
  });
  it('a count that differs, by the tag that the others do not have', async () => {
    const { odd } = await said('contradictory-tags', (s) => `kazu, 1boy, solo, ${s}`, 'kazu, 1girl, 1boy, solo, pen');
    assert.match(odd[0].message, /^"1girl" contradicts "solo"/);
  });
  it('a form, by the values under one name', async () => {
    const form = (s: string): string => `subject: velor, eyes: green, hair: long hair, background: ${s}`;
    await finds(
      'contradictory-tags',
      form,
      'subject: velor, eyes: closed eyes, open eyes, hair: long hair, background: sea',
    );
    await finds(
      'contradictory-tags',
      form,
      'subject: velor, eyes: green, hair: long hair, short hair, background: sea',
    );
    await passes(
      'contradictory-tags',
      form,
      'subject: velor, eyes: green, hair: long hair, curly hair, background: sea',
    );
  });
  it('a garment in a colour that no other caption gives it', async () => {
    await finds(
      'contradictory-tags',
      (s) => `rv, 1girl, solo, green dress, ${s}`,
      'rv, 1girl, solo, green dress, pink dress',
    );
    await passes(
      'contradictory-tags',
      (s) => `rv, 1girl, solo, ${s === 'hat' ? 'pink dress, green dress' : 'green dress'}, ${s}`,
      'rv, 1girl, solo, green dress, pink dress',
    );
  });
  it('a last sentence without its end', async () => {
    const ended = (s: string): string => `A woman holds a ${s}. She smiles at the camera.`;
    await finds('captioner-artifact', ended, 'A woman holds a pen. She smiles at the tall');
    await passes(
      'captioner-artifact',
      (s) => `A woman holds a ${s}. She smiles`,
      'A woman holds a pen. She smiles at us',
    );
  });
});

describe('a slip of a word that only the folder has', () => {
  const dogs = (scene: string): string =>
    `zorvexa, a dog straining at the ${scene === 'smile' || scene === 'hat' ? 'gangline' : 'rope'} beside a ${scene}.`;
  it('is told where two captions have the word', () =>
    finds('misspelt-word', dogs, 'zorvexa, a dog straining at the ganglnie in the snow.'));
  it('is of another language beside a word that no dictionary has either', async () => {
    await finds('misspelt-word', dogs, 'zorvexa sits on a rug and sips doodh in the rain.');
    await passes('misspelt-word', dogs, 'zorvexa sits on a rug and sips doodh pati in the rain.');
  });
  it('is another word where they have another one', () =>
    passes('misspelt-word', dogs, 'zorvexa, a dog straining at the ganglions in the snow.'));
  it('is told of a doubled letter where a sentence begins', async () => {
    await finds('misspelt-word', dogs, 'zorvexa, a dog at the rope. Printted on its coat is a number.');
    await passes('misspelt-word', dogs, 'zorvexa, a dog at the rope. Prentted on its coat is a number.');
    await finds('misspelt-word', dogs, 'zorvexa, a dog at the rope. Comuters hurry past in the rain.');
  });
});
