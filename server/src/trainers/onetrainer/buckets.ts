import type { PixelSize } from '../pixel-size.ts';
import { pythonInt } from '../python/python-text.ts';
import { roundHalfEven } from '../python/round.ts';
import { setOrder } from '../python/tuple-hash.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';

/** The aspect ratios of the buckets, width not below height (mgds pipelineModules/AspectBucketing.py). */
const ASPECTS = [1, 1.25, 1.5, 1.75, 2, 2.5, 3, 3.5, 4];

/** What `resolution` asks for: sides of squares of equal area, or one fixed size. */
export type Resolution =
  | { readonly kind: 'targets'; readonly targets: readonly number[] }
  | { readonly kind: 'fixed'; readonly size: PixelSize };

export interface ResolutionSettings {
  /** Text, in Python's syntax of integers. */
  readonly resolution: string;
  readonly enableOverride: boolean;
  /** Read even when it is off: a text that is no resolution stops the trainer. */
  readonly override: string;
  readonly aspectRatioBucketing: boolean;
  /** Bucket sides are multiples of this. */
  readonly step: number;
}

/** Buckets of one target in the trainer's order, which decides between equally near ones. */
export interface TargetBuckets {
  /** Null for a fixed size. */
  readonly target: number | null;
  readonly sizes: readonly PixelSize[];
}

/** An image brought to its bucket. Offsets are those of the crop in the scaled image. */
export interface Placement {
  readonly target: number | null;
  readonly bucket: PixelSize;
  readonly scaled: PixelSize;
  readonly centre: { readonly x: number; readonly y: number };
  /** With crop jitter the offset is drawn from 0 to this, both included; nothing can be drawn below 0. */
  readonly jitter: { readonly x: number; readonly y: number };
}

/** `N`, `N,M,…` or `WxH`; null is Python's ValueError. */
export function parseResolution(text: string, step: number): Resolution | null {
  if (text.includes('x') && !text.includes(',')) {
    const [width, height] = text.split('x').map(pythonInt);
    if (width === null || height === null || width === undefined || height === undefined) return null;
    return { kind: 'fixed', size: { width: onStep(width, step), height: onStep(height, step) } };
  }
  const targets = text.split(',').map(pythonInt);
  return targets.includes(null) ? null : { kind: 'targets', targets: [...new Set(targets as number[])] };
}

const onStep = (side: number, step: number): number => roundHalfEven(side / step) * step;

/** The buckets of one target. A side that rounds to nothing stops the trainer. */
export function targetBuckets(target: number, step: number): Outcome<PixelSize[]> {
  if (!Number.isFinite(target)) return stops('OverflowError', 'int too large to convert to float');
  const tuples = sidesOf(target, step);
  if (tuples.some(([, width]) => width === 0)) return stops('ZeroDivisionError', 'division by zero');
  return answer(setOrder(tuples).map(([height, width]) => ({ width: Number(width), height: Number(height) })));
}

/** Height and width of each aspect ratio, in the order in which they are put into a set. */
function sidesOf(target: number, step: number): [height: number, width: number][] {
  const sides = ASPECTS.map((a) => [(1 / Math.sqrt(a)) * target, (a / Math.sqrt(a)) * target] as const);
  return [...sides, ...sides.map(([h, w]) => [w, h] as const)].map(([h, w]) => [onStep(h, step), onStep(w, step)]);
}

/** The least width of a target's buckets; where it is none, others are not looked at. */
const narrowest = (target: number, step: number): number =>
  onStep((1 / Math.sqrt(ASPECTS.at(-1) as number)) * target, step);

/** The buckets of a target, worked out when they are asked for: of many targets an image is put into one. */
class Target implements TargetBuckets {
  readonly target: number;
  readonly #step: number;
  #sizes: readonly PixelSize[] | null = null;

  constructor(target: number, step: number) {
    this.target = target;
    this.#step = step;
  }

  get sizes(): readonly PixelSize[] {
    this.#sizes ??= targetBuckets(this.target, this.#step).value ?? [];
    return this.#sizes;
  }
}

/**
 * The buckets a concept is put into, by target; made before any image is opened. Those of the override are made as well, and stop the
 * trainer, even where it is switched off.
 */
export function planBuckets(settings: ResolutionSettings): Outcome<TargetBuckets[]> {
  const usual = bucketsOf(settings.resolution, settings);
  if (usual.error) return usual;
  const override = bucketsOf(settings.override, settings);
  if (override.error) return override;
  return settings.enableOverride ? override : usual;
}

function bucketsOf(text: string, { step, aspectRatioBucketing }: ResolutionSettings): Outcome<TargetBuckets[]> {
  const wanted = parseResolution(text, step);
  if (!wanted) return stops('ValueError', 'resolution');
  // Without buckets only sides can be read, no fixed size.
  if (!aspectRatioBucketing && wanted.kind === 'fixed') return stops('ValueError', 'resolution');
  if (wanted.kind === 'fixed')
    return Number.isFinite(wanted.size.width) && Number.isFinite(wanted.size.height)
      ? answer([{ target: null, sizes: [wanted.size] }])
      : stops('OverflowError', 'integer division result too large for a float');
  const planned: TargetBuckets[] = [];
  for (const target of wanted.targets) {
    if (!aspectRatioBucketing) planned.push({ target, sizes: [{ width: target, height: target }] });
    else if (!Number.isFinite(target)) return stops('OverflowError', 'int too large to convert to float');
    else if (narrowest(target, step) === 0) return stops('ZeroDivisionError', 'division by zero');
    else planned.push(new Target(target, step));
  }
  return answer(planned);
}

/**
 * Where an image goes for one target.
 * @param image pixels after EXIF rotation
 * @param frames of families whose images get a frame axis; without buckets they take it for the height
 */
export function placeImage(
  { target, sizes }: TargetBuckets,
  image: PixelSize,
  framesWithoutBuckets: number | null,
): Outcome<Placement> {
  const seen = framesWithoutBuckets === null ? image : { width: image.height, height: framesWithoutBuckets };
  const aspect = seen.height / seen.width;
  let bucket: PixelSize | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const size of sizes) {
    if (size.width === 0) return stops('ZeroDivisionError', 'division by zero');
    const off = Math.abs(size.height / size.width - aspect);
    if (off < distance) {
      distance = off;
      bucket = size;
    }
  }
  if (!bucket) return stops('ValueError', 'no bucket');
  const scaled =
    aspect > bucket.height / bucket.width
      ? { width: bucket.width, height: roundHalfEven(seen.height * (bucket.width / seen.width)) }
      : { width: roundHalfEven(seen.width * (bucket.height / seen.height)), height: bucket.height };
  const jitter = { x: scaled.width - bucket.width, y: scaled.height - bucket.height };
  return answer({
    target,
    bucket,
    scaled,
    centre: { x: Math.floor(jitter.x / 2), y: Math.floor(jitter.y / 2) },
    jitter,
  });
}
