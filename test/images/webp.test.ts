import assert from 'node:assert/strict';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { isWebpSound } from '../../server/src/images/webp/walk.ts';
import { drawPictures } from '../bench/draw.ts';
import { Random } from '../bench/random.ts';
import { animation } from './samples.ts';

describe('walking the data of a WebP', () => {
  const files: { name: string; bytes: Buffer }[] = [];
  const pictures: Buffer[] = [];

  before(async function () {
    this.timeout(60_000);
    const kinds = {
      usual: (i: Sharp) => i.webp({ quality: 80 }),
      small: (i: Sharp) => i.webp({ quality: 10, effort: 6 }),
      fine: (i: Sharp) => i.webp({ quality: 98, effort: 0 }),
      odd: (i: Sharp) => i.resize(203, 77, { fit: 'fill' }).webp({ quality: 60, smartSubsample: true }),
      drawing: (i: Sharp) => i.webp({ quality: 75, preset: 'drawing' }),
      alpha: (i: Sharp) => i.ensureAlpha(0.5).webp({ quality: 70 }),
    };
    for (const { png } of await drawPictures(9, 22))
      pictures.push(await sharp(png).resize(320, 320, { fit: 'inside' }).png().toBuffer());
    for (const [at, png] of pictures.entries())
      for (const [kind, save] of Object.entries(kinds)) {
        files.push({ name: `${at} ${kind}`, bytes: await save(sharp(png)).toBuffer() });
      }
  });

  /** Where the data of the frame begins, and its size. */
  const frameOf = (bytes: Buffer): { at: number; size: number } => {
    const at = bytes.indexOf('VP8 ');
    return { at: at + 8, size: bytes.readUInt32LE(at + 4) };
  };

  it('finds nothing in sound files of every kind', () => {
    for (const { name, bytes } of files) assert.equal(isWebpSound(bytes), true, name);
  });

  it('finds holes of zeros, overwritten bytes and flipped bits', function () {
    this.timeout(60_000);
    const random = new Random(5);
    const found = { hole: 0, overwritten: 0, bit: 0 };
    for (const { bytes } of files) {
      const { at, size } = frameOf(bytes);
      const place = at + 40 + random.whole(0, Math.floor((size - 40) * 0.8));
      const length = Math.min(300, Math.floor(size * 0.1));
      const hole = Buffer.from(bytes);
      hole.fill(0, place, place + length);
      const overwritten = Buffer.from(bytes);
      for (let i = 0; i < length; i++) overwritten[place + i] = random.whole(0, 255);
      const bit = Buffer.from(bytes);
      bit[place]! ^= 8;
      for (const [kind, damaged] of Object.entries({ hole, overwritten, bit }))
        if (isWebpSound(damaged) === false) found[kind as keyof typeof found]++;
    }
    for (const [kind, count] of Object.entries(found))
      assert.ok(count >= files.length * 0.85, `${kind}: ${count} of ${files.length}`);
  });

  it('says nothing of what it does not walk', async () => {
    assert.equal(isWebpSound(await sharp(pictures[0]).webp({ lossless: true }).toBuffer()), null);
    assert.equal(isWebpSound(await (await animation(3)).webp().toBuffer()), null);
    assert.equal(isWebpSound(pictures[0]!), null);
    assert.equal(isWebpSound(new Uint8Array()), null);
  });

  it('ends for any bytes', () => {
    const { bytes } = files[0]!;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), { maxLength: 20 }),
        fc.nat(),
        (changes, cut) => {
          const file = Buffer.from(bytes);
          for (const [at, value] of changes) file[at] = value;
          isWebpSound(file.subarray(0, cut % (file.length + 1)));
        },
      ),
      { numRuns: 60 },
    );
  });
});
