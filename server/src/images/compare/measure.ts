import type { Aligned } from './align.ts';
import { AGREEING, gradientCorrelation, NOISE } from './correlate.ts';
import { SUMS, sumPairs } from './pair-sums.ts';
import type { AffineMap } from './resample.ts';
import type { Box, View } from './views.ts';

const BLOCKS = 8;

/** What an aligned pair looks like in numbers. */
export interface Measures {
  /** Correlation of luma over the common part, −1 to 1. */
  readonly correlation: number;
  /** Correlation of luma gradients. */
  readonly gradients: number;
  /** Share of textured 8×8 blocks whose pixels correlate. */
  readonly agreeing: number;
  /** Mean correlation of textured blocks, weighted by contrast. */
  readonly blockMean: number;
  /** Correlation that a quarter, and a half, of the textured blocks stay below. */
  readonly quarter: number;
  readonly median: number;
  /** Textured blocks, of 64. */
  readonly textured: number;
  /** Share of the first picture's box that lies inside the second picture. */
  readonly overlap: number;
  /** Standard deviation of luma of the less contrasty picture, in levels. */
  readonly contrast: number;
  /** Luma gain and offset that bring the second picture to the first. */
  readonly gain: number;
  readonly offset: number;
  /** Largest difference of a block's mean luma after gain and offset, in levels. */
  readonly worstBlock: number;
  /** Mean difference of Cb plus Cr, in levels. */
  readonly chromaDifference: number;
  /** How far colours agree in direction, up to 1; 1 for two grey pictures. */
  readonly chromaAgreement: number;
  /** Chroma strength of the two pictures, in levels. */
  readonly chromaA: number;
  readonly chromaB: number;
}

const correlations = new Float64Array(BLOCKS * BLOCKS);

/** Measures an aligned pair. */
export function measure(pair: Aligned, a: View, b: View, box: Box, map: AffineMap): Measures {
  sumBlocks(pair);
  const total = totalsOfBlocks();
  const blocks = measureBlocks(pair, total);
  return {
    correlation: total.correlation,
    gradients: gradientCorrelation(pair, pair.side),
    ...blocks,
    overlap: pair.count / (pair.side * pair.side),
    contrast: Math.min(total.deviationA, total.deviationB * Math.min(5, Math.max(0.2, Math.abs(total.gain)))),
    gain: total.gain,
    offset: total.offset,
    ...compareChroma(a, b, box, map),
  };
}

interface Totals {
  correlation: number;
  deviationA: number;
  deviationB: number;
  gain: number;
  offset: number;
}

const blockSums = new Float64Array(BLOCKS * BLOCKS * SUMS);

function sumBlocks(pair: Aligned): void {
  const { side } = pair;
  const size = side / BLOCKS;
  for (let block = 0; block < BLOCKS * BLOCKS; block++) {
    const first = (block >> 3) * size * side + (block & 7) * size;
    sumPairs(pair, { first, width: size, height: size, side }, blockSums, block * SUMS);
  }
}

function totalsOfBlocks(): Totals {
  const [n, sa, sb, saa, sbb, sab] = [0, 1, 2, 3, 4, 5].map((k) => {
    let sum = 0;
    for (let at = k; at < blockSums.length; at += SUMS) sum += blockSums[at]!;
    return sum;
  }) as [number, number, number, number, number, number];
  const va = saa - (sa * sa) / n;
  const vb = sbb - (sb * sb) / n;
  const covariance = sab - (sa * sb) / n;
  const gain = covariance / Math.max(vb, 1e-9);
  return {
    correlation: covariance / Math.sqrt(Math.max(va * vb, 1e-9)),
    deviationA: Math.sqrt(Math.max(0, va / n)),
    deviationB: Math.sqrt(Math.max(0, vb / n)),
    gain,
    offset: (sa - gain * sb) / n,
  };
}

function measureBlocks({ side }: Aligned, { gain, offset }: Totals) {
  const points = (side / BLOCKS) ** 2;
  const squaredGain = Math.max(0.05, gain * gain);
  let textured = 0;
  let agreeingBlocks = 0;
  let weights = 0;
  let weighted = 0;
  let worstBlock = 0;
  for (let at = 0; at < blockSums.length; at += SUMS) {
    const n = blockSums[at]!;
    if (n < points * 0.5) continue;
    const meanA = blockSums[at + 1]! / n;
    const meanB = blockSums[at + 2]! / n;
    const va = blockSums[at + 3]! / n - meanA * meanA;
    const vb = blockSums[at + 4]! / n - meanB * meanB;
    worstBlock = Math.max(worstBlock, Math.abs(meanA - (gain * meanB + offset)));
    if (va < NOISE * 2 && vb * gain * gain < NOISE * 2) continue;
    const covariance = blockSums[at + 5]! / n - meanA * meanB;
    const z = covariance / Math.sqrt((Math.max(0, va) + NOISE) * (Math.max(0, vb) + NOISE / squaredGain));
    correlations[textured++] = z;
    if (z > AGREEING) agreeingBlocks++;
    const weight = Math.sqrt(Math.max(0, va));
    weights += weight;
    weighted += weight * z;
  }
  const sorted = correlations.subarray(0, textured).sort();
  const below = (share: number): number => sorted[Math.min(textured - 1, Math.floor(share * textured))] ?? 0;
  return {
    textured,
    agreeing: textured > 0 ? agreeingBlocks / textured : 0,
    blockMean: weights > 0 ? weighted / weights : 0,
    quarter: below(0.25),
    median: below(0.5),
    worstBlock,
  };
}

function compareChroma(a: View, b: View, box: Box, map: AffineMap) {
  let n = 0;
  let difference = 0;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let j = 0; j < 8; j++) {
    const v = (2 * j + 1) / 8 - 1;
    for (let i = 0; i < 8; i++) {
      const u = (2 * i + 1) / 8 - 1;
      const x = map[0]! + map[1]! * u + map[2]! * v;
      const y = map[3]! + map[4]! * u + map[5]! * v;
      if (x < 0 || y < 0 || x >= 1 || y >= 1) continue;
      const ax = box[0] + ((box[2] - box[0]) * (u + 1)) / 2;
      const ay = box[1] + ((box[3] - box[1]) * (v + 1)) / 2;
      const p = Math.min(7, Math.floor(ay * 8)) * 8 + Math.min(7, Math.floor(ax * 8));
      const q = Math.floor(y * 8) * 8 + Math.floor(x * 8);
      const b1 = a.cb[p]!;
      const r1 = a.cr[p]!;
      const b2 = b.cb[q]!;
      const r2 = b.cr[q]!;
      n++;
      difference += Math.abs(b1 - b2) + Math.abs(r1 - r2);
      ab += b1 * b2 + r1 * r2;
      aa += b1 * b1 + r1 * r1;
      bb += b2 * b2 + r2 * r2;
    }
  }
  if (n === 0) return { chromaDifference: 0, chromaAgreement: 1, chromaA: 0, chromaB: 0 };
  const chromaA = Math.sqrt(aa / n);
  const chromaB = Math.sqrt(bb / n);
  return {
    chromaDifference: difference / n,
    chromaAgreement: (ab / n + 4) / (chromaA * chromaB + 4),
    chromaA,
    chromaB,
  };
}
