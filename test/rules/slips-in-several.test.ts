import assert from 'node:assert/strict';
import { auditMarked } from '../support/check.ts';
import { scenes } from '../support/odd-caption.ts';

/** Words that misspelt-word tells in a folder of sentences about a thing, in which some write it otherwise. */
async function told(usual: number, slips: number, slip: string): Promise<string[]> {
  const all = Array.from({ length: usual + slips }, (_, at) => [at, scenes[at % scenes.length]] as const);
  const source = all
    .map(
      ([at, scene]) =>
        `// set/${at}.txt\nzorvexa holds a red ${at < usual ? 'balloon' : slip} beside a ${scene} in the rain, number ${at}.`,
    )
    .join('\n');
  const { findings } = await auditMarked(source);
  return findings.filter(({ rule }) => rule === 'misspelt-word').map(({ message }) => message);
}

describe('a slip that several captions have', () => {
  it('is one where three times as many write the word that is meant', async () => {
    assert.equal((await told(9, 3, 'baloon')).length, 3);
    assert.equal((await told(12, 4, 'ballooon')).length, 4);
  });
  it('is a word of the folder where fewer do', async () => {
    assert.deepEqual(await told(8, 3, 'baloon'), []);
    assert.deepEqual(await told(0, 6, 'baloon'), []);
  });
});
