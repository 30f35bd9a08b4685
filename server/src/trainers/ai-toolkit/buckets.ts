import type { PyValue } from '../documents/python-value.ts';
import type { PixelSize } from '../pixel-size.ts';
import { pythonInt } from '../python/python-text.ts';
import { answer, type Outcome, stops } from '../trainer-error.ts';

/** The number of a value Python calculates with: numbers and booleans; null for anything else. */
export function numeric(value: PyValue | undefined): number | null {
  return value?.type === 'int' || value?.type === 'float' || value?.type === 'bool' ? Number(value.value) : null;
}

/** What decides where an image goes. */
export interface PlacementOptions {
  /** Side of the square the area is measured by, pixels; taken as it is written, and only a number can be calculated with. */
  readonly resolution: PyValue;
  readonly scale: PyValue;
  readonly randomCrop: boolean;
  readonly squareCrop: boolean;
  /** Bucket sides are multiples of this; each architecture has its own. */
  readonly step: number;
}

export interface Placement {
  readonly bucket: PixelSize;
  /** Size before the crop. */
  readonly scaled: PixelSize;
  /** Left and top of the crop; the largest values of it where they are drawn. */
  readonly crop: { readonly x: number; readonly y: number };
  readonly isCropRandom: boolean;
  /** The name of the bucket, without frames. */
  readonly name: string;
}

/**
 * The bucket of an image (ai-toolkit toolkit/buckets.py, toolkit/dataloader_mixins.py): there is no list and no limit of the aspect
 * ratio, small images keep about their size, and an area never grows beyond resolution².
 */
export function placeImage(image: PixelSize, options: PlacementOptions): Outcome<Placement> {
  const scaledWidth = scaledSide(image.width, options.scale);
  const scaledHeight = scaledSide(image.height, options.scale);
  if (scaledWidth.error) return scaledWidth;
  if (scaledHeight.error) return scaledHeight;
  const width = scaledWidth.value;
  const height = scaledHeight.value;
  const resolution = numeric(options.resolution);
  if (resolution === null) return stops('TypeError', 'resolution is no number');
  if (width === 0 || height === 0) return stops('ZeroDivisionError', 'division by zero');
  if (!Number.isFinite(width) || !Number.isFinite(height)) return stops('OverflowError', 'int too large');
  if (options.squareCrop) {
    const side = options.resolution.type === 'float' ? pythonFloat(resolution) : String(resolution);
    return answer({ ...squarePlacement({ width, height }, resolution), name: `${side}x${side}` });
  }
  const bucket = bucketFor({ width, height }, resolution, options.step);
  if (bucket.width <= 0 || bucket.height <= 0) return stops('ZeroDivisionError', 'division by zero');
  const factor = Math.max(bucket.width / width, bucket.height / height);
  const scaled = { width: Math.ceil(width * factor), height: Math.ceil(height * factor) };
  const spare = { x: scaled.width - bucket.width, y: scaled.height - bucket.height };
  return answer({
    bucket,
    scaled,
    crop: options.randomCrop ? spare : { x: Math.trunc(spare.x / 2), y: Math.trunc(spare.y / 2) },
    isCropRandom: options.randomCrop,
    name: `${bucket.width}x${bucket.height}`,
  });
}

/** Digits that Python's `int` takes are 4300; with an underscore behind each twice as many characters. */
const mostDigits = 8600;

/** `int(side * scale)`: a text is repeated, as Python multiplies it, and then read as a number. */
function scaledSide(side: number, scale: PyValue): Outcome<number> {
  const factor = numeric(scale);
  if (factor !== null) return answer(Math.trunc(side * factor));
  if (scale.type !== 'str') return stops('TypeError', 'scale is no number');
  // Beyond its limit of digits Python reads no number; so much is not put together.
  if (side > 1 && scale.value.length * side > mostDigits) return stops('ValueError', scale.value.slice(0, 80));
  const read = pythonInt(scale.value.repeat(Math.max(0, side)));
  return read === null ? stops('ValueError', scale.value) : answer(read);
}

/** `str(float)` for the sizes that occur: whole numbers keep their `.0`. */
function pythonFloat(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** Of the four sizes around the wanted one, that whose area comes nearest; of equals the first. */
function bucketFor({ width, height }: PixelSize, resolution: number, step: number): PixelSize {
  const total = width * height;
  const most = resolution * resolution;
  const target = Math.min(total, most);
  const factor = Math.sqrt(target / total);
  const a = (width * factor) / step;
  const b = (height * factor) / step;
  const sides = [
    [Math.floor(a), Math.floor(b)],
    [Math.floor(a), Math.ceil(b)],
    [Math.ceil(a), Math.floor(b)],
    [Math.ceil(a), Math.ceil(b)],
  ] as const;
  let best: PixelSize | null = null;
  let distance = Number.POSITIVE_INFINITY;
  for (const [w, h] of sides) {
    const size = { width: w * step, height: h * step };
    const area = size.width * size.height;
    if (size.width <= 0 || size.height <= 0 || area > most) continue;
    const off = Math.abs(area - target);
    if (off < distance) {
      distance = off;
      best = size;
    }
  }
  return best ?? { width: Math.max(step, Math.floor(a) * step), height: Math.max(step, Math.floor(b) * step) };
}

/** `square_crop`: scaled to cover the square and cut along the longer side; enlarges. */
function squarePlacement(size: PixelSize, side: number): Omit<Placement, 'name'> {
  const factor = Math.max(side / size.width, side / size.height);
  const scaled = { width: Math.ceil(size.width * factor), height: Math.ceil(size.height * factor) };
  const crop =
    size.width > size.height
      ? { x: Math.trunc(scaled.width / 2 - side / 2), y: 0 }
      : { x: 0, y: Math.trunc(scaled.height / 2 - side / 2) };
  return { bucket: { width: side, height: side }, scaled, crop, isCropRandom: false };
}
