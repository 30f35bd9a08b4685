import { number, type SeedSet, scaled, some, subjectFolder, trained } from './sets.ts';
import type { Section } from './statement.ts';

const file = (n: number, extension = 'txt'): string => `${subjectFolder}/${number(n)}.${extension}`;
/** Every `every`-th image of a set is of another size. */
const sides = (every: number, side: number | readonly [number, number]): SeedSet => ({
  side: (n) => (n % every === 0 ? side : 1024),
});

/** So many of 32 pictures that differ slightly from the first, all under one caption. */
const lookAlikes = (of32: number): SeedSet => ({
  text: (n, text) => (some(n, of32) ? 'qvzt, woman, garden, portrait, smile' : text),
  image: (n) => (n > 0 && some(n, of32) ? [`near:${file(0, 'png')}:resized`] : ['opaque']),
});

/** Look-alikes, sizes and shapes of images. */
export const resolution: readonly Section[] = [
  {
    title: 'Look-alikes',
    statements: [
      {
        says: 'Slightly different images under one caption disturb training',
        mode: 'training-instability',
        evidence: 'look-alike-share',
        not: { text: (n, text) => (some(n, 24) ? 'qvzt, woman, garden, portrait, smile' : text) },
        faintSet: lookAlikes(5),
        clearSet: lookAlikes(16),
        faint: 'low',
        clear: 'elevated',
        finding: 'identical-captions',
        x: ['separate-look-alikes'],
        y: ['stable-numbers', 'damp-outliers'],
        heuristic: true,
      },
      {
        says: 'Dense groups of look-alikes',
        mode: 'training-instability',
        evidence: 'cluster-share',
        faintSet: {
          image: (n, size) => (n > 0 && n < scaled(8, size) ? [`near:${file(0, 'png')}:resized`] : ['opaque']),
        },
        clearSet: {
          image: (n, size) => (n > 0 && n < scaled(20, size) ? [`near:${file(0, 'png')}:resized`] : ['opaque']),
        },
        faint: 'low',
        clear: 'elevated',
        finding: 'near-duplicate',
        x: ['remove-duplicates'],
        heuristic: true,
      },
    ],
  },
  {
    title: 'Resolution',
    statements: [
      { says: 'Detail missing, large images fall apart', by: ['symptom:detail-missing', 'symptom:composition-breaks'] },
      {
        says: 'Short sides under 512 are not recommended for SDXL',
        mode: 'weak-sdxl',
        evidence: 'low-resolution',
        not: { side: () => 512 },
        faintSet: sides(8, 500),
        clearSet: { regularization: null, ...sides(1, 500) },
        faint: 'low',
        clear: 'high',
        finding: 'low-resolution',
        x: ['larger-images'],
        y: ['buckets-of-the-model', 'no-upscaling'],
        heuristic: false,
      },
      {
        says: 'SDXL is best near 1024 pixels',
        mode: 'weak-sdxl',
        evidence: 'near-target-share',
        faintSet: { regularization: null, ...sides(3, 700) },
        clearSet: { regularization: null, ...sides(1, 700) },
        faint: 'low',
        clear: 'high',
        x: ['larger-images'],
        y: ['buckets-of-the-model'],
        heuristic: true,
      },
      {
        says: 'A run far below the size of the model',
        mode: 'weak-sdxl',
        evidence: 'training-resolution',
        not: { ...trained({}), resolution: 832 },
        faintSet: { ...trained({}), resolution: 768 },
        clearSet: { ...trained({}), resolution: 384 },
        faint: 'low',
        clear: 'high',
        y: ['buckets-of-the-model'],
        heuristic: true,
      },
      {
        says: 'SD 1.5 is made for about 512',
        mode: 'weak-sdxl',
        evidence: 'low-resolution',
        not: { settings: { model: 'sd15' }, side: () => 512 },
        faintSet: { settings: { model: 'sd15' }, side: (n) => (some(n, 4) ? 256 : 512) },
        clearSet: { settings: { model: 'sd15' }, side: () => 256, regularization: null },
        faint: 'low',
        clear: 'high',
        finding: 'low-resolution',
        x: ['larger-images'],
        heuristic: false,
      },
      {
        says: 'Extreme aspect ratios make small buckets',
        mode: 'weak-sdxl',
        evidence: 'extreme-aspect-ratio',
        faintSet: { side: (n) => (some(n, 2) ? [2048, 512] : 1024) },
        clearSet: { regularization: null, side: (n) => (n % 4 === 0 ? [2048, 512] : 1024) },
        faint: 'low',
        clear: 'elevated',
        finding: 'extreme-aspect-ratio',
        x: ['set-outliers-apart'],
        heuristic: true,
        also: ['thin-bucket', 'heavy-crop'],
      },
      {
        says: 'SDXL has two text encoders with rates of their own',
        mode: 'weak-sdxl',
        evidence: 'shared-encoder-rate',
        not: trained({}),
        faintSet: trained({ text_encoder_lr: '[5e-5]' }),
        clearSet: trained({ text_encoder_lr: '[1e-4]' }),
        faint: 'low',
        clear: 'low',
        y: ['separate-encoder-rates'],
        heuristic: true,
      },
      {
        says: 'Buckets and resolution to fit the model',
        by: ['small-max-bucket', 'disabled-buckets', 'y:buckets-of-the-model', 'y:no-upscaling'],
      },
      { says: 'Orientation marks that the trainer ignores', by: ['rotated-by-exif', 'x:turn-images'] },
    ],
  },
];
