import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTrainerImageSize } from '../../server/src/trainers/files/image-size.ts';

const sizeOf = (bytes: Uint8Array) => readTrainerImageSize((offset, length) => bytes.subarray(offset, offset + length));

function bytes(length: number, ...parts: [number, string | number[]][]): Uint8Array {
  const made = new Uint8Array(length);
  for (const [at, part] of parts) made.set(typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part, at);
  return made;
}

describe('image size as the trainer reads it', () => {
  it('reads an extended WebP one pixel too small, plain ones correctly', () => {
    const riff: [number, string][] = [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ];
    const extended = bytes(40, ...riff, [12, 'VP8X'], [24, [0xff, 0x03, 0, 0xff, 0x02, 0]]);
    assert.deepEqual(sizeOf(extended).value, { width: 1023, height: 767 });
    // One pixel wide, it would be nothing: the trainer asks another reader.
    const narrow = bytes(40, ...riff, [12, 'VP8X'], [24, [0, 0, 0, 0xff, 0x02, 0]]);
    assert.deepEqual(sizeOf(narrow).value, { width: 1, height: 768 });
    const lossy = bytes(40, ...riff, [12, 'VP8 '], [26, [0, 4, 0, 3]]);
    assert.deepEqual(sizeOf(lossy).value, { width: 1024, height: 768 });
    assert.equal(sizeOf(bytes(40, ...riff, [12, 'ALPH'])).error?.exception, 'ValueError');
  });

  it('skips segments and tables of a JPEG to its frame', () => {
    const jpeg = bytes(40, [
      0,
      [0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 1, 0xff, 0xc4, 0, 3, 9, 0xff, 0xff, 0xc2, 0, 17, 8, 0x03, 0, 0x04, 0],
    ]);
    assert.deepEqual(sizeOf(jpeg).value, { width: 1024, height: 768 });
    assert.equal(sizeOf(Uint8Array.of(0xff, 0xd8)).error?.exception, 'ValueError');
  });

  it('reads BMP by way of PIL, also from top to bottom', () => {
    const header: [number, string | number[]][] = [
      [0, 'BM'],
      [14, [40]],
      [18, [0x80, 0x02]],
      [28, [24]],
    ];
    assert.deepEqual(sizeOf(bytes(54, ...header, [22, [0xe0, 1]])).value, { width: 640, height: 480 });
    assert.deepEqual(sizeOf(bytes(54, ...header, [22, [0x20, 0xfe, 0xff, 0xff]])).value, { width: 640, height: 480 });
  });

  it('gives 0 x 0 for what is no image', () => {
    for (const content of [new Uint8Array(), bytes(20, [0, 'hello']), bytes(5, [0, 'BM'])]) {
      assert.deepEqual(sizeOf(content).value, { width: 0, height: 0 });
    }
  });

  it('never throws on any bytes', () => {
    const signatures = [
      '',
      'GIF89a',
      '\x89PNG\r\n\x1a\n',
      '\xff\xd8',
      'RIFF....WEBPVP8X',
      'RIFF....WEBPVP8L',
      'MM\0*',
      'II*\0',
      'BM',
      '\0\0\0\x0cjP  \r\n\x87\n',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...signatures), fc.uint8Array({ maxLength: 80 }), (signature, rest) => {
        sizeOf(Uint8Array.from([...[...signature].map((c) => c.charCodeAt(0)), ...rest]));
      }),
      { numRuns: 400 },
    );
  });
});
