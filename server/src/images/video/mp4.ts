import { type HeaderReader, latin1, OutOfBytes, u16be, u32be } from '../header/reader.ts';
import type { VideoFacts, VideoProblem } from './facts.ts';

/** Boxes looked at on one level. */
const MOST_BOXES = 400;
/** Entries of a time table that are added up. */
const MOST_ENTRIES = 4096;
/** Length that says "not known". */
const UNKNOWN_32 = 0xffffffff;

interface Box {
  readonly type: string;
  /** First byte after the head, and the byte after the last one. */
  readonly start: number;
  readonly end: number;
  /** False when it goes on beyond what it lies in. */
  readonly whole: boolean;
}

/** The boxes between two places. Media data is jumped over. */
function* boxesIn(reader: HeaderReader, from: number, to: number): Iterable<Box> {
  let at = from;
  for (let i = 0; i < MOST_BOXES && at + 8 <= to; i++) {
    const head = reader.upTo(at, 16);
    if (head.length < 8) return;
    let size = u32be(head, 0);
    let start = at + 8;
    if (size === 1) {
      if (head.length < 16) return;
      size = u32be(head, 8) * 2 ** 32 + u32be(head, 12);
      start = at + 16;
    } else if (size === 0) size = to - at;
    if (size < start - at) return;
    yield { type: latin1(head, 4, 8), start, end: Math.min(to, at + size), whole: at + size <= to };
    at += size;
  }
}

function find(reader: HeaderReader, from: Box, ...path: string[]): Box | null {
  let box: Box | null = from;
  for (const type of path) {
    let found: Box | null = null;
    for (const inner of boxesIn(reader, box.start, box.end)) {
      if (inner.type === type) {
        found = inner;
        break;
      }
    }
    if (!found) return null;
    box = found;
  }
  return box;
}

/** Reads the `moov` box of an MP4 or MOV, wherever it lies. */
export function readMp4(reader: HeaderReader): VideoFacts | VideoProblem {
  const file: Box = { type: 'file', start: 0, end: reader.size, whole: true };
  const movie = find(reader, file, 'moov');
  if (!movie) return { problem: 'truncated' };
  const fragmented = find(reader, movie, 'mvex');
  for (const track of boxesIn(reader, movie.start, movie.end)) {
    if (track.type !== 'trak') continue;
    const handler = find(reader, track, 'mdia', 'hdlr');
    if (!handler || latin1(reader.exactly(handler.start, 12), 8, 12) !== 'vide') continue;
    return trackFacts(reader, movie, track, fragmented);
  }
  return { problem: movie.whole ? 'no-picture-track' : 'truncated' };
}

function trackFacts(reader: HeaderReader, movie: Box, track: Box, fragmented: Box | null): VideoFacts | VideoProblem {
  const entry = sampleEntry(reader, track);
  if (!entry) return { problem: 'no-picture-track' };
  const turned = quarterTurned(reader, track);
  const clock = mediaClock(reader, track);
  const times = find(reader, track, 'mdia', 'minf', 'stbl', 'stts');
  const table = times && sampleTimes(reader, times);
  const counted = table !== null && table.samples > 0;
  const seconds =
    clock === null
      ? null
      : counted && table.ticks > 0
        ? table.ticks / clock.scale
        : clock.ticks > 0
          ? clock.ticks / clock.scale
          : fragmentedLength(reader, fragmented, clock.scale);
  const samples = counted ? table.samples : null;
  return {
    container: 'mp4',
    width: turned ? entry.height : entry.width,
    height: turned ? entry.width : entry.height,
    turned,
    duration: seconds,
    frames: isTrimmed(reader, movie, track, seconds, samples) ? null : samples,
    rate: samples !== null && seconds !== null && seconds > 0 ? samples / seconds : null,
    codec: entry.codec,
  };
}

function sampleEntry(reader: HeaderReader, track: Box): { codec: string; width: number; height: number } | null {
  const description = find(reader, track, 'mdia', 'minf', 'stbl', 'stsd');
  if (!description || description.end - description.start < 8 + 36) return null;
  const entry = reader.exactly(description.start + 8, 36);
  const [width, height] = [u16be(entry, 32), u16be(entry, 34)];
  return width > 0 && height > 0 ? { codec: latin1(entry, 4, 8), width, height } : null;
}

/** Whether the matrix of the track header turns the picture by 90 or 270 degrees, as phones write it. */
function quarterTurned(reader: HeaderReader, track: Box): boolean {
  const header = find(reader, track, 'tkhd');
  if (!header) return false;
  const version = reader.exactly(header.start, 1)[0]!;
  const matrix = reader.exactly(header.start + (version === 1 ? 52 : 40), 20);
  const near = (at: number): number => Math.abs((u32be(matrix, at) | 0) / 65536);
  return near(0) < 0.5 && near(16) < 0.5 && near(4) > 0.5 && near(12) > 0.5;
}

/** Whether an edit list shows less than the track holds, by more than a frame: phones trim so. */
function isTrimmed(
  reader: HeaderReader,
  movie: Box,
  track: Box,
  seconds: number | null,
  samples: number | null,
): boolean {
  const list = find(reader, track, 'edts', 'elst');
  const header = find(reader, movie, 'mvhd');
  if (!list || !header || seconds === null || samples === null) return false;
  const long = reader.exactly(header.start, 1)[0] === 1;
  const scale = u32be(reader.exactly(header.start + (long ? 20 : 12), 4), 0);
  const head = reader.exactly(list.start, 8);
  const wide = head[0] === 1;
  const count = Math.min(u32be(head, 4), MOST_BOXES);
  const size = wide ? 20 : 12;
  const entries = reader.exactly(list.start + 8, count * size);
  let shown = 0;
  for (let at = 0; at < entries.length; at += size) {
    const start = u32be(entries, at + (wide ? 12 : 4)) | 0;
    // An empty edit shows nothing; it only makes the rest begin later.
    if (start !== -1) shown += wide ? u32be(entries, at) * 2 ** 32 + u32be(entries, at + 4) : u32be(entries, at);
  }
  // Nothing given stands for the whole track.
  return scale > 0 && shown > 0 && shown / scale < seconds - 1.5 * (seconds / samples);
}

/** Ticks per second of the track, and its length in ticks (0 when not known). */
function mediaClock(reader: HeaderReader, track: Box): { scale: number; ticks: number } | null {
  const header = find(reader, track, 'mdia', 'mdhd');
  if (!header) return null;
  const bytes = reader.exactly(header.start, 32);
  const long = bytes[0] === 1;
  const scale = u32be(bytes, long ? 20 : 12);
  const ticks = long ? u32be(bytes, 24) * 2 ** 32 + u32be(bytes, 28) : u32be(bytes, 16);
  return scale === 0 ? null : { scale, ticks: !long && ticks === UNKNOWN_32 ? 0 : ticks };
}

/** Sum of the samples and of their lengths. @throws OutOfBytes when the table is cut off */
function sampleTimes(reader: HeaderReader, box: Box): { samples: number; ticks: number } | null {
  const count = u32be(reader.exactly(box.start, 8), 4);
  if (count > MOST_ENTRIES) return null;
  if (box.start + 8 + 8 * count > box.end) throw new OutOfBytes();
  const entries = reader.exactly(box.start + 8, 8 * count, 8 * count);
  let samples = 0;
  let ticks = 0;
  for (let at = 0; at < entries.length; at += 8) {
    samples += u32be(entries, at);
    ticks += u32be(entries, at) * u32be(entries, at + 4);
  }
  return { samples, ticks };
}

/** Length that a fragmented file announces, in seconds. */
function fragmentedLength(reader: HeaderReader, fragmented: Box | null, scale: number): number | null {
  const header = fragmented && find(reader, fragmented, 'mehd');
  if (!header) return null;
  const long = reader.exactly(header.start, 1)[0] === 1;
  const bytes = reader.exactly(header.start, long ? 12 : 8);
  const ticks = long ? u32be(bytes, 4) * 2 ** 32 + u32be(bytes, 8) : u32be(bytes, 4);
  return ticks > 0 ? ticks / scale : null;
}
