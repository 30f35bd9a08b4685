import { greyPng } from '../support/png.ts';
import { filler, longWindows } from './makers.ts';
import { number, scaled, some, soundSubset, subjectFolder, trained } from './sets.ts';
import type { Section, Statement } from './statement.ts';

const file = (n: number, extension = 'txt'): string => `${subjectFolder}/${number(n)}.${extension}`;
const shiftJis = new Uint8Array([0x8a, 0xc7, 0x2c, 0x20, 0x61]);

const times = (of32: number, size: number): readonly number[] =>
  Array.from({ length: Math.max(1, scaled(of32, size)) }, (_, n) => n);
/** Captions without an image, so many for 32 images. */
const strays = (of32: number) => (size: number) =>
  Object.fromEntries(times(of32, size).map((n) => [`${subjectFolder}/stray${n}.txt`, 'qvzt, woman, garden']));
/** Second images of the names of so many of 32. */
const twins = (of32: number) => (size: number) =>
  Object.fromEntries(times(of32, size).map((n) => [file(n, 'webp'), greyPng(1024, 1024, 20_000 + n)]));

/** The health of files, and what makes training unstable. */
export const health: readonly Section[] = [
  {
    title: 'Training-instability',
    statements: [
      {
        says: 'NaN, spikes, black samples',
        by: ['symptom:loss-nan', 'symptom:black-images', 'symptom:training-stops'],
      },
      {
        says: 'Alpha unlike dim, and half precision, were reported to give NaN',
        mode: 'training-instability',
        evidence: 'nan-prone-settings',
        not: trained({}),
        faintSet: trained({ network_alpha: '3', mixed_precision: '"fp16"' }),
        clearSet: trained({ network_alpha: '64' }),
        faint: 'elevated',
        clear: 'elevated',
        finding: 'nan-prone-settings',
        y: ['stable-numbers'],
        heuristic: true,
      },
      {
        says: 'Very long captions',
        mode: 'training-instability',
        evidence: 'over-limit-share',
        not: { tags: (n, tags) => (n % 4 === 0 ? [...tags, ...filler] : tags) },
        faintSet: { regularization: null, tags: (n, tags) => (n % 2 ? [...tags, ...filler] : tags) },
        clearSet: { regularization: null, tags: (_, tags) => [...tags, ...filler] },
        faint: 'low',
        clear: 'low',
        x: ['shorten-captions'],
        y: ['stable-numbers'],
        heuristic: true,
      },
      {
        says: 'Unusual length settings',
        mode: 'training-instability',
        ...longWindows,
        heuristic: true,
      },
      {
        says: 'Precision and libraries matter',
        by: ['nan-prone-settings', 'y:stable-numbers'],
      },
      {
        says: 'fp32 or another attention library helped in some cases',
        by: [],
        because: 'versions of libraries stand in no file of the dataset or the configuration',
      },
    ],
  },
  {
    title: 'Health',
    statements: [
      {
        says: 'Files that cannot be read, decoded, or are empty: images',
        mode: 'training-instability',
        evidence: 'unreadable-image',
        faintSet: { image: (n) => (n === 3 ? ['text'] : []) },
        clearSet: { image: (n) => (n === 3 ? ['text'] : n === 4 ? ['empty'] : []) },
        faint: 'high',
        clear: 'high',
        finding: 'unreadable-image',
        x: ['replace-damaged-files'],
        heuristic: false,
        also: ['metric:damaged-images'],
      },
      {
        says: 'Files that cannot be read, decoded, or are empty: captions',
        mode: 'training-instability',
        evidence: 'undecodable-caption',
        faintSet: { files: { [file(3)]: shiftJis } },
        clearSet: { files: { [file(3)]: shiftJis, [file(4)]: shiftJis } },
        faint: 'high',
        clear: 'high',
        finding: 'undecodable-caption',
        x: ['replace-damaged-files'],
        heuristic: false,
      },
      {
        says: 'Share of missing captions',
        mode: 'identity-collapse',
        evidence: 'missing-caption',
        faintSet: { text: (n, text) => (some(n, 1) ? null : text) },
        clearSet: { regularization: null, text: (n, text) => (n % 5 === 0 ? null : text) },
        faint: 'low',
        clear: 'elevated',
        finding: 'missing-caption',
        x: ['write-captions'],
        heuristic: true,
        also: ['wrong-caption-extension'],
      },
      {
        says: 'Share of blank captions',
        mode: 'identity-collapse',
        evidence: 'empty-caption',
        faintSet: { text: (n, text) => (some(n, 1) ? ' ' : text) },
        clearSet: { text: (n, text) => (n % 5 === 0 ? ' ' : text) },
        faint: 'low',
        clear: 'elevated',
        finding: 'empty-caption',
        x: ['write-captions'],
        heuristic: true,
      },
      {
        says: 'Encoding and separators that break the reading of tags',
        mode: 'prompt-sensitivity',
        evidence: 'foreign-separator',
        faintSet: { text: (n, text) => (some(n, 1) ? text.replaceAll(', ', '、') : text) },
        clearSet: { text: (n, text) => (n % 4 === 3 ? text.replaceAll(', ', '、') : text) },
        faint: 'low',
        clear: 'elevated',
        finding: 'foreign-separator',
        x: ['clean-text'],
        heuristic: false,
        also: ['mojibake', 'byte-order-mark', 'invisible-character', 'empty-tag'],
      },
      ...(
        [
          ['semicolons', (text: string) => text.replaceAll(', ', '; '), 'foreign-separator'],
          ['bars', (text: string) => text.replaceAll(', ', ' | '), 'foreign-separator'],
          ['blanks', (text: string) => text.replaceAll(' ', '_').replaceAll(',_', ' '), 'unseparated-tags'],
        ] as const
      ).map(
        ([mark, written, rule]): Statement => ({
          says: `Some captions separated by ${mark}, where the others have commas`,
          mode: 'prompt-sensitivity',
          evidence: 'other-separator-share',
          faintSet: { regularization: null, text: (n, text) => (some(n, 1) ? written(text) : text) },
          clearSet: { regularization: null, text: (n, text) => (n % 2 === 1 ? written(text) : text) },
          faint: 'low',
          clear: 'elevated',
          finding: rule,
          x: ['clean-text'],
          heuristic: false,
        }),
      ),
      {
        says: 'Images that the trainer does not see',
        mode: 'identity-collapse',
        evidence: 'unseen-image',
        not: { ending: (n) => (n % 4 === 0 ? '.jpg' : '.png'), image: (n) => (n % 4 === 0 ? ['quality90'] : []) },
        faintSet: { ending: (n) => (some(n, 1) ? '.tiff' : '.png') },
        clearSet: { regularization: null, ending: (n) => (n % 4 === 0 ? '.gif' : '.png') },
        faint: 'low',
        clear: 'elevated',
        finding: 'unseen-image',
        x: ['write-captions'],
        heuristic: false,
      },
      {
        says: 'Captions without an image',
        mode: 'identity-collapse',
        evidence: 'orphan-caption',
        faintSet: { filesFor: strays(1) },
        clearSet: { filesFor: strays(4) },
        faint: 'low',
        clear: 'low',
        finding: 'orphan-caption',
        x: ['write-captions'],
        heuristic: true,
      },
      {
        says: 'Two images that share one caption file',
        mode: 'memorization',
        evidence: 'shared-caption',
        faintSet: { filesFor: twins(1) },
        clearSet: { filesFor: twins(3) },
        faint: 'low',
        clear: 'low',
        finding: 'shared-caption',
        heuristic: true,
      },
      { says: 'Caches that are older than the files', by: ['stale-cache', 'x:delete-caches'] },
      { says: 'Text read literally, or not at all', by: ['prompt-syntax', 'escaped-parenthesis', 'ignored-line'] },
      {
        says: 'Outliers of size, shape and compression, set apart',
        mode: 'training-instability',
        evidence: 'extreme-aspect-ratio',
        faintSet: { side: (n) => (some(n, 2) ? [2048, 512] : 1024) },
        clearSet: { side: (n) => (n % 4 === 0 ? [2048, 512] : 1024) },
        faint: 'low',
        clear: 'elevated',
        finding: 'extreme-aspect-ratio',
        x: ['set-outliers-apart'],
        heuristic: true,
        also: ['outlier-image', 'heavy-compression'],
      },
      {
        says: 'A configuration the trainer refuses',
        mode: 'training-instability',
        evidence: 'unknown-config-key',
        not: trained({}),
        faintSet: trained({}, `${soundSubset}\nshuffle_captions = true`),
        clearSet: trained({}, `${soundSubset}\nshuffle_captions = true\nkeep_token = 1`),
        faint: 'high',
        clear: 'high',
        finding: 'unknown-config-key',
        x: ['correct-configuration'],
        heuristic: false,
        also: ['config-wrong-type', 'config-refused-value', 'missing-config-key'],
      },
    ],
  },
];
