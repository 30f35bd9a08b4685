import { latin1 } from './reader.ts';
import type { ImageFormat } from './types.ts';

/** What the first bytes of a file are: a format whose header is read, or the name of something else. */
export interface Detection {
  readonly format: ImageFormat | null;
  /** Name of what was recognised (`jxl`, `svg`, `text`, `zeros` …), null when nothing was. */
  readonly name: string | null;
  /** The file is an image, of a format that is not read. */
  readonly otherImage: boolean;
}

const HEIF_BRANDS = new Set([
  'avif',
  'avis',
  'heic',
  'heix',
  'hevc',
  'hevx',
  'heim',
  'heis',
  'mif1',
  'msf1',
  'mif2',
  'jpeg',
]);

function found(format: ImageFormat): Detection {
  return { format, name: format, otherImage: false };
}

function other(name: string): Detection {
  return { format: null, name, otherImage: true };
}

/** Recognises a file by its content; the extension plays no part. */
export function detect(head: Uint8Array): Detection {
  const ascii = latin1(head, 0, Math.min(head.length, 16));
  const brand = ascii.slice(4, 8) === 'ftyp' ? ascii.slice(8, 12) : null;
  if (ascii.startsWith('\xff\xd8\xff')) return found('jpeg');
  if (ascii.startsWith('\x89PNG\r\n\x1a\n')) return found('png');
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return found('webp');
  if (ascii.startsWith('GIF87a') || ascii.startsWith('GIF89a')) return found('gif');
  if (/^(II[*+]\0|MM\0[*+])/.test(ascii)) return found('tiff');
  if (brand && HEIF_BRANDS.has(brand)) return found(brand.startsWith('avi') ? 'avif' : 'heif');
  if (ascii.startsWith('BM') && isBmp(head)) return found('bmp');
  if (ascii.startsWith('\xff\x0a') || ascii.slice(4, 8) === 'JXL ') return other('jxl');
  if (ascii.slice(4, 8) === 'jP  ') return other('jp2');
  if (ascii.startsWith('8BPS')) return other('psd');
  if (/^\0\0[\x01\x02]\0/.test(ascii)) return other('ico');
  if (ascii.startsWith('gimp xcf')) return other('xcf');
  if (ascii.startsWith('DDS ')) return other('dds');
  if (ascii.startsWith('v/1\x01')) return other('exr');
  if (/^P[1-7]\s/.test(ascii)) return other('pnm');
  if (ascii.startsWith('qoif')) return other('qoi');
  return { format: null, ...nonImage(head) };
}

function isBmp(head: Uint8Array): boolean {
  // Two letters are a weak mark: the size of the info header must be one that exists (or be cut off).
  if (head.length < 18) return true;
  const size = head[14]! | (head[15]! << 8) | (head[16]! << 16) | (head[17]! << 24);
  return [12, 16, 40, 52, 56, 64, 108, 124].includes(size);
}

function nonImage(head: Uint8Array): { name: string | null; otherImage: boolean } {
  const sample = head.subarray(0, 1024);
  if (sample.every((byte) => byte === 0)) return { name: 'zeros', otherImage: false };
  const text = latin1(sample, 0, sample.length);
  if (/^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*|<!DOCTYPE svg[^>]*>\s*)*<svg[\s>]/i.test(text)) {
    return { name: 'svg', otherImage: true };
  }
  if (/^(\xef\xbb\xbf)?\s*<(!doctype html|html|head|body)/i.test(text)) return { name: 'html', otherImage: false };
  if (text.startsWith('%PDF')) return { name: 'pdf', otherImage: false };
  if (text.startsWith('PK\x03\x04')) return { name: 'zip', otherImage: false };
  if (/^....ftyp/s.test(text) || text.startsWith('\x1aE\xdf\xa3')) return { name: 'video', otherImage: false };
  if (text.startsWith('version https://git-lfs')) return { name: 'git-lfs', otherImage: false };
  if (!/[\x00-\x08\x0e-\x1f\x7f]/.test(text)) return { name: 'text', otherImage: false };
  return { name: null, otherImage: false };
}
