import assert from 'node:assert/strict';
import type { Look } from '../../server/src/images/compare/look/difference.ts';
import type { Lay } from '../../server/src/images/compare/look/lay.ts';
import { lookAt } from '../../server/src/images/compare/look/look.ts';
import { grain, looked } from './looked.ts';

type Level = (x: number, y: number) => number;
const WHOLE: Lay = [0, 1, 0, 0, 0, 1];
const compared = (a: Level, b: Level, lay = WHOLE): Look => {
  const look = lookAt(looked(a), looked(b), lay, 'sure');
  assert.ok(look);
  return look;
};

/** Patterned, in the middle of a cloth that is nearly white and falls in soft folds. */
const isThing: Level = (x, y) =>
  Number(Math.hypot(x - 0.5, y - 0.5) < 0.3 + 0.03 * Math.sin(9 * Math.atan2(y - 0.5, x - 0.5)));
const thing: Level = (x, y) => 130 + 55 * Math.sin(97 * x + 31 * y * y) * Math.sin(83 * y - 34 * x * x);
const onCloth: Level = (x, y) =>
  isThing(x, y) ? thing(x, y) : 225 + 22 * Math.sin(5 * x + 3 * y) * Math.cos(4 * y - 2 * x);

describe('what differs between two looks', () => {
  it('is the background where an even ground took the place of a soft one', () => {
    assert.equal(compared(onCloth, (x, y) => (isThing(x, y) ? thing(x, y) : 128)).kinds[0], 'background-changed');
  });

  it('is no background where bars lie over the ground, or where light falls off', () => {
    const bars = compared(onCloth, (x, y) => (Math.abs(y - 0.5) > 0.34 ? 128 : onCloth(x, y))).kinds;
    assert.ok(!bars.includes('background-changed'), bars.join());
    const dim = compared(onCloth, (x, y) => onCloth(x, y) * (1 - Math.hypot(x - 0.5, y - 0.5) ** 2)).kinds;
    assert.ok(!dim.includes('background-changed'), dim.join());
  });

  /** Writing in lines that lean, see-through. */
  const isInk = (x: number, y: number, lines: number): boolean =>
    Math.floor((y + 0.3 * x) * lines) % 3 === 0 && Math.floor(x * 110) % 3 === 0;
  const written =
    (level: Level, share: number): Level =>
    (x, y) =>
      isInk(x, y, 26) ? (1 - share) * level(x, y) + 255 * share : level(x, y);

  it('is writing, where it lies on an even ground, not that the ground is gone', () => {
    const plain: Level = (x, y) => (isThing(x, y) ? thing(x, y) : 150);
    const { kinds, clean } = compared(plain, written(plain, 0.45));
    assert.deepEqual([kinds[0], clean], ['overlay', 'a']);
  });

  /** Blades of grass: no two places are alike, and nothing is even. */
  const grass: Level = (x, y) =>
    110 + 50 * Math.sin(190 * x + 9 * Math.sin(17 * y)) * Math.sin(70 * y + 5 * x) + grain(x, y, 12);

  it('is writing that hardly shows on grass, and nothing where grass was saved again', () => {
    for (const swapped of [false, true]) {
      const [a, b] = swapped ? [written(grass, 0.4), grass] : [grass, written(grass, 0.4)];
      const { kinds, clean } = compared(a, b);
      assert.deepEqual([kinds[0], clean], ['overlay', swapped ? 'b' : 'a']);
    }
    const again: Level = (x, y) => grass(x, y) + grain(y, x, 9);
    assert.deepEqual(compared(grass, again).kinds, ['recompressed']);
  });

  /** Plants in the dark: light and dark places, each larger than a stroke. */
  const moss: Level = (x, y) => 85 + 70 * Math.sin(75 * x + 31 * y * y) * Math.sin(63 * y - 24 * x * x);

  it('is a letter that takes more edges away than it brings: the flatter one bears it', () => {
    const isLetter = (x: number, y: number): boolean =>
      Math.abs(y - 0.5) < 0.1 && Math.abs(x - 0.5) < 0.3 && Math.floor(x * 24) % 3 !== 0;
    for (const share of [0.5, 0.85]) {
      const marked: Level = (x, y) => (isLetter(x, y) ? (1 - share) * moss(x, y) + 255 * share : moss(x, y));
      assert.equal(compared(moss, marked).clean, 'a');
      assert.equal(compared(marked, moss).clean, 'b');
    }
  });

  /** A picture of strong colour: grey levels, and shares of red, green and blue. */
  const leaf = (ink: (x: number, y: number) => number, faded = 1) =>
    looked((x, y) => {
      const level = 1.4 * moss(x, y) + 20;
      const green = (share: number): number => level * (1 + faded * (share - 1));
      return [0.4, 1.2, 0.2].map((share) => (1 - ink(x, y)) * green(share) + 255 * ink(x, y)) as [
        number,
        number,
        number,
      ];
    });

  it('is writing that takes a little colour from every part, and another colouring where all of it is less green', () => {
    const none = (): number => 0;
    const lines = (x: number, y: number): number => (isInk(x, y, 26) ? 0.5 : 0);
    const marked = lookAt(leaf(none), leaf(lines), WHOLE, 'sure');
    assert.deepEqual([marked?.kinds.join(), marked?.clean], ['overlay', 'a']);
    assert.equal(lookAt(leaf(none), leaf(none, 0.8), WHOLE, 'sure')?.kinds[0], 'colour-changed');
  });

  it('is no motion where a soft picture with writing was laid a little off', () => {
    const sky: Level = (x, y) =>
      128 + 70 * Math.sin(6 * y + 2 * x) + (y > 0.3 ? 40 * Math.sin(44 * x) * Math.sin(37 * y) : 0);
    const off: Lay = [0.02, 0.97, 0.01, -0.015, 0.01, 1.02];
    const { kinds, clean } = compared(sky, written(sky, 0.3), off);
    assert.deepEqual([kinds[0], clean], ['overlay', 'a']);
  });

  it('is no motion where one is transparent: frames of one camera are not', () => {
    const scene: Level = (x, y) => 120 + 55 * Math.sin(97 * x + 31 * y * y) * Math.sin(83 * y - 34 * x * x);
    const moved = looked((x, y) => scene(x + (y > 0.6 ? 0.025 : 0), y));
    const kinds = (alpha: boolean): readonly string[] =>
      lookAt(moved, { ...looked(scene), print: { width: 1000, height: 1000, alpha } }, WHOLE, 'sure')?.kinds ?? [];
    assert.deepEqual(kinds(false), ['burst']);
    assert.ok(!kinds(true).includes('burst'));
  });
});
