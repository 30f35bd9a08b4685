import { CELLS, type Fingerprint } from '../fingerprint/fingerprint.ts';

/** A descriptor with less energy says nothing: the picture is nearly flat. */
export const FLAT_ENERGY = 1;

/** Nearly flat pictures have no shape to align: they are the same when brightness, colour and shape agree directly. */
export function flatPairMatches(a: Fingerprint, b: Fingerprint): boolean {
  const ratio = a.width / a.height / (b.width / b.height);
  if (ratio < 0.95 || ratio > 1.05) return false;
  let sum = 0;
  let squares = 0;
  let difference = 0;
  let largest = 0;
  for (let i = 0; i < CELLS; i++) {
    const value = a.luma[i]!;
    const d = Math.abs(value - b.luma[i]!);
    sum += value;
    squares += value * value;
    difference += d;
    if (d > largest) largest = d;
  }
  const deviation = Math.sqrt(Math.max(0, squares / CELLS - (sum / CELLS) ** 2));
  let chroma = 0;
  for (let i = 0; i < 128; i++) chroma += Math.abs(a.chroma[i]! - b.chroma[i]!);
  // A picture without any texture at all could be a copy of any other of its colour: only equal pixels count there.
  return (
    deviation > 0.7 &&
    largest < Math.max(8, 3 * deviation) &&
    difference / CELLS < Math.min(2, 0.35 * deviation + 0.3) &&
    chroma / 64 < 4
  );
}
