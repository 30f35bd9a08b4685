import type { Colours, Grid } from './grid.ts';

/** Levels of chroma that two pictures differ by where something else is to be seen, and share of the points that it takes. */
const OTHER_COLOUR = 14;
const LEAST_SHARE = 0.002;
/** Grid points between the two sides of a step of colour: chroma has half of them. */
const ACROSS = 2;
/** Times that what lies over a picture has more colour than what it covers: grey writing takes colours away, and leaves their edges around it. */
const MORE_COLOUR = 1.5;

/**
 * Whose edges of colour run along the outline of what differs in colour: 1 when only the first picture has them, −1 when only the second has,
 * 0 where hardly anything differs, or the other one is as colourful. Grass, gravel and hair have edges of luma everywhere, and one colour.
 */
export function colourLeaning({ side, inside, chromaA, chromaB }: Grid & Colours): number {
  const points = side * side;
  const step = (chroma: Float32Array, q: number, p: number): number =>
    Math.abs(chroma[p]! - chroma[q]!) + Math.abs(chroma[points + p]! - chroma[points + q]!);
  const differs = (q: number): boolean =>
    Math.abs(chromaA[q]! - chromaB[q]!) + Math.abs(chromaA[points + q]! - chromaB[points + q]!) >= OTHER_COLOUR;
  const colourful = (chroma: Float32Array, q: number): number => Math.abs(chroma[q]!) + Math.abs(chroma[points + q]!);
  let [difference, sum, n, inA, inB] = [0, 0, 0, 0, 0];
  for (let y = 0; y < side - ACROSS; y++) {
    for (let x = 0; x < side - ACROSS; x++) {
      const q = y * side + x;
      if (inside[q] === 0) continue;
      const other = differs(q);
      if (other) {
        n++;
        inA += colourful(chromaA, q);
        inB += colourful(chromaB, q);
      }
      for (const p of [q + ACROSS, q + ACROSS * side]) {
        if (inside[p] === 0 || differs(p) === other) continue;
        const [ofA, ofB] = [step(chromaA, q, p), step(chromaB, q, p)];
        difference += ofA - ofB;
        sum += ofA + ofB;
      }
    }
  }
  if (n < LEAST_SHARE * points || sum === 0) return 0;
  const [bearer, covered] = difference > 0 ? [inA, inB] : [inB, inA];
  return bearer < MORE_COLOUR * covered ? 0 : difference / sum;
}
