import iconv from 'iconv-lite';

/** An encoding in which the bytes of a caption can be read without loss. */
export interface EncodingGuess {
  /** Name for iconv-lite. */
  readonly encoding: string;
  /** Name for people. */
  readonly label: string;
  /** How the text begins when read so. */
  readonly preview: string;
}

interface Candidate {
  readonly encoding: string;
  readonly label: string;
  /** Which kanji are common in it: the first levels of the Japanese or Chinese standard. */
  readonly common: 'japanese' | 'chinese' | 'either';
}

/** The encodings that caption files are found in besides UTF-8; of equally likely ones the first is offered first. */
const candidates: readonly Candidate[] = [
  { encoding: 'utf-16le', label: 'UTF-16', common: 'either' },
  { encoding: 'utf-16be', label: 'UTF-16 big-endian', common: 'either' },
  { encoding: 'utf-32le', label: 'UTF-32', common: 'either' },
  { encoding: 'utf-32be', label: 'UTF-32 big-endian', common: 'either' },
  { encoding: 'shift_jis', label: 'Shift_JIS', common: 'japanese' },
  { encoding: 'euc-jp', label: 'EUC-JP', common: 'japanese' },
  { encoding: 'gb18030', label: 'GB18030', common: 'chinese' },
  { encoding: 'windows-1252', label: 'Windows-1252', common: 'either' },
];

const previewLength = 40;

/** Characters that are looked at; the rest of a caption tells nothing new. */
const judgedLength = 2000;

/** Readings that look this much worse than the best one are not offered. */
const margin = 0.5;

/**
 * Encodings that fit the bytes of a caption which is not UTF-8, likeliest first. Only encodings that give the same
 * bytes back are offered, so that saving as UTF-8 loses nothing. Heuristic: how much each reading looks like text
 * (kana, common kanji, accented letters inside words); byte statistics need more bytes than a caption has.
 */
export function guessEncodings(bytes: Uint8Array): EncodingGuess[] {
  if (bytes.length === 0) return [];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const judged = candidates
    .filter(({ encoding }) => mayBe(bytes, encoding))
    .filter(({ encoding }) => roundTrips(buffer, encoding))
    .map((candidate) => ({ candidate, text: readAs(bytes, candidate.encoding) }))
    .map(({ candidate, text }) => ({
      candidate,
      text,
      score: markedAs(bytes) === candidate.encoding ? 2 : likeness(text.slice(0, judgedLength), candidate.common),
    }))
    .sort((a, b) => b.score - a.score);
  const best = judged[0]?.score ?? 0;
  return judged
    .filter(({ score }) => score > 0 && score >= best - margin)
    .map(({ candidate: { encoding, label }, text }) => ({ encoding, label, preview: text.slice(0, previewLength) }));
}

/** True for a text that is UTF-16 read as UTF-8: plain letters with a zero character beside nearly each. */
export function isZeroPadded(text: string): boolean {
  if (text.length < 4 || !text.includes('\0')) return false;
  const zeros = text.split('\0').length - 1;
  // A file of nothing but zeros is what a full disk or a crash leaves: there is no text to get back.
  return zeros > text.length / 3 && zeros < text.length;
}

/** The text of bytes in one of the encodings of {@link guessEncodings}, without byte-order mark. */
export function readAs(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: true });
}

function roundTrips(buffer: Buffer, encoding: string): boolean {
  const text = iconv.decode(buffer, encoding, { stripBOM: false });
  return !text.includes('\ufffd') && iconv.encode(text, encoding).equals(buffer);
}

/** The byte-order marks of the wide encodings. That of UTF-16 begins that of UTF-32, which is therefore asked first. */
const marks = {
  'utf-32le': [0xff, 0xfe, 0, 0],
  'utf-32be': [0, 0, 0xfe, 0xff],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

/** The encoding whose byte-order mark the bytes begin with. */
function markedAs(bytes: Uint8Array): string | null {
  const found = Object.entries(marks).find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  return found?.[0] ?? null;
}

/** Whether the length fits the width of an encoding; UTF-32 is only believed with its mark. */
function mayBe(bytes: Uint8Array, encoding: string): boolean {
  if (encoding.startsWith('utf-32')) return bytes.length % 4 === 0 && markedAs(bytes) === encoding;
  return !encoding.startsWith('utf-16') || bytes.length % 2 === 0;
}

/** How much a text looks like a caption somebody wrote: the mean over its characters, 1 at best, below 0 for debris. */
function likeness(text: string, common: Candidate['common']): number {
  const characters = [...text];
  if (characters.length === 0) return 0;
  let sum = 0;
  for (const [at, character] of characters.entries())
    sum += characterLikeness(character, characters[at - 1] ?? ' ', characters[at + 1] ?? ' ', common, () =>
      standsInLatin(characters, at),
    );
  return sum / characters.length;
}

function characterLikeness(
  character: string,
  before: string,
  after: string,
  common: Candidate['common'],
  inLatin: () => boolean,
): number {
  const code = character.codePointAt(0) ?? 0;
  if (code === 0x09 || code === 0x0a || code === 0x0d) return 1;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return -6;
  if (code < 0x7f) return 1;
  // An accented letter stands in a word; alone or in a row they are bytes of something else.
  if (code < 0x250) return /\p{L}/u.test(character) && (isAsciiLetter(before) || isAsciiLetter(after)) ? 0.9 : 0;
  if (/[\u2010-\u2026\u20ac\u2122]/u.test(character)) return 0.8;
  if (/[\p{sc=Hira}\p{sc=Kana}ー]/u.test(character)) return code >= 0xff61 ? 0.6 : 1;
  if ((code >= 0x3000 && code < 0x3040) || (code >= 0xff01 && code <= 0xff60)) return 1;
  if (/\p{sc=Han}/u.test(character)) return isCommon(character, common) && !inLatin() ? 0.9 : 0.1;
  if (/\p{sc=Hangul}/u.test(character)) return 0.3;
  return /[\p{Co}\p{Cn}\p{Cs}]/u.test(character) ? -2 : 0;
}

/**
 * Whether a kanji touches a word of Latin letters, and nothing Japanese or Chinese: its two bytes are then a mark and a letter ("wolf’s", "a
 * “Stop” sign") or two marks ("L’Étranger"). Behind a single letter it is a word of its own, as in "T字".
 */
function standsInLatin(characters: readonly string[], at: number): boolean {
  const [second, first, next] = [at - 2, at - 1, at + 1].map((place) => characters[place] ?? ' ');
  if (isEastAsian(first) || isEastAsian(next)) return false;
  return isAsciiLetter(next) || (isAsciiLetter(first) && isAsciiLetter(second));
}

const isEastAsian = (character: string): boolean =>
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\u3000-\u303f\uff01-\uff60]/u.test(character);

function isAsciiLetter(character: string): boolean {
  return /[A-Za-z]/.test(character);
}

/** A kanji of JIS level 1 (2,965 characters) or GB 2312 level 1 (3,755): what people write. */
function isCommon(kanji: string, common: Candidate['common']): boolean {
  if (common !== 'chinese') {
    const [high, low] = iconv.encode(kanji, 'shift_jis');
    const value = high * 256 + low;
    if (value >= 0x889f && value <= 0x9872) return true;
  }
  if (common === 'japanese') return false;
  const [high, low] = iconv.encode(kanji, 'gb18030');
  return high >= 0xb0 && high <= 0xd7 && low >= 0xa1;
}
