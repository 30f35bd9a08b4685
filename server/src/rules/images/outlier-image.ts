import { z } from 'zod';
import type { Draft } from '../../ground/finding.ts';
import { t } from '../../ground/l10n.ts';
import { median } from '../../ground/numbers.ts';
import { folderOf } from '../../ground/paths.ts';
import type { ImageFacts } from '../../images/facts.ts';
import type { ImageHeader } from '../../images/header/types.ts';
import { regularizationFolders } from '../../metrics/subject.ts';
import type { FolderContext } from '../context.ts';
import { folderRule } from '../define.ts';
import { ruleOptions } from '../rule-options.ts';

const options = ruleOptions({ deviations: 6, images: 20 }, () => ({
  /** Distance from the median in standard deviations, as the median of the distances estimates them. */
  deviations: z.number().min(1),
  /** Images below which nothing is an outlier. */
  images: z.int().min(3),
}));

/** Median of distances → standard deviation of a normal distribution (Rousseeuw & Croux 1993). */
const normalFactor = 1.4826;
/** Sets whose images are almost alike have next to no deviation; it is taken to be at least this, in natural logarithms. */
const leastDeviation = Math.log(1.2);

/** Share of a small regularization set from which it is no outlier but of another kind. */
const odd = 0.25;

/** A number as people write it: two digits, whole from ten on. */
const plain = (value: number): string =>
  value >= 10 ? String(Math.round(value)) : String(Number(value.toPrecision(2)));

interface Measure {
  readonly of: (header: ImageHeader) => number;
  /** How many times larger or smaller than the median it must be in any case. */
  readonly factor: number;
  readonly say: (value: number, median: number) => string;
}

const measures: readonly Measure[] = [
  {
    of: ({ width, height }) => (width * height) / 1e6,
    factor: 6,
    say: (value, median) => t('{0} megapixels, the dataset’s median is {1}', plain(value), plain(median)),
  },
  {
    of: ({ width, height }) => width / height,
    factor: 2,
    say: (value, median) =>
      t('{0} times as wide as high, the dataset’s median is {1}', value.toFixed(2), median.toFixed(2)),
  },
];

const bytesMeasure: Measure = {
  of: ({ bytesPerPixel }) => bytesPerPixel,
  factor: 8,
  say: (value, median) => t('{0} bytes per pixel, the median of its format is {1}', plain(value), plain(median)),
};

export default folderRule({
  id: 'outlier-image',
  group: 'images',
  severity: 'info',
  fix: 'none',
  summary: 'The image is far from all others in size, shape or bytes per pixel.',
  why: 'Diffusion training is sensitive to outliers: a thumbnail, a screenshot or an almost blank picture disturbs more than it teaches (seed: outliers; heuristic).',
  options,
  *check({ images, index }: FolderContext, { deviations, images: least }: typeof options.defaults): Iterable<Draft> {
    const others = new Set(regularizationFolders(index.concepts));
    const all = [...(images?.values() ?? [])].filter(({ header }) => header !== null);
    const isOther = ({ file }: ImageFacts): boolean => others.size > 0 && others.has(folderOf(file));
    const [own, reg] = [all.filter((image) => !isOther(image)), all.filter(isOther)];
    // A regularization set is made otherwise, all of it: each is measured by its own, a small one by all images.
    const isSmall = reg.length < least;
    for (const known of own.length < least ? [all] : [own, isSmall ? all : reg]) {
      const reasons = new Map<string, string[]>();
      const look = (among: readonly ImageFacts[], measure: Measure): void => {
        if (among.length < least) return;
        for (const [file, reason] of outliers(among, measure, deviations))
          reasons.set(file, [...(reasons.get(file) ?? []), reason]);
      };
      for (const measure of measures) look(known, measure);
      const byFormat = new Map<string, ImageFacts[]>();
      for (const image of known) {
        const format = image.header?.format ?? '';
        const group = byFormat.get(format);
        if (group) group.push(image);
        else byFormat.set(format, [image]);
      }
      for (const group of byFormat.values()) look(group, bytesMeasure);
      const ofOther = reg.filter(({ file }) => reasons.has(file)).length;
      const isOtherKind = known === all && ofOther > reg.length * odd;
      for (const [file, found] of reasons) {
        const isOfReg = others.has(folderOf(file));
        if (isOfReg ? isOtherKind : known === all && own.length >= least) continue;
        yield {
          file,
          range: null,
          message: t('Unlike the others: {0}. Check whether it belongs here.', found.join(t('; '))),
        };
      }
    }
  },
});

/** Share of the images above which they are a part of the set, and no outliers of it. */
const mostOutside = 1 / 4;

/** Images whose logarithm is too far from the median, measured by the median of the distances, which outliers do not move. */
function* outliers(
  images: readonly ImageFacts[],
  { of, factor, say }: Measure,
  deviations: number,
): Iterable<[file: string, reason: string]> {
  const logs = Float64Array.from(images, ({ header }) => (header ? Math.log(of(header)) : 0));
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < logs.length; at++) {
    least = Math.min(least, logs[at]);
    most = Math.max(most, logs[at]);
  }
  // Nothing is further from the median than the extremes are apart.
  if (most - least <= Math.log(factor)) return;
  const middle = median(logs);
  const distances = logs.map((log) => Math.abs(log - middle));
  const deviation = Math.max(leastDeviation, normalFactor * median(distances));
  const far = Math.max(deviations * deviation, Math.log(factor));
  if (distances.filter((distance) => distance > far).length > distances.length * mostOutside) return;
  for (let at = 0; at < distances.length; at++) {
    const { file, header } = images[at];
    if (header && distances[at] > far) yield [file, say(of(header), Math.exp(middle))];
  }
}
