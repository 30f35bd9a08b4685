import assert from 'node:assert/strict';
import fc from 'fast-check';
import sharp from 'sharp';
import { estimateQuality } from '../../server/src/images/header/jpeg.ts';
import { readHeader, readHeaderNow } from '../../server/src/images/header/read.ts';
import { type ByteSource, type ImageHeader, isHeader } from '../../server/src/images/header/types.ts';
import { animation, bmp, picture } from './samples.ts';

/** A source over bytes that counts what is read. */
function source(bytes: Uint8Array): ByteSource & { bytesRead: number } {
  return {
    size: bytes.length,
    bytesRead: 0,
    read(offset, length) {
      this.bytesRead += length;
      return bytes.subarray(offset, offset + length);
    },
  };
}

async function header(bytes: Uint8Array, name?: string): Promise<ImageHeader> {
  const result = await readHeader(source(bytes), name);
  assert.ok(isHeader(result), JSON.stringify(result));
  return result;
}

async function expectFacts(bytes: Uint8Array, facts: Partial<ImageHeader>): Promise<void> {
  const actual = await header(bytes);
  for (const [key, value] of Object.entries(facts)) {
    assert.deepEqual(actual[key as keyof ImageHeader], value, `${key} of ${JSON.stringify(actual)}`);
  }
}

/** The facts of `picture()` that every format shares. */
const small = { width: 60, height: 40, damage: null };

describe('image headers', () => {
  it('takes a PNG without IEND for whole, as PIL does, and one cut within its pixels for cut', async () => {
    const whole = await picture().png({ compressionLevel: 0 }).toBuffer();
    const end = whole.length - 12;
    for (const length of [end, end + 5, whole.length])
      assert.equal((await header(whole.subarray(0, length))).damage, null);
    for (const length of [end - 1, end - 30, Math.floor(end / 2)])
      assert.equal((await header(whole.subarray(0, length))).damage, 'truncated', String(length));
  });

  it('tells weakly from strongly compressed WebP', async () => {
    const quality = async (q: number, lossless = false): Promise<number | null> =>
      (await header(await picture().webp({ quality: q, lossless }).toBuffer())).webpQuality;
    assert.equal(await quality(100, true), null);
    assert.ok((await quality(5))! < 25);
    assert.ok((await quality(80))! > 45);
    assert.ok((await quality(100))! > 90);
  });

  it('reads JPEG: size, depth, quality, progressive, EXIF, ICC, grey, CMYK', async () => {
    await expectFacts(await picture().jpeg({ quality: 80 }).toBuffer(), {
      ...small,
      format: 'jpeg',
      bitDepth: 8,
      channels: 3,
      colour: 'ycc',
      jpegQuality: 80,
      progressive: false,
      icc: false,
      exifOrientation: 1,
    });
    const rich = picture().jpeg({ progressive: true }).withMetadata({ orientation: 6 }).withIccProfile('srgb');
    await expectFacts(await rich.toBuffer(), { ...small, progressive: true, exifOrientation: 6, icc: true });
    await expectFacts(await picture().toColourspace('b-w').jpeg().toBuffer(), {
      ...small,
      colour: 'grey',
      channels: 1,
    });
    await expectFacts(await picture().toColourspace('cmyk').jpeg().toBuffer(), {
      ...small,
      colour: 'cmyk',
      channels: 4,
    });
  });

  it('estimates the JPEG quality of every setting within two', async () => {
    for (const quality of [10, 30, 50, 75, 85, 90, 95, 99, 100]) {
      const { jpegQuality } = await header(await picture(200, 200).jpeg({ quality }).toBuffer());
      assert.ok(Math.abs(jpegQuality! - quality) <= 2, `${quality}: ${jpegQuality}`);
    }
    assert.equal(estimateQuality(new Array(64).fill(1)), 100);
  });

  it('reads PNG: 16 bits, alpha, palette, transparency chunk, interlacing, EXIF, ICC', async () => {
    await expectFacts(await picture().png().toBuffer(), { ...small, format: 'png', colour: 'rgb', hasAlpha: false });
    await expectFacts(await picture(60, 40, true).png().toBuffer(), { ...small, channels: 4, hasAlpha: true });
    await expectFacts(await picture().toColourspace('rgb16').png().toBuffer(), { ...small, bitDepth: 16 });
    await expectFacts(await picture(60, 40, true).png({ palette: true }).toBuffer(), {
      ...small,
      colour: 'palette',
      hasAlpha: true,
    });
    await expectFacts(await picture().png({ progressive: true }).withMetadata({ orientation: 3 }).toBuffer(), {
      ...small,
      progressive: true,
      exifOrientation: 3,
    });
    await expectFacts(await picture().png().withIccProfile('p3').toBuffer(), { ...small, icc: true });
    await expectFacts(await picture().toColourspace('b-w').png().toBuffer(), { ...small, colour: 'grey', channels: 1 });
  });

  it('reads the three flavours of WebP', async () => {
    await expectFacts(await picture().webp().toBuffer(), { ...small, format: 'webp', variant: 'VP8', hasAlpha: false });
    await expectFacts(await picture(60, 40, true).webp({ lossless: true }).toBuffer(), {
      ...small,
      variant: 'VP8L',
      hasAlpha: true,
    });
    await expectFacts(await picture(60, 40, true).webp().toBuffer(), { ...small, variant: 'VP8X', hasAlpha: true });
    await expectFacts(await picture().webp().withMetadata({ orientation: 8 }).withIccProfile('srgb').toBuffer(), {
      ...small,
      variant: 'VP8X',
      exifOrientation: 8,
      icc: true,
    });
  });

  it('notices animation and counts frames', async () => {
    const frames = await animation(3);
    const facts = { width: 32, height: 24, animated: true, frames: 3, damage: null };
    await expectFacts(await frames.clone().webp({ loop: 0 }).toBuffer(), facts);
    await expectFacts(await frames.clone().gif().toBuffer(), { ...facts, colour: 'palette' });
    await expectFacts(await picture().gif().toBuffer(), { ...small, format: 'gif', animated: false, frames: 1 });
  });

  it('reads TIFF and AVIF', async () => {
    for (const options of [{}, { bigtiff: true }, { compression: 'lzw', predictor: 'horizontal' }] as const) {
      await expectFacts(await picture().tiff(options).withMetadata({ orientation: 5 }).toBuffer(), {
        ...small,
        format: 'tiff',
        channels: 3,
        bitDepth: 8,
        exifOrientation: 5,
      });
    }
    await expectFacts(await picture(60, 40, true).tiff({ tile: true, compression: 'lzw' }).toBuffer(), {
      ...small,
      hasAlpha: true,
    });
    await expectFacts(await picture().avif().toBuffer(), { ...small, format: 'avif', bitDepth: 8, hasAlpha: false });
    await expectFacts(await picture(60, 40, true).avif().toBuffer(), { ...small, format: 'avif', hasAlpha: true });
  });

  it('reads BMP with rows in either order', async () => {
    const grey = (): number[] => [1, 2, 3];
    await expectFacts(bmp(61, 40, 24, grey), { width: 61, height: 40, format: 'bmp', damage: null, hasAlpha: false });
    await expectFacts(bmp(61, 40, 32, grey, true), { width: 61, height: 40, damage: null });
    await expectFacts(bmp(61, 40, 24, grey).subarray(0, 500), { width: 61, height: 40, damage: 'truncated' });
  });

  it('lets the content decide, and tells a wrong extension', async () => {
    const png = await picture().png().toBuffer();
    assert.equal((await header(png, 'folder.x/a.JPG')).extensionMismatch, true);
    assert.equal((await header(png, 'a.PNG')).extensionMismatch, false);
    assert.equal((await header(png, 'noextension')).extensionMismatch, false);
  });

  it('names what is not an image', async () => {
    const problem = async (text: string | Uint8Array) => readHeader(source(Buffer.from(text)), 'a.png');
    assert.deepEqual(await problem(''), { problem: 'empty', detected: null });
    assert.deepEqual(await problem('1girl, solo'), { problem: 'not-an-image', detected: 'text' });
    assert.deepEqual(await problem('<!doctype html><p>404'), { problem: 'not-an-image', detected: 'html' });
    assert.deepEqual(await problem('<svg xmlns="http://www.w3.org/2000/svg"/>'), {
      problem: 'unsupported',
      detected: 'svg',
    });
    assert.deepEqual(await problem(new Uint8Array(100)), { problem: 'not-an-image', detected: 'zeros' });
    assert.deepEqual(await problem(Buffer.from('ff0a00', 'hex')), { problem: 'unsupported', detected: 'jxl' });
  });

  it('accepts data after the end of JPEG and PNG, and tells truncation', async () => {
    for (const bytes of [await picture(300, 300).jpeg().toBuffer(), await picture(300, 300).png().toBuffer()]) {
      for (const more of [3, 5000, 150_000])
        assert.equal((await header(Buffer.concat([bytes, Buffer.alloc(more, 7)]))).damage, null);
      assert.equal((await header(bytes.subarray(0, bytes.length * 0.6))).damage, 'truncated');
    }
  });

  it('reads the end only, of a JPEG with little behind its end', async () => {
    const jpeg = await picture(1200, 1200).jpeg({ quality: 100 }).toBuffer();
    const whole = Buffer.concat([jpeg, Buffer.alloc(20_000, 1), jpeg.subarray(jpeg.length - 2), Buffer.alloc(900, 7)]);
    let read = 0;
    const source = {
      size: whole.length,
      read: (at: number, length: number) => {
        read += length;
        return whole.subarray(at, at + length);
      },
    };
    const result = readHeaderNow(source, 'a.jpg');
    assert.ok(isHeader(result) && result.damage === null);
    assert.ok(read < 30_000 && whole.length > 60_000, `${read} of ${whole.length}`);
  });

  it('tells every file cut in its second half, in every format', async () => {
    const alpha = picture(200, 150, true);
    const files = {
      jpeg: await picture(200, 150).jpeg().toBuffer(),
      png: await picture(200, 150).png().toBuffer(),
      vp8: await picture(200, 150).webp().toBuffer(),
      vp8x: await alpha.clone().webp().toBuffer(),
      gif: await alpha.clone().gif().toBuffer(),
      tiff: await picture(200, 150).tiff({ compression: 'lzw' }).toBuffer(),
      avif: await picture(200, 150).avif().toBuffer(),
    };
    for (const [name, bytes] of Object.entries(files)) {
      assert.equal((await header(bytes)).damage, null, name);
      for (const share of [0.5, 0.7, 0.9, 0.99]) {
        const result = await readHeader(source(bytes.subarray(0, Math.floor(bytes.length * share))));
        assert.ok(!isHeader(result) || result.damage === 'truncated', `${name} ${share} ${JSON.stringify(result)}`);
      }
    }
  });

  it('reads the same from a source that answers later', async () => {
    const alpha = picture(200, 150, true);
    const files = [
      await picture(200, 150).jpeg().withMetadata({ orientation: 6 }).toBuffer(),
      await alpha.clone().png().toBuffer(),
      await alpha.clone().webp().withMetadata({ orientation: 3 }).toBuffer(),
      await (await animation(3)).gif().toBuffer(),
      await picture(200, 150).tiff().toBuffer(),
      await alpha.clone().avif().toBuffer(),
    ];
    for (const whole of files) {
      // Padding moves the end of the file out of the first window.
      for (const bytes of [
        whole,
        whole.subarray(0, whole.length / 2),
        Buffer.concat([whole, Buffer.alloc(50_000, 7)]),
      ]) {
        const later: ByteSource = {
          size: bytes.length,
          read: async (offset, length) => bytes.subarray(offset, offset + length),
        };
        assert.deepEqual(await readHeader(later), await readHeader(source(bytes)));
      }
    }
  });

  it('reads little of a large file', async () => {
    const noise = Buffer.from(Array.from({ length: 500 * 500 * 3 }, (_, i) => (i * 7919 + (i >> 3) * 31) & 255));
    const raw = sharp(noise, { raw: { width: 500, height: 500, channels: 3 } });
    for (const bytes of [await raw.clone().png().toBuffer(), await raw.clone().jpeg({ quality: 100 }).toBuffer()]) {
      const counted = source(bytes);
      assert.ok(isHeader(await readHeader(counted)));
      assert.ok(counted.bytesRead <= 20000, String(counted.bytesRead));
    }
  });

  it('never throws and stays bounded on arbitrary bytes behind any signature', async () => {
    const signatures = [
      'ffd8ff',
      '89504e470d0a1a0a',
      '474946383961',
      '424d',
      '49492a00',
      '4d4d002b',
      '00000018667479706176696600000000',
    ];
    const starts = [
      ...signatures.map((hex) => Buffer.from(hex, 'hex')),
      Buffer.from('RIFF\x10\x00\x00\x00WEBPVP8X'),
      Buffer.alloc(0),
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 600 }), async (start, rest) => {
        const counted = source(Buffer.concat([start, rest]));
        const result = await readHeader(counted, 'a.png');
        assert.ok('problem' in result || result.width > 0);
      }),
      { numRuns: 1500 },
    );
  });

  it('never throws on a valid file with bytes changed or cut', async () => {
    const alpha = picture(60, 40, true);
    const files = [
      await picture().jpeg().withMetadata({ orientation: 6 }).toBuffer(),
      await alpha.clone().png().withIccProfile('srgb').toBuffer(),
      await alpha.clone().webp().toBuffer(),
      await (await animation(2)).gif().toBuffer(),
      await picture().tiff().toBuffer(),
      await alpha.clone().avif().toBuffer(),
      bmp(10, 10, 24, () => [1, 2, 3]),
    ];
    const change = fc.array(fc.tuple(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.nat(255)), { maxLength: 6 });
    const cut = fc.double({ min: 0, max: 1, noNaN: true });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), change, cut, async (file, changes, share) => {
        const bytes = Buffer.from(file.subarray(0, Math.ceil(file.length * share)));
        for (const [at, value] of changes) bytes[Math.floor(at * Math.min(bytes.length, 400))] = value;
        await readHeader(source(bytes), 'a.png');
      }),
      { numRuns: 1500 },
    );
  });

  it('turns a failing source into a problem', async () => {
    const failing: ByteSource = {
      size: 100,
      read: () => Promise.reject(Object.assign(new Error('gone'), { code: 'EIO' })),
    };
    assert.deepEqual(await readHeader(failing), { problem: 'unreadable', detected: 'EIO' });
  });
});
