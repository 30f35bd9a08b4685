import { analyse } from 'chardet';
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

/** The encodings that caption files are found in besides UTF-8. */
const candidates: readonly { encoding: string; label: string; detected: readonly string[] }[] = [
  { encoding: 'utf-16le', label: 'UTF-16', detected: ['UTF-16LE'] },
  { encoding: 'utf-16be', label: 'UTF-16 big-endian', detected: ['UTF-16BE'] },
  { encoding: 'shift_jis', label: 'Shift_JIS', detected: ['Shift_JIS'] },
  { encoding: 'euc-jp', label: 'EUC-JP', detected: ['EUC-JP'] },
  { encoding: 'gb18030', label: 'GB18030', detected: ['GB18030'] },
  { encoding: 'windows-1252', label: 'Windows-1252', detected: ['ISO-8859-1', 'windows-1252'] },
];

const previewLength = 40;

/**
 * Encodings that fit the bytes of a caption which is not UTF-8, likeliest first. Only encodings that give the same
 * bytes back are offered, so that saving as UTF-8 loses nothing. Heuristic: chardet's byte statistics for the order.
 */
export function guessEncodings(bytes: Uint8Array): EncodingGuess[] {
  if (bytes.length === 0) return [];
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const scores = new Map(analyse(buffer).map((match) => [match.name as string, match.confidence]));
  const score = (candidate: (typeof candidates)[number]): number =>
    candidate.encoding.startsWith('utf-16')
      ? utf16Score(bytes, candidate.encoding === 'utf-16le' ? 1 : 0)
      : Math.max(0, ...candidate.detected.map((name) => scores.get(name) ?? 0));
  return candidates
    .map((candidate) => ({ candidate, score: score(candidate) }))
    .filter(({ candidate, score }) => score > 0 && roundTrips(buffer, candidate.encoding))
    .sort((a, b) => b.score - a.score)
    .map(({ candidate }) => ({
      encoding: candidate.encoding,
      label: candidate.label,
      preview: readAs(bytes, candidate.encoding).slice(0, previewLength),
    }));
}

/** The text of bytes in one of the encodings of {@link guessEncodings}, without byte-order mark. */
export function readAs(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, { stripBOM: true });
}

function roundTrips(buffer: Buffer, encoding: string): boolean {
  const text = iconv.decode(buffer, encoding, { stripBOM: false });
  return !text.includes('\ufffd') && iconv.encode(text, encoding).equals(buffer);
}

/** 100 for the byte-order mark; else the share of zero bytes where Latin text in UTF-16 has them, in percent. */
function utf16Score(bytes: Uint8Array, zeroAt: 0 | 1): number {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return 0;
  if (zeroAt === 1 ? bytes[0] === 0xff && bytes[1] === 0xfe : bytes[0] === 0xfe && bytes[1] === 0xff) return 100;
  let zeros = 0;
  for (let i = zeroAt; i < bytes.length; i += 2) if (bytes[i] === 0) zeros++;
  const share = (zeros * 200) / bytes.length;
  return share > 30 ? share : 0;
}
