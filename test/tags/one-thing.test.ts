import assert from 'node:assert/strict';
import { ONE_THING } from '../../server/src/tags/data/one-thing/one-thing.ts';
import { thingsNamed } from '../../server/src/tags/one-thing.ts';
import { auditMarked } from '../support/check.ts';
import { scenes } from '../support/odd-caption.ts';

const wordsOf = (text: string): string[] => thingsNamed(text).map(({ word }) => word);

describe('words for one thing', () => {
  it('are read in either number, the longest at a place, and over no mark', () => {
    assert.deepEqual(wordsOf('a dress with frills, two weather vanes on a roof'), ['frill', 'weather vane']);
    assert.deepEqual(wordsOf('veiled chameleons on a branch'), ['veiled chameleon']);
    assert.deepEqual(wordsOf('spools of thread and cookies'), ['spool of thread', 'cookie']);
    assert.deepEqual(wordsOf('a railway, station'), []);
  });
  it('stand in one set each, in small letters and in the singular', () => {
    const words = ONE_THING.split(/[;,]\s+/);
    assert.deepEqual(
      words.filter((word, at) => words.indexOf(word) !== at || word !== word.toLowerCase()),
      [],
    );
    assert.deepEqual(
      words.filter((word) => wordsOf(word).join() !== word),
      [],
    );
  });

  async function asked(captions: (scene: string, at: number) => string): Promise<string | null> {
    const source = scenes.map((scene, at) => `// set/${at}.txt\n${captions(scene, at)}`).join('\n');
    const { findings } = await auditMarked(source);
    const found = findings.filter(({ rule, file }) => rule === 'synonym-drift' && file === '');
    return found[0]?.message.match(/: (.*?)\. /)?.[1] ?? null;
  }
  it('are asked about where two captions have each, in tags and in sentences', async () => {
    const word = (at: number): string => (at < 2 ? 'spanner' : at < 5 ? 'wrench' : 'hammer');
    assert.equal(await asked((scene, at) => `zorvexa, ${word(at)}, ${scene}`), '"wrench" 3 / "spanner" 2');
    assert.equal(
      await asked((scene, at) => `zorvexa holds a rusty ${word(at)} beside a ${scene} in a workshop.`),
      '"wrench" 3 / "spanner" 2',
    );
  });
  it('are asked about where one caption has the other word and two the usual one', async () => {
    const of = (often: number) => (scene: string, at: number) =>
      `zorvexa, ${at === 0 ? 'spanner' : at <= often ? 'wrench' : 'hammer'}, ${scene}`;
    assert.equal(await asked(of(2)), '"wrench" 2 / "spanner" 1');
    assert.equal(await asked(of(1)), null);
  });
  it('are two things where a caption has both', async () =>
    assert.equal(
      await asked((scene, at) => `zorvexa, ${at % 2 ? 'spanner' : 'wrench'}${at === 3 ? ', wrench' : ''}, ${scene}`),
      null,
    ));
  it('are named as they are written', async () =>
    assert.equal(
      await asked((scene, at) => `zorvexa, ${at < 4 ? 'big headlights' : at < 6 ? 'one headlamp' : 'bell'}, ${scene}`),
      '"headlight" 4 / "headlamp" 2',
    ));
  it('are one thing only where the folder speaks of what it belongs to, if they are others elsewhere', async () => {
    const of = (thing: string) => (scene: string, at: number) =>
      `zorvexa, red ${thing}, ${at < 4 ? 'blue hood' : at < 6 ? 'white bonnet' : 'bell'}, ${scene}`;
    assert.equal(await asked(of('car')), '"hood" 4 / "bonnet" 2');
    assert.equal(await asked(of('dress')), null);
  });
});
