import assert from 'node:assert/strict';
import fc from 'fast-check';
import { artifactsIn } from '../../server/src/tags/artifacts.ts';
import { cutOff } from '../../server/src/tags/cut-off.ts';

describe('a last sentence that stops in the middle', () => {
  const sure = [
    'mira, 1girl, red hair, apron. A woman stands at a kitchen table, filling jars with jam, while in the background a',
    'A man walks along a beach holding a small red',
    'A woman stands near a wall in the backgr',
    'A man walks along a beach with his large red',
    'A man walks along a beach and opens his wooden',
    'The cat is lying on the floor next to its',
    'A dog runs over a lawn towards a man with',
    'A dun gelding rolls in sand, and the cloud he raises drifts toward a group of hikers who have stopped to',
    'A boy kneels by the toy that a child has put down to',
    'Behind her a gate in the wall is left open for',
    'The otter swims under a bridge with a trout that it has just',
    'She walks past a fence, and behind her a cart is loaded with',
    'She leans over the table, and the candle lights her face from',
  ];
  for (const text of sure) it(text, () => assert.equal(cutOff(text)?.isSure, true));
  const whole = [
    'The vase on the shelf carries the letter A',
    'a woman in the dress she is looking at',
    'A man in a red coat on a small bench',
    'a photo of tok dressed in white',
    'a cat named Mxr sits on kilnmoss',
    'a tptclay teapot with its lid removed, dried leaves visible inside',
    'a glass jar on a shelf with dried beans inside',
    'a woman by the sea in the rain, her nails red',
    'a dog on a wet lawn at noon, its collar blue',
    'Two short words',
    'He sits on a chair, the same one she leans against',
    'A close view of the chair and the cushion that the dog lies on',
    'the fisherman and the rod he fishes with',
    'a woman by the house she was born in and the tree she talks to',
    'a wee bothy on the brae with peat reek from the lum',
    'A man reads. "Stop here and wait for the"',
    'A dog lies on its back, and the cat is behind it.',
  ];
  for (const text of whole) it(`is none in "${text}"`, () => assert.equal(cutOff(text), null));
  it('has only no end where nothing waits', () =>
    assert.deepEqual(cutOff('The dog lies on a mat. A man is looking up'), {
      range: { start: 23, end: 42 },
      isSure: false,
    }));
  it('never leaves the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a an the. A,dog!?”') }), (text) => {
        const { start = 0, end = 0 } = cutOff(text)?.range ?? {};
        assert.ok(0 <= start && start <= end && end <= text.length);
      }),
    );
  });
});

describe('a sentence on marks that are not there', () => {
  const isTold = (text: string, style: 'prose' | 'mixed' = 'prose'): boolean =>
    artifactsIn(text, style).some(({ kind }) => kind === 'absence');
  for (const text of [
    'A dog sits. There are no visible texts or watermarks.',
    'A dog. The image contains no text or logos.',
    'A dog. The photo is free of any text or watermarks.',
    'A dog. No legible text appears.',
    'a mosaic of a dancer with cymbals, There are no visible watermarks or signatures in the picture.',
  ])
    it(text, () => assert.ok(isTold(text)));
  it('is told behind tags', () =>
    assert.ok(isTold('solo, museum. There is no text or watermark visible in this image.', 'mixed')));
  for (const text of ['A dog. There is no writing desk in the room.', 'A sign. The sign has no text on it.'])
    it(`is none in "${text}"`, () => assert.ok(!isTold(text)));
});

describe('a phrase or a sentence said twice', () => {
  const twice: [string, string][] = [
    ['A waterfall seen from below, in inkvale style, in inkvale style', ', in inkvale style'],
    ['in inkvale style, a waterfall at dusk, rocks, in inkvale style', ', in inkvale style'],
    ['mira, 1girl, scarf. She is stacking firewood. She is stacking firewood.', ' She is stacking firewood.'],
    ['A cat sits on a mat. A cat sits on a mat', ' A cat sits on a mat'],
    ['a photo of tok on a bench, green trees, green trees, blue sky', ', green trees'],
    ['a man wearing a red scarf and a coat, wearing a red scarf and a coat', ', wearing a red scarf and a coat'],
  ];
  for (const [text, second] of twice)
    it(text, () => {
      const [found] = artifactsIn(text, 'prose').filter(({ kind }) => kind === 'repeated sentence');
      assert.equal(text.slice(found.range.start, found.range.end), second);
      const rest = text.slice(0, found.range.start) + (found.instead ?? '') + text.slice(found.range.end);
      assert.deepEqual(artifactsIn(rest, 'prose'), []);
    });
  const once = [
    'a red flag, a blue flag, a stick beside it, a red flag',
    'on the left, a cat, on the right, a dog',
    'A dog runs. A cat runs, a bird sings',
    'She wears a red dress, and he wears a black suit. They stand, arms crossed, in a hall.',
  ];
  for (const text of once.slice(1)) it(`is none in "${text}"`, () => assert.deepEqual(artifactsIn(text, 'prose'), []));
});
