import assert from 'node:assert/strict';
import sharp, { type Sharp } from 'sharp';
import { extractFingerprint } from '../../server/src/images/fingerprint/extract.ts';
import { PIXEL_SIDE } from '../../server/src/images/fingerprint/fingerprint.ts';
import { hasColour, lookOf, type PictureLook } from '../../server/src/images/look.ts';
import { drawPictures } from '../bench/draw.ts';

async function lookOfPicture(picture: Sharp): Promise<PictureLook> {
  const pixels = picture.resize(PIXEL_SIDE, PIXEL_SIDE, { fit: 'fill' }).raw();
  const { data, info } = await pixels.toBuffer({ resolveWithObject: true });
  return lookOf(extractFingerprint({ ...info, data }, 512, 512));
}
const plain = (r: number, g: number, b: number): Promise<PictureLook> =>
  lookOfPicture(sharp({ create: { width: 64, height: 64, channels: 3, background: { r, g, b } } }));

describe('look of a picture', () => {
  it('tells the colours that words name', async () => {
    const colours = {
      red: await plain(220, 30, 30),
      orange: await plain(250, 140, 20),
      yellow: await plain(240, 230, 30),
      green: await plain(30, 180, 40),
      blue: await plain(30, 60, 220),
      purple: await plain(130, 30, 200),
      pink: await plain(255, 105, 180),
    };
    for (const [word, look] of Object.entries(colours)) assert.equal(hasColour(look, word), true, word);
    assert.equal(hasColour(colours.blue, 'red'), false);
    assert.equal(hasColour(colours.red, 'green'), false);
    assert.equal(hasColour(colours.red, 'white'), null);
  });

  it('has lightness and saturation from 0 to 1, and no hue in grey', async () => {
    const [black, white, red] = [await plain(0, 0, 0), await plain(255, 255, 255), await plain(255, 0, 0)];
    assert.ok(black.lightness < 0.01 && white.lightness > 0.99);
    assert.ok(black.saturation < 0.02 && red.saturation > 0.9 && red.saturation <= 1);
    assert.deepEqual(
      white.hues.filter((share) => share > 0),
      [],
    );
    assert.equal(hasColour(await plain(128, 128, 128), 'blue'), false);
  });

  it('finds less detail in a smoothed version of a picture', async () => {
    for (const { png } of await drawPictures(3, 11)) {
      const sharpLook = await lookOfPicture(sharp(png).flatten());
      const smooth = await lookOfPicture(sharp(await sharp(png).flatten().blur(12).png().toBuffer()));
      assert.ok(smooth.detail < sharpLook.detail, `${smooth.detail} of ${sharpLook.detail}`);
    }
  });
});
