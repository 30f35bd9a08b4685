import { readBmp } from './bmp.ts';
import { detect } from './detect.ts';
import { extensionFits } from './extension.ts';
import type { HeaderFacts } from './facts.ts';
import { readGif } from './gif.ts';
import { readHeif } from './heif.ts';
import { readJpeg } from './jpeg.ts';
import { readPng } from './png.ts';
import { BytesPending, HeaderReader } from './reader.ts';
import { readTiff } from './tiff.ts';
import type { ByteSource, HeaderProblem, HeaderResult, ImageFormat } from './types.ts';
import { readWebp } from './webp.ts';

/** A source whose reads never wait. */
export interface ImmediateSource extends ByteSource {
  read(offset: number, length: number, memory?: Uint8Array): Uint8Array;
}

const PARSERS: Record<ImageFormat, (reader: HeaderReader) => HeaderFacts> = {
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
  const reader = new HeaderReader(source);
  for (;;) {
    try {
      return parse(reader, fileName);
    } catch (error) {
      if (!(error instanceof BytesPending)) return failed(error);
      try {
        await error.arrival();
      } catch (reason) {
        return failed(reason);
      }
    }
  }
}

/** The same for a source that answers at once: a promise per file would cost as much as reading it does. */
export function readHeaderNow(source: ImmediateSource, fileName?: string): HeaderResult {
  try {
    return parse(new HeaderReader(source), fileName);
  } catch (error) {
    return failed(error);
  }
}

/** @throws BytesPending; what the source throws */
function parse(reader: HeaderReader, fileName: string | undefined): HeaderResult {
  if (reader.size === 0) return { problem: 'empty', detected: null };
  const head = reader.upTo(0, Math.min(reader.size, 1024));
  if (head.length === 0) return { problem: 'empty', detected: null };
  const { format, name: detected, otherImage } = detect(head);
  if (!format) return { problem: otherImage ? 'unsupported' : 'not-an-image', detected };
  try {
    const facts = PARSERS[format](reader);
    if (!(facts.width > 0 && facts.height > 0)) return { problem: 'truncated-header', detected };
    facts.bytesPerPixel = reader.size / (facts.width * facts.height);
    facts.extensionMismatch = fileName !== undefined && !extensionFits(fileName, facts.format);
    return facts;
  } catch (error) {
    if (error instanceof BytesPending || hasCode(error)) throw error;
    return { problem: 'truncated-header', detected };
  }
}

function hasCode(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException | null)?.code === 'string' && (error as Error).name === 'Error';
}

/** The source failed: its error code is all there is to say. */
function failed(error: unknown): HeaderProblem {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  return { problem: 'unreadable', detected: typeof code === 'string' ? code : 'UNKNOWN' };
}
