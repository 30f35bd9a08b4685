import { greyPng } from '../support/png.ts';
import { backgrounds, beside, clothes, encoderRates, faces, framings, lights, trainedTooLong } from './makers.ts';
import { number, type SeedSet, some } from './sets.ts';
import type { Section } from './statement.ts';

/** Captions of a second subject, in a folder of its own. */
const second =
  (trigger: string, tagsOf: (n: number) => readonly string[]): SeedSet['filesFor'] =>
  (size) =>
    Object.fromEntries(
      Array.from({ length: size }, (_, n) => [
        [`10_${trigger} woman/${number(n)}.txt`, [trigger, 'woman', ...tagsOf(n)].join(', ')],
        // What has no image never trains.
        [`10_${trigger} woman/${number(n)}.png`, greyPng(1024, 1024, 10_000 + n)],
      ]).flat(),
    );
const sameKind = (n: number): readonly string[] => [
  backgrounds[(n * 3) % 8] ?? '',
  clothes[(n * 4) % 9] ?? '',
  framings[(n * 2) % 5] ?? '',
  faces[(n * 3) % 5] ?? '',
  lights[n % 6] ?? '',
  ['sitting', 'standing', 'walking', 'running', 'lying'][n % 5] ?? '',
  'brown hair',
];
const ownKind = (n: number): readonly string[] => [
  ['spacecraft interior', 'desert', 'cave', 'ruins', 'castle'][n % 5] ?? '',
  ['armor', 'cape', 'helmet', 'robe', 'gown'][(n * 2) % 5] ?? '',
  ['from above', 'from behind', 'from side', 'wide shot'][n % 4] ?? '',
  ['angry', 'crying', 'grin', 'smirk'][n % 4] ?? '',
  ['fog', 'storm', 'moonlight', 'dusk'][(n * 3) % 4] ?? '',
  ['fighting stance', 'flying', 'crouching'][n % 3] ?? '',
  'silver hair',
];
const someKind = (n: number): readonly string[] =>
  sameKind(n).map((tag, at) => (at % 3 > 0 || n % 3 === 0 ? tag : (ownKind(n)[at] ?? tag)));
const images = (trigger: string): SeedSet['settings'] => ({
  concepts: [
    { trigger: 'qvzt', classWord: 'woman', folders: ['10_qvzt woman'] },
    { trigger, classWord: 'woman', folders: [`10_${trigger} woman`] },
  ],
});
/** A folder of so many pictures of the class beside the subject's, and no regularization set. */
const beside1Woman = (count: number): SeedSet => ({
  regularization: null,
  files: Object.fromEntries(
    Array.from({ length: count }, (_, n) => [
      [`1_woman/${number(n)}.txt`, ['woman', ...sameKind(n)].join(', ')],
      [`1_woman/${number(n)}.png`, greyPng(1024, 1024, 20_000 + n)],
    ]).flat(),
  ),
});
/** Two declared subjects that share a folder, one caption each by turns. */
const inOneFolder = (tagsOf: (n: number) => readonly string[]): SeedSet => ({
  times: 2,
  head: (n) => [n % 2 ? 'mxkr' : 'qvzt', 'woman'],
  tags: (n) => (n % 2 ? tagsOf : sameKind)((n - (n % 2)) / 2),
  settings: {
    concepts: ['qvzt', 'mxkr'].map((trigger) => ({ trigger, classWord: 'woman', folders: ['10_qvzt woman'] })),
  },
});
const sks = (trigger: string): SeedSet => ({ folder: `10_${trigger} woman`, head: () => [trigger, 'woman'] });

/** Concept bleed, class hijacking, language drift. */
export const concepts: readonly Section[] = [
  {
    title: 'Concept-bleed',
    statements: [
      { says: 'A class word alone brings out the subject', by: ['symptom:class-gives-subject'] },
      { says: 'The subject enters any prompt', by: ['symptom:subject-everywhere'] },
      { says: 'Attributes of concepts mix', by: ['symptom:attributes-mix', 'ambiguous-attribute'] },
      { says: 'General concepts get worse', by: ['symptom:general-words-lost'] },
      {
        says: 'Training too long drifts the language',
        mode: 'concept-bleed',
        ...trainedTooLong,
      },
      {
        says: 'A text encoder trained hard hijacks the class word: weaken it, U-Net first',
        mode: 'concept-bleed',
        evidence: 'text-encoder-rate-ratio',
        ...encoderRates,
        faint: 'low',
        clear: 'high',
        y: ['spare-text-encoder'],
        heuristic: true,
      },
      {
        says: 'Kept head, prefix and suffix decide which words are always strong',
        by: ['misplaced-trigger', 'keep-tokens-mismatch', 'constant-style-tags', 'y:no-style-prefix'],
      },
    ],
  },
  {
    title: 'Regularization',
    statements: [
      {
        says: 'Trigger and class word always together, and nothing shows the class alone',
        mode: 'concept-bleed',
        evidence: 'class-hijack',
        not: { regularization: null, head: (n) => (n % 4 === 0 ? ['woman'] : ['qvzt', 'woman']) },
        faintSet: { regularization: null },
        clearSet: { regularization: null, tags: (_, tags) => ['white background', ...tags] },
        faint: 'low',
        clear: 'low',
        finding: 'class-hijack',
        x: ['add-regularization', 'describe-regularization'],
        y: ['spare-text-encoder', 'add-regularization-subset'],
        heuristic: false,
        also: ['metric:class-trigger-probability', 'missing-regularization', 'unused-regularization'],
      },
      {
        says: 'No example without the identifier',
        mode: 'concept-bleed',
        evidence: 'without-trigger-share',
        faintSet: { regularization: null },
        clearSet: { regularization: null },
        faint: 'low',
        clear: 'low',
        heuristic: false,
      },
      {
        says: 'Some captions without the identifier, on purpose, are what is asked for',
        mode: 'identity-collapse',
        evidence: 'missing-trigger',
        // A quarter goes without: nobody forgot it. One of 32 is forgotten.
        not: { size: 40, regularization: null, head: (n) => (n % 4 === 0 ? ['woman'] : ['qvzt', 'woman']) },
        faintSet: { regularization: null, head: (n) => (some(n, 1) ? ['woman'] : ['qvzt', 'woman']) },
        clearSet: { regularization: null, head: (n) => (n % 8 === 0 ? ['woman'] : ['qvzt', 'woman']) },
        faint: 'low',
        clear: 'elevated',
        finding: 'missing-trigger',
        x: ['add-trigger'],
        heuristic: true,
      },
      {
        says: 'Simple class prompts are too weak: describe the regularization set as the training set',
        mode: 'concept-bleed',
        evidence: 'plain-regularization-share',
        faintSet: { regularization: (n) => (n % 2 ? 'woman' : 'woman, garden, dress, sitting') },
        clearSet: { regularization: () => '1girl' },
        faint: 'low',
        clear: 'elevated',
        finding: 'plain-regularization',
        x: ['describe-regularization'],
        heuristic: false,
      },
      {
        says: 'Name the background, so that the identifier means the subject',
        mode: 'concept-bleed',
        evidence: 'missing-field',
        faintSet: { tags: (n, tags) => (n % 3 ? tags.filter((tag) => !backgrounds.includes(tag)) : tags) },
        clearSet: { tags: (_, tags) => tags.filter((tag) => !backgrounds.includes(tag)) },
        faint: 'low',
        clear: 'low',
        finding: 'missing-field',
        x: ['describe-regularization'],
        heuristic: true,
      },
      {
        says: 'A set of the class that is not declared as one is a subject like any other',
        mode: 'concept-bleed',
        evidence: 'undeclared-regularization',
        faintSet: beside1Woman(3),
        clearSet: beside1Woman(12),
        faint: 'low',
        clear: 'low',
        finding: 'undeclared-regularization',
        y: ['add-regularization-subset'],
        heuristic: true,
      },
      { says: 'Regularization images of many kinds and good quality', by: ['x:match-quality'] },
    ],
  },
  {
    title: 'Co-occurrence',
    statements: [
      {
        says: 'P(background | identifier) of 0.95 and more',
        mode: 'concept-bleed',
        evidence: 'trigger-background-probability',
        not: beside('white background', 4),
        faintSet: beside('white background', 32),
        clearSet: beside('white background', 99),
        faint: 'elevated',
        clear: 'elevated',
        finding: 'trigger-lock-in',
        x: ['vary-background', 'untie-tags'],
        heuristic: true,
      },
      {
        says: 'P(clothes | identifier) of 0.95 and more',
        mode: 'concept-bleed',
        evidence: 'trigger-clothing-probability',
        not: beside('school uniform', 4),
        faintSet: beside('school uniform', 32),
        clearSet: beside('school uniform', 99),
        faint: 'low',
        clear: 'low',
        finding: 'trigger-lock-in',
        x: ['untie-tags'],
        heuristic: true,
      },
      {
        says: 'P(style | identifier) of 0.95 and more',
        mode: 'concept-bleed',
        evidence: 'trigger-style-probability',
        not: beside('watercolor (medium)', 4),
        faintSet: beside('watercolor (medium)', 32),
        clearSet: beside('watercolor (medium)', 99),
        faint: 'elevated',
        clear: 'elevated',
        finding: 'constant-style-tags',
        x: ['untie-tags', 'drop-style-tags'],
        heuristic: true,
      },
      {
        says: 'Tags that never stand apart from the identifier',
        mode: 'concept-bleed',
        evidence: 'trigger-lock-in',
        not: beside('school uniform', 4),
        faintSet: beside('school uniform', 32),
        clearSet: beside('school uniform', 99),
        faint: 'low',
        clear: 'low',
        finding: 'trigger-lock-in',
        x: ['untie-tags'],
        heuristic: false,
        also: ['report:metrics.concepts', 'what-if:remove-tag'],
      },
      {
        says: 'Top co-occurring words of two identifiers are nearly the same',
        mode: 'concept-bleed',
        evidence: 'concept-overlap',
        not: { filesFor: second('mxkr', ownKind), settings: images('mxkr') },
        faintSet: { filesFor: second('mxkr', someKind), settings: images('mxkr') },
        clearSet: { filesFor: second('mxkr', sameKind), settings: images('mxkr') },
        faint: 'low',
        clear: 'elevated',
        finding: 'concept-overlap',
        x: ['split-concepts'],
        y: ['spare-text-encoder'],
        heuristic: true,
        also: ['report:metrics.overlaps'],
      },
      {
        says: 'The tag distributions of two concepts overlap',
        mode: 'concept-bleed',
        evidence: 'concept-divergence',
        not: { filesFor: second('mxkr', ownKind), settings: images('mxkr') },
        faintSet: {
          filesFor: second('mxkr', (n) => sameKind(n).map((tag, at) => (at === 6 ? 'silver hair' : tag))),
          settings: images('mxkr'),
        },
        clearSet: { filesFor: second('mxkr', sameKind), settings: images('mxkr') },
        faint: 'low',
        clear: 'elevated',
        finding: 'concept-overlap',
        x: ['split-concepts'],
        heuristic: true,
      },
      {
        says: 'The tag distributions of two concepts in one folder overlap',
        mode: 'concept-bleed',
        evidence: 'concept-divergence',
        not: inOneFolder(ownKind),
        faintSet: inOneFolder((n) => sameKind(n).map((tag, at) => (at === 6 ? 'silver hair' : tag))),
        clearSet: inOneFolder(sameKind),
        faint: 'low',
        clear: 'elevated',
        finding: 'concept-overlap',
        x: ['split-concepts'],
        heuristic: true,
      },
      { says: 'Separate the concepts or train them apart', by: ['x:split-concepts'] },
      { says: 'Vary or take out tied tags in some images', by: ['x:untie-tags', 'what-if:remove-tag'] },
    ],
  },
  {
    title: 'Trigger choice',
    statements: [
      {
        says: 'A rare token may mean something after all, as "sks" does; an identifier should have a weak prior',
        mode: 'prompt-sensitivity',
        evidence: 'overloaded-trigger',
        faintSet: sks('uniform'),
        clearSet: sks('sks'),
        faint: 'low',
        clear: 'low',
        finding: 'overloaded-trigger',
        x: ['change-trigger'],
        heuristic: false,
      },
      {
        says: 'Nothing happens without the trigger, or it enters everything',
        by: ['symptom:one-wording-works', 'symptom:subject-everywhere'],
      },
    ],
  },
];
