import { BytesPending, HeaderReader, latin1, OutOfBytes, u32be } from '../header/reader.ts';
import type { ByteSource } from '../header/types.ts';
import type { VideoFacts, VideoProblem } from './facts.ts';
import { readMp4 } from './mp4.ts';
import { readWebm } from './webm.ts';

/**
 * Reads what a video file says of itself: size, length, frames, rate. MP4, MOV and their kin (ISO/IEC 14496-12), WebM and
 * Matroska (RFC 9559). A few kilobytes are read wherever the index lies; work is bounded for any input. Never throws for
 * what a file holds.
 * @throws what the source throws
 */
export async function readVideo(source: ByteSource): Promise<VideoFacts | VideoProblem> {
  const reader = new HeaderReader(source);
  for (;;) {
    try {
      return parse(reader);
    } catch (error) {
      if (error instanceof OutOfBytes) return { problem: 'truncated' };
      if (!(error instanceof BytesPending)) throw error;
      await error.arrival();
    }
  }
}

function parse(reader: HeaderReader): VideoFacts | VideoProblem {
  const head = reader.upTo(0, 12);
  if (head.length >= 8 && MP4_FIRST.has(latin1(head, 4, 8))) return readMp4(reader);
  if (head.length >= 4 && u32be(head, 0) === EBML) return readWebm(reader);
  return { problem: 'not-a-video' };
}

/** Boxes that such a file may begin with. */
const MP4_FIRST = new Set(['ftyp', 'moov', 'mdat', 'wide', 'free', 'skip']);
const EBML = 0x1a45dfa3;
