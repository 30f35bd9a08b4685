import assert from 'node:assert/strict';
import { saidTwice } from '../../server/src/tags/said-twice.ts';
import { finds, passes } from '../support/odd-caption.ts';

const rule = 'contradictory-tags';

describe('what one caption says of one subject', () => {
  const tags = (scene: string): string => `zorvexa, 1boy, solo, ${scene}`;
  it('a bare chest under a garment that is on', async () => {
    for (const odd of ['white t-shirt, shirtless', 'topless, grey cotton hoodie', 'nude, sweater', 'blouse, shirtless'])
      await finds(rule, tags, `zorvexa, 1boy, solo, ${odd}`);
    for (const fine of [
      'shirtless, open shirt, white shirt',
      'shirtless, holding shirt',
      'shirtless, jacket',
      'naked shirt',
    ])
      await passes(rule, tags, `zorvexa, 1boy, solo, ${fine}`);
    await passes(rule, tags, 'zorvexa, 2boys, shirtless, white shirt');
  });
  it('bare feet in boots of a colour', async () => {
    await finds(rule, tags, 'zorvexa, 1boy, solo, barefoot, brown boots');
    await finds(rule, tags, 'zorvexa, 1boy, solo, barefoot, ski boots');
    await passes(rule, tags, 'zorvexa, 1boy, solo, barefoot, ski boots, unworn boots');
    await passes(rule, tags, 'zorvexa, 1boy, solo, barefoot, brown boots, holding shoes, boots removed');
  });
  it('laces in two states, and a room that is outdoors', async () => {
    await finds(rule, tags, 'zorvexa, 1boy, solo, laces tied, laces undone');
    await passes(rule, tags, 'zorvexa, 1boy, solo, laces tied, jacket undone');
    await finds(rule, tags, 'zorvexa, 1boy, solo, window, indoors, outdoors');
    await passes(rule, tags, 'zorvexa, 1boy, solo, open window, indoors, outdoors');
  });
  it('a sentence behind tags against one of them, once', async () => {
    const mixed = (scene: string): string =>
      `zorvexa, 1boy, solo, ${scene}, A boy walks past a ${scene} in the evening.`;
    for (const odd of ['red hair, A boy with bright blue hair', 'green eyes, A boy with brown eyes'])
      await finds(rule, mixed, `zorvexa, 1boy, solo, ${odd} walks past a pond in the evening.`);
    await passes(rule, mixed, 'zorvexa, 1boy, solo, red hair, A boy with red hair walks past a blue pond.');
  });
  it('two near colours of hair where each other caption has one', async () => {
    const one = (scene: string): string => `zorvexa, 1girl, solo, ${scene === 'cat' ? 'red' : 'brown'} hair, ${scene}`;
    await finds(rule, one, 'zorvexa, 1girl, solo, brown hair, blonde hair, street');
    await passes(rule, one, 'zorvexa, 1girl, solo, brown hair, blonde hair, multicolored hair, street');
    await passes(rule, one, 'zorvexa, 2girls, brown hair, blonde hair, street');
    const none = (scene: string): string => `zorvexa, 1girl, solo, ${scene}`;
    await passes(rule, none, 'zorvexa, 1girl, solo, brown hair, blonde hair, street');
  });
});

describe('what one sentence says of one thing', () => {
  const usual = (scene: string): string => `A photo of zorvexa man who stands beside a ${scene} in the park.`;
  it('in one breath', async () => {
    for (const odd of [
      'zorvexa man holds a small dog and is dressed in a thick sweater, shirtless, and both look up.',
      'zorvexa man walks barefoot in heavy boots along the shore, carrying his sandals.',
      'zorvexa man sits at a table beside a cup, empty and filled with black coffee.',
      'zorvexa man stands in front of a station covered in heavy snow on a hot summer day.',
    ])
      await finds(rule, usual, odd);
    for (const fine of [
      'zorvexa man walks barefoot in the sand, his boots in his hand, and looks at the sea.',
      'zorvexa man is shirtless and carries a shirt over his shoulder on the way home.',
      'zorvexa man sits at a table beside a cup, half empty and filled with milk.',
      'zorvexa man hikes on a hot summer day, the mountains behind him covered in heavy snow.',
    ])
      await passes(rule, usual, fine);
  });
  it('a clause again before it goes on', () => {
    const text = 'A woman sits on a mat, her eyes closed, her eyes closed and her palms up.';
    const range = saidTwice(text);
    assert.equal(text.slice(0, range?.start) + text.slice(range?.end), text.replace(', her eyes closed', ''));
    assert.equal(saidTwice('A woman sits on a mat, her eyes closed, her arms closed and her palms up.'), null);
  });
  it('what the same one does, and what a clause says, again behind others', () => {
    const without = (text: string): string | null => {
      const range = saidTwice(text);
      return range && text.slice(0, range.start) + text.slice(range.end);
    };
    assert.equal(
      without('A woman holds a cup of tea and smiles and holds a cup of tea.'),
      'A woman holds a cup of tea and smiles.',
    );
    assert.equal(without('The house has a red door, and the house has a red door.'), 'The house has a red door.');
    for (const fine of [
      'A woman holds a cup of tea and a man holds a cup of tea.',
      'A woman holds a cup of tea and smiles and holds a cup of coffee.',
      'The house has a red door, and the house beside it has a red door.',
    ])
      assert.equal(saidTwice(fine), null, fine);
  });
  it('in British or American spelling, neither of which is a slip', async () => {
    const style = (scene: string): string => `inkvale style, a watercolor painting of a ${scene} on the old table`;
    await passes('misspelt-word', style, 'inkvale style, a watercolour painting of a boat on the old lake');
    await finds('misspelt-word', style, 'inkvale style, a watercolr painting of a boat on the old lake');
  });
});
