import { lookTagsIn } from '../metrics/constant-style.ts';
import type { AdviceFacts, SettingValue } from './facts.ts';
import { encoderRates } from './rates.ts';

/**
 * Numbers that settings are advised by, computed from the set. No source gives them as laws: they are starting points from practice,
 * and every step that uses one is marked as heuristic.
 */

/** Times each different image is trained in a set of a few dozen. */
const exposure = 100;
/** Samples under which nothing is learnt, and from which a larger set needs fewer looks at each image. */
const leastSamples = 600;
const enoughSamples = 4000;
/** Times each image of a large set is trained at least. */
const leastExposure = 10;
/** Most images a rank is advised for. */
const ranks: readonly (readonly [images: number, rank: number])[] = [
  [12, 8],
  [60, 16],
  [300, 32],
  [Number.POSITIVE_INFINITY, 64],
];
/** Text encoders need far less than the U-Net: 1e-5 to 1e-4 in the trainer's examples (sd-scripts docs/train_SDXL-en.md). */
const encoderShare = 0.1;
const usualRate = 1e-4;

/** Different images of the subject: copies and near-copies count once. At least 1. */
export function differentImages({ subjects, metrics }: AdviceFacts): number {
  return Math.max(1, Math.round(subjects * (metrics['effective-image-share'] ?? 1)));
}

/** A value of the user's configuration; undefined where none was read or subsets differ. */
export const present = ({ training }: AdviceFacts, key: string): SettingValue | undefined => training?.values.get(key);

/** The same as a number; null where it is none. */
export function presentNumber(facts: AdviceFacts, key: string): number | null {
  const value = present(facts, key);
  return typeof value === 'number' ? value : null;
}

/** Style and quality words that the trainer puts around every caption. */
export const lookTagsOfPrefix = (facts: AdviceFacts): readonly string[] =>
  ['caption_prefix', 'caption_suffix'].flatMap((key) => {
    const text = present(facts, key);
    return typeof text === 'string' ? lookTagsIn(text) : [];
  });

/** A regularization set is part of the dataset. */
export const hasRegularization = ({ metrics }: AdviceFacts): boolean => metrics['plain-regularization-share'] !== null;

/** Samples of the subject that a whole training is advised to have. */
export function advisedSamples(facts: AdviceFacts): number {
  const images = differentImages(facts);
  return Math.max(leastSamples, Math.min(images * exposure, Math.max(enoughSamples, images * leastExposure)));
}

/** Times each different image is trained then, rounded. */
export const advisedExposure = (facts: AdviceFacts): number =>
  Math.round(advisedSamples(facts) / differentImages(facts));

/** Epochs that give the advised samples with the repeats as they are; captions whose images are elsewhere count once each. */
export const advisedEpochs = (facts: AdviceFacts): number =>
  Math.max(1, Math.round(advisedSamples(facts) / Math.max(1, facts.samplesPerEpoch || facts.subjects)));

/** Optimizer steps that give the advised samples, those of a regularization set that take turns with them included. */
export const advisedSteps = (facts: AdviceFacts): number =>
  Math.max(
    1,
    Math.round(advisedSamples(facts) / (facts.training?.samplesPerStep ?? 1) / (facts.training?.stepShare ?? 1)),
  );

export function advisedRank(facts: AdviceFacts): number {
  const images = differentImages(facts);
  return ranks.find(([most]) => images <= most)?.[1] ?? 64;
}

/** The alpha that goes with a rank: the user's proportion where it is one that is known to be stable, else the rank itself. */
export function alphaFor(facts: AdviceFacts, rank: number): number {
  const [dim, alpha] = [presentNumber(facts, 'network_dim'), presentNumber(facts, 'network_alpha')];
  return dim !== null && alpha === dim / 2 ? rank / 2 : rank;
}

/** Rates of the U-Net as it is, and of a text encoder that trains lightly beside it. */
export function lightRates(facts: AdviceFacts): { readonly unet: number; readonly textEncoder: number } {
  const rate = facts.training?.knowsOptions ? encoderRates(facts.training).unet : 0;
  const unet = rate > 0 ? rate : usualRate;
  return { unet, textEncoder: unet * encoderShare };
}

/** A learning rate as configurations write it. */
export function rateText(rate: number): string {
  const [mantissa, exponent] = rate.toExponential().split('e');
  return `${Number(Number(mantissa).toFixed(2))}e${Number(exponent)}`;
}
