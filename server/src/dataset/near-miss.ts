import { extensionOf, isImageName, withoutExtension } from '../ground/paths.ts';
import type { NameDifference } from './idle.ts';

/** An image of the folder whose caption a file seems to be, and the name under which it would be read. */
export interface NearName {
  readonly difference: NameDifference;
  readonly image: string;
  readonly renamed: string;
}

/** Letters that tell two stems apart on any system: composed, lower case, without white space at the ends. */
const folded = (stem: string): string => stem.normalize('NFC').toLowerCase().trim();

/**
 * Finds the image that a caption nearly belongs to, by names within one folder.
 * @param images names of the images that have no caption
 * @param names all names of the folder: nothing is renamed onto another file
 */
export class NearNames {
  readonly #byFolded = new Map<string, string[]>();
  readonly #byName = new Map<string, string>();
  readonly #names: ReadonlySet<string>;
  readonly #extension: string;

  /** @param extension the one that is read, with its dot */
  constructor(images: readonly string[], names: ReadonlySet<string>, extension: string) {
    this.#names = names;
    this.#extension = extension;
    for (const image of images) {
      const key = folded(withoutExtension(image));
      const known = this.#byFolded.get(key);
      if (known) known.push(image);
      else this.#byFolded.set(key, [image]);
      this.#byName.set(folded(image), image);
    }
  }

  /** The near miss of a caption file's name; null when no image is near, several are, or the right name is taken. */
  of(name: string): NearName | null {
    const extension = extensionOf(name);
    const stem = withoutExtension(name);
    const whole = isImageName(stem) ? this.#byName.get(folded(stem)) : undefined;
    const near = whole === undefined ? this.#byFolded.get(folded(stem)) : [whole];
    if (near?.length !== 1) return null;
    const [image] = near as [string];
    const renamed = withoutExtension(image) + this.#extension;
    if (renamed === name || this.#names.has(renamed)) return null;
    // Another extension is another matter: it may be the configuration that is wrong.
    if (extension.toLowerCase() !== this.#extension.toLowerCase()) return null;
    const own = withoutExtension(image);
    if (whole !== undefined) return { difference: 'whole-name', image, renamed };
    if (stem === own) return { difference: 'case', image, renamed };
    if (stem.normalize('NFC') === own.normalize('NFC')) return { difference: 'unicode', image, renamed };
    return { difference: stem.trim() === own.trim() ? 'space' : 'case', image, renamed };
  }
}

/** Whether a caption's name is nearly that of an image among `names`. */
export function isNearName(name: string, names: readonly string[]): boolean {
  const images = names.filter((other) => isImageName(other));
  return new NearNames(images, new Set(names), extensionOf(name).toLowerCase()).of(name) !== null;
}
