import { backgrounds, clothes, faces, framings, networks, trainedTooShort, without } from './makers.ts';
import { type SeedSet, trained } from './sets.ts';
import type { Section } from './statement.ts';

const looks = [...clothes, 'brown hair'];
/** Every `every`-th caption names another singer. */
const names = (every: number): SeedSet => ({
  folder: '10_singers',
  head: (n) => [n % every === every - 1 ? 'kagamine rin' : 'hatsune miku', '1girl'],
});
const twoDeclared: SeedSet['settings'] = {
  concepts: [
    { trigger: 'qvzt', classWord: 'woman', folders: ['10_qvzt woman'] },
    { trigger: 'mxkr', classWord: 'woman', folders: ['10_qvzt woman'] },
  ],
};
const others = ['blonde hair', 'black hair', 'red hair'];

/** A likeness, and what it is learnt from. */
export const identity: readonly Section[] = [
  {
    title: 'Identity',
    statements: [
      { says: 'The trigger gives another person, features are lost', by: ['symptom:subject-unstable'] },
      { says: 'Too alike, and nothing else can be changed', by: ['symptom:likeness-frozen'] },
      {
        says: 'Gender, age or hair colour contradict each other',
        mode: 'identity-collapse',
        evidence: 'identity-conflict',
        faintSet: {
          tags: (n, tags) => (n === 3 ? tags.map((tag) => (tag === 'brown hair' ? 'blonde hair' : tag)) : tags),
        },
        clearSet: {
          tags: (n, tags) => (n % 8 ? tags : tags.map((tag) => (tag === 'brown hair' ? (others[n % 3] ?? tag) : tag))),
        },
        faint: 'low',
        clear: 'elevated',
        finding: 'identity-conflict',
        x: ['settle-identity'],
        heuristic: true,
        also: ['ambiguous-attribute'],
      },
      {
        says: 'Several proper names in one folder',
        mode: 'identity-collapse',
        evidence: 'other-subject-share',
        not: names(99),
        faintSet: names(5),
        clearSet: names(2),
        faint: 'low',
        clear: 'elevated',
        finding: 'mixed-subjects',
        x: ['split-concepts'],
        heuristic: true,
      },
      {
        says: 'Two identifiers in one folder',
        mode: 'identity-collapse',
        evidence: 'mixed-subjects',
        not: { settings: twoDeclared, head: (n) => [n % 2 ? 'qvzt' : 'mxkr', 'woman'] },
        faintSet: { head: (n) => [n % 6 === 5 ? 'mxkr' : 'qvzt', 'woman'] },
        clearSet: { head: (n) => [n % 2 ? 'qvzt' : 'mxkr', 'woman'] },
        faint: 'low',
        clear: 'low',
        finding: 'mixed-subjects',
        x: ['split-concepts'],
        heuristic: true,
      },
      {
        says: 'Faces only, one angle only',
        mode: 'identity-collapse',
        evidence: 'framing-top-share',
        faintSet: {
          tags: (n, tags) => (n % 8 ? ['portrait', ...tags.filter((tag) => !framings.includes(tag))] : tags),
        },
        clearSet: { tags: (_, tags) => ['portrait', ...tags.filter((tag) => !framings.includes(tag))] },
        faint: 'low',
        clear: 'elevated',
        finding: 'framing-bias',
        x: ['vary-framing'],
        heuristic: true,
      },
      {
        says: 'Words for background, view, features or expression are missing',
        mode: 'identity-collapse',
        evidence: 'missing-fields',
        faintSet: without(faces),
        clearSet: without(backgrounds, framings, faces, looks),
        faint: 'low',
        clear: 'elevated',
        finding: 'missing-field',
        x: ['fill-fields'],
        heuristic: true,
      },
      {
        says: 'A rank too small',
        mode: 'identity-collapse',
        evidence: 'network-rank',
        ...networks(['2', '2'], ['1', '1']),
        faint: 'low',
        clear: 'elevated',
        y: ['raise-rank'],
        heuristic: true,
      },
      {
        says: 'An alpha far below the rank trains next to nothing',
        mode: 'identity-collapse',
        evidence: 'alpha-share',
        ...networks(['16', '1'], ['16', '0.1']),
        faint: 'low',
        clear: 'elevated',
        y: ['raise-rank'],
        heuristic: true,
      },
      {
        says: 'Training too short',
        mode: 'identity-collapse',
        evidence: 'training-samples',
        ...trainedTooShort,
        faint: 'low',
        clear: 'elevated',
        y: ['train-longer'],
        heuristic: true,
      },
      {
        says: 'No text encoder training: a new trigger may not take hold',
        mode: 'identity-collapse',
        evidence: 'untrained-text-encoder',
        not: trained({}),
        faintSet: trained({ text_encoder_lr: '[0.0]' }),
        clearSet: trained({ network_train_unet_only: 'true' }),
        faint: 'low',
        clear: 'low',
        y: ['train-text-encoder-lightly'],
        heuristic: true,
      },
      {
        says: 'Images whose caption lacks the trigger',
        mode: 'identity-collapse',
        evidence: 'missing-trigger',
        faintSet: { regularization: null, head: (n) => (n === 5 ? ['woman'] : ['qvzt', 'woman']) },
        clearSet: { regularization: null, head: (n) => (n % 7 === 0 ? ['woman'] : ['qvzt', 'woman']) },
        faint: 'low',
        clear: 'elevated',
        finding: 'missing-trigger',
        x: ['add-trigger'],
        heuristic: true,
      },
      {
        says: 'A misspelt trigger is another word',
        mode: 'identity-collapse',
        evidence: 'misspelt-trigger',
        faintSet: { head: (n) => (n === 5 ? ['qvtz', 'woman'] : ['qvzt', 'woman']) },
        clearSet: { head: (n) => (n % 6 === 0 ? ['qvtz', 'woman'] : ['qvzt', 'woman']) },
        faint: 'low',
        clear: 'elevated',
        finding: 'misspelt-trigger',
        x: ['add-trigger'],
        heuristic: true,
      },
      { says: 'Vary all but the subject', by: ['x:vary-framing', 'x:vary-background', 'x:more-images'] },
    ],
  },
];
