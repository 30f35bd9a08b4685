import { ascending } from '../ground/numbers.ts';
import type { Steps } from '../ground/steps.ts';
import type { ImageFacts } from './facts.ts';
import type { ImageSurvey } from './survey.ts';

/** Files from which a cluster is dense enough to count as a place the training returns to. */
export const denseCluster = 3;

/** How a number is spread over the images: least, lower quartile, median, upper quartile, most, mean. */
export interface Spread {
  readonly min: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly max: number;
  readonly mean: number;
}

/** Numbers about the images of a dataset. Shares are of all images, 0 to 1. */
export interface ImageMetrics {
  readonly images: number;
  /** Images whose header could be read: the spreads are of these. */
  readonly readable: number;
  readonly damaged: number;
  /** Whether near-duplicates were looked for: without, the numbers about duplicates count exact copies only. */
  readonly compared: boolean;
  /** Images, with each cluster of duplicates counted as one: how many different pictures train. */
  readonly effectiveImages: number;
  readonly effectiveShare: number;
  /** Share of images that are in a cluster of files or pictures that are equal. */
  readonly exactDuplicateShare: number;
  /** Share of images that are in a cluster of versions of one picture; null when these were not looked for. */
  readonly nearDuplicateShare: number | null;
  /** Share of images in the largest cluster of three or more; 0 without one. */
  readonly largestClusterShare: number;
  /** Share of images in clusters of three or more. */
  readonly clusteredShare: number;
  /** Pixels of the shorter side, as stored. */
  readonly shortSide: Spread | null;
  /** Millions of pixels. */
  readonly megapixels: Spread | null;
  /** Width over height, as stored. */
  readonly aspect: Spread | null;
  /** Bytes of the file over its pixels. */
  readonly bytesPerPixel: Spread | null;
  /** Number of images per format, most frequent first. */
  readonly formats: readonly (readonly [format: string, images: number])[];
  /** Images whose format announces transparency. */
  readonly withAlpha: number;
  /** Images with pixels that are not opaque; null when pixels were not looked at. */
  readonly transparent: number | null;
  readonly animated: number;
  /** Images whose EXIF data asks for a rotation. */
  readonly rotatedByExif: number;
}

/** The numbers of a survey; null when images were not looked at. */
export function* imageMetrics({ level, images, clusters }: ImageSurvey): Steps<ImageMetrics | null> {
  if (level === 'off') return null;
  const all = [...images.values()];
  const share = (count: number): number => (all.length === 0 ? 0 : count / all.length);
  const inClusters = (those: readonly { readonly files: readonly string[] }[]): number =>
    those.reduce((sum, { files }) => sum + files.length, 0);
  const dense = clusters.filter(({ files }) => files.length >= denseCluster);
  const compared = level !== 'headers';
  const effectiveImages = all.length - inClusters(clusters) + clusters.length;
  const readable = all.flatMap((image) => image.header ?? []);
  yield;
  const shortSide = spread(readable.map(({ width, height }) => Math.min(width, height)));
  const megapixels = spread(readable.map(({ width, height }) => (width * height) / 1e6));
  yield;
  const aspect = spread(readable.map(({ width, height }) => width / height));
  const bytesPerPixel = spread(readable.map((header) => header.bytesPerPixel));
  yield;
  return {
    images: all.length,
    readable: readable.length,
    damaged: all.filter(({ damage }) => damage !== null).length,
    compared,
    effectiveImages,
    effectiveShare: share(effectiveImages),
    exactDuplicateShare: share(inClusters(clusters.filter(({ kind }) => kind !== 'near'))),
    nearDuplicateShare: compared ? share(inClusters(clusters.filter(({ kind }) => kind === 'near'))) : null,
    largestClusterShare: share(Math.max(0, ...dense.map(({ files }) => files.length))),
    clusteredShare: share(inClusters(dense)),
    shortSide,
    megapixels,
    aspect,
    bytesPerPixel,
    formats: countFormats(all),
    withAlpha: readable.filter(({ hasAlpha }) => hasAlpha).length,
    transparent: compared ? all.filter(({ transparent }) => transparent).length : null,
    animated: readable.filter(({ animated }) => animated).length,
    rotatedByExif: readable.filter(({ exifOrientation }) => exifOrientation !== 1).length,
  };
}

function countFormats(images: readonly ImageFacts[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { header } of images) if (header) counts.set(header.format, (counts.get(header.format) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

/** Quantiles with linear interpolation (type 7 of Hyndman & Fan 1996); null without values. */
export function spread(values: readonly number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = ascending(values);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const low = sorted[Math.floor(place)];
    return low + (place % 1) * (sorted[Math.ceil(place)] - low);
  };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { min: sorted[0], q1: at(0.25), median: at(0.5), q3: at(0.75), max: sorted[sorted.length - 1], mean };
}
