import { captionLimit, decodeCaption, judgedLimit } from '../caption/decode.ts';

/** What was read from a caption file, or why nothing could be. */
export type CaptionSource =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly bom: boolean;
      /** Bytes on disk. */
      readonly size: number;
      /** The caption goes on after `text`: only so much of it is read. It is never written. */
      readonly cut?: true;
    }
  /** Not UTF-8; `offset` is the first byte that is wrong. */
  | { readonly kind: 'undecodable'; readonly offset: number; readonly size: number }
  /** Could not be opened; `reason` is the system's code. */
  | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * Reads the bytes of a caption file into a source.
 * @param size bytes of the whole file, of which `bytes` may be the beginning
 */
export function sourceOfBytes(bytes: Uint8Array, size = bytes.length): CaptionSource {
  const cut = size > bytes.length || bytes.length > captionLimit;
  const decoded = decodeCaption(bytes.subarray(0, captionLimit), cut);
  if (decoded.kind !== 'text') return { kind: 'undecodable', offset: decoded.offset, size };
  return { kind: 'text', text: decoded.text, bom: decoded.bom, size, ...(cut && { cut }) };
}

/** A caption's source with the text of an editor in the place of its own. */
export function withText(own: CaptionSource & { readonly kind: 'text' }, text: string): CaptionSource {
  const { cut: _, ...source } = own;
  return text.length > captionLimit
    ? { ...source, text: text.slice(0, captionLimit).replace(/[\ud800-\udbff]$/, ''), cut: true }
    : { ...source, text };
}

/** Whether two readings of a caption found the same. */
export function isSameSource(a: CaptionSource, b: CaptionSource): boolean {
  switch (a.kind) {
    case 'text':
      return b.kind === 'text' && a.text === b.text && a.bom === b.bom && a.size === b.size && a.cut === b.cut;
    case 'undecodable':
      return b.kind === 'undecodable' && a.offset === b.offset && a.size === b.size;
    case 'unreadable':
      return b.kind === 'unreadable' && a.reason === b.reason;
  }
}

/** Whether a text is too long to be a caption: nothing else is said about it. */
export function isOversized(source: CaptionSource): boolean {
  return source.kind === 'text' && (source.cut === true || source.text.length > judgedLimit);
}

/** Why a caption cannot be written, as a reason for `reasonText`; null when it can. */
export function unwritable(source: CaptionSource): string | null {
  if (source.kind === 'unreadable') return source.reason;
  if (source.kind === 'undecodable') return 'not UTF-8';
  return source.cut ? 'too large' : null;
}
