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

  describe('without loss', () => {
    const lossless: Buffer[] = [];
    before(async () => {
      for (const [i, png] of pictures.entries()) {
        lossless.push(
          await sharp(png)
            .webp({ lossless: true, effort: i % 7 })
            .toBuffer(),
        );
        lossless.push(await sharp(png).ensureAlpha(0.5).webp({ nearLossless: true, quality: 40 }).toBuffer());
        // A palette, and a picture so small that codes have one symbol.
        lossless.push(await sharp(png).greyscale().threshold(128).webp({ lossless: true }).toBuffer());
        lossless.push(
          await sharp(png)
            .resize(2 + i, 1)
            .webp({ lossless: true })
            .toBuffer(),
        );
      }
    });

    it('finds nothing in sound files', () => {
      for (const [i, bytes] of lossless.entries()) {
        assert.ok(bytes.includes('VP8L'));
        assert.equal(isWebpSound(bytes), true, `${i}`);
      }
    });

    it('finds holes and most of what is overwritten', () => {
      const random = new Random(8);
      const found = { hole: 0, overwritten: 0 };
      const large = lossless.filter(({ length }) => length > 3000);
      for (const bytes of large) {
        const place = 60 + random.whole(0, Math.floor(bytes.length * 0.8));
        const length = Math.floor(bytes.length * 0.1);
        const hole = Buffer.from(bytes);
        hole.fill(0, place, place + length);
        const overwritten = Buffer.from(bytes);
        for (let i = place; i < Math.min(bytes.length, place + length); i++) overwritten[i] = random.whole(0, 255);
        if (isWebpSound(hole) === false) found.hole++;
        if (isWebpSound(overwritten) === false) found.overwritten++;
      }
      assert.ok(large.length >= 9);
      assert.ok(found.hole >= large.length * 0.75, `${found.hole} of ${large.length}`);
      assert.ok(found.overwritten >= large.length * 0.6, `${found.overwritten} of ${large.length}`);
    });

    it('ends for any bytes', () => {
      const bytes = lossless[0]!;
      fc.assert(
        fc.property(
          fc.array(fc.tuple(fc.nat({ max: Math.min(400, bytes.length - 1) }), fc.nat({ max: 255 })), { maxLength: 20 }),
          (changes) => {
            const file = Buffer.from(bytes);
            for (const [at, value] of changes) file[at] = value;
            isWebpSound(file);
          },
        ),
        { numRuns: 60 },
      );
    });
  });

  it('says nothing of what it does not walk', async () => {
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
