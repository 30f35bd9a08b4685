/** A caption file decoded as the trainer decodes it, or the reason why it cannot be. */
export type DecodedCaption =
  /** UTF-8. `text` is without the byte-order mark, as an editor shows it; `bom` tells whether the bytes begin with one. */
  | { readonly kind: 'text'; readonly text: string; readonly bom: boolean }
  /** Not UTF-8: the trainer stops (sd-scripts opens captions with encoding="utf-8"). `offset` is the first bad byte. */
  | { readonly kind: 'undecodable'; readonly offset: number };

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Decodes the bytes of a caption file. Never throws. */
export function decodeCaption(bytes: Uint8Array): DecodedCaption {
  const bom = bytes.length >= 3 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  try {
    return { kind: 'text', text: strict.decode(bom ? bytes.subarray(3) : bytes), bom };
  } catch {
    return { kind: 'undecodable', offset: firstBadByte(bytes) };
  }
}

/** Offset of the first byte that cannot continue a valid UTF-8 text. Found by bisection: a prefix is judged as a stream. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isValidStart(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isValidStart(bytes: Uint8Array): boolean {
  try {
    // A stream may end inside a character, so only bytes that are wrong by themselves fail.
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
