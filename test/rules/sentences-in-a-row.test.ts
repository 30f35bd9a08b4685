import assert from 'node:assert/strict';
import { passes, said } from '../support/odd-caption.ts';

const usual = (scene: string): string =>
  `zorvexa, a keeper holding a ${scene}. The lamp room is bright. Rain runs down the panes.`;

/** What a fix makes of the odd caption; null where nothing is found. */
async function mended(rule: string, odd: string): Promise<string | null> {
  const { odd: found } = await said(rule, usual, odd);
  const edits = found[0]?.fixes?.[0].edits[0].edits ?? [];
  if (edits.length === 0) return null;
  return edits.toReversed().reduce((text, { range, newText }) => {
    return text.slice(0, range.start) + newText + text.slice(range.end);
  }, odd);
}

describe('sentences that a mark takes apart', () => {
  const ended = 'zorvexa, a keeper on the stairs. The lamp room is dark. Rain runs down the panes.';
  for (const mark of [' | ', '|', ' // ', ' / ', ' -- ', '\t', '\t\t', ' • ', '; '])
    it(`get full stops: ${JSON.stringify(mark)}`, async () => {
      const odd = `zorvexa, a keeper on the stairs${mark}The lamp room is dark${mark}Rain runs down the panes.`;
      assert.equal(await mended('foreign-separator', odd), ended);
    });
  it('need no small words but the one they begin with', async () => {
    const odd = 'zorvexa, a keeper on the stairs | He wears oilskins | Rain drips down';
    assert.equal(
      await mended('foreign-separator', odd),
      'zorvexa, a keeper on the stairs. He wears oilskins. Rain drips down',
    );
  });
  it('keep the full stops they have, and a comma stands behind the trigger', async () => {
    const odd = 'zorvexa | A keeper on the stairs. | The lamp room is dark.';
    assert.equal(await mended('foreign-separator', odd), 'zorvexa, A keeper on the stairs. The lamp room is dark.');
  });
  it('are clauses before small letters, odd where the others write full stops', async () => {
    const odd = 'zorvexa, a keeper on the stairs; the lamp room is dark; the panes are wet from the rain.';
    assert.equal(
      await mended('foreign-separator', odd),
      'zorvexa, a keeper on the stairs. The lamp room is dark. The panes are wet from the rain.',
    );
    const clauses = (scene: string): string => `zorvexa, a keeper with a ${scene}; the room is dark; the sea is calm.`;
    await passes('foreign-separator', clauses, odd);
  });
  for (const odd of [
    'zorvexa, a keeper at https://lamp.example//The page of the house on the hill.',
    'zorvexa, a keeper reads a sign that says and/or. The lamp room is dark.',
    'zorvexa, a keeper on the stairs. Three boats pass; Zarya is the one in the middle.',
    'zorvexa, a keeper on the stairs; his lamp is out. Rain runs down the panes.',
    'zorvexa, the poster of The Keeper / The Lamp hangs on the stairs. Rain runs down the panes.',
    'zorvexa, a keeper on the stairs -- his lamp is out. Rain runs down the panes.',
    'zorvexa, a keeper at a ratio of 1 / 2 on the stairs. The lamp room is dark.',
  ])
    it(`silent: ${odd}`, () => passes('foreign-separator', usual, odd));
  it('is how the folder writes them', async () => {
    const bars = (scene: string): string => `zorvexa with a ${scene} | The lamp room is bright | It rains on the sea.`;
    await passes('foreign-separator', bars, 'zorvexa on the stairs | The lamp room is dark | It rains on the sea.');
  });
});

describe('a full stop that is lost before a capital', () => {
  for (const [odd, newText] of [
    ['zorvexa, a keeper climbs down to the jetty He wears a yellow coat.', 'jetty. He'],
    ['zorvexa, a keeper is on the stairs. The lamp room is dark, The panes are wet from rain.', 'dark. The'],
    ['zorvexa, a keeper climbs down to the jetty Behind him the lamp is lit.', 'jetty. Behind him'],
    ['A keeper stands on the stairs in zorvexa light, Ropes hang from the wall.', 'light. Ropes'],
  ])
    it(newText, async () => {
      const { odd: found, others } = await said('misspelt-word', usual, odd);
      assert.deepEqual([found[0]?.fixes?.[0].edits[0].edits[0].newText, others], [newText, 0]);
    });
  for (const odd of [
    'zorvexa, lamp, stairs, rain, A keeper is on the stairs of the tower at night.',
    'zorvexa, a keeper reads The old man and the sea by the light of the lamp.',
    'zorvexa, a keeper below a poster that says "stay The lamp is not lit tonight".',
    'zorvexa, a keeper on the way home from The Lamp and Anchor in the rain.',
    'In winter, The keeper is on the stairs of zorvexa with a lamp.',
    'A keeper stands on the stairs of zorvexa at night, Brandt and Vance behind him.',
    'zorvexa, a keeper, lamp, Ropes hang from the wall of the tower.',
  ])
    it(`silent: ${odd}`, () => passes('misspelt-word', usual, odd));
});

describe('a full stop in a list of tags', () => {
  const list = (scene: string): string => `zorvexa, engine, baling press, ${scene}, dust, long shot`;
  it('separates nothing', async () => {
    const { odd } = await said('foreign-separator', list, 'zorvexa, engine, baling press. chaff, dust, long shot');
    assert.equal(odd[0]?.fixes?.[0].edits[0].edits[0].newText, ', ');
  });
  for (const tag of [
    'st. bernard',
    'no. 7 engine',
    'baling press. Chaff',
    'vol. two',
    'a press of that year. chaff lies all over it',
  ])
    it(`silent: ${tag}`, () => passes('foreign-separator', list, `zorvexa, engine, ${tag}, dust, long shot`));
  it('goes with the one at the end of the list', async () => {
    const { odd } = await said('foreign-separator', list, 'zorvexa. engine. baling press. chaff. dust. long shot.');
    assert.equal(odd[0]?.fixes?.[0].edits[0].edits.at(-1)?.newText, '');
  });
  it('is how the folder writes', async () => {
    const stops = (scene: string): string => `zorvexa, engine, baling press. ${scene}, dust, long shot`;
    await passes('foreign-separator', stops, 'zorvexa, engine, baling press. chaff, dust, long shot');
  });
});
