import { encoderRates, networksOf } from './makers.ts';
import { number, type SeedSet, scaled, soundSubset, subjectFolder, trained, usualSize, withOptions } from './sets.ts';
import type { Section } from './statement.ts';

const image = (n: number): string => `${subjectFolder}/${number(n)}.png`;
/** So many of 32 images are byte for byte the very first. */
const copies = (of32: number): SeedSet => ({
  image: (n, size) => (n > 0 && n < scaled(of32, size) ? [`same:${image(0)}`] : []),
});
/** Versions of a picture, in clusters of a size: so many clusters in 32 images. */
const versions = (in32: number, of: number): SeedSet => ({
  image: (n, size) =>
    n < scaled(in32, size) * of && n % of > 0 ? [`near:${image(n - (n % of))}:resized`] : ['opaque'],
});
/** So many of 32 images are versions of the very first; of a small set a pair, or three where more than a pair is meant. */
const cluster = (of32: number): SeedSet => ({
  image: (n, size) =>
    n > 0 && n < Math.max(Math.min(of32, 3), scaled(of32, size)) ? [`near:${image(0)}:resized`] : ['opaque'],
});

/** Memorization, and copies that lead to it. */
export const memorization: readonly Section[] = [
  {
    title: 'Memorization',
    statements: [
      {
        says: 'Composition, background and colours of the training images return',
        by: ['symptom:training-images-return', 'symptom:background-stuck'],
      },
      { says: 'Viewpoint and background hardly follow the prompt', by: ['symptom:viewpoint-stuck'] },
      {
        says: 'Few images trained for long lose diversity: few',
        mode: 'memorization',
        evidence: 'effective-images',
        not: { size: usualSize },
        faintSet: { size: 12 },
        clearSet: { size: 6 },
        faint: 'low',
        clear: 'low',
        x: ['more-images'],
        y: ['stop-earlier', 'damp-network'],
        heuristic: true,
      },
      {
        says: 'Few images trained for long lose diversity: repeats, epochs, steps too many',
        mode: 'memorization',
        evidence: 'image-exposure',
        not: trained({}),
        faintSet: trained({ max_train_epochs: '30' }),
        clearSet: { size: 10, ...trained({ max_train_steps: '100000', max_train_epochs: '20000' }) },
        faint: 'low',
        clear: 'high',
        also: ['metric:image-use-ratio'],
        y: ['stop-earlier'],
        heuristic: true,
      },
      {
        says: 'A rank too large learns small sets by heart',
        mode: 'memorization',
        evidence: 'rank-per-image',
        ...networksOf([128, 64], [512, 512]),
        faint: 'low',
        clear: 'high',
        y: ['lower-rank', 'damp-network'],
        heuristic: true,
      },
      {
        says: 'Training the text encoder hard costs generality',
        mode: 'memorization',
        evidence: 'text-encoder-rate-ratio',
        ...encoderRates,
        faint: 'low',
        clear: 'elevated',
        y: ['spare-text-encoder'],
        heuristic: true,
      },
      {
        says: 'Try short, keep the checkpoint that is good: without any saved on the way there is none to keep',
        mode: 'memorization',
        evidence: 'kept-states',
        not: trained({}),
        faintSet: trained({ save_every_n_epochs: '6' }),
        clearSet: trained({ save_every_n_epochs: null }),
        faint: 'low',
        clear: 'low',
        y: ['stop-earlier'],
        heuristic: true,
      },
      {
        says: 'Keep the checkpoint that is good: one that is deleted on the way cannot be kept',
        mode: 'memorization',
        evidence: 'kept-states',
        not: trained({ save_last_n_epochs: '5' }),
        faintSet: trained({ save_last_n_epochs: '0' }),
        clearSet: {
          subset: soundSubset,
          // Thirty steps for each image: saved six times, and the last time it is at its end.
          options: (size) =>
            withOptions({
              save_every_n_epochs: null,
              save_every_n_steps: String(size * 5),
              save_last_n_steps: String(size),
            }),
        },
        faint: 'low',
        clear: 'low',
        y: ['stop-earlier'],
        heuristic: true,
      },
    ],
  },
  {
    title: 'Duplicates',
    statements: [
      {
        says: 'Share of files equal byte for byte',
        mode: 'memorization',
        evidence: 'exact-duplicate',
        faintSet: copies(2),
        clearSet: copies(16),
        faint: 'low',
        clear: 'high',
        finding: 'exact-duplicate',
        x: ['remove-duplicates'],
        y: ['stop-earlier', 'lower-rank'],
        heuristic: true,
      },
      {
        says: 'Share of images that a perceptual hash finds alike',
        mode: 'memorization',
        evidence: 'near-duplicate',
        not: versions(0, 2),
        faintSet: versions(2, 2),
        clearSet: versions(8, 2),
        faint: 'low',
        clear: 'high',
        finding: 'near-duplicate',
        x: ['remove-duplicates'],
        heuristic: true,
      },
      {
        says: 'Copies and near-copies lower the effective number of images',
        mode: 'memorization',
        evidence: 'effective-image-share',
        faintSet: copies(4),
        clearSet: copies(24),
        faint: 'low',
        clear: 'high',
        x: ['remove-duplicates'],
        heuristic: true,
        also: ['metric:effective-images', 'what-if:drop-duplicates'],
      },
      {
        says: 'Clusters of three or more over 10 to 20 % of the set',
        mode: 'memorization',
        evidence: 'cluster-share',
        not: versions(3, 2),
        faintSet: versions(1, 4),
        clearSet: versions(3, 3),
        faint: 'elevated',
        clear: 'high',
        x: ['remove-duplicates'],
        heuristic: true,
        also: ['dominant-cluster', 'report:clusters'],
      },
      {
        says: 'One cluster over 2 % of the set, a pair as well',
        mode: 'memorization',
        evidence: 'largest-cluster-share',
        faintSet: cluster(2),
        clearSet: cluster(3),
        faint: 'low',
        clear: 'low',
        x: ['remove-duplicates'],
        heuristic: true,
      },
      {
        says: 'One dense cluster over 5 % of the set: one composition sticks',
        mode: 'memorization',
        evidence: 'dense-cluster-share',
        not: versions(1, 2),
        faintSet: { times: 2, ...cluster(1.5) },
        clearSet: cluster(4),
        faint: 'low',
        clear: 'elevated',
        finding: 'dominant-cluster',
        x: ['remove-duplicates'],
        heuristic: true,
      },
      {
        says: 'Removing near-duplicates comes first: it is the cheapest gain',
        by: ['x:remove-duplicates', 'what-if:drop-duplicates'],
      },
    ],
  },
];
