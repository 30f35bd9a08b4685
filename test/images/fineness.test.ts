import assert from 'node:assert/strict';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { decodeFineness, encodeFineness, type Fineness, finenessOf } from '../../server/src/images/fineness.ts';

async function finenessIn(picture: Sharp, quality = 92): Promise<Fineness> {
  const saved = await picture.jpeg({ quality }).toBuffer();
  const { data, info } = await sharp(saved).greyscale().raw().toBuffer({ resolveWithObject: true });
  return finenessOf(data, info.width, info.height);
}

/** Shapes of many sizes over grain: something to see at every scale. */
async function scene(side: number): Promise<Sharp> {
  let state = 5;
  const next = (most: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most);
  };
  const shapes = Array.from({ length: 160 }, () => {
    const [x, y, r] = [next(side), next(side), 3 + next(side / 9)];
    const fill = `rgb(${next(256)},${next(256)},${next(256)})`;
    return next(2)
      ? `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`
      : `<rect x="${x}" y="${y}" width="${r}" height="${2 * r}" fill="${fill}" transform="rotate(${next(90)} ${x} ${y})"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}">${shapes.join('')}</svg>`;
  const noise = { type: 'gaussian', mean: 128, sigma: 14 } as const;
  const grain = await sharp({ create: { width: side, height: side, channels: 3, background: '#888', noise } })
    .png()
    .toBuffer();
  const drawn = sharp(Buffer.from(svg))
    .flatten({ background: '#797' })
    .composite([{ input: grain, blend: 'soft-light' }]);
  return sharp(await drawn.png().toBuffer());
}

const enlarged = async (from: number, to: number, kernel: 'nearest' | 'linear' | 'cubic'): Promise<Sharp> =>
  sharp(await (await scene(from)).resize(to, to, { kernel }).png().toBuffer());

describe('fineness of a picture', () => {
  it('finds nothing in pictures at their own size, saved well or badly', async () => {
    const picture = await scene(520);
    for (const quality of [3, 30, 92]) {
      const { edge, enlarged: found } = await finenessIn(picture.clone(), quality);
      assert.equal(found, null);
      assert.ok(edge !== null && edge < 2.5, `${quality}: ${edge}`);
    }
    const smaller = sharp(await (await scene(900)).resize(500).png().toBuffer());
    assert.equal((await finenessIn(smaller)).enlarged, null);
  });

  it('finds calculated pixels by their rhythm, and wider edges', async () => {
    for (const kernel of ['linear', 'cubic'] as const) {
      const found = await finenessIn(await enlarged(240, 600, kernel));
      assert.deepEqual(found.enlarged, { block: null });
      assert.ok(found.edge !== null && found.edge > 2.5, `${found.edge}`);
    }
  });

  it('finds what was doubled, where every other line is calculated', async () => {
    assert.deepEqual((await finenessIn(await enlarged(300, 600, 'cubic'), 95)).enlarged, { block: null });
    assert.equal((await finenessIn(await scene(600), 95)).enlarged, null);
  });

  it('finds blocks and tells their size', async () => {
    assert.deepEqual((await finenessIn(await enlarged(200, 600, 'nearest'))).enlarged, { block: 3 });
    assert.deepEqual((await finenessIn(await enlarged(200, 800, 'nearest'))).enlarged, { block: 4 });
  });

  it('measures blur, which leaves no rhythm', async () => {
    const blurred = await finenessIn(sharp(await (await scene(520)).blur(3).png().toBuffer()));
    assert.equal(blurred.enlarged, null);
    assert.ok(blurred.edge !== null && blurred.edge > 4, `${blurred.edge}`);
  });

  it('says nothing of flat and of tiny pictures', async () => {
    const flat = sharp({ create: { width: 600, height: 600, channels: 3, background: '#446' } });
    assert.deepEqual(await finenessIn(flat), { edge: null, enlarged: null });
    assert.deepEqual(await finenessIn(await scene(120)), { edge: null, enlarged: null });
  });

  it('is two bytes', () =>
    fc.assert(
      fc.property(
        fc.option(fc.integer({ min: 2, max: 254 })),
        fc.option(fc.option(fc.integer({ min: 2, max: 8 }))),
        (tenths, block) => {
          const fineness = { edge: tenths === null ? null : tenths / 10, enlarged: block === null ? null : { block } };
          const some = block === undefined ? { ...fineness, enlarged: null } : fineness;
          assert.deepEqual(decodeFineness(encodeFineness(some)), some);
        },
      ),
    ));
});
