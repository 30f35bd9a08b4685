import type { Fineness } from './fineness.ts';
import type { HeaderProblem, ImageHeader } from './header/types.ts';
import type { PictureLook } from './look.ts';
import type { DamageReason } from './scan-types.ts';

/** Why an image is not whole. */
export interface ImageDamage {
  readonly reason: DamageReason;
  /**
   * What the content looks like, an error code, or how far down a JPEG is broken (per cent of its height); null when there
   * is no more to say.
   */
  readonly detail: string | null;
}

/** What is known of one image file. Exactly one of `header` and `problem` is set. */
export interface ImageFacts {
  /** Relative to the dataset's root. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  readonly header: ImageHeader | null;
  readonly problem: HeaderProblem | null;
  /** What is wrong with the file, as far as it was looked into; null when nothing is known to be. */
  readonly damage: ImageDamage | null;
  /** Whether there are pixels that are not opaque; null when the pixels were not looked at. */
  readonly transparent: boolean | null;
  /** Its colours and detail; null when the pixels were not looked at. */
  readonly look: PictureLook | null;
  /** How fine its detail is; null below the thorough level. */
  readonly fineness: Fineness | null;
}
