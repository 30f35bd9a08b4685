import { existsSync } from 'node:fs';
import type { ImageFormat } from '../header/types.ts';
import { bundledWorker } from '../node-scanner.ts';
import { DecodePool } from './pool.ts';

/** Bytes of pictures kept in memory: some thousand small ones, or a hundred large ones. */
const keptBytes = 32e6;
/** What a picture counts for before it is made. */
const guessedBytes = 20_000;

/** A picture made smaller, ready to be shown. */
export interface Thumbnail {
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** What a small picture is made of. */
export interface PictureFile {
  /** Absolute. */
  readonly path: string;
  readonly format: ImageFormat;
  /** Pixels, from the header. */
  readonly width: number;
  readonly height: number;
  readonly mtimeMs: number;
}

/** Makes small pictures in the image worker, which is started with the first one and ended with the server. */
export class Thumbnails {
  #pool: DecodePool | null = null;
  readonly #trusted: boolean;
  readonly #made = new Map<string, { readonly picture: Promise<Thumbnail | null>; bytes: number }>();
  #bytes = 0;

  /** @param trusted whether image files of this workspace may be decoded */
  constructor(trusted: boolean) {
    this.#trusted = trusted;
  }

  /** A picture of at most `side` pixels; null when it cannot be decoded or there is no worker. Never rejects. */
  of(file: PictureFile, side: number): Promise<Thumbnail | null> {
    const key = `${side} ${file.mtimeMs} ${file.path}`;
    let made = this.#made.get(key);
    if (!made) {
      made = { picture: this.#make(file, side), bytes: guessedBytes };
      this.#bytes += guessedBytes;
      void made.picture.then((picture) => this.#weigh(key, picture?.bytes.length ?? 0));
    }
    // The last used stay.
    this.#made.delete(key);
    this.#made.set(key, made);
    for (const [old, { bytes }] of this.#made) {
      if (this.#bytes <= keptBytes || old === key) break;
      this.#made.delete(old);
      this.#bytes -= bytes;
    }
    return made.picture;
  }

  #weigh(key: string, bytes: number): void {
    const made = this.#made.get(key);
    if (!made) return;
    this.#bytes += bytes - made.bytes;
    made.bytes = bytes;
  }

  /** Ends the worker. */
  stop(): void {
    this.#pool?.stop();
    this.#pool = null;
  }

  async #make({ path: file, format, width, height }: PictureFile, side: number): Promise<Thumbnail | null> {
    if (!this.#pool) {
      if (!this.#trusted || !existsSync(bundledWorker())) return null;
      this.#pool = new DecodePool(bundledWorker());
    }
    const result = await this.#pool.decode({ job: 'thumbnail', path: file, format, width, height, side });
    if (result.outcome !== 'answered' || result.answer.bytes === null) return null;
    return { mime: 'image/jpeg', bytes: result.answer.bytes };
  }
}
