import { fix_encoding } from 'ftfy-js';
import iconv from 'iconv-lite';

/** A text that was decoded in the wrong encoding, as it should read. */
export interface Repair {
  readonly text: string;
  /** How it went wrong: by ftfy's tables, or UTF-8 bytes read as this encoding. */
  readonly readAs: 'ftfy' | 'shift_jis' | 'gb18030';
}

/** Shortest run of wrongly read bytes that counts as proof, in UTF-8 bytes: two CJK characters. */
const fewestBytes = 6;

/** Half-width katakana and the kanji that UTF-8 lead bytes of kana and kanji become in Shift_JIS. */
const shiftJisSigns = /[\uff61-\uff9f]|[繝繧縺譁蜷螟蛹逕蟆邱鬟髮雋]/u;

/**
 * The repaired text, or null when nothing is wrong with it or no repair is certain. ftfy knows UTF-8 read as Latin code
 * pages (`cafÃ©`); UTF-8 read as Shift_JIS or GB18030 is only believed when the whole text turns back into valid UTF-8
 * of CJK characters. Never throws.
 */
export function repairMojibake(text: string): Repair | null {
  if (!/[^\x00-\x7f]/.test(text) || text.includes('\ufffd')) return null;
  const fixed = fix_encoding(text);
  // ftfy also repairs lone control characters; those are another rule's.
  if (fixed !== text && !/[\u0080-\u009f]/.test(fixed) && fixed.trim() !== '') return { text: fixed, readAs: 'ftfy' };
  if (!/[\u2e80-\uffee]/.test(text)) return null;
  for (const encoding of ['shift_jis', 'gb18030'] as const) {
    if (encoding === 'shift_jis' && !shiftJisSigns.test(text)) continue;
    const repaired = reread(text, encoding);
    if (repaired !== null) return { text: repaired, readAs: encoding };
  }
  return null;
}

/** The text's bytes in an encoding, read as UTF-8; null when they are not UTF-8 of at least two CJK characters. */
function reread(text: string, encoding: string): string | null {
  const bytes = iconv.encode(text, encoding);
  if (bytes.length < fewestBytes || iconv.decode(bytes, encoding) !== text) return null;
  try {
    const read = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const foreign = [...read].filter((character) => character > '\x7f');
    const eastAsian = foreign.filter((character) =>
      /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hangul}\u3000-\u303fー！-～]/u.test(character),
    );
    return foreign.length >= 2 && eastAsian.length === foreign.length ? read : null;
  } catch {
    return null;
  }
}
