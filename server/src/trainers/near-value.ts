import { distance } from 'fastest-levenshtein';

/** Letters that may differ between a slip of the pen and the name that was meant. */
const maxSlip = 2;

/** The name that was probably meant; null when none is near. */
export function nearName(written: string, names: Iterable<string>): string | null {
  let best: string | null = null;
  let least = maxSlip + 1;
  for (const name of names) {
    const off = distance(written.toLowerCase(), name.toLowerCase());
    if (off < least && off < name.length / 2) {
      least = off;
      best = name;
    }
  }
  return best;
}

/** The key that was probably meant; null for one that is known, and where none is near. */
export function meantKey(written: string, known: readonly string[]): string | null {
  return known.includes(written) ? null : nearName(written, known);
}

/**
 * The value that was probably meant, where one is a slip of the pen away from a value that is known: lists of optimizers and the like grow with every
 * version, so that what is merely unknown is no fault. Case counts for nothing here.
 */
export function meantValue(written: string, known: readonly string[]): string | null {
  const simple = written.trim().toLowerCase();
  // Files are somebody's own.
  if (simple === '' || /[/\\:]/.test(simple)) return null;
  if (known.some((one) => one.toLowerCase() === simple)) return null;
  const begun = simple.length >= 4 ? known.filter((one) => one.toLowerCase().startsWith(simple)) : [];
  return nearName(written, known) ?? (begun.length === 1 ? (begun[0] ?? null) : null);
}
