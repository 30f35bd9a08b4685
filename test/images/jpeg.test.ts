import assert from 'node:assert/strict';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { hasSeam, looksDamaged } from '../../server/src/images/jpeg/suspicion.ts';
import { walkJpeg } from '../../server/src/images/jpeg/walk.ts';
import { drawPictures } from '../bench/draw.ts';

describe('walking the data of a JPEG', () => {
  const files: { name: string; bytes: Buffer }[] = [];

  before(async function () {
    this.timeout(60_000);
    const kinds = {
      baseline: (i: Sharp) => i.jpeg({ quality: 85 }),
      'full chroma': (i: Sharp) => i.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }),
      progressive: (i: Sharp) => i.jpeg({ quality: 80, progressive: true }),
      optimised: (i: Sharp) => i.jpeg({ quality: 70, mozjpeg: true }),
      grey: (i: Sharp) => i.greyscale().jpeg({ quality: 60 }),
    };
    for (const { name, png } of await drawPictures(9, 21)) {
      for (const [kind, save] of Object.entries(kinds))
        files.push({ name: `${name} ${kind}`, bytes: await save(sharp(png).flatten()).toBuffer() });
    }
  });

  /** Where the data of the last scan begins. */
  const dataOf = (bytes: Buffer): number => bytes.lastIndexOf(Buffer.from([0xff, 0xda])) + 14;

  it('finds nothing in sound files of every kind', () => {
    for (const { name, bytes } of files) {
      assert.equal(walkJpeg(bytes), null, name);
      // Flat drawings do have long stretches of zeros: a suspicion is only a reason to walk.
      if (/^(landscape|stillLife|painting)/.test(name)) assert.equal(looksDamaged(bytes), false, name);
    }
  });

  it('allows data after the end', () => {
    for (const { name, bytes } of files)
      assert.equal(walkJpeg(Buffer.concat([bytes, Buffer.from('appended by a camera')])), null, name);
  });

  it('finds a hole of zeros, and says how far down', () => {
    for (const { name, bytes } of files.filter((file) => file.name.endsWith('baseline'))) {
      const from = dataOf(bytes);
      const at = from + Math.floor((bytes.length - from) * 0.5);
      const broken = Buffer.from(bytes).fill(0, at, at + Math.min(2048, Math.floor((bytes.length - at) / 2)));
      const fault = walkJpeg(broken);
      assert.ok(fault !== null, name);
      assert.ok(fault.at > 0.1 && fault.at <= 1, `${name}: ${fault.at}`);
      assert.ok(looksDamaged(broken), name);
    }
  });

  it('finds most overwritten bytes', () => {
    let found = 0;
    for (const [i, { bytes }] of files.entries()) {
      const from = dataOf(bytes);
      const at = from + Math.floor((bytes.length - from) * 0.4);
      const broken = Buffer.from(bytes);
      for (let k = 0; k < 200 && at + k < bytes.length - 30; k++) broken[at + k] = (k * 73 + i * 31 + k * k * 7) & 255;
      if (walkJpeg(broken)) found++;
    }
    assert.ok(found >= 0.8 * files.length, `${found} of ${files.length}`);
  });

  it('sees the seam where what follows is shifted, and none in what goes on', () => {
    const side = 128;
    const made = (shift: number): Uint8Array =>
      Uint8Array.from({ length: side * side * 3 }, (_, i) => {
        const y = Math.floor(i / 3 / side);
        const x = ((Math.floor(i / 3) % side) + (y >= 80 ? shift : 0)) / side;
        return 128 + 110 * Math.sin(14 * x + (3 * y) / side);
      });
    const seen = (shift: number): boolean => hasSeam({ data: made(shift), width: side, height: side, channels: 3 });
    assert.equal(seen(0), false);
    assert.equal(seen(2), false);
    assert.equal(seen(28), true);
  });

  it('ends for any bytes', () => {
    fc.assert(
      fc.property(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 400 }), (place, noise) => {
        const bytes = Buffer.from(files[place % files.length]!.bytes);
        bytes.set(noise.subarray(0, bytes.length - (place % bytes.length)), place % bytes.length);
        const fault = walkJpeg(bytes);
        assert.ok(fault === null || (fault.at >= 0 && fault.at <= 1));
        looksDamaged(bytes);
      }),
      { numRuns: 60 },
    );
  });
});
