import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';
import { finds, passes, said, scenes } from '../support/odd-caption.ts';

describe('one thing that a caption says two things of', () => {
  it('is told in tags where all others say one', async () => {
    const car = (scene: string): string => `zkvr1 car, silver sports car, coupe, ${scene}`;
    await finds('contradictory-tags', car, 'zkvr1 car, silver sports car, blue sports car, coupe, pen');
    await finds(
      'contradictory-tags',
      (scene) => `zkvr1 vase, tall vase, ${scene}`,
      'zkvr1 vase, tall vase, short vase, pen',
    );
    // A cup is not what is trained, and may be two.
    await passes('contradictory-tags', car, 'zkvr1 car, silver sports car, tall cup, short cup, pen');
    const gloves = (scene: string): string => `zorvexa, 1girl, solo, ${scene}`;
    await passes('contradictory-tags', gloves, 'zorvexa, 1girl, solo, pink gloves, white gloves');
  });
  it('is told in the tags before sentences', () =>
    finds(
      'contradictory-tags',
      (scene) =>
        `dnmzk jacket, denim jacket, blue denim, street. A man leans on a wall beside a ${scene} in the evening sun.`,
      'dnmzk jacket, denim jacket, blue denim, black denim, street. A man leans on a wall beside a pen in the evening sun.',
    ));
  it('is told of a field that is named twice', async () => {
    const form = (scene: string): string => `subject: nrvcoat, color: gray, length: long, background: ${scene}`;
    await finds(
      'contradictory-tags',
      form,
      'subject: nrvcoat, color: gray, color: navy, length: long, background: pen',
    );
    await passes(
      'contradictory-tags',
      (scene) => `subject: nrvcoat, item: belt, item: ${scene}, background: park`,
      'subject: nrvcoat, item: belt, item: pen, background: park',
    );
  });
  it('is told of the last tag before a sentence that stands twice', () =>
    finds(
      'duplicate-tag',
      (scene) => `dnmzk, jacket, flat lay, ${scene}. The jacket lies on a wooden floor beside a pair of boots.`,
      'dnmzk, jacket, flat lay, floor, flat lay. The jacket lies on a wooden floor beside a pair of boots.',
    ));
});

describe('two spellings that stand once each', () => {
  const spelt = async (one: string, other: string): Promise<string[]> => {
    const texts = scenes.map((scene, at) =>
      at === 1 ? one : at === 2 ? other : `a photo of ohwx woman with a ${scene} in the park.`,
    );
    const { findings } = await auditMarked(texts.map((text, at) => `// set/${at}.txt\n${text}`).join('\n'));
    return findings.flatMap(({ rule, severity, related }) =>
      rule === 'synonym-drift' ? [`${severity} ${(related ?? []).map(({ file }) => file).join(' ')}`] : [],
    );
  };
  it('are one finding with both places', async () => {
    for (const [a, b] of [
      ['tshirt', 't-shirt'],
      ['café', 'cafe'],
      ['center', 'centre'],
    ])
      assert.deepEqual(
        await spelt(
          `a photo of ohwx woman before a ${a} in the sun.`,
          `a photo of ohwx woman before a ${b} in the rain.`,
        ),
        ['info set/1.txt set/2.txt'],
      );
  });
  it('are none where both words are other things', async () => {
    assert.deepEqual(await spelt('a photo of ohwx woman on a sofa.', 'a photo of ohwx woman on a couch.'), []);
  });
});

describe('a slip', () => {
  const woman = (scene: string): string => `a photo of ohwx woman. She holds a ${scene} in the park.`;
  it('is told at the start of a sentence, and where letters changed places', async () => {
    for (const odd of ['Lantenrs hang between the trees.', 'She plays the gutair.', 'Her bottuns are open.'])
      await finds('misspelt-word', woman, `a photo of ohwx woman. ${odd}`);
    await passes('misspelt-word', woman, 'a photo of ohwx woman. Tsukiko walks through the park beside a mech.');
  });
  it('of the name of a field says that the field lacks', async () => {
    const { odd } = await said(
      'misspelt-word',
      (scene) => `subject: ohwx woman, pose: standing, background: ${scene}`,
      'subject: ohwx woman, pose: standing, backgroud: pen',
    );
    assert.deepEqual(
      odd.map(({ message }) => message),
      ['"backgroud" is in no dictionary, and no "background" is here, which 12 captions have. Correct it.'],
    );
  });
});
