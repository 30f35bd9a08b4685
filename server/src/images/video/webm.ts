import { type HeaderReader, latin1, OutOfBytes } from '../header/reader.ts';
import type { VideoFacts, VideoProblem } from './facts.ts';

/** Element ids (RFC 9559, section 5.1). */
const ID = {
  segment: 0x18538067,
  info: 0x1549a966,
  scale: 0x2ad7b1,
  duration: 0x4489,
  tracks: 0x1654ae6b,
  track: 0xae,
  type: 0x83,
  codec: 0x86,
  frameTime: 0x23e383,
  video: 0xe0,
  width: 0xb0,
  height: 0xba,
  cluster: 0x1f43b675,
} as const;

const MOST_ELEMENTS = 400;
/** Nanoseconds of a tick where the file does not say. */
const USUAL_SCALE = 1_000_000;
const NANOSECONDS = 1e9;
const PICTURES = 1;

interface Element {
  readonly id: number;
  readonly start: number;
  readonly end: number;
}

/** A number whose first byte says how long it is; the mark is kept for ids. Null beyond eight bytes or the end. */
function variable(reader: HeaderReader, at: number, keepMark: boolean): { value: number; length: number } | null {
  const first = reader.upTo(at, 1)[0];
  if (first === undefined || first === 0) return null;
  const length = Math.clz32(first) - 23;
  const bytes = reader.upTo(at, length);
  if (bytes.length < length) return null;
  let value = keepMark ? first : first & ((1 << (8 - length)) - 1);
  let unknown = value === (1 << (8 - length)) - 1;
  for (let i = 1; i < length; i++) {
    value = value * 256 + bytes[i]!;
    unknown &&= bytes[i] === 0xff;
  }
  return { value: unknown && !keepMark ? Number.POSITIVE_INFINITY : value, length };
}

function* elementsIn(reader: HeaderReader, from: number, to: number): Iterable<Element> {
  let at = from;
  for (let i = 0; i < MOST_ELEMENTS && at < to; i++) {
    const id = variable(reader, at, true);
    const size = id && variable(reader, at + id.length, false);
    if (!id || !size) return;
    const start = at + id.length + size.length;
    yield { id: id.value, start, end: Math.min(to, start + size.value) };
    at = start + size.value;
  }
}

/** Reads the information and the first picture track of a WebM or Matroska file. */
export function readWebm(reader: HeaderReader): VideoFacts | VideoProblem {
  let scale = USUAL_SCALE;
  let ticks: number | null = null;
  let track: Track | null = null;
  let tracks = false;
  for (const top of elementsIn(reader, 0, reader.size)) {
    if (top.id !== ID.segment) continue;
    for (const element of elementsIn(reader, top.start, top.end)) {
      if (element.id === ID.info) {
        for (const inner of elementsIn(reader, element.start, element.end)) {
          if (inner.id === ID.scale) scale = whole(reader, inner);
          if (inner.id === ID.duration) ticks = floating(reader, inner);
        }
      } else if (element.id === ID.tracks) {
        tracks = true;
        for (const inner of elementsIn(reader, element.start, element.end))
          if (inner.id === ID.track) track ??= pictureTrack(reader, inner);
      } else if (element.id === ID.cluster && tracks) break;
    }
  }
  if (!track) return { problem: tracks ? 'no-picture-track' : 'truncated' };
  const duration = ticks !== null && ticks > 0 ? (ticks * scale) / NANOSECONDS : null;
  const rate = track.frameTime !== null ? NANOSECONDS / track.frameTime : null;
  return {
    container: 'webm',
    width: track.width,
    height: track.height,
    turned: false,
    duration,
    // The container counts no frames: their length, where it is given, tells about how many there are.
    frames: duration !== null && rate !== null ? Math.round(duration * rate) : null,
    rate,
    codec: track.codec,
  };
}

interface Track {
  readonly width: number;
  readonly height: number;
  readonly codec: string | null;
  /** Nanoseconds of one frame. */
  readonly frameTime: number | null;
}

function pictureTrack(reader: HeaderReader, entry: Element): Track | null {
  let type = 0;
  let codec: string | null = null;
  let frameTime: number | null = null;
  const sizes = new Map<number, number>();
  for (const { id, start, end } of elementsIn(reader, entry.start, entry.end)) {
    if (id === ID.type) type = whole(reader, { id, start, end });
    else if (id === ID.codec) codec = latin1(reader.exactly(start, Math.min(32, end - start)), 0, end - start);
    else if (id === ID.frameTime) frameTime = whole(reader, { id, start, end }) || null;
    else if (id === ID.video)
      for (const inner of elementsIn(reader, start, end))
        if (inner.end - inner.start <= 8) sizes.set(inner.id, whole(reader, inner));
  }
  const width = sizes.get(ID.width) ?? 0;
  const height = sizes.get(ID.height) ?? 0;
  return type === PICTURES && width > 0 && height > 0 ? { width, height, codec, frameTime } : null;
}

/** An unsigned number. @throws OutOfBytes */
function whole(reader: HeaderReader, { start, end }: Element): number {
  let value = 0;
  for (const byte of reader.exactly(start, Math.min(8, end - start))) value = value * 256 + byte;
  return value;
}

/** A floating-point number of four or eight bytes. @throws OutOfBytes */
function floating(reader: HeaderReader, { start, end }: Element): number {
  const bytes = reader.exactly(start, Math.min(8, end - start));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length === 4) return view.getFloat32(0);
  if (bytes.length === 8) return view.getFloat64(0);
  if (bytes.length === 0) return 0;
  throw new OutOfBytes();
}
