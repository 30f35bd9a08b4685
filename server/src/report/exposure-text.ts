import type { TagExposure } from '../exposure/exposure.ts';
import { t } from '../ground/l10n.ts';
import { baseName } from '../ground/paths.ts';
import { visible } from '../ground/visible.ts';
import { modelFamily } from '../trainers/families.ts';
import { trainerProfile } from '../trainers/profiles.ts';
import type { ExposureReport } from './exposure.ts';
import { type ImageSpread, spreadOf } from './image-spread.ts';

/** Tags and images listed. */
const listed = 20;

/** A number of showings: whole where it is certain, else with one digit where that says something. */
export function showings(value: number): string {
  const rounded =
    value >= 100 || Math.abs(value - Math.round(value)) < 0.05 ? Math.round(value) : Number(value.toFixed(1));
  return rounded.toLocaleString('en');
}

export function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(part === 0 || part === whole ? 0 : 1)} %`;
}

/** How a tag fares, in a sentence that stands alone. */
export function tagSentence({ images, shows, reached }: TagExposure, limit: number | null): string {
  const read = showings(reached);
  const all = showings(shows);
  if (images === 0) return t('put in by a setting, read {0} of {1} times', read, all);
  if (images === 1) {
    return limit === null
      ? t('written on one image, fed {0} of {1} times', read, all)
      : t('written on one image, read {0} of {1} times', read, all);
  }
  if (limit === null) return t('written on {0} images, fed {1} of {2} times', images, read, all);
  return t('written on {0} images, read {1} of {2} times', images, read, all);
}

/** How long the run is, and who says so. */
export function lengthText({ length }: Pick<ExposureReport, 'length'>): string {
  const { from, epochs, steps, stepsPerEpoch } = length;
  if (stepsPerEpoch === 0) return t('An epoch has no full batch: nothing trains.');
  if (from === 'assumed')
    return t('No file says how long training runs: one epoch of {0} steps is counted.', stepsPerEpoch);
  return t('{0} steps: {1} epochs of {2} steps', showings(steps), Number(epochs.toFixed(2)), stepsPerEpoch);
}

/** What the figures are. */
export function basisText({ basis, trainer }: Pick<ExposureReport, 'basis' | 'trainer'>): string {
  if (basis === 'sampled') return t('Drawn as the trainer will draw it, in a part of the epochs that stands for all.');
  if (basis === 'expected') return t('Means over all that the trainer may draw.');
  const { fixedSeed } = trainerProfile(trainer);
  return fixedSeed === null
    ? t('Exact: nothing is drawn.')
    : t('Exactly what the trainer will draw: its seed is always {0}.', fixedSeed);
}

/** The tags that reach the encoder least, of those that are written on a part of the images worth speaking of. */
export function leastRead(tags: readonly TagExposure[], images: number, count = listed): TagExposure[] {
  const least = Math.max(3, images * 0.02);
  return tags
    .filter((tag) => tag.images >= least && tag.reached < tag.shows * 0.995)
    .sort((a, b) => a.reached / a.shows - b.reached / b.shows || b.images - a.images)
    .slice(0, count);
}

/** Exposure for a terminal. */
export function writeExposureText(target: string, report: ExposureReport, all: boolean): string {
  const { limit, sets, images, tags, shows, empty, cut, places, neverShown } = report;
  const out = [
    t('What will be fed of {0}', target),
    t('Model {0}, trainer {1}', modelFamily(report.model).name, trainerProfile(report.trainer).name),
    ...report.configs.map((config) => t('Configuration {0}', config)),
    lengthText(report),
    basisText(report),
    limit === null
      ? t('Tokens of this encoder are not counted: nothing is said to be cut.')
      : t('{0} content tokens of a text are read.', limit),
  ];
  out.push('', t('Showings'));
  for (const set of sets.slice(0, listed)) {
    const name = visible(baseName(set.name.replace(/\/+$/, '')) || set.name);
    const kind = set.isRegularization ? ` (${t('regularization set')})` : '';
    const seen = [showings(set.shows), share(set.shows, shows)] as const;
    const line =
      set.repeats === null
        ? t('{0} images, {1} showings ({2})', set.images, ...seen)
        : t('{0} images × {1}, {2} showings ({3})', set.images, Number(set.repeats.toFixed(2)), ...seen);
    out.push(`  ${name}${kind}: ${line}`);
  }
  if (sets.length > listed) out.push(`  ${t('and {0} more', sets.length - listed)}`);
  if (empty > 0) out.push(`  ${t('{0} showings without words ({1})', showings(empty), share(empty, shows))}`);
  if (cut > 0)
    out.push(`  ${t('{0} showings of texts longer than the limit ({1})', showings(cut), share(cut, shows))}`);
  if (neverShown.length > 0) {
    const names = neverShown.slice(0, 5).map(visible).join(', ');
    out.push(`  ${t('{0} images are never shown: {1}', neverShown.length, names)}${neverShown.length > 5 ? ' …' : ''}`);
  }
  const spread = spreadOf(report);
  if (spread) out.push('', t('Images'), ...imageLines(spread));
  const worst = all ? tags : leastRead(tags, images.length);
  if (worst.length > 0) {
    out.push('', all ? t('Tags') : t('Tags that are read least'));
    for (const tag of worst)
      out.push(`  ${shortened(tag.tag)}: ${tagSentence(tag, limit)} (${share(tag.reached, tag.shows)})`);
  } else out.push('', t('Every tag that is written on several images is read each time.'));
  if (limit !== null && cut > 0) {
    out.push('', t('By place in the caption'));
    for (const { from, to, shows: at, reached, cut: lost } of places) {
      const place = to === null ? t('tags from {0} on', from) : t('tags {0} to {1}', from, to);
      const most = lost.map((tag) => `${shortened(tag.tag)} (${showings(tag.shows)})`).join(', ');
      out.push(`  ${place}: ${t('{0} read', share(reached, at))}${most === '' ? '' : `; ${t('cut most: {0}', most)}`}`);
    }
  }
  return `${out.join('\n')}\n`;
}

/** Characters of a tag that are shown; a sentence between two commas can be long. */
const longest = 60;

function shortened(tag: string): string {
  return visible(tag.length > longest ? `${tag.slice(0, longest - 1)}…` : tag);
}

function imageLines({ least, middle, most, fewestTexts, mostTexts }: ImageSpread): string[] {
  const lines = [
    least.shows === most.shows
      ? most.shows === 1
        ? t('each is shown once')
        : t('each is shown {0} times', showings(most.shows))
      : t(
          'shown {0} ({1}) to {2} ({3}) times, half of them at most {4}',
          showings(least.shows),
          visible(least.file),
          showings(most.shows),
          visible(most.file),
          showings(middle.shows),
        ),
    mostTexts - fewestTexts < 0.05
      ? mostTexts === 1
        ? t('each always with the same text')
        : t('each with {0} different texts', showings(mostTexts))
      : t('with {0} to {1} different texts', showings(fewestTexts), showings(mostTexts)),
  ];
  return lines.map((line) => `  ${line}`);
}
