import type { PixelSize } from '../pixel-size.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';
import type { Clip, FileKind, FolderEntry, Picture, TrainerFiles } from './files.ts';
import { readTrainerImageSize } from './image-size.ts';
import { baseName, directoryName, joinPath, normalizePath } from './paths.ts';

/** Links followed in one path, as on Linux. */
const maxLinks = 40;

const plainPicture = { orientation: 1, hasAlpha: false, truncated: false };

/** A prepared snapshot of files: for editors, tools and tests. Folders exist as soon as something is in them. */
export class MemoryFiles implements TrainerFiles {
  readonly #contents = new Map<string, Uint8Array>();
  readonly #folders = new Map<string, Map<string, FileKind | 'link'>>();
  readonly #sizes = new Map<string, PixelSize>();
  readonly #pictures = new Map<string, Picture>();
  readonly #clips = new Map<string, Clip>();
  readonly #links = new Map<string, string>();

  addFile(path: string, content: Uint8Array | string): void {
    const place = normalizePath(path);
    this.#contents.set(place, typeof content === 'string' ? new TextEncoder().encode(content) : content);
    this.#enter(place, 'file');
  }

  /** An image whose size is known, in pixels, as the trainer reads it; its content is not kept. */
  addImage(path: string, picture: PixelSize & Partial<Picture>): void {
    this.addFile(path, new Uint8Array());
    const place = normalizePath(path);
    this.#sizes.set(place, { width: picture.width, height: picture.height });
    this.#pictures.set(place, { ...plainPicture, ...picture });
  }

  /** A video, or with `fps` null a folder of pictures that is taken for one. */
  addClip(path: string, clip: Clip): void {
    if (clip.fps === null) this.addFolder(path);
    else this.addFile(path, new Uint8Array());
    this.#clips.set(normalizePath(path), clip);
  }

  addFolder(path: string): void {
    const place = normalizePath(path);
    if (!this.#folders.has(place)) this.#folders.set(place, new Map());
    if (place !== '/' && place !== '.') this.#enter(place, 'directory');
  }

  /** A link; a relative target counts from the link's folder. */
  addLink(path: string, target: string): void {
    const place = normalizePath(path);
    this.#links.set(place, normalizePath(target.startsWith('/') ? target : joinPath(directoryName(place), target)));
    this.#enter(place, 'link');
  }

  kind(path: string): FileKind | null {
    const place = this.real(path);
    if (place === null) return null;
    if (this.#folders.has(place)) return 'directory';
    // A slash at the end asks for a folder.
    return this.#contents.has(place) && !path.endsWith('/') ? 'file' : null;
  }

  list(directory: string): readonly FolderEntry[] {
    const place = this.real(directory);
    const children = (place !== null && this.#folders.get(place)) || new Map<string, FileKind | 'link'>();
    return [...children].map(([name, kind]) => {
      if (kind !== 'link') return { name, kind };
      return { name, kind: this.kind(joinPath(directory, name)) ?? 'broken-link', isLink: true };
    });
  }

  read(path: string): Uint8Array | null {
    const place = this.real(path);
    return (place !== null && this.#contents.get(place)) || null;
  }

  imageSize(path: string): Outcome<PixelSize> {
    const place = this.real(path);
    const known = place === null ? undefined : this.#sizes.get(place);
    if (known) return { value: known, error: null };
    if (this.kind(path) === 'directory') return stops('IsADirectoryError', path);
    const content = this.read(path);
    if (!content) return stops('FileNotFoundError', path);
    return readTrainerImageSize((offset, length) => content.subarray(offset, offset + length));
  }

  picture(path: string): Outcome<Picture> {
    const place = this.real(path);
    const known = place === null ? undefined : this.#pictures.get(place);
    if (known) return answer(known);
    if (this.kind(path) === 'directory') return stops('IsADirectoryError', path);
    return this.kind(path) === null ? stops('FileNotFoundError', path) : stops('UnidentifiedImageError', path);
  }

  clip(path: string): Outcome<Clip | null> {
    const place = this.real(path);
    const known = place === null ? undefined : this.#clips.get(place);
    if (known) return answer(known);
    return this.kind(path) === null ? stops('FileNotFoundError', path) : answer(null);
  }

  /** The place behind all links of a path; null when links go round. */
  real(path: string): string | null {
    let place = normalizePath(path);
    if (this.#links.size === 0) return place;
    for (let followed = 0; followed <= maxLinks; followed++) {
      const link = [...this.#links].find(([from]) => place === from || place.startsWith(`${from}/`));
      if (!link) return place;
      place = normalizePath(link[1] + place.slice(link[0].length));
    }
    return null;
  }

  #enter(place: string, kind: FileKind | 'link'): void {
    const parent = directoryName(place) || '.';
    this.addFolder(parent);
    this.#folders.get(parent)?.set(baseName(place), kind);
  }
}
