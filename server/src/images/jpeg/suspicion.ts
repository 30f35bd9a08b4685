import type { Pixels } from '../fingerprint/cells.ts';
import { u16be } from '../header/reader.ts';

/** Zeros in a row that compressed data does not have. */
const ZEROS = new Uint8Array(40);

/**
 * A quick look at the bytes of a JPEG for signs of damage: markers that cannot be there, restart markers out of order,
 * long stretches of zeros. What it suspects has to be walked; what it does not may be damaged all the same.
 */
export function looksDamaged(bytes: Buffer): boolean {
  let restart = 0;
  let inScan = false;
  /** The next zeros in a row, wherever they are. */
  let zeros = Number.POSITIVE_INFINITY;
  for (let at = 2; ; ) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) return inScan;
    const marker = bytes[at + 1]!;
    if (marker === 0 || marker === 0xff) at += marker === 0 ? 2 : 1;
    else if (marker >= 0xd0 && marker <= 0xd7) {
      if (inScan && marker !== 0xd0 + restart) return true;
      restart = (restart + 1) & 7;
      at += 2;
    } else if (zeros < at) return true;
    else if (marker === 0xd9) return false;
    else if (isSegment(marker) && at + 4 <= bytes.length) {
      at += 2 + u16be(bytes, at + 2);
      if (marker !== 0xda) continue;
      inScan = true;
      restart = 0;
      zeros = bytes.indexOf(ZEROS, at);
      if (zeros < 0) zeros = Number.POSITIVE_INFINITY;
    } else return true;
  }
}

const isSegment = (marker: number): boolean =>
  (marker >= 0xc0 && marker <= 0xcf) || (marker >= 0xda && marker <= 0xef) || marker === 0xfe;

/**
 * Mean step of a channel, in levels, and times that it is larger than those of most rows. Of 742 sound photographs and drawings one in
 * sixteen has such a row, of 41 pictures whose damage neither decoder nor bytes tell three in five.
 */
const STEP = 30;
const TIMES = 3;

/**
 * Whether a picture has a straight seam across: after damage, the blocks that follow are shifted or of another
 * brightness. Horizons and bars have seams too; such a file is walked to be sure.
 */
export function hasSeam({ data, width, height, channels }: Pixels): boolean {
  const steps: number[] = [];
  const counts = new Uint16Array(3 * 255 + 1);
  const seen = Math.ceil(width / 2);
  for (let y = 1; y < height; y++) {
    counts.fill(0);
    for (let x = 0; x < width; x += 2) {
      const at = (y * width + x) * channels;
      const above = at - width * channels;
      counts[
        Math.abs(data[at]! - data[above]!) +
          Math.abs(data[at + 1]! - data[above + 1]!) +
          Math.abs(data[at + 2]! - data[above + 2]!)
      ]!++;
    }
    // The step that two fifths of the row stay below: counting finds it faster than sorting does.
    let step = -1;
    for (let below = 0; below <= Math.floor(seen * 0.4); ) below += counts[++step]!;
    steps.push(step / 3);
  }
  const usual = [...steps].sort((a, b) => a - b)[steps.length >> 1]!;
  return steps.some((step) => step > STEP && step > TIMES * usual);
}
