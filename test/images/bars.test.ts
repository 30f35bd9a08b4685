import assert from 'node:assert/strict';
import sharp, { type Sharp } from 'sharp';
import { type Bars, barsOf } from '../../server/src/images/bars.ts';
import { extractFingerprint } from '../../server/src/images/fingerprint/extract.ts';
import { PIXEL_SIDE } from '../../server/src/images/fingerprint/fingerprint.ts';
import { drawPictures } from '../bench/draw.ts';

async function barsIn(picture: Sharp): Promise<Bars | null> {
  const saved = await picture.jpeg({ quality: 85 }).toBuffer();
  const pixels = sharp(saved).resize(PIXEL_SIDE, PIXEL_SIDE, { fit: 'fill' }).raw();
  const { data, info } = await pixels.toBuffer({ resolveWithObject: true });
  return barsOf(extractFingerprint({ ...info, data }, 512, 512).luma);
}

/** A picture that goes to its edges: noise over a gradient. */
const full = (): Sharp =>
  sharp({
    create: {
      width: 480,
      height: 360,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  }).blur(4);

const extended = async (sides: Partial<Record<'left' | 'top' | 'right' | 'bottom', number>>, background = '#000') =>
  sharp(await full().png().toBuffer()).extend({ ...sides, background });

describe('bars of a picture', () => {
  it('are found at two sides and all around, of any colour', async () => {
    const letterbox = await barsIn(await extended({ top: 40, bottom: 40 }));
    assert.ok(letterbox && letterbox.top > 0.07 && letterbox.bottom > 0.07 && letterbox.left === 0, `${letterbox}`);
    const border = await barsIn(await extended({ top: 30, bottom: 30, left: 30, right: 30 }, '#ffe9d0'));
    assert.ok(border && Math.min(border.left, border.top, border.right, border.bottom) > 0.03);
  });

  it('are found all around however wide, and not around what has no straight seams', async () => {
    for (const side of [24, 48, 96]) {
      const border = await barsIn(await extended({ top: side, bottom: side, left: side, right: side }, '#10151f'));
      assert.ok(border, `${side}`);
      for (const [taken, whole] of [
        [border.left, 480 + 2 * side],
        [border.bottom, 360 + 2 * side],
      ] as const)
        assert.ok(Math.abs(taken - side / whole) < 0.025, `${side}: ${taken}`);
    }
    for (const shape of [
      '<ellipse cx="240" cy="180" rx="190" ry="140"/>',
      '<path d="M240 40 440 180 240 320 40 180z"/>',
    ]) {
      const mask = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360">${shape}</svg>`);
      const cutOut = sharp(await full().png().toBuffer())
        .ensureAlpha()
        .composite([{ input: mask, blend: 'dest-in' }]);
      assert.equal(await barsIn(sharp(await cutOut.png().toBuffer()).flatten({ background: '#10151f' })), null);
    }
  });

  it('are not the ground of a motif, and not one flat side', async () => {
    assert.equal(await barsIn(await extended({})), null);
    assert.equal(await barsIn(await extended({ bottom: 60 }, '#fff')), null);
    for (const { png } of await drawPictures(27, 5)) assert.equal(await barsIn(sharp(png).flatten()), null);
  });

  it('of one side bear writing', async () => {
    const wide = await (await extended({ bottom: 60 }, '#fff')).png().toBuffer();
    const lines = [0, 1, 2, 3, 4].map((k) => `<rect x="${30 + k * 70}" y="382" width="44" height="20" fill="#111"/>`);
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="420">${lines.join('')}</svg>`;
    const found = await barsIn(sharp(wide).composite([{ input: Buffer.from(svg) }]));
    assert.ok(found?.text && found.bottom > 0.1 && found.top === 0);
    // Lines of words that fill the bar, and a descender that reaches its edge.
    const words = Array.from({ length: 6 }, (_, k) => `<rect x="${16 + k * 76}" y="380" width="56" height="24"/>`);
    const filled = Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="420">${words.join('')}<rect x="16" y="400" width="8" height="20"/></svg>`,
    );
    const full = await barsIn(sharp(wide).composite([{ input: filled }]));
    assert.ok(full?.text && full.bottom > 0.1 && full.top === 0);
  });

  it('are not the margin of a page that is written all over', async () => {
    const written = (lines: number): Buffer => {
      const words = Array.from({ length: lines }, (_, row) =>
        Array.from(
          { length: 40 },
          (_, k) => `<rect x="${2 + k * 12}" y="${50 + row * 30}" width="10" height="14" fill="#222"/>`,
        ),
      );
      const title = '<rect x="40" y="12" width="300" height="14" fill="#111"/>';
      return Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360"><rect width="480" height="360" fill="#fff"/>${title}${words.flat().join('')}</svg>`,
      );
    };
    assert.equal(await barsIn(sharp(written(10))), null);
    // The same title over a picture that goes to its edges.
    const over = await sharp(written(0)).extract({ left: 0, top: 0, width: 480, height: 48 }).png().toBuffer();
    const picture = sharp(await (await extended({ top: 48 }, '#fff')).png().toBuffer()).composite([
      { input: over, top: 0, left: 0 },
    ]);
    const bar = await barsIn(picture);
    assert.ok(bar?.text && bar.top > 0.08);
  });
});
