import { sortedInBreaths } from '../ground/sorted.ts';

/** Made on first use: a collator takes milliseconds to load. */
let collator: Intl.Collator | undefined;

/** Orders "2.txt" before "10.txt", as people list files. Names that look the same (é in one or two characters) stay apart. */
export function compareFiles(a: string, b: string): number {
  if (a === b) return 0;
  collator ??= new Intl.Collator('en', { numeric: true });
  return collator.compare(a, b) || (a < b ? -1 : Number(a > b));
}

/** The order of the files of a report. Comparing names costs much more than numbers: each name gets one, and keeps it while no other comes. */
export class FileOrder {
  #ranks: ReadonlyMap<string, number> = new Map();

  /** Takes in the files that will be asked about; those known from before cost nothing. Rejects with the signal's reason. */
  async include(files: Iterable<string>, signal?: AbortSignal): Promise<void> {
    const all = new Set(this.#ranks.keys());
    for (const file of files) all.add(file);
    if (all.size === this.#ranks.size) return;
    const sorted = await sortedInBreaths(all, compareFiles, signal);
    this.#ranks = new Map(sorted.map((file, rank) => [file, rank]));
  }

  /** Sorts files; those that were not taken in stand last, by name. */
  sorted(files: Iterable<string>): string[] {
    const rank = (file: string): number => this.#ranks.get(file) ?? Number.POSITIVE_INFINITY;
    return [...files].sort((a, b) => {
      const [left, right] = [rank(a), rank(b)];
      return left === right ? compareFiles(a, b) : left - right;
    });
  }
}
