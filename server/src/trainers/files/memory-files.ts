import type { PixelSize } from '../pixel-size.ts';
import { readTrainerImageSize } from '../sd-scripts/dataset/image-size.ts';
import { type Outcome, stops } from '../trainer-error.ts';
import type { FileKind, FolderEntry, TrainerFiles } from './files.ts';
import { baseName, directoryName, normalizePath } from './paths.ts';

/** A prepared snapshot of files: for editors, tools and tests. Folders exist as soon as something is in them. */
export class MemoryFiles implements TrainerFiles {
  readonly #contents = new Map<string, Uint8Array>();
  readonly #folders = new Map<string, Map<string, FileKind>>();
  readonly #sizes = new Map<string, PixelSize>();

  addFile(path: string, content: Uint8Array | string): void {
    const place = normalizePath(path);
    this.#contents.set(place, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    this.#enter(place, 'file');
  }

  /** An image whose size is known, in pixels, as the trainer reads it; its content is not kept. */
  addImage(path: string, size: PixelSize): void {
    this.addFile(path, new Uint8Array());
    this.#sizes.set(normalizePath(path), size);
  }

  addFolder(path: string): void {
    const place = normalizePath(path);
    if (!this.#folders.has(place)) this.#folders.set(place, new Map());
    if (place !== '/' && place !== '.') this.#enter(place, 'directory');
  }

  kind(path: string): FileKind | null {
    const place = normalizePath(path);
    if (this.#folders.has(place)) return 'directory';
    // A slash at the end asks for a folder.
    return this.#contents.has(place) && !path.endsWith('/') ? 'file' : null;
  }

  list(directory: string): readonly FolderEntry[] {
    const children = this.#folders.get(normalizePath(directory)) ?? new Map<string, FileKind>();
    return [...children].map(([name, kind]) => ({ name, kind }));
  }

  read(path: string): Uint8Array | null {
    return this.#contents.get(normalizePath(path)) ?? null;
  }

  imageSize(path: string): Outcome<PixelSize> {
    const known = this.#sizes.get(normalizePath(path));
    if (known) return { value: known, error: null };
    if (this.kind(path) === 'directory') return stops('IsADirectoryError', path);
    const content = this.read(path);
    if (!content) return stops('FileNotFoundError', path);
    return readTrainerImageSize((offset, length) => content.subarray(offset, offset + length));
  }

  #enter(place: string, kind: FileKind): void {
    const parent = directoryName(place) || '.';
    this.addFolder(parent);
    this.#folders.get(parent)?.set(baseName(place), kind);
  }
}
