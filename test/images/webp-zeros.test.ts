import assert from 'node:assert/strict';
import sharp from 'sharp';
import { readHeaderNow } from '../../server/src/images/header/read.ts';
import { isHeader } from '../../server/src/images/header/types.ts';

/** A strip of noise above one colour, as the bars of a film: nearly all of its data says that nothing changes. */
async function barred(side: number, background: string): Promise<Buffer> {
  const strip = await sharp({
    create: {
      width: side,
      height: side / 16,
      channels: 3,
      background,
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .png()
    .toBuffer();
  const bar = sharp({ create: { width: side, height: side, channels: 3, background } });
  return bar
    .composite([{ input: strip, left: 0, top: 0 }])
    .webp({ quality: 75 })
    .toBuffer();
}

function damage(bytes: Uint8Array): string | null {
  const source = { size: bytes.length, read: (at: number, length: number) => bytes.subarray(at, at + length) };
  const result = readHeaderNow(source, 'a.webp');
  assert.ok(isHeader(result));
  return result.damage;
}

describe('zeros at the end of a WebP', () => {
  for (const [side, background] of [
    [512, '#000'],
    [1024, '#fff'],
    [2048, '#345'],
  ] as const)
    it(`are data where ${side} pixels go on in ${background}`, async () => {
      const bytes = await barred(side, background);
      assert.deepEqual([...bytes.subarray(-12)], new Array(12).fill(0));
      assert.equal(damage(bytes), null);
    });
  it('are room that a download did not fill where there are more', async () => {
    const bytes = await barred(512, '#000');
    for (const [lost, found] of [
      [0.5, 'truncated'],
      [0.1, 'truncated'],
    ] as const) {
      const broken = Uint8Array.from(bytes);
      broken.fill(0, Math.ceil(broken.length * (1 - lost)));
      assert.equal(damage(broken), found);
    }
  });
});
