import { readBmp } from './bmp.ts';
import { detect } from './detect.ts';
import { extensionFits } from './extension.ts';
import type { HeaderFacts } from './facts.ts';
import { readGif } from './gif.ts';
import { readHeif } from './heif.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import { HeaderReader } from './reader.ts';
import { readTiff } from './tiff.ts';
import type { ByteSource, HeaderResult, ImageFormat } from './types.ts';
import { readWebp } from './webp.ts';

const PARSERS: Record<ImageFormat, (reader: HeaderReader) => Promise<HeaderFacts>> = {
  jpeg: readJpeg,
  png: readPng,
  webp: readWebp,
  gif: readGif,
  bmp: readBmp,
  tiff: readTiff,
  avif: readHeif,
  heif: readHeif,
};

/**
 * Reads what a file says about its picture, without decoding it. The content decides what the file is, not its name.
 * A few kilobytes are read, and the last bytes to see whether the file is whole; work is bounded for any input.
 * Never throws: whatever goes wrong becomes a problem.
 * @param fileName the file's name or path, to notice a wrong extension
 */
export async function readHeader(source: ByteSource, fileName?: string): Promise<HeaderResult> {
  let detected: string | null = null;
  try {
    const reader = new HeaderReader(source);
    if (reader.size === 0) return { problem: 'empty', detected: null };
    const head = await reader.upTo(0, Math.min(reader.size, 1024));
    if (head.length === 0) return { problem: 'empty', detected: null };
    const found = detect(head);
    detected = found.name;
    if (!found.format) return { problem: found.otherImage ? 'unsupported' : 'not-an-image', detected };
    const facts = await PARSERS[found.format](reader);
    if (!(facts.width > 0 && facts.height > 0)) return { problem: 'truncated-header', detected };
    return {
      ...facts,
      bytesPerPixel: reader.size / (facts.width * facts.height),
      extensionMismatch: fileName !== undefined && !extensionFits(fileName, facts.format),
    };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException | null)?.code;
    if (typeof code === 'string') return { problem: 'unreadable', detected: code };
    return { problem: 'truncated-header', detected };
  }
}
