import assert from 'node:assert/strict';
import { looseKey, singleKey } from '../../server/src/tags/loose-tag.ts';
import { auditMarked } from '../support/check.ts';
import { scenes } from '../support/odd-caption.ts';

/** What is asked of a folder of twelve captions, by what each has. */
async function asked(captionOf: (at: number, scene: string) => string): Promise<readonly string[]> {
  const source = scenes.map((scene, at) => `// set/${at}.txt\n${captionOf(at, scene)}`).join('\n');
  const { findings } = await auditMarked(source);
  return findings
    .filter(({ rule, file }) => rule === 'synonym-drift' && file === '')
    .map(({ message }) => message.match(/: (.*?)\. /)?.[1] ?? message);
}
/** Tags, some of which have one way and some the other. */
const tags =
  (usual: string, often: number, other: string, seldom: number) =>
  (at: number, scene: string): string =>
    `zorvexa, ${at < often ? `${usual}, ` : at < often + seldom ? `${other}, ` : ''}${scene}`;

describe('tags in other small words', () => {
  const same: readonly (readonly [string, string])[] = [
    ['sitting on bench', 'sitting on a bench'],
    ['holding sword', 'hold sword'],
    ['hand on hip', 'hand on her hip'],
    ['salt and pepper', 'pepper & salt'],
    ['leaning on wall', 'leaning against a wall'],
    ['sleeves rolled up', 'rolled-up sleeves'],
    ['three cups', '3 cups'],
    ['hat with feather', 'feathered hat'],
    ['light from window', 'window light'],
    ['raked gravel', 'gravel raked'],
    ['ribbon in hair', 'hair ribbon'],
    ['brown boot', 'brown boots'],
    ['shirt with stripes', 'striped shirt'],
    ['wooden type', 'wood type'],
    ['weather: snowfall', 'weather: snowing'],
    ['swarm of bees', 'bee swarm'],
    ['drifting upwards', 'drifting upward'],
    ['rear view', 'from the back'],
    ['view from the side', 'side view'],
    ['pressurised modules', 'pressurized modules'],
    ['view: front view', 'view: from the front'],
  ];
  for (const [one, other] of same)
    it(`are one in "${one}" and "${other}"`, () => assert.equal(looseKey(one), looseKey(other)));
  const others: readonly (readonly [string, string])[] = [
    ['sitting on bench', 'sitting by bench'],
    ['holding sword', 'holding swords'],
    ['from above', 'from the front'],
    ['black and white', 'white and black'],
    ['cat on dog', 'dog on cat'],
    ['hat with feather', 'feathered cat'],
    ['cup of tea', 'tea cup'],
    ['zorv77 boat', 'zorv7 boat'],
    ['view: front view', 'side: front view'],
  ];
  for (const [one, other] of others)
    it(`are two in "${one}" and "${other}"`, () => assert.notEqual(looseKey(one), looseKey(other)));
  it('have a number, where nothing counts them', () => {
    assert.equal(singleKey('wooden handles'), looseKey('wooden handle'));
    assert.equal(singleKey('two handles'), null);
    assert.equal(singleKey('handles'), null);
  });

  it('are asked about where two captions have each, or one has the one and two the other', async () => {
    const [one, other] = ['sitting on bench', 'sitting on a bench'];
    assert.deepEqual(await asked(tags(one, 3, other, 2)), [`"${one}" 3 / "${other}" 2`]);
    assert.deepEqual(await asked(tags(one, 2, other, 1)), [`"${one}" 2 / "${other}" 1`]);
    assert.deepEqual(await asked(tags(one, 1, other, 1)), []);
  });
  it('are two things where a caption has both', async () =>
    assert.deepEqual(
      await asked((at, scene) => `zorvexa, ${at % 2 ? 'front view' : 'from the front'}, ${at ? scene : 'front view'}`),
      [],
    ));
  it('are asked about in another number where six captions and three times as many have the one', async () => {
    assert.deepEqual(await asked(tags('exposed gear', 6, 'exposed gears', 2)), [
      '"exposed gear" 6 / "exposed gears" 2',
    ]);
    assert.deepEqual(await asked(tags('exposed gear', 5, 'exposed gears', 2)), []);
    assert.deepEqual(await asked(tags('exposed gear', 6, 'exposed gears', 3)), []);
  });
});

describe('two words for a look', () => {
  it('are asked about in tags and values', async () => {
    assert.deepEqual(await asked(tags('hand-painted vase', 4, 'vase painted by hand', 2)), [
      '"hand-painted" 4 / "painted by hand" 2',
    ]);
    assert.deepEqual(
      await asked(
        (at, scene) => `pose: ${at < 4 ? 'hands on hips' : at < 6 ? 'arms akimbo' : 'bowing'}, place: ${scene}`,
      ),
      ['"hands on hips" 4 / "arms akimbo" 2'],
    );
  });
  it('are free in sentences', async () =>
    assert.deepEqual(
      await asked(
        (at, scene) => `zorvexa stands near a ${scene}, ${at % 2 ? 'hands on hips' : 'arms akimbo'}, and waits.`,
      ),
      [],
    ));
});

describe('a word in two spellings', () => {
  it('is told whatever it stands in, short words and accents too', async () => {
    for (const [one, other] of [
      ['kerb', 'curb'],
      ['café', 'cafe'],
      ['bandana', 'bandanna'],
      ['step ladder', 'stepladder'],
    ])
      assert.deepEqual(
        await asked((at, scene) => `zorvexa, ${at < 3 ? `old ${one}, ` : at < 5 ? `small ${other}, ` : ''}${scene}`),
        [`"${one}" 3 / "${other}" 2`],
      );
  });
  it('is told over tags and sentences', async () =>
    assert.deepEqual(
      await asked((at, scene) =>
        at % 2 ? `zorvexa, old lorry, ${scene}. He waits.` : `zorvexa, ${scene}. There is a truck behind him.`,
      ),
      ['"lorry" 6 / "truck" 6'],
    ));
  it('is another word in a house of glass', async () => {
    const { findings } = await auditMarked(
      scenes.map((scene, at) => `// ${at}.txt\nzorvexa, ${at % 2 ? 'greenhouse' : 'green house'}, ${scene}`).join('\n'),
    );
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'synonym-drift'),
      [],
    );
  });
});

describe('a tag that sentences stand behind', () => {
  const caption = (at: number, scene: string): string =>
    at < 2
      ? `zorvexa, ${scene}, closeup, indoors`
      : at < 4
        ? `zorvexa, ${scene}, close-up. The ferret in the picture looks up and yawns.`
        : `zorvexa, ${scene}, indoors`;
  it('counts where it is asked which spelling is the usual one', async () => {
    const source = scenes.map((scene, at) => `// ${at}.txt\n${caption(at, scene)}`);
    source.push('// 12.txt\nzorvexa, rope, close-up, indoors');
    const { findings } = await auditMarked(source.join('\n'));
    const found = findings.filter(({ rule }) => rule === 'synonym-drift');
    assert.ok(
      found.some(({ message }) => message.includes('"closeup" is "close-up" in 3 captions')),
      found[0]?.message,
    );
    assert.ok(!found.some(({ file }) => file.endsWith('12.txt')));
  });
  it('is written as the folder writes the word that differs', async () => {
    const hair = (at: number): string =>
      at < 2
        ? 'high pony tail'
        : at === 2
          ? 'high ponytail'
          : at < 8
            ? `${['low', 'side', 'loose'][at % 3]} ponytail`
            : 'bun';
    const { findings } = await auditMarked(
      scenes.map((scene, at) => `// ${at}.txt\nzorvexa, ${scene}, ${hair(at)}, indoors`).join('\n'),
    );
    const found = findings.filter(({ rule }) => rule === 'synonym-drift');
    assert.deepEqual(
      found.map(({ file, message }) => [file, message.split(':')[0]]),
      ['0.txt', '1.txt'].map((file) => [file, '"high pony tail" is "high ponytail" in 6 captions']),
    );
  });
});
