/** Captions of some twenty tags, no two alike, without the reference data. */
export function madeUpCaptions(count: number): string[] {
  const words =
    'long hair blue eyes smile school uniform outdoors sky solo 1girl looking at viewer \\(series\\) red'.split(' ');
  return Array.from({ length: count }, (_, i) =>
    Array.from(
      { length: 20 },
      (_, j) => `${words[(i * 7 + j * 3) % words.length]} ${words[(i + j * 5) % 13]}${i % 7 === j ? ` ${i}` : ''}`,
    ).join(', '),
  );
}
