import { ComparisonRun } from './compare/run.ts';
import type { Candidate } from './compare/thread.ts';
import type { Picture } from './picture.ts';
import type { ImageScanOptions } from './scan-types.ts';

/** Eight bytes: a list of no features. */
export const NO_PLACES = new Uint8Array(8);

/**
 * The order in which pictures are compared: those whose pairs are known, then the new ones as they are listed. A folder of which
 * nothing is known is compared while it is decoded; which of its pictures are copies is not known then, so that those that look like one
 * wait until it is.
 */
export class Line {
  readonly run: ComparisonRun;
  readonly #options: ImageScanOptions;
  readonly #pictures: readonly Picture[];
  readonly #isOld: (picture: Picture) => boolean;
  /** Pictures in the order that positions of pairs stand for. */
  readonly ordered: Picture[] = [];
  readonly #digests = new Set<string>();
  /** Pictures that came by, in the order of the list; null where the pairs of some are known. */
  #next: number | null;

  /**
   * @param pictures all of the scan, in order
   * @param onFound hears of pairs that may show one picture
   */
  constructor(
    options: ImageScanOptions,
    pictures: readonly Picture[],
    isOld: (picture: Picture) => boolean,
    onFound: (pairs: readonly Candidate[]) => void,
  ) {
    this.#options = options;
    this.#pictures = pictures;
    this.#isOld = isOld;
    const old = pictures.filter(isOld).length;
    this.#next = old === 0 ? 0 : null;
    const { workerPath, level, signal } = options;
    this.run = new ComparisonRun({ workerPath, level, fresh: pictures.length - old, signal, onFound });
  }

  /** Takes the pictures that are decoded, up to the first that is not. */
  advance(): void {
    if (this.#next === null) return;
    for (let picture = this.#pictures[this.#next]; picture?.isDone; picture = this.#pictures[++this.#next]) {
      const { digest } = picture;
      if (digest === null || this.#digests.has(digest)) continue;
      this.#digests.add(digest);
      this.#add(picture);
    }
  }

  /**
   * Takes the rest.
   * @param compared all pictures that are compared, in the order of the list
   * @returns them in the order that positions of pairs stand for
   */
  complete(compared: readonly Picture[]): readonly Picture[] {
    const taken = new Set(this.ordered);
    const rest = compared.filter((picture) => !taken.has(picture));
    for (const picture of [...rest.filter(this.#isOld), ...rest.filter((one) => !this.#isOld(one))]) this.#add(picture);
    return this.ordered;
  }

  #add(picture: Picture): void {
    this.ordered.push(picture);
    const result = picture.result!;
    const places = this.#options.level === 'thorough' ? (result.places ?? NO_PLACES) : null;
    const known = this.#isOld(picture);
    const held = this.run.add({ print: result.print!, shape: result.shape, places, known });
    // Places that could not be looked for are looked for the next time.
    picture.result = { ...result, print: held.print, shape: held.shape, places: result.places && held.places };
  }
}
