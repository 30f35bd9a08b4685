import { backgrounds, clothes, faces, filler, framings, longWindows, without } from './makers.ts';
import { number, ordinaryTags, scaled, some } from './sets.ts';
import type { Section } from './statement.ts';

const looks = [...clothes, 'brown hair'];
const sentence = (n: number): string =>
  `A photo of qvzt woman standing near the ${['lake', 'bridge', 'tower', 'market'][n % 4]} while the ${['sun', 'moon', 'rain'][n % 3]} is out.`;

/** A second caption file beside so many of 32 images. */
const secondCaptions = (of32: number, text: (n: number) => string) => (size: number) =>
  Object.fromEntries(
    Array.from({ length: Math.max(1, scaled(of32, size)) }, (_, n) => [
      `10_qvzt woman/${number(n + 1)}.caption`,
      text(n + 1),
    ]),
  );

/** The wording of captions, their length, contradictions and vocabulary. */
export const captions: readonly Section[] = [
  {
    title: 'Captions',
    statements: [
      {
        says: 'Word order changes the result; one wording only',
        by: ['symptom:order-matters', 'symptom:one-wording-works'],
      },
      {
        says: 'Captions without a common structure are hard to control',
        mode: 'prompt-sensitivity',
        evidence: 'other-style-share',
        faintSet: { text: (n, text) => (n % 16 === 0 ? sentence(n) : text) },
        clearSet: { text: (n, text) => (n % 2 === 0 ? sentence(n) : text) },
        faint: 'low',
        clear: 'elevated',
        finding: 'mixed-caption-style',
        x: ['one-form'],
        heuristic: true,
      },
      {
        says: 'At least subject, class, background and key attributes',
        mode: 'prompt-sensitivity',
        evidence: 'missing-fields',
        faintSet: without(backgrounds),
        clearSet: without(backgrounds, framings, faces, looks),
        faint: 'low',
        clear: 'elevated',
        finding: 'missing-field',
        x: ['fill-fields'],
        heuristic: true,
      },
      {
        says: 'Keep the key tags at the head, shuffle and drop the rest',
        by: ['misplaced-trigger', 'late-key-tag', 'x:key-tags-first', 'y:shuffle-and-drop'],
      },
    ],
  },
  {
    title: 'Length',
    statements: [
      { says: 'The end of long tag lists has no effect', by: ['symptom:late-tags-ignored'] },
      { says: 'Distribution of tag and token counts', by: ['report:metrics.tokens', 'report:metrics.tagsPerCaption'] },
      {
        says: 'Many captions over the limit (75): later tags are cut',
        mode: 'prompt-sensitivity',
        evidence: 'over-limit-share',
        faintSet: { tags: (n, tags) => (some(n, 1) ? [...tags, ...filler] : tags) },
        clearSet: { regularization: null, tags: (n, tags) => (n % 2 ? [...tags, ...filler.slice(n % 9)] : tags) },
        faint: 'low',
        clear: 'high',
        finding: 'token-truncation',
        x: ['shorten-captions'],
        y: ['longer-token-limit', 'shuffle-and-drop'],
        heuristic: true,
        also: ['token-overflow-share', 'oversized-caption'],
      },
      {
        says: 'Key tags stand where they are cut',
        mode: 'prompt-sensitivity',
        evidence: 'late-key-tag',
        not: { tags: (n, tags) => (n % 2 ? [...tags, ...filler.slice(n % 9)] : tags) },
        faintSet: { head: (n) => (some(n, 1) ? [...filler, 'qvzt', 'woman'] : ['qvzt', 'woman']) },
        clearSet: { head: (n) => (n % 2 ? [...filler.slice(n % 9), 'qvzt', 'woman'] : ['qvzt', 'woman']) },
        faint: 'low',
        clear: 'high',
        finding: 'late-key-tag',
        x: ['key-tags-first'],
        heuristic: true,
      },
      {
        says: 'The limit can be 150 or 225; stay at 75 unless needed',
        mode: 'prompt-sensitivity',
        ...longWindows,
        finding: 'token-limit-mismatch',
        heuristic: false,
      },
      { says: 'Tags implied by others spend tokens', by: ['redundant-tag'] },
    ],
  },
  {
    title: 'Contradictions',
    statements: [
      {
        says: 'Wrong or contradictory conditions harm training: day and night, indoors and outdoors in one caption',
        mode: 'prompt-sensitivity',
        evidence: 'contradictory-tags',
        faintSet: { tags: (n, tags) => (some(n, 1) ? [...tags, 'indoors', 'outdoors'] : tags) },
        clearSet: { tags: (n, tags) => (n % 2 ? [...tags, 'indoors', 'outdoors'] : tags) },
        faint: 'low',
        clear: 'high',
        finding: 'contradictory-tags',
        x: ['resolve-contradictions'],
        heuristic: true,
      },
      {
        says: 'Duplicates of one image with captions that disagree',
        mode: 'prompt-sensitivity',
        evidence: 'conflicting-duplicate-captions',
        not: {
          image: (n) => (some(n, 1) ? ['same:10_qvzt woman/0000.png'] : []),
          tags: (n, tags) =>
            some(n, 1) ? ['forest', 'portrait', 'day', 'sitting', 'dress', 'smile', 'brown hair'] : tags,
        },
        faintSet: { image: (n) => (some(n, 1) ? ['same:10_qvzt woman/0000.png'] : []) },
        clearSet: { image: (n) => (some(n, 6) ? ['same:10_qvzt woman/0000.png'] : []) },
        faint: 'low',
        clear: 'elevated',
        finding: 'conflicting-duplicate-captions',
        x: ['resolve-contradictions'],
        heuristic: true,
      },
      {
        says: 'One image with two caption files that disagree',
        mode: 'prompt-sensitivity',
        evidence: 'conflicting-duplicate-captions',
        not: { filesFor: secondCaptions(1, (n) => ['qvzt', 'woman', ...ordinaryTags(n)].join(', ')) },
        faintSet: { filesFor: secondCaptions(1, () => 'qvzt, woman, moon, armor, dragon, sword') },
        clearSet: {
          filesFor: secondCaptions(6, () => 'qvzt, woman, indoors, armor, dragon'),
        },
        faint: 'low',
        clear: 'elevated',
        finding: 'conflicting-duplicate-captions',
        x: ['resolve-contradictions'],
        heuristic: true,
      },
      {
        says: 'Synonyms and spellings of one thing',
        mode: 'prompt-sensitivity',
        evidence: 'synonym-drift',
        faintSet: { tags: (n, tags) => [...tags, some(n, 1) ? 't shirt' : 't-shirt'] },
        clearSet: { tags: (n, tags) => [...tags, n % 3 === 0 ? 'tee shirt' : 't-shirt'] },
        faint: 'low',
        clear: 'elevated',
        finding: 'synonym-drift',
        x: ['unify-wording'],
        heuristic: true,
        also: ['near-identical-tag', 'deprecated-tag', 'underscore-tag', 'duplicate-tag', 'unknown-tag'],
      },
    ],
  },
  {
    title: 'Vocabulary',
    statements: [
      { says: 'Number of different tags', by: ['report:metrics.vocabulary'] },
      {
        says: 'Long tail: share of the top tags, Gini',
        mode: 'prompt-sensitivity',
        evidence: 'head-heavy-vocabulary',
        faintSet: { tags: (n) => [...headTags, `thing ${n}`, `thing ${n + 40}`] },
        clearSet: { tags: (n) => [...headTags, `thing ${n}`] },
        faint: 'low',
        clear: 'low',
        finding: 'head-heavy-vocabulary',
        x: [],
        heuristic: true,
        also: ['metric:top-10-share', 'report:metrics.distribution.gini'],
      },
      {
        says: 'Tags that one caption has name that image',
        mode: 'prompt-sensitivity',
        evidence: 'singleton-tags',
        faintSet: { tags: (n, tags) => [...tags, `thing ${n}`, `sort ${n}`] },
        clearSet: { tags: (n, tags) => [...tags, `thing ${n}`, `sort ${n}`, `kind ${n}`] },
        faint: 'low',
        clear: 'low',
        finding: 'singleton-tags',
        x: ['unify-wording'],
        heuristic: true,
      },
      {
        says: 'Rare concepts are pulled towards frequent ones',
        by: ['unbalanced-concepts', 'unbalanced-repeats', 'x:balance-concepts'],
      },
      { says: 'Frequency of the identifier', by: ['missing-trigger', 'report:metrics.concepts'] },
    ],
  },
];

const headTags: readonly string[] = ['garden', 'portrait', 'smile', 'dress', 'day', 'sitting', 'brown hair'];
