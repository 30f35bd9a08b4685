import { answer, type Outcome, stops } from '../trainer-error.ts';

/** The options of a video dataset that decide which parts of a video train. */
export interface FrameOptions {
  readonly targetFrames: readonly number[];
  readonly extraction: string;
  readonly stride: number;
  readonly sample: number;
  readonly maxFrames: number;
  /** `source_fps`; null: all frames, whatever their rate. */
  readonly sourceFps: number | null;
  /** Frames per second of the family. */
  readonly targetFps: number;
}

/** A part of a video that is one training item: its first frame and its length. */
export interface FrameRange {
  readonly start: number;
  readonly count: number;
}

/** The lengths a dataset cuts: each rounded down to 4n + 1, once (musubi-tuner dataset/image_video_dataset.py). */
export function frameLengths(targetFrames: readonly number[]): number[] {
  const lengths = new Set(targetFrames.map((frames) => Math.floor((frames - 1) / 4) * 4 + 1));
  return [...lengths].sort((a, b) => a - b);
}

/** Frames and parts up to which a video is gone through: two days at 60 frames per second, and more files than a disk should hold. */
const MOST_FRAMES = 10_000_000;
const MOST_PARTS = 100_000;

/**
 * The parts of a video that train; empty when it is shorter than every length, which nothing reports. Null: so many that they are not
 * counted.
 * @param frames frames in the file
 */
export function frameRanges(frames: number, options: FrameOptions): Outcome<FrameRange[] | null> {
  if (frames > MOST_FRAMES || options.targetFrames.length > MOST_PARTS) return answer(null);
  const lengths = frameLengths(options.targetFrames);
  const kept = keptFrames(frames, options, lengths);
  if (kept.error) return kept;
  const count = kept.value;
  if (count === 0) return stops('IndexError', 'no frame');
  if (partsOf(count, lengths, options) > MOST_PARTS) return answer(null);
  const found: FrameRange[] = [];
  switch (options.extraction) {
    case 'head':
      for (const length of lengths) if (count >= length) found.push({ start: 0, count: length });
      return answer(found);
    case 'chunk':
      for (const length of lengths) {
        if (length < 0) continue;
        for (let start = 0; start + length <= count; start += length) found.push({ start, count: length });
      }
      return answer(found);
    case 'slide':
      if (options.stride === 0) return stops('ValueError', 'range() arg 3 must not be zero');
      for (const length of lengths) {
        if (count < length || options.stride < 0) continue;
        for (let start = 0; start <= count - length; start += options.stride) found.push({ start, count: length });
      }
      return answer(found);
    case 'uniform':
      if (options.sample < 0) return stops('ValueError', 'Number of samples must be non-negative.');
      for (const length of lengths) {
        if (count < length) continue;
        for (const start of spread(count - length, options.sample)) found.push({ start, count: length });
      }
      return answer(found);
    case 'full': {
      const length = Math.floor((Math.min(count, options.maxFrames) - 1) / 4) * 4 + 1;
      return answer([{ start: 0, count: length }]);
    }
    default:
      return stops('ValueError', `frame_extraction ${options.extraction}`);
  }
}

/** How many parts there will be. */
function partsOf(count: number, lengths: readonly number[], { extraction, stride, sample }: FrameOptions): number {
  const fitting = lengths.filter((length) => length <= count);
  if (extraction === 'uniform') return sample * fitting.length;
  if (extraction === 'chunk')
    return fitting.reduce((sum, length) => sum + (length > 0 ? Math.floor(count / length) : 0), 0);
  if (extraction !== 'slide' || stride <= 0) return fitting.length;
  return fitting.reduce((sum, length) => sum + Math.floor((count - length) / stride) + 1, 0);
}

/** `numpy.linspace(0, last, count, dtype=int)`. */
function spread(last: number, count: number): number[] {
  if (count === 1) return [0];
  const step = last / (count - 1);
  return Array.from({ length: count }, (_, i) => (i === count - 1 ? last : Math.trunc(i * step)));
}

/** Frames left when the rate is brought down: frames are dropped, never repeated, and `head` stops reading at the longest length. */
function keptFrames(frames: number, options: FrameOptions, lengths: readonly number[]): Outcome<number> {
  if (options.sourceFps === null) return answer(frames);
  if (options.sourceFps === 0) return stops('ZeroDivisionError', 'float division by zero');
  const ratio = options.targetFps / options.sourceFps;
  const stopAt =
    options.extraction === 'head' ? (lengths.at(-1) ?? Number.NEGATIVE_INFINITY) : Number.POSITIVE_INFINITY;
  let place = 0;
  let last = -1;
  let kept = 0;
  for (let i = 0; i < frames; i++) {
    const at = Math.floor(place);
    place += ratio;
    if (at === last) continue;
    last = at;
    if (at >= stopAt) break;
    kept++;
  }
  return answer(kept);
}
