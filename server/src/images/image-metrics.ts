import { ascending } from '../ground/numbers.ts';
import { folderOf } from '../ground/paths.ts';
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

/** How often pictures of the subject repeat: a regularization set is left out, as what it repeats is not learnt by heart. */
export interface Repetition {
  /** Images of the subject. */
  readonly images: number;
  /** Its images in clusters of two or more of them, the largest cluster first. */
  readonly groups: readonly (readonly string[])[];
  /** The clusters of three or more. */
  readonly dense: readonly (readonly string[])[];
  /** Images, with each cluster counted as one: how many different pictures train. */
  readonly effective: number;
}

/**
 * @param files all images
 * @param isSubject whether an image is of the subject
 */
export function repetition(
  files: Iterable<string>,
  clusters: readonly { readonly files: readonly string[] }[],
  isSubject: (file: string) => boolean,
): Repetition {
  let images = 0;
  for (const file of files) if (isSubject(file)) images++;
  const groups = clusters
    .map((cluster) => cluster.files.filter(isSubject))
    .filter((group) => group.length > 1)
    .sort((a, b) => b.length - a.length);
  const dense = groups.filter((group) => group.length >= denseCluster);
  return { images, groups, dense, effective: images - groups.flat().length + groups.length };
}

/** Numbers about the images of a dataset. Shares are 0 to 1, of duplicates those of the subject's images, else of all. */
export interface ImageMetrics {
  readonly images: number;
  /** Images whose header could be read: the spreads are of these. */
  readonly readable: number;
  readonly damaged: number;
  /** Whether near-duplicates were looked for: without, the numbers about duplicates count exact copies only. */
  readonly compared: boolean;
  /** Images of the subject, and how many different pictures they are: each cluster of duplicates counts as one. */
  readonly subjectImages: number;
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

/** The numbers of the images that were looked at last, with all that they were made of. */
const lastMade = new WeakMap<
  ImageSurvey['images'],
  { readonly inputs: readonly unknown[]; readonly made: ImageMetrics }
>();

/**
 * The numbers of a survey; null when images were not looked at. Those of images that were asked for before are the same ones.
 * @param others folders of regularization sets: their images are not of the subject
 */
export function* imageMetrics(survey: ImageSurvey, others: readonly string[] = []): Steps<ImageMetrics | null> {
  if (survey.level === 'off') return null;
  const inputs = [survey.level, survey.clusters, others.join('\n')];
  const last = lastMade.get(survey.images);
  if (last?.inputs.every((input, at) => input === inputs[at])) return last.made;
  const made = yield* makeMetrics(survey, others);
  lastMade.set(survey.images, { inputs, made });
  return made;
}

function* makeMetrics({ level, images, clusters }: ImageSurvey, others: readonly string[]): Steps<ImageMetrics> {
  const isSubject = (file: string): boolean => others.length === 0 || !others.includes(folderOf(file));
  const all = [...images.values()];
  const repeated = (among: typeof clusters): Repetition => repetition(images.keys(), among, isSubject);
  const { images: subjectImages, dense, effective } = repeated(clusters);
  const share = (count: number): number => (subjectImages === 0 ? 0 : count / subjectImages);
  const shareIn = (groups: readonly (readonly string[])[]): number => share(groups.flat().length);
  const compared = level !== 'headers';
  yield;
  const readable = all.flatMap((image) => image.header ?? []);
  yield;
  const shortSide = spread(readable.map(({ width, height }) => Math.min(width, height)));
  yield;
  const megapixels = spread(readable.map(({ width, height }) => (width * height) / 1e6));
  yield;
  const aspect = spread(readable.map(({ width, height }) => width / height));
  yield;
  const bytesPerPixel = spread(readable.map((header) => header.bytesPerPixel));
  yield;
  return {
    images: all.length,
    readable: readable.length,
    damaged: all.filter(({ damage }) => damage !== null).length,
    compared,
    subjectImages,
    effectiveImages: effective,
    effectiveShare: share(effective),
    exactDuplicateShare: shareIn(repeated(clusters.filter(({ kind }) => kind !== 'near')).groups),
    nearDuplicateShare: compared ? shareIn(repeated(clusters.filter(({ kind }) => kind === 'near')).groups) : null,
    largestClusterShare: share(dense[0]?.length ?? 0),
    clusteredShare: shareIn(dense),
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
