import { t } from '../ground/l10n.ts';
import type { ExposureReport } from '../report/exposure.ts';

/** What of an exposure is kept: how often each tag stands in a text that is shown, and how often all of it is read. */
export interface SeenExposure {
  /** Showings of all images, and of these whose text is longer than what is read. */
  readonly shows: number;
  readonly cut: number;
  /** Normal form, showings of the images that have it, and showings in which it reaches the encoder. */
  readonly tags: readonly (readonly [tag: string, shows: number, reached: number])[];
}

/** Expectations to two decimals, so that a lock of the same dataset is the same file. */
const rounded = (value: number): number => Number(value.toFixed(2));

/** What is kept of an exposure, the tags by their names. */
export const seenExposure = ({ shows, cut, tags }: ExposureReport): SeenExposure => ({
  shows: rounded(shows),
  cut: rounded(cut),
  tags: tags
    .map(({ tag, shows: own, reached }) => [tag, rounded(own), rounded(reached)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
});

/** How what is fed changed. */
export interface ExposureChanges {
  readonly shows: { readonly before: number; readonly after: number };
  readonly cut: { readonly before: number; readonly after: number };
  /** Tags of both that reach the encoder in another share of their showings (0 to 1), the largest move first. */
  readonly tags: readonly { readonly tag: string; readonly before: number; readonly after: number }[];
}

/** A share that moves by less is the same. */
const least = 0.05;

/** Compares what is fed; null where nothing of it changed. */
export function exposureChanges(before: SeenExposure, after: SeenExposure): ExposureChanges | null {
  const share = (shows: number, reached: number): number => (shows === 0 ? 0 : Math.min(1, reached / shows));
  const then = new Map(before.tags.map(([tag, shows, reached]) => [tag, share(shows, reached)]));
  const tags = after.tags
    .flatMap(([tag, shows, reached]) => {
      const old = then.get(tag);
      const now = share(shows, reached);
      return old === undefined || Math.abs(now - old) < least ? [] : [{ tag, before: old, after: now }];
    })
    .sort((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before) || (a.tag < b.tag ? -1 : 1));
  if (tags.length === 0 && before.shows === after.shows && before.cut === after.cut) return null;
  return {
    shows: { before: before.shows, after: after.shows },
    cut: { before: before.cut, after: after.cut },
    tags,
  };
}

/** The changes as a part of a comparison. */
export function exposureChangePart({ shows, cut, tags }: ExposureChanges): {
  readonly title: string;
  readonly lines: readonly string[];
} {
  const percent = (value: number): string => `${Math.round(value * 100)} %`;
  const lines: string[] = [];
  if (shows.before !== shows.after) lines.push(t('Showings of all images: {0} → {1}', shows.before, shows.after));
  if (cut.before !== cut.after) lines.push(t('Showings that are cut: {0} → {1}', cut.before, cut.after));
  for (const { tag, before, after } of tags)
    lines.push(t('{0}: reaches the encoder in {1} → {2} of its showings', tag, percent(before), percent(after)));
  return { title: t('What is fed'), lines };
}
