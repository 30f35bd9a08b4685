import assert from 'node:assert/strict';
import { DETAIL_SIDE } from '../../server/src/images/compare/look/detail.ts';
import { framingOf } from '../../server/src/images/compare/look/frame.ts';
import { type Lay, leanOf, upright, wholeOnWhole } from '../../server/src/images/compare/look/lay.ts';
import { lookAt } from '../../server/src/images/compare/look/look.ts';
import { isOwnBlur } from '../../server/src/images/compare/look/own-blur.ts';
import { grain, looked } from './looked.ts';

/** Planks: stripes across, with a little grain along them. */
const planks = (x: number, y: number): number =>
  128 + 70 * Math.sin(90 * y + 3 * Math.sin(11 * y)) + 25 * Math.sin(37 * x + 5 * y) * Math.sin(61 * x * x + 2);

describe('how two pictures lie on each other', () => {
  it('is not led astray by stripes that look alike wherever they lean', () => {
    const whole = looked(planks);
    const cut = looked((x, y) => planks(0.96 * x, 0.04 + 0.96 * y));
    const leaning: Lay = [0.08, 0.96, -0.16, 0.04, 0, 0.96];
    const look = lookAt(cut, whole, leaning, 'sure');
    assert.deepEqual(look?.kinds, ['cropped']);
    assert.ok(Math.abs(look.shared![2] - 0.96) < 0.01 && Math.abs(look.shared![1] - 0.04) < 0.01, String(look.shared));
  });

  it('leans by as much as one side is off the other, turned pictures too', () => {
    assert.ok(Math.abs(leanOf([0, 1, 0.1, 0, 0, 1]) - 0.1) < 1e-9);
    assert.ok(Math.abs(leanOf([0, 0.05, 1, 0, -1, 0]) - 0.05) < 1e-9);
    assert.equal(leanOf([0.1, 0.8, 0, 0.1, 0, 0.8]), 0);
    for (const lay of [
      [0.1, 0.8, 0.06, 0.2, -0.02, 0.7],
      [0.1, 0.06, 0.8, 0.9, -0.7, -0.02],
    ] as Lay[]) {
      const straight = upright(lay);
      assert.equal(leanOf(straight), 0);
      // The middle stays where it lay.
      for (const k of [0, 3])
        assert.ok(
          Math.abs(
            lay[k]! + (lay[k + 1]! + lay[k + 2]!) / 2 - (straight[k]! + (straight[k + 1]! + straight[k + 2]!) / 2),
          ) < 1e-9,
        );
    }
  });

  it('is the whole on the whole where no corner is far off, mirrored and turned pictures too', () => {
    const wholes: Lay[] = [
      [0, 1, 0, 0, 0, 1],
      [1, -1, 0, 0, 0, 1],
      [1, 0, -1, 0, 1, 0],
      [0, 0, 1, 1, -1, 0],
    ];
    for (const whole of wholes) {
      const off = (by: number): Lay => whole.map((value, k) => (k % 3 === 0 ? value + by : value)) as unknown as Lay;
      assert.deepEqual(wholeOnWhole(off(0.09), 0.1)?.map(Math.abs), whole.map(Math.abs));
      assert.equal(wholeOnWhole(off(0.11), 0.1), null);
    }
    assert.equal(wholeOnWhole([0, 0.85, 0, 0, 0, 1], 0.1), null);
    assert.equal(wholeOnWhole([0, 1, 0, 0, 1, 0], 1), null);
  });

  it('has a frame around it only where most of its sides have a seam', () => {
    const inner = [0.3, 0.3, 0.7, 0.7] as const;
    const isInside = (x: number, y: number): boolean => x > inner[0] && x < inner[2] && y > inner[1] && y < inner[3];
    const scene = (x: number, y: number): number => 120 + 50 * Math.sin(40 * x + 9 * y) * Math.sin(33 * y - 14 * x);
    const framed = looked((x, y) => (isInside(x, y) ? scene(x, y) : 240));
    assert.equal(framingOf(framed.detail, [...inner]), 'border');
    // One edge of what a cut shows is the edge of a thing.
    const wall = looked((x, y) => (y > inner[3] ? 240 : scene(x, y)));
    assert.equal(framingOf(wall.detail, [...inner]), 'cropped');
  });

  it('has bars that are hardly darker than what lies between them, and none where black goes on', () => {
    const inner = [0, 0.15, 1, 0.85] as const;
    const dim = (x: number, y: number): number => 5 + 2.6 * Math.sin(70 * x + 9 * y) * Math.sin(63 * y - 14 * x);
    const isInside = (y: number): boolean => y > inner[1] && y < inner[3];
    assert.equal(framingOf(looked((x, y) => (isInside(y) ? dim(x, y) : 0)).detail, [...inner]), 'border');
    const night = (x: number, y: number): number => (Math.abs(y - 0.5) < 0.2 ? dim(x, y) : 0);
    assert.equal(framingOf(looked(night).detail, [...inner]), 'cropped');
  });

  it('has a frame around it where that is its own blur, and goes on where its ground goes on', () => {
    const ground = (x: number, y: number): number => 128 + 80 * Math.sin(24 * x + 3 * y) * Math.sin(21 * y + 4 * x * x);
    const thing = (x: number, y: number): number =>
      Math.hypot(x - 0.5, y - 0.6) < 0.2 ? 25 * Math.sin(60 * x) * Math.sin(50 * y) : 0;
    const inner = [0.2, 0, 0.8, 1] as const;
    const within = (x: number): number => (x - 0.2) / 0.6;
    const isInside = (x: number): boolean => x > inner[0] && x < inner[2];
    const cover = 1 / 0.6;
    const barred = looked((x, y) =>
      isInside(x) ? ground(within(x), y) + thing(within(x), y) : ground(x, 0.5 + (y - 0.5) / cover),
    );
    assert.equal(isOwnBlur(barred.detail, [...inner]), true);
    assert.notEqual(framingOf(barred.detail, [...inner]), 'cropped');
    const wider = looked((x, y) => ground(within(x), y) + (isInside(x) ? thing(within(x), y) : 0));
    assert.equal(isOwnBlur(wider.detail, [...inner]), false);
    assert.equal(framingOf(wider.detail, [...inner]), 'cropped');
  });

  it('says that light fell off, not that a background is gone, where a plain ground darkens', () => {
    const thing = (x: number, y: number): number | null =>
      Math.hypot(x - 0.5, y - 0.55) < 0.22 ? 110 + 60 * Math.sin(60 * x) * Math.sin(50 * y + 9 * x) : null;
    const plain = looked((x, y) => thing(x, y) ?? 236);
    const dark = (x: number, y: number): number => 1 - 1.1 * Math.hypot(x - 0.5, y - 0.5) ** 2;
    const vignette = looked((x, y) => (thing(x, y) ?? 236) * dark(x, y));
    const kinds = lookAt(plain, vignette, [0, 1, 0, 0, 0, 1], 'sure')?.kinds ?? [];
    assert.ok(kinds.includes('colour-changed') && !kinds.includes('background-changed'), kinds.join());
    // The same thing cut out of a scene is another matter.
    const scene = looked((x, y) => thing(x, y) ?? 120 + 50 * Math.sin(70 * x + 9 * y) * Math.sin(63 * y - 14 * x));
    const cutOut = lookAt(plain, scene, [0, 1, 0, 0, 0, 1], 'sure')?.kinds ?? [];
    assert.ok(cutOut.includes('background-changed'), cutOut.join());
  });

  it('sees thin writing in a corner, and none in a copy that is only softer', () => {
    const scene = (x: number, y: number): number => 120 + 60 * Math.sin(90 * x + 9 * y) * Math.sin(83 * y - 14 * x);
    const original = looked(scene);
    const stroke = (x: number, y: number): boolean =>
      x > 0.8 && y > 0.94 && y < 0.98 && Math.floor(x * DETAIL_SIDE) % 6 < 2;
    const marked = looked((x, y) => (stroke(x, y) ? 250 : scene(x, y)));
    const look = lookAt(original, marked, [0, 1, 0, 0, 0, 1], 'sure');
    assert.equal(look?.kinds[0], 'overlay');
    assert.equal(look.clean, 'a');
    // A few hard spots, which a softer copy loses.
    const spotted = (x: number, y: number): number =>
      scene(x, y) + (Math.hypot(((8 * x) % 1) - 0.5, ((8 * y) % 1) - 0.5) < 0.09 && x + y > 1.2 ? 90 : 0);
    const near = 0.8 / DETAIL_SIDE;
    const soft = looked(
      (x, y) => (spotted(x - near, y) + spotted(x + near, y) + spotted(x, y - near) + spotted(x, y + near)) / 4,
    );
    assert.deepEqual(lookAt(looked(spotted), soft, [0, 1, 0, 0, 0, 1], 'sure')?.kinds, ['recompressed']);
  });

  it('takes a slope of light for a slope, whatever grain lies on it', () => {
    const thing = (x: number, y: number): number | null =>
      Math.hypot(x - 0.5, y - 0.55) < 0.22 ? 110 + 60 * Math.sin(60 * x) * Math.sin(50 * y + 9 * x) : null;
    const plain = looked((x, y) => thing(x, y) ?? 236);
    const vignette = looked(
      (x, y) => (thing(x, y) ?? 236) * (1 - 1.3 * Math.hypot(x - 0.5, y - 0.5) ** 2) + grain(x, y, 2.5),
    );
    const kinds = lookAt(plain, vignette, [0, 1, 0, 0, 0, 1], 'sure')?.kinds ?? [];
    assert.ok(kinds.includes('colour-changed') && !kinds.includes('background-changed'), kinds.join());
  });

  it('says that what a frame shows moved, and that a part is cut from it where it only seems to', () => {
    const scene = (x: number, y: number): number =>
      120 + 55 * Math.sin(97 * x + 31 * y * y) * Math.sin(83 * y - 34 * x * x);
    // The lower part moved by itself.
    const moved = looked((x, y) => scene(x + (y > 0.6 ? 0.025 : 0), y));
    assert.deepEqual(lookAt(moved, looked(scene), [0, 1, 0, 0, 0, 1], 'sure')?.kinds, ['burst']);
    const larger = looked((x, y) => scene(2 * x, 2 * y));
    const part = lookAt(moved, larger, [0, 0.5, 0, 0, 0, 0.5], 'sure')?.kinds ?? [];
    assert.ok(part.includes('cut-from') && !part.includes('burst'), part.join());
  });

  it('does not say that a sky moved because writing lies over it', () => {
    const sky = (x: number, y: number): number =>
      y > 0.75
        ? 90 + 40 * Math.sin(70 * x + 9 * y) * Math.sin(63 * y)
        : 128 + 80 * Math.sin(7 * y + 2 * x) + grain(x, y, 1);
    const marked = looked((x, y) => {
      const isInk = Math.floor((y + 0.3 * x) * 30) % 4 === 0 && Math.floor(x * 90) % 3 === 0;
      return isInk ? 0.55 * sky(x, y) + 0.45 * 255 : sky(x, y);
    });
    const look = lookAt(looked(sky), marked, [0, 1, 0, 0, 0, 1], 'sure');
    assert.equal(look?.kinds[0], 'overlay', look?.kinds.join());
    assert.equal(look.clean, 'a');
  });

  it('is nothing where two pictures share a line of writing only, and something where they share half', () => {
    const letters = (x: number, y: number): number =>
      Math.sin(131 * x * (1 + x)) * Math.sin(170 * y) > 0.1 ? 250 : 10;
    const one = (x: number, y: number): number => 120 + 55 * Math.sin(57 * x + 31 * y * y) * Math.sin(83 * y - 34 * x);
    const other = (x: number, y: number): number =>
      130 + 60 * Math.sin(77 * y - 29 * x * x) * Math.sin(43 * x + 12 * y);
    // The line lies at the foot of the one and at the head of the other.
    const foot = (x: number, y: number): number => (y > 0.8 ? letters(x, y - 0.8) : one(x, y));
    const below = looked(foot);
    const above = looked((x, y) => (y < 0.2 ? letters(x, y) : other(x, y)));
    // Of a picture that goes on below.
    const half = looked((x, y) => (y < 0.5 ? foot(x, y + 0.5) : other(x, y)));
    for (const trust of ['little', 'many places', 'sure'] as const) {
      assert.equal(lookAt(below, above, [0, 1, 0, -0.8, 0, 1], trust), null);
      assert.ok(lookAt(half, below, [0, 1, 0, 0.5, 0, 1], trust));
    }
  });

  it('is the next frame where a camera went on, whichever way, and a cut where one shows all of the other', () => {
    const scene = (x: number, y: number): number =>
      120 + 55 * Math.sin(57 * x + 31 * y * y) * Math.sin(83 * y - 34 * x * x) + grain(x, y, 3);
    const frame = (x: number, y: number, share = 0.8) => looked((u, v) => scene(x + share * u, y + share * v));
    const first = frame(0.1, 0.1);
    const kinds = (x: number, y: number, share = 0.8): string =>
      lookAt(
        frame(x, y, share),
        first,
        [(x - 0.1) / 0.8, share / 0.8, 0, (y - 0.1) / 0.8, 0, share / 0.8],
        'sure',
      )?.kinds.join() ?? '';
    for (const [x, y] of [
      [0.13, 0.1],
      [0.06, 0.12],
      [0.1, 0.15],
      [0.09, 0.08],
    ] as const)
      assert.equal(kinds(x, y), 'burst', `${x}, ${y}`);
    // Hardly off at all; far off, as two cuts of one picture are; inside of the other.
    assert.notEqual(kinds(0.105, 0.1), 'burst');
    assert.equal(kinds(0.26, 0.1), 'cropped');
    assert.equal(kinds(0.13, 0.1, 0.76), 'cropped');
  });

  it('is the next frame where one thing moved and all else stood still', () => {
    const scene = (x: number, y: number): number =>
      120 + 55 * Math.sin(97 * x + 31 * y * y) * Math.sin(83 * y - 34 * x * x);
    const withThing = (radius: number, dx: number) =>
      looked((x, y) => scene(x + (Math.hypot(x - 0.4, y - 0.5) < radius ? dx : 0), y));
    const kinds = (radius: number, dx: number) =>
      lookAt(withThing(radius, dx), looked(scene), [0, 1, 0, 0, 0, 1], 'sure')?.kinds.join();
    assert.equal(kinds(0.2, 0.025), 'burst');
    assert.notEqual(kinds(0.05, 0.025), 'burst');
    // What is drawn a point off did not move.
    assert.notEqual(kinds(0.2, 0.008), 'burst');
  });
});
