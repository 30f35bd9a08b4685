import type { CachedPicture } from './cache.ts';
import type { ImageFile } from './files.ts';
import type { ImageHeader } from './header/types.ts';
import type { PictureLook } from './look.ts';

/** A file whose header could be read, and what decoding it gave. */
export interface Picture {
  readonly file: ImageFile;
  readonly key: string;
  readonly header: ImageHeader;
  result: CachedPicture | null;
  /** Nothing more will be decoded of it. */
  isDone: boolean;
  /** Digest of the fingerprint, as text. */
  digest: string | null;
  transparent: boolean | null;
  look: PictureLook | null;
}
