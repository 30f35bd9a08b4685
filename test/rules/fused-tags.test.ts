import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';
import { fixed } from '../support/one-rule.ts';

describe('fused-tags', () => {
  it('takes no tag apart at its underscores', async () => {
    const folder = Array.from({ length: 12 }, (_, n) => `// ${n}.txt\n1boy, hat, lying, on_back, scarf ${n}`).join(
      '\n',
    );
    const { findings } = await auditMarked(`${folder}\n// 12.txt\n1boy, hat_on_back, cowboy_hat`);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'fused-tags'),
      [],
    );
  });
  it('takes no name apart, in a form neither', async () => {
    const folder = Array.from(
      { length: 12 },
      (_, n) => `// ${n}.txt\nqvzt boat, view: side, place: Mars ${n}, worth`,
    ).join('\n');
    const { findings } = await auditMarked(`${folder}\n// 12.txt\nqvzt boat, view: side, place: Marsworth`);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'fused-tags'),
      [],
    );
  });
  it('takes a word that nearly all captions have as a tag for one, beside a tag without a comma', async () => {
    const folder = (elves: number, odd: string): string =>
      [...Array.from({ length: 12 }, (_, n) => `${n < elves ? 'elf' : 'orc'}, pointy ears, hat ${n}`), odd]
        .map((text, n) => `// ${n}.txt\n${text}`)
        .join('\n');
    const told = async (elves: number) =>
      (await auditMarked(folder(elves, 'elf pointy ears, hat 12'))).findings
        .filter(({ rule }) => rule === 'fused-tags')
        .map(({ severity }) => severity);
    assert.deepEqual(await told(11), ['warning']);
    // That other captions have both says that they are likely two.
    assert.deepEqual(await told(9), ['info']);
  });
  for (const [fused, apart] of [
    ['seatbelt aviator sunglasses', 'seatbelt, aviator sunglasses'],
    ['earrings looking at viewer', 'earrings, looking at viewer'],
    ['gloves red dress', 'gloves, red dress'],
    ['beach long hair', 'beach, long hair'],
    ['apron half-closed eyes', 'apron, half-closed eyes'],
    ['kitchen open mouth', 'kitchen, open mouth'],
  ])
    it(`tells a word that no tag begins with from the tag behind it: ${fused}`, async () =>
      assert.equal(
        await fixed('fused-tags', `1girl, solo, hat, ${fused}, smile`),
        `1girl, solo, hat, ${apart}, smile`,
      ));
  for (const [fused, apart] of [
    ['puffy sleevescorset', 'puffy sleeves, corset'],
    ['corsetgold trim', 'corset, gold trim'],
    ['gold trimpuffy sleeves', 'gold trim, puffy sleeves'],
    ['long hairpuffy sleeves', 'long hair, puffy sleeves'],
  ])
    it(`tells two tags of the folder that have lost blank and comma: ${fused}`, async () => {
      const others = Array.from({ length: 3 }, (_, at) => `// ${at}.txt\nhat ${at}, puffy sleeves, gold trim, corset`);
      const { findings } = await auditMarked([...others, `// odd.txt\nhat, ${fused}, scarf`].join('\n'));
      assert.deepEqual(
        findings.filter(({ rule }) => rule === 'fused-tags').map(({ fixes }) => fixes?.[0].edits[0].edits[0].newText),
        [apart],
      );
    });
});
