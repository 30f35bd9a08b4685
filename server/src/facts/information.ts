import { ascending } from '../ground/numbers.ts';

// Formulas on counts. Logarithms are natural (nats) unless a name says otherwise; 0 · log 0 counts as 0.

/**
 * Shannon entropy −Σ p ln p of counts, in nats (Shannon 1948). 0 for no counts.
 * Tags are weighed by document frequency: p = captions with the tag ÷ the sum of that over all tags.
 */
export function entropy(counts: Iterable<number>): number {
  const alike = new Map<number, number>();
  for (const count of counts) if (count > 0) alike.set(count, (alike.get(count) ?? 0) + 1);
  let total = 0;
  let weighted = 0;
  // In order of size, so that the last digits do not tell in which order the counts came.
  for (const [count, kinds] of [...alike].sort(([a], [b]) => a - b)) {
    total += kinds * count;
    weighted += kinds * count * Math.log(count);
  }
  return total === 0 ? 0 : Math.max(0, Math.log(total) - weighted / total);
}

/** Entropy ÷ ln(number of kinds): 1 when all are equally frequent (Pielou's evenness). 0 for fewer than two kinds. */
export function normalisedEntropy(counts: readonly number[]): number {
  const kinds = counts.filter((count) => count > 0).length;
  return kinds < 2 ? 0 : Math.min(1, entropy(counts) / Math.log(kinds));
}

/** Gini coefficient of counts: 2 Σ i·xᵢ ÷ (n Σ x) − (n + 1) ÷ n with x ascending, i from 1. 0 = all equal. */
export function gini(counts: readonly number[]): number {
  const sorted = ascending(counts.filter((count) => count > 0));
  let total = 0;
  let ranked = 0;
  for (const [at, count] of sorted.entries()) {
    total += count;
    ranked += (at + 1) * count;
  }
  const n = sorted.length;
  return n === 0 ? 0 : (2 * ranked) / (n * total) - (n + 1) / n;
}

/** Herfindahl–Hirschman index Σ p²: 1 ÷ n for n equally frequent kinds, 1 for a single one. 0 for no counts. */
export function herfindahl(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total === 0 ? 0 : counts.reduce((sum, count) => sum + count * count, 0) / (total * total);
}

/** Share that the `k` largest counts have of all. */
export function topShare(counts: readonly number[], k: number): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  const largest = ascending(counts).subarray(-k);
  return largest.reduce((sum, count) => sum + count, 0) / total;
}

/**
 * Pointwise mutual information ln(P(a,b) ÷ (P(a) P(b))) of two tags (Church & Hanks 1990), from numbers of captions.
 * −∞ when they never stand together.
 */
export function pmi(together: number, a: number, b: number, captions: number): number {
  return Math.log((together * captions) / (a * b));
}

/**
 * PMI ÷ −ln P(a,b) (Bouma 2009): 1 always together, 0 independent, −1 never together. Two tags that stand in every
 * caption give 0: their being together says nothing.
 */
export function npmi(together: number, a: number, b: number, captions: number): number {
  if (together === 0) return -1;
  if (together === captions) return 0;
  return pmi(together, a, b, captions) / -Math.log(together / captions);
}

/**
 * Lower end of Wilson's score interval for a share (Wilson 1927): what the share is at least, with 95 % confidence
 * (z = 1.96). 0 without trials.
 */
export function wilsonLower(successes: number, trials: number, z = 1.96): number {
  if (trials === 0) return 0;
  const p = successes / trials;
  const square = (z * z) / trials;
  const spread = z * Math.sqrt((p * (1 - p)) / trials + square / (4 * trials));
  return Math.max(0, (p + square / 2 - spread) / (1 + square));
}

/**
 * Jensen–Shannon divergence of two count tables in bits (Lin 1991): 0 the same distribution, 1 nothing in common.
 * 1 when exactly one of them is empty, 0 when both are.
 */
export function jensenShannon<K>(a: ReadonlyMap<K, number>, b: ReadonlyMap<K, number>): number {
  const [totalA, totalB] = [totalOf(a), totalOf(b)];
  if (totalA === 0 || totalB === 0) return totalA === totalB ? 0 : 1;
  let sum = 0;
  const half = (p: number, q: number): number => (p === 0 ? 0 : (p / 2) * Math.log2((2 * p) / (p + q)));
  for (const [key, count] of a) {
    const [p, q] = [count / totalA, (b.get(key) ?? 0) / totalB];
    sum += half(p, q) + half(q, p);
  }
  for (const [key, count] of b) if (!a.has(key)) sum += half(count / totalB, 0);
  return Math.min(1, Math.max(0, sum));
}

function totalOf<K>(counts: ReadonlyMap<K, number>): number {
  let total = 0;
  for (const count of counts.values()) total += count;
  return total;
}
