import { type SeedSet, some } from './sets.ts';
import type { Section } from './statement.ts';

/** Every `every`-th image of a set is of another size. */
const sides = (every: number, side: number | readonly [number, number]): SeedSet => ({
  side: (n) => (n % every === 0 ? side : 1024),
});

/** Every `every`-th image as a JPEG of a quality. */
const jpegs = (every: number, quality: number): SeedSet => ({
  ending: (n) => (n % every === 0 ? '.jpg' : '.png'),
  image: (n) => (n % every === 0 ? [`quality${quality}`] : []),
});

/** Formats of files. */
export const formats: readonly Section[] = [
  {
    title: 'Formats',
    statements: [
      {
        says: 'Formats mixed',
        mode: 'style-drift',
        evidence: 'mixed-formats',
        not: jpegs(20, 90),
        faintSet: jpegs(4, 90),
        clearSet: jpegs(2, 90),
        faint: 'low',
        clear: 'low',
        finding: 'mixed-formats',
        x: ['match-quality'],
        heuristic: true,
      },
      {
        says: 'Transparency is dropped, and what lies under it trains',
        mode: 'style-drift',
        evidence: 'transparent-image',
        not: { image: () => ['opaque'] },
        faintSet: { image: (n) => (some(n, 1) ? ['transparent'] : ['opaque']) },
        clearSet: { image: (n) => (n % 2 ? ['transparent'] : ['opaque']) },
        faint: 'low',
        clear: 'high',
        finding: 'transparent-image',
        x: ['flatten-transparency'],
        heuristic: false,
        also: ['animated-image'],
      },
      {
        says: 'Extreme compression is learnt',
        mode: 'style-drift',
        evidence: 'heavy-compression',
        not: jpegs(1, 80),
        faintSet: { ...jpegs(4, 30), regularization: null },
        clearSet: { ...jpegs(2, 30), regularization: null },
        faint: 'low',
        clear: 'elevated',
        finding: 'heavy-compression',
        x: ['match-quality'],
        heuristic: true,
      },
      {
        says: 'Extreme compression makes outliers, to be set apart',
        mode: 'training-instability',
        evidence: 'heavy-compression',
        not: jpegs(1, 80),
        faintSet: { ...jpegs(4, 30), regularization: null },
        clearSet: { ...jpegs(1, 30), regularization: null },
        faint: 'low',
        clear: 'elevated',
        finding: 'heavy-compression',
        x: ['set-outliers-apart'],
        y: ['stable-numbers', 'damp-outliers'],
        heuristic: true,
      },
      {
        says: 'Regularization images smoother than the set',
        mode: 'style-drift',
        evidence: 'regularization-detail',
        not: { image: () => ['detail:0.4'], regularizationImage: () => ['detail:0.38'] },
        faintSet: { image: () => ['detail:0.4'], regularizationImage: () => ['detail:0.2'] },
        clearSet: { image: () => ['detail:0.4'], regularizationImage: () => ['detail:0.1'] },
        faint: 'low',
        clear: 'elevated',
        finding: 'smooth-regularization',
        x: ['match-quality'],
        heuristic: true,
      },
      {
        says: 'Regularization images with softer edges than the set',
        mode: 'style-drift',
        evidence: 'regularization-detail',
        not: { image: () => ['fine:1.6'], regularizationImage: () => ['fine:2'] },
        faintSet: { image: () => ['fine:1.6'], regularizationImage: () => ['fine:3.4'] },
        clearSet: { image: () => ['fine:1.6'], regularizationImage: () => ['fine:6'] },
        faint: 'low',
        clear: 'elevated',
        finding: 'smooth-regularization',
        x: ['match-quality'],
        heuristic: true,
      },
      {
        says: 'Enlarged images',
        mode: 'style-drift',
        evidence: 'low-resolution',
        faintSet: sides(4, 400),
        clearSet: sides(1, 400),
        faint: 'low',
        clear: 'elevated',
        finding: 'low-resolution',
        x: ['match-quality'],
        y: ['no-upscaling'],
        heuristic: true,
        also: ['upscaled-image'],
      },
    ],
  },
];
