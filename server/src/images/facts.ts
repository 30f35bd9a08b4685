import type { HeaderProblem, ImageHeader } from './header/types.ts';

/** What is known of one image file without decoding it. Exactly one of `header` and `problem` is set. */
export interface ImageFacts {
  /** Relative to the dataset's root. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  readonly header: ImageHeader | null;
  readonly problem: HeaderProblem | null;
}
