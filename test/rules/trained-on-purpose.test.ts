import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';

const things = 'umbrella,bench,lantern,basket,guitar,kite,ladder,teapot,scooter,globe,drum,cello'.split(',');

/** The rules among some that speak of a folder of twelve captions. */
async function told(caption: (thing: string, at: number) => string, ...rules: readonly string[]): Promise<string[]> {
  const source = things.map((thing, at) => `// ${at}.txt\n${caption(thing, at)}`).join('\n');
  return (await auditMarked(source)).findings.filter(({ rule }) => rules.includes(rule)).map(({ rule }) => rule);
}

describe('what stands in all captions because it is trained', () => {
  it('is a pose, a place or a light where the trigger is called so', async () => {
    const of = (trigger: string, tag: string) =>
      told((thing) => `${trigger}, 1girl, solo, ${tag}, ${thing}`, 'trigger-lock-in', 'low-diversity', 'framing-bias');
    assert.deepEqual(await of('squtpose', 'squatting'), []);
    assert.deepEqual(await of('squtzon', 'squatting'), ['trigger-lock-in']);
    assert.deepEqual(await of('zkqxroom', 'bedroom'), []);
    assert.deepEqual(await of('zkqxvel', 'bedroom'), ['trigger-lock-in']);
    const most = (trigger: string) =>
      told((thing, at) => `${trigger}, 1girl, ${at > 1 ? 'squatting, ' : ''}${thing}`, 'low-diversity');
    assert.deepEqual(await most('squtpose'), []);
    assert.deepEqual(await most('squtzon'), ['low-diversity']);
    assert.deepEqual(await of('vrnlight', 'backlighting'), []);
    assert.deepEqual(await of('vrnview', 'from above'), []);
    assert.deepEqual(await of('vrnzk', 'from above'), ['trigger-lock-in']);
  });
  it('is what stands right behind the trigger, and nothing further back, and no mere backdrop', async () => {
    const of = (caption: string) => told((thing) => `${caption}, ${thing}`, 'trigger-lock-in');
    assert.deepEqual(await of('lhphar, lighthouse'), []);
    assert.deepEqual(await of('lhphar, dusk, tower, lighthouse'), ['trigger-lock-in']);
    assert.deepEqual(await of('lhphar, outdoors'), ['trigger-lock-in']);
    assert.deepEqual(await of('lhphar, white background'), ['trigger-lock-in']);
  });
});

describe('tags with a phrase of a sentence', () => {
  const sentence = (thing: string): string =>
    `sculptx, marble, detail, A dancer leans on a ${thing} and looks up at us.`;
  const odd = (last: string) => told((thing, at) => (at === 11 ? last : sentence(thing)), 'mixed-caption-style');
  it('are no tags among sentences', async () => {
    assert.deepEqual(await odd('sculptx, marble, kneeling, detail, seen from the side, with folds at her waist.'), []);
    assert.deepEqual(await odd('sculptx, marble, kneeling, detail, long hair, full body, barefoot'), [
      'mixed-caption-style',
    ]);
  });
  it('are no sentences among tags where they say one thing over and over', async () => {
    const mixed = (last: string) =>
      told((thing, at) => (at === 11 ? last : `yakimn, ceramic, mug, ${thing}, studio, shelf`), 'mixed-caption-style');
    const loop = ' with a small window'.repeat(4);
    assert.deepEqual(await mixed(`yakimn, ceramic, mug, a shelf${loop}`), []);
    assert.deepEqual(await mixed('A yakimn mug stands on a shelf. It has a small window behind it.'), [
      'mixed-caption-style',
    ]);
  });
  it('may name a thing again within the sentence', async () => {
    const twice = (caption: string) => told((thing, at) => (at === 11 ? caption : sentence(thing)), 'duplicate-tag');
    assert.deepEqual(
      await twice('sculptx, kantha, border, stitch, Fish, boats, fish, boats: they go along the edges of it.'),
      [],
    );
    assert.deepEqual(await twice('sculptx, kantha, stitch, kantha, A dancer leans on a box and looks up at us.'), [
      'duplicate-tag',
    ]);
  });
});

describe('what only looks like a fault of a folder', () => {
  it('are scores and ratings on every caption, which are told as an info where a look is a warning', async () => {
    const levels = async (head: string) => {
      const texts = [...things, ...things, ...things].map(
        (thing, at) => `// ${at}.txt\n${head}, zkqx, 1girl, ${thing}`,
      );
      const { findings } = await auditMarked(texts.join('\n'));
      return findings.filter(({ rule }) => rule === 'constant-style-tags').map(({ severity }) => severity);
    };
    assert.deepEqual(await levels('score_9, score_8_up, rating_safe'), ['info']);
    assert.deepEqual(await levels('score_9, masterpiece'), ['warning']);
  });
  it('are the words before the name of a style in sentences', async () => {
    const style = (words: string) =>
      told(
        (thing) => `a wood engraving ${words} tornquill, a ${thing} stands on a hill behind the house.`,
        'constant-style-tags',
      );
    assert.deepEqual(await style('in the style of'), []);
    const form = (head: string) =>
      told(
        (thing, at) => `${head} ${thing} ${['on a hill', 'by a river', 'under the moon'][at % 3]}`,
        'template-captions',
      );
    assert.deepEqual(await form('a wood engraving in the style of tornquill, a'), []);
    assert.deepEqual(await form('a wood engraving in the style of tornquill, the old'), ['template-captions']);
  });
  it('is a trigger with a letter that only looks like its own', async () => {
    const texts = things.map(
      (thing, at) => `// ${at}.txt\n${at === 5 ? 'brdgsp\u0430n' : 'brdgspan'}, 1girl, ${thing}`,
    );
    const { findings } = await auditMarked(texts.join('\n'));
    assert.deepEqual(
      findings.filter(({ file }) => file === '5.txt').map(({ rule }) => rule),
      ['invisible-character'],
    );
  });
  it('are people of whom a field says that there are none, or who else is there', async () => {
    const asked = async (people: string) => {
      const texts = things.map(
        (thing, at) => `// ${at}.txt\nbrdgspan, type: footbridge, ${people}, place: ${thing} valley`,
      );
      const { findings } = await auditMarked(texts.join('\n'));
      return findings.some(({ rule, message }) => rule === 'missing-field' && message.includes('expression'));
    };
    assert.equal(await asked('people: none'), false);
    assert.equal(await asked('people: two cyclists and a woman'), false);
    assert.equal(await asked('person: one woman'), true);
  });
  it('is a trigger that another mark takes apart', async () => {
    const fused = (last: string) =>
      told((thing, at) => (at === 11 ? last : `batacola, 1girl, dress, ${thing}`), 'fused-tags');
    assert.deepEqual(await fused('batacola / 1girl / dress / Her shadow is larger than the fountain behind her.'), []);
    assert.deepEqual(await fused('batacola 1girl, dress, lantern'), ['fused-tags']);
  });
});
