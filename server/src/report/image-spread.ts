import type { Exposure, ImageExposure } from '../exposure/exposure.ts';

/** The ends and the middle of what images get. */
export interface ImageSpread {
  readonly least: ImageExposure;
  readonly middle: ImageExposure;
  readonly most: ImageExposure;
  /** Different texts an image is shown with. */
  readonly fewestTexts: number;
  readonly mostTexts: number;
}

/** What the images that are no regularization get. */
export function spreadOf({ images, sets }: Pick<Exposure, 'images' | 'sets'>): ImageSpread | null {
  const own = images.filter(({ set }) => sets[set]?.isRegularization === false);
  const sorted = own.sort((a, b) => a.shows - b.shows);
  const [least] = sorted;
  const most = sorted.at(-1);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (!least || !middle || !most) return null;
  let fewestTexts = least.texts;
  let mostTexts = least.texts;
  for (const { texts } of sorted) {
    fewestTexts = Math.min(fewestTexts, texts);
    mostTexts = Math.max(mostTexts, texts);
  }
  return { least, middle, most, fewestTexts, mostTexts };
}
