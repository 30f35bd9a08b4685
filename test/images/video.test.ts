import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ByteSource } from '../../server/src/images/header/types.ts';
import { isVideo } from '../../server/src/images/video/facts.ts';
import { readVideo } from '../../server/src/images/video/read.ts';
import { box, mp4, text, u16, u32, zeros } from '../support/mp4.ts';

const element = (id: number[], ...content: number[][]): number[] => {
  const body = content.flat();
  return [...id, 0x10 | (body.length >> 24), (body.length >> 16) & 255, ...u16(body.length & 65535), ...body];
};
const float64 = (value: number): number[] => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return [...bytes];
};

function webm(width: number, height: number, milliseconds: number, frameTime: number | null): Uint8Array {
  const video = element([0xe0], element([0xb0], u16(width)), element([0xba], u16(height)));
  const time = frameTime === null ? [] : element([0x23, 0xe3, 0x83], u32(frameTime));
  const tracks = element(
    [0x16, 0x54, 0xae, 0x6b],
    element([0xae], element([0x83], [2])),
    element([0xae], element([0x83], [1]), element([0x86], text('V_VP9')), time, video),
  );
  const info = element(
    [0x15, 0x49, 0xa9, 0x66],
    element([0x2a, 0xd7, 0xb1], u32(1_000_000)),
    element([0x44, 0x89], float64(milliseconds)),
  );
  // Live recordings leave the length of the segment open.
  const open = [0x18, 0x53, 0x80, 0x67, 0x01, ...new Array<number>(7).fill(255)];
  return Uint8Array.from([
    ...element([0x1a, 0x45, 0xdf, 0xa3], zeros(20)),
    ...open,
    ...info,
    ...tracks,
    ...element([0x1f, 0x43, 0xb6, 0x75], zeros(3000)),
  ]);
}

/** Answers later, and counts what is read. */
function source(bytes: Uint8Array): ByteSource & { total: number } {
  return {
    size: bytes.length,
    total: 0,
    async read(offset, length) {
      this.total += length;
      return bytes.subarray(offset, offset + length);
    },
  };
}

describe('headers of videos', () => {
  it('give size, length, frames and rate of an MP4, wherever its index lies', async () => {
    for (const mediaFirst of [false, true]) {
      const made = { width: 832, height: 480, frames: 81, ticksPerFrame: 512, scale: 8192, mediaFirst };
      const input = source(mp4(made));
      assert.deepEqual(await readVideo(input), {
        container: 'mp4',
        width: 832,
        height: 480,
        turned: false,
        duration: 81 / 16,
        frames: 81,
        rate: 16,
        codec: 'avc1',
      });
      assert.ok(input.total < 45_000, `${input.total} bytes read`);
    }
  });

  it('turn the size where the container asks for a quarter turn', async () => {
    const made = { width: 1920, height: 1080, frames: 30, ticksPerFrame: 1001, scale: 30_000, turned: true };
    const facts = await readVideo(source(mp4(made)));
    assert.ok(isVideo(facts));
    assert.deepEqual([facts.width, facts.height, facts.turned], [1080, 1920, true]);
    assert.ok(Math.abs(facts.rate! - 29.97) < 0.001);
  });

  it('count no frames where an edit list cuts some away', async () => {
    const made = { width: 640, height: 480, frames: 81, ticksPerFrame: 512, scale: 8192 };
    for (const [shown, frames] of [
      [81, 81],
      [80, 81],
      [79, null],
      [40, null],
      [0, 81],
    ] as const) {
      const facts = await readVideo(source(mp4({ ...made, shown })));
      assert.ok(isVideo(facts));
      assert.equal(facts.frames, frames, `${shown} shown`);
      assert.equal(facts.rate, 16);
    }
  });

  it('give what a WebM says, and no frames where it does not', async () => {
    const facts = await readVideo(source(webm(640, 360, 4000, 40_000_000)));
    assert.deepEqual(facts, {
      container: 'webm',
      width: 640,
      height: 360,
      turned: false,
      duration: 4,
      frames: 100,
      rate: 25,
      codec: 'V_VP9',
    });
    const without = await readVideo(source(webm(640, 360, 4000, null)));
    assert.ok(isVideo(without));
    assert.deepEqual([without.frames, without.rate, without.duration], [null, null, 4]);
  });

  it('say so when there is nothing to say', async () => {
    assert.deepEqual(await readVideo(source(Uint8Array.from(text('GIF89a and so on')))), { problem: 'not-a-video' });
    const whole = mp4({ width: 8, height: 8, frames: 1, ticksPerFrame: 1, scale: 1 });
    assert.deepEqual(await readVideo(source(whole.subarray(0, 40))), { problem: 'truncated' });
    assert.deepEqual(
      await readVideo(source(Uint8Array.from([...box('ftyp', text('isom')), ...box('moov', zeros(8))]))),
      {
        problem: 'no-picture-track',
      },
    );
  });

  it('end for any bytes, cut or overwritten', async () => {
    const files = [mp4({ width: 64, height: 64, frames: 9, ticksPerFrame: 1, scale: 24 }), webm(64, 64, 1000, 1000)];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(3000),
        fc.uint8Array({ maxLength: 60 }),
        async (file, at, noise) => {
          const bytes = Uint8Array.from(file);
          bytes.set(noise, at % (bytes.length - noise.length));
          for (const given of [bytes, bytes.subarray(0, at % bytes.length)]) {
            const facts = await readVideo(source(given));
            if (isVideo(facts)) assert.ok(facts.width > 0 && facts.height > 0);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
