/** Made on first use: a collator takes milliseconds to load. */
let collator: Intl.Collator | undefined;

/** Orders "2.txt" before "10.txt", as people list files. Names that look the same (é in one or two characters) stay apart. */
export function naturalOrder(a: string, b: string): number {
  if (a === b) return 0;
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b) || (a < b ? -1 : 1);
}
