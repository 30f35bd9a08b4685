import { joinPath } from '../ground/paths.ts';
import { type PairedCaption, type PairedImage, pairFolder } from './pairing.ts';
import type { ListedFolder } from './scan.ts';

/** One image of the dataset and the caption the trainer pairs with it. */
export interface DatasetImage {
  readonly file: string;
  readonly caption: string | null;
}

export interface DatasetCaption extends Omit<PairedCaption, 'name' | 'image'> {
  readonly file: string;
  readonly image: string | null;
}

/** One folder of the dataset that holds images or captions. */
export interface DatasetFolder {
  readonly folder: string;
  readonly files: readonly string[];
  readonly images: readonly DatasetImage[];
  readonly captions: readonly DatasetCaption[];
}

/** The files of a dataset as one listing found them: folders, images and captions by path from the root, and their pairs. */
export class DatasetFiles {
  readonly folders = new Map<string, DatasetFolder>();
  readonly captions = new Map<string, DatasetCaption>();
  readonly images = new Map<string, DatasetImage>();

  /** @param captionExtensions with dot, lower case; the first that exists beside an image is its caption */
  constructor(folders: readonly ListedFolder[] = [], captionExtensions: readonly string[] = []) {
    for (const { folder, files } of folders) this.#add(folder, files, captionExtensions);
  }

  #add(folder: string, files: readonly string[], captionExtensions: readonly string[]): void {
    const pairing = pairFolder(files, captionExtensions);
    if (pairing.images.length === 0 && pairing.captions.length === 0) return;
    const inFolder = (name: string | null): string | null => (name === null ? null : joinPath(folder, name));
    const images = pairing.images.map(
      (image: PairedImage): DatasetImage => ({ file: joinPath(folder, image.name), caption: inFolder(image.caption) }),
    );
    const captions = pairing.captions.map(
      (caption): DatasetCaption => ({
        file: joinPath(folder, caption.name),
        role: caption.role,
        image: inFolder(caption.image),
      }),
    );
    for (const image of images) this.images.set(image.file, image);
    for (const caption of captions) this.captions.set(caption.file, caption);
    this.folders.set(folder, { folder, files, images, captions });
  }
}
