import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import type { Pixels } from '../../server/src/images/fingerprint/cells.ts';
import { smallPicture } from '../../server/src/images/jpeg/small.ts';
import { walkJpeg } from '../../server/src/images/jpeg/walk.ts';
import { kernelFile, kernelSource } from '../../tools/kernels.ts';
import { drawPictures } from '../bench/draw.ts';

type Chroma = '4:2:0' | '4:4:4';

describe('Small pictures of JPEGs', () => {
  const drawings: Buffer[] = [];
  /** A drawing at a size, ready to be saved. */
  const drawn = (i: number, width: number, height: number): Sharp =>
    sharp(drawings[i]!).flatten().resize(width, height, { fit: 'fill' });

  before(async function () {
    this.timeout(60_000);
    for (const { png } of await drawPictures(9, 5)) drawings.push(png);
  });

  const made = (bytes: Buffer): Pixels => {
    const small = smallPicture(bytes);
    assert.ok(small !== null && small !== 'broken');
    return small;
  };

  /** Mean difference from what the decoder makes of the whole picture, shrunk by means. */
  async function distance(bytes: Buffer, { data, width, height }: Pixels): Promise<number> {
    const whole = await sharp(bytes).autoOrient().raw().toBuffer({ resolveWithObject: true });
    const { width: across, height: down, channels } = whole.info;
    const sums = new Float64Array(data.length);
    const counts = new Float64Array(data.length);
    for (let y = 0; y < down; y++) {
      for (let x = 0; x < across; x++) {
        const cell = Math.floor(((y + 0.5) * height) / down) * width + Math.floor(((x + 0.5) * width) / across);
        for (let c = 0; c < 3; c++) {
          sums[3 * cell + c]! += whole.data[(y * across + x) * channels + c]!;
          counts[3 * cell + c]!++;
        }
      }
    }
    return sums.reduce((total, sum, i) => total + Math.abs(sum / counts[i]! - data[i]!), 0) / sums.length;
  }

  /** What the decoder makes of a picture at an eighth of its size, which sharp asks for from a ninth on. */
  async function decodedAtEighth(bytes: Buffer): Promise<Pixels> {
    const { width = 0, height = 0 } = await sharp(bytes).metadata();
    const [wide, tall] = [width, height].map((side) => Math.min(128, Math.floor(side / 9))) as [number, number];
    const { data, info } = await sharp(bytes)
      .resize(wide, tall, { fit: 'fill' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height, channels: info.channels };
  }

  it('come from a kernel that is what its source compiles to', async () => {
    const folder = 'images/jpeg/kernel';
    assert.equal(readFileSync(kernelFile(folder), 'utf8'), await kernelSource(folder));
  }).timeout(60_000);

  it('are as near to the pixels as what decoders make at an eighth, in any shape and with any kind of colour', async () => {
    const sizes = [
      [576, 576],
      [1024, 832],
      [1300, 640],
      [601, 1117],
    ] as const;
    for (const [i, [width, height]] of sizes.entries()) {
      for (const chromaSubsampling of ['4:2:0', '4:4:4'] as Chroma[]) {
        for (const colour of [true, false]) {
          const image = colour ? drawn(i, width, height) : drawn(i, width, height).greyscale();
          const bytes = await image.jpeg({ quality: 90, chromaSubsampling }).toBuffer();
          const small = made(bytes);
          assert.deepEqual(
            [small.width, small.height],
            [Math.min(128, Math.floor(width / 8)), Math.min(128, Math.floor(height / 8))],
          );
          const [far, eighth] = [await distance(bytes, small), await distance(bytes, await decodedAtEighth(bytes))];
          assert.ok(far < eighth + 0.3, `${width}×${height} ${chromaSubsampling} ${colour}: ${far}, ${eighth}`);
        }
      }
    }
  }).timeout(60_000);

  it('are the same for the same coefficients, whichever way they are written', async () => {
    for (const [i] of drawings.entries()) {
      for (const chromaSubsampling of ['4:2:0', '4:4:4'] as Chroma[]) {
        const pixels = await drawn(i, 700, 620).raw().toBuffer();
        const save = (options: object): Promise<Buffer> =>
          sharp(pixels, { raw: { width: 700, height: 620, channels: 3 } })
            .jpeg({ quality: 85, chromaSubsampling, ...options })
            .toBuffer();
        const plain = made(await save({}));
        assert.deepEqual(made(await save({ progressive: true })), plain);
        assert.deepEqual(made(await save({ optimiseCoding: false })), plain);
      }
    }
  }).timeout(60_000);

  it('are turned as EXIF asks', async () => {
    const picture = await drawn(2, 800, 640).jpeg({ quality: 92 }).toBuffer();
    for (let orientation = 1; orientation <= 8; orientation++) {
      const bytes = await sharp(picture).withMetadata({ orientation }).jpeg({ quality: 92 }).toBuffer();
      const small = made(bytes);
      assert.deepEqual([small.width, small.height], orientation < 5 ? [100, 80] : [80, 100]);
      assert.ok((await distance(bytes, small)) < 1.5, `${orientation}`);
    }
  });

  it('are left to the decoder where colours have to be changed, and of small pictures', async () => {
    const image = drawn(1, 700, 620);
    const kinds: Record<string, Buffer> = {
      'another profile': await image.clone().withIccProfile('p3').jpeg().toBuffer(),
      'four colours': await image.clone().toColourspace('cmyk').jpeg().toBuffer(),
      small: await drawn(1, 575, 900).jpeg().toBuffer(),
      'no JPEG': await image.clone().png().toBuffer(),
    };
    for (const [kind, bytes] of Object.entries(kinds)) assert.equal(smallPicture(bytes), null, kind);
    const standard = await image.clone().withIccProfile('srgb').jpeg().toBuffer();
    assert.ok((await distance(standard, made(standard))) < 1.5);
  });

  it('are left to the decoder where a file is odd, and broken where its data is', async () => {
    for (const progressive of [false, true]) {
      const bytes = await drawn(3, 700, 620).jpeg({ progressive }).toBuffer();
      const end = bytes.length - 2;
      const odd = {
        cut: bytes.subarray(0, end),
        stray: Buffer.concat([bytes.subarray(0, 2), Buffer.of(1), bytes.subarray(2)]),
      };
      for (const [kind, file] of Object.entries(odd)) assert.equal(smallPicture(file), null, kind);
      const hole = Buffer.from(bytes).fill(0, bytes.length >> 1, (bytes.length >> 1) + 2000);
      assert.equal(smallPicture(hole), 'broken');
      assert.ok(walkJpeg(hole));
      assert.deepEqual(smallPicture(Buffer.concat([bytes, Buffer.from('appended by a camera')])), made(bytes));
    }
  });

  it('end for any bytes, and know no fault that the walk does not know', async () => {
    const files: Buffer[] = [];
    for (const progressive of [false, true]) files.push(await drawn(4, 640, 600).jpeg({ progressive }).toBuffer());
    fc.assert(
      fc.property(fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 300 }), (place, noise) => {
        const bytes = Buffer.from(files[place % 2]!);
        bytes.set(noise.subarray(0, bytes.length - (place % bytes.length)), place % bytes.length);
        if (smallPicture(bytes) === 'broken') assert.ok(walkJpeg(bytes));
      }),
      { numRuns: 100 },
    );
  });
});
