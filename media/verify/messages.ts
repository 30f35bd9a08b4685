/** Between the page that verifies a tag and its host. Plain data only. */

export interface VerifyItem {
  /** Name of the image. */
  readonly name: string;
  /** The caption holds the tag. */
  readonly has: boolean;
}

export type ToVerify =
  | {
      readonly type: 'show';
      readonly tag: string;
      readonly items: readonly VerifyItem[];
      readonly texts: Readonly<
        Record<'all' | 'with' | 'without' | 'save' | 'discard' | 'changed' | 'help' | 'empty', string>
      >;
    }
  | {
      readonly type: 'picture';
      readonly index: number;
      readonly picture: { readonly mime: string; readonly bytes: Uint8Array<ArrayBuffer> } | null;
    };

export type FromVerify =
  | { readonly type: 'ready' }
  | { readonly type: 'picture'; readonly index: number }
  | { readonly type: 'save'; readonly changed: readonly number[] };
