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
  });
});
