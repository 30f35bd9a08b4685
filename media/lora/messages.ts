import type { ComparisonInWords, LoraAnswer } from '../../server/src/lsp/protocol.ts';

/** Texts of the display language, by their English ones. */
export type Texts = Readonly<Record<string, string>>;

/** What the view says to the editor. */
export type FromLora =
  | { readonly type: 'ready' }
  | { readonly type: 'compare' }
  | { readonly type: 'close-comparison' }
  | { readonly type: 'write-config' };

/** What the editor says to the view. */
export type ToLora =
  | { readonly type: 'start'; readonly language: string; readonly texts: Texts }
  | { readonly type: 'show'; readonly answer: LoraAnswer }
  | { readonly type: 'failed'; readonly message: string }
  | { readonly type: 'comparing' }
  | { readonly type: 'comparison'; readonly comparison: ComparisonInWords | null };
