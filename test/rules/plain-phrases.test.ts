import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';
import { finds, passes, said } from '../support/odd-caption.ts';

const tags = (scene: string): string => `zorvexa, ${scene}, porch, side view, daylight`;

describe('a semicolon', () => {
  const form = (scene: string): string => `trigger: zorv_a2, strings: nine strings, setting: ${scene}, view: front`;
  it('within a value of a form takes two things of it apart, and before a field it stands for a comma', async () => {
    for (const value of ['none; the horse hangs still', 'silk; gut', 'nine strings; one of them loose'])
      await passes('foreign-separator', form, `trigger: zorv_a2, strings: ${value}, setting: river, view: front`);
    await finds('foreign-separator', form, 'trigger: zorv_a2, strings: nine strings; setting: river, view: front');
  });
  it('between tags is meant to separate', async () => {
    for (const odd of ['wooden bridge; river', 'old lamp; the moon'])
      await finds('foreign-separator', tags, `zorvexa, ${odd}, porch, side view`);
  });
});

describe('a bullet between tags', () => {
  it('is named as it is written', async () => {
    for (const mark of ['·', '•']) {
      const { odd } = await said('foreign-separator', tags, `zorvexa ${mark} long hair ${mark} hat ${mark} smile`);
      assert.match(odd[0].message, new RegExp(`by "${mark}"`));
    }
  });
});

describe('what somebody does somewhere', () => {
  const people = (scene: string): string => `zorvexa, 1girl, sitting, ${scene}, on bench, in water, from behind`;
  it('is one phrase, and how it is seen another', async () => {
    for (const odd of ['sitting on bench', 'standing in water', 'sleeping on bench'])
      await passes('fused-tags', people, `zorvexa, 1girl, ${odd}, porch`);
    for (const odd of ['sitting from behind', 'standing long hair'])
      await finds('fused-tags', people, `zorvexa, 1girl, ${odd}, porch`);
  });
});

describe('a word of the trigger in another tag', () => {
  it('is no part of the trigger where captions have both', async () => {
    const usual = (scene: string): string => `ryo_bmx, 1boy, ${scene}, bmx bike`;
    const { odd } = await said('missing-trigger', usual, '1boy, hat, bmx bike');
    assert.match(odd[0].message, /The trigger "ryo_bmx" is missing/);
    assert.equal(odd[0].fixes?.[0].edits[0].edits[0].newText, 'ryo_bmx, ');
  });
  it('is one where only this caption has it', async () => {
    const usual = (scene: string): string => `ryo_bmx, 1boy, ${scene}, bike`;
    const { odd } = await said('missing-trigger', usual, '1boy, hat, bmx bike');
    assert.match(odd[0].message, /Only "bmx" of the trigger "ryo_bmx"/);
  });
});

describe('words that look like slips of others', () => {
  it('a number before a word counts it', async () => {
    await passes('near-identical-tag', tags, 'zorvexa, 1woman, porch, side view');
    await finds('near-identical-tag', tags, 'zorvexa, womman, porch, side view');
  });
  it('a mute e makes a word of French', async () => {
    await passes('near-identical-tag', tags, 'zorvexa, linen couche, porch, side view');
    await finds('near-identical-tag', tags, 'zorvexa, linen cuoch, porch, side view');
    for (const rule of ['near-identical-tag', 'misspelt-word'])
      await passes(rule, tags, 'zorvexa, linen couche, porch, side view. A zorvexa in a couche.');
  });
});

describe('what is worn on the head in every picture', () => {
  const told = async (texts: readonly string[]): Promise<boolean> => {
    const source = texts.map((text, at) => `// 10_zorvexa woman/${at}.txt\n${text}`).join('\n');
    return (await auditMarked(source)).findings.some(({ rule }) => rule === 'trigger-lock-in');
  };
  const captions = (worn: string, without = 0): string[] =>
    Array.from({ length: 40 }, (_, at) => `zorvexa, ${at < without ? '' : `${worn}, `}thing ${at}`);
  it('is a mark of the subject; other clothes, and what comes off, are not', async () => {
    for (const mark of ['eyepatch', 'hair ribbon', 'red hair ribbon'])
      assert.equal(await told(captions(mark)), false, mark);
    assert.equal(await told(captions('school uniform')), true);
    assert.equal(await told(captions('hair ribbon', 1)), true);
  });
});
