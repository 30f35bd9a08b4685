import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';

/** Captions of a style: a phrase with an article, then what the style is like. */
const subjects = [
  'a lion in the tall grass',
  'a kettle on the old stove',
  'a boat in a quiet bay',
  'an owl on a bare branch',
  'a train in the long valley',
  'a bowl of ripe lemons',
];

/** What fused-tags writes for one more caption of that folder. */
async function written(piece: string, times: number): Promise<string[]> {
  const own = subjects.map(
    (subject, at) =>
      `drgnfrt_style, ${subject}, ${at < times ? 'grain texture, yellow background' : 'geometric shapes'}, white border`,
  );
  const source = [...own, `drgnfrt_style, a heron in the tall reeds, ${piece}, white border`]
    .map((text, at) => `// set/${at}.txt\n${text}`)
    .join('\n');
  const { findings } = await auditMarked(source);
  return findings
    .filter(({ rule }) => rule === 'fused-tags')
    .map(({ message }) => /Write "(.*)"/.exec(message)?.[1] ?? '');
}

describe('a lost comma among few pieces that are phrases', () => {
  it('is told where the folder has each of both again and again', async () =>
    assert.deepEqual(await written('grain texture yellow background', 4), ['grain texture, yellow background']));
  it('is not where it has them once, nor of what it has as one', async () => {
    assert.deepEqual(await written('grain texture yellow background', 1), []);
    assert.deepEqual(await written('grain texture', 4), []);
  });
});
