import { readTrainerImageSize } from '../trainers/files/image-size.ts';
import type { PixelSize } from '../trainers/pixel-size.ts';
import type { Outcome } from '../trainers/trainer-error.ts';
import type { FileReader } from '../workspace/workspace.ts';

/** Bytes read at once: one page holds the header of nearly every image. */
const pageSize = 8192;

/** A JPEG can hide its size behind that many pages of metadata; beyond it the file is taken for broken. */
const maxPages = 512;

/** The size in pixels the trainer would use for an open image file; see {@link readTrainerImageSize}. */
export async function trainerImageSize(file: FileReader): Promise<Outcome<PixelSize>> {
  const pages = new Map<number, Uint8Array>();
  for (;;) {
    let missing: number | null = null;
    const size = readTrainerImageSize((offset, length) => {
      const end = Math.min(offset + length, file.size);
      const bytes = new Uint8Array(Math.max(0, end - offset));
      for (let page = Math.floor(offset / pageSize); page * pageSize < end; page++) {
        const found = pages.get(page);
        if (!found) {
          missing ??= page;
          continue;
        }
        const from = Math.max(offset, page * pageSize);
        bytes.set(
          found.subarray(from - page * pageSize, Math.min(end, (page + 1) * pageSize) - page * pageSize),
          from - offset,
        );
      }
      // What is not there yet ends the parse: it is repeated as soon as the page has come.
      return missing === null ? bytes : new Uint8Array();
    });
    if (missing === null || pages.size >= maxPages) return size;
    pages.set(missing, await file.read(missing * pageSize, pageSize));
  }
}
