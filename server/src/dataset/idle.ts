import type { IdleReason } from '../trainers/trains.ts';

/** Why a file of the dataset does not train. */
export type WhyIdle =
  | IdleReason
  /** Caption: a further one of an image (`1_generated.txt` beside `1.txt`). */
  | 'second-caption'
  /** In a folder that the configuration does not name. */
  | 'not-configured'
  /** Caption: of a video, which this trainer does not train. */
  | 'of-video';

/** How a caption's name misses the one that is read. */
export type NameDifference =
  /** `img.jpg.txt` beside `img.jpg`. */
  | 'whole-name'
  /** `a.TXT` or `A.txt` beside `a.png`. */
  | 'case'
  /** The same letters, composed in another way (NFC, NFD). */
  | 'unicode'
  /** White space at the end of the stem. */
  | 'space';

/** A caption's name that nearly is the one that the trainer looks for. */
export interface NearMiss {
  readonly difference: NameDifference;
  /** The image whose caption it seems to be. */
  readonly image: string;
  /** The file's path under the name that is read. */
  readonly renamed: string;
}

/** A file of the dataset that does not train, and why. */
export interface IdleEntry {
  readonly file: string;
  readonly kind: 'image' | 'caption';
  readonly why: WhyIdle;
  /** The image a caption lies beside, whether that one trains or not. */
  readonly image: string | null;
  readonly nearMiss: NearMiss | null;
}
