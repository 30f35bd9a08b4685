import type { ExposureReport } from './exposure.ts';
import { basisText, lengthText } from './exposure-text.ts';
import { type ImageSpread, spreadOf } from './image-spread.ts';

/** Exposure without the list of all images: what a view shows of it. */
export interface ExposureSummary extends Omit<ExposureReport, 'images' | 'neverShown'> {
  /** How long the run is and what the figures are, in the display language. */
  readonly said: { readonly length: string; readonly basis: string };
  /** Of the images that are no regularization; null without any. */
  readonly spread: ImageSpread | null;
  /** Images that train in no epoch: how many, and the first of them. */
  readonly neverShown: { readonly count: number; readonly files: readonly string[] };
}

const named = 20;

export function summarizeExposure({ images, neverShown, ...report }: ExposureReport): ExposureSummary {
  return {
    ...report,
    said: { length: lengthText(report), basis: basisText(report) },
    spread: spreadOf({ images, sets: report.sets }),
    neverShown: { count: neverShown.length, files: neverShown.slice(0, named) },
  };
}
