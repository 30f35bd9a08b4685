import { greyPng } from '../support/png.ts';
import { number, type SeedSet, soundSubset, withOptions } from './sets.ts';
import type { Section } from './statement.ts';

const trained = (options: Readonly<Record<string, string>>): SeedSet => ({
  subset: soundSubset,
  options: withOptions(options),
});
/** The tag beside the trigger in all but every `apart`-th caption. */
const beside = (tag: string, apart: number): SeedSet => ({
  tags: (n, tags) => (n % apart === apart - 1 ? tags : [...tags, tag]),
});
const kinds = ['red dress', 'red hat', 'red scarf', 'red gloves', 'red boots'];

/** Captions of a second subject, in a folder of its own. */
function second(
  trigger: string,
  tagsOf: (n: number) => readonly string[],
): Readonly<Record<string, string | Uint8Array>> {
  return Object.fromEntries(
    Array.from({ length: 32 }, (_, n) => [
      [`10_${trigger} woman/${number(n)}.txt`, [trigger, 'woman', ...tagsOf(n)].join(', ')],
      // What has no image never trains.
      [`10_${trigger} woman/${number(n)}.png`, greyPng(1024, 1024, 100 + n)],
    ]).flat(),
  );
}
const places = ['forest', 'beach', 'street', 'kitchen', 'library', 'garden', 'bedroom', 'office'];
const wears = ['dress', 'jacket', 'shirt', 'coat', 'sweater', 'kimono', 'hoodie', 'swimsuit', 'apron'];
const views = ['portrait', 'upper body', 'full body', 'cowboy shot', 'close-up'];
const sameKind = (n: number): readonly string[] => [
  places[(n * 3) % 8] ?? '',
  wears[(n * 4) % 9] ?? '',
  views[(n * 2) % 5] ?? '',
  ['smile', 'frown', 'open mouth', 'closed mouth', 'blush'][(n * 3) % 5] ?? '',
  ['day', 'night', 'sunset', 'rain', 'snow', 'backlighting'][n % 6] ?? '',
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
  sameKind(n).map((tag, at) => (at % 3 > 0 || n % 2 === 0 ? tag : (ownKind(n)[at] ?? tag)));
const images = (trigger: string): SeedSet['settings'] => ({
  concepts: [
    { trigger: 'qvzt', classWord: 'woman', folders: ['10_qvzt woman'] },
    { trigger, classWord: 'woman', folders: [`10_${trigger} woman`] },
  ],
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
        evidence: 'image-exposure',
        not: trained({}),
        faintSet: trained({ max_train_epochs: '50' }),
        clearSet: trained({ max_train_epochs: '200' }),
        faint: 'low',
        clear: 'elevated',
        y: ['stop-earlier'],
        heuristic: true,
      },
      {
        says: 'A text encoder trained hard hijacks the class word: weaken it, U-Net first',
        mode: 'concept-bleed',
        evidence: 'text-encoder-rate-ratio',
        not: trained({}),
        faintSet: trained({ text_encoder_lr: '[1e-4]' }),
        clearSet: trained({ text_encoder_lr: '[1e-3]' }),
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
        faintSet: { tags: (n, tags) => (n % 3 ? tags.filter((tag) => !places.includes(tag)) : tags) },
        clearSet: { tags: (_, tags) => tags.filter((tag) => !places.includes(tag)) },
        faint: 'low',
        clear: 'low',
        finding: 'missing-field',
        x: ['describe-regularization'],
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
        x: ['vary-background', 'untie-tags', 'describe-regularization'],
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
        finding: 'trigger-lock-in',
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
        not: { files: second('mxkr', ownKind), settings: images('mxkr') },
        faintSet: { files: second('mxkr', someKind), settings: images('mxkr') },
        clearSet: { files: second('mxkr', sameKind), settings: images('mxkr') },
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
        not: { files: second('mxkr', ownKind), settings: images('mxkr') },
        faintSet: {
          files: second('mxkr', (n) => sameKind(n).map((tag, at) => (at === 6 ? 'silver hair' : tag))),
          settings: images('mxkr'),
        },
        clearSet: { files: second('mxkr', sameKind), settings: images('mxkr') },
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
  {
    title: 'Style',
    statements: [
      { says: 'Too much contrast, grain or smoothing', by: ['symptom:texture-changes'] },
      { says: 'A style that nobody asked for', by: ['symptom:style-sticks'] },
      { says: 'Colours bleed or move', by: ['symptom:colour-moves'] },
      {
        says: 'Style and quality tags on nearly every image are always on',
        mode: 'style-drift',
        evidence: 'constant-style-tags',
        faintSet: { head: () => ['qvzt', 'woman', 'masterpiece'] },
        clearSet: { head: () => ['qvzt', 'woman', 'masterpiece', 'best quality', 'highres', 'absurdres'] },
        faint: 'low',
        clear: 'high',
        finding: 'constant-style-tags',
        x: ['drop-style-tags'],
        y: ['drop-style-tags-by-chance', 'lower-rank'],
        heuristic: true,
      },
      {
        says: 'Prefix and suffix put style words on every sample',
        mode: 'style-drift',
        evidence: 'constant-style-tags',
        not: { subset: `${soundSubset}\ncaption_prefix = "qvzt, "`, options: withOptions({}) },
        faintSet: { subset: `${soundSubset}\ncaption_suffix = ", masterpiece"`, options: withOptions({}) },
        clearSet: {
          subset: `${soundSubset}\ncaption_prefix = "masterpiece, best quality, "`,
          options: withOptions({}),
        },
        faint: 'low',
        clear: 'elevated',
        finding: 'constant-style-tags',
        y: ['no-style-prefix'],
        heuristic: true,
      },
      {
        says: 'The trigger always comes with one colour, on whatever things',
        mode: 'style-drift',
        evidence: 'trigger-colour-probability',
        not: { tags: (n, tags) => (n % 3 ? [...tags, kinds[n % 5] ?? ''] : tags) },
        faintSet: { tags: (n, tags) => (n === 31 ? tags : [...tags, kinds[n % 5] ?? '']) },
        clearSet: { tags: (n, tags) => [...tags, kinds[n % 5] ?? ''] },
        faint: 'elevated',
        clear: 'elevated',
        x: ['free-colour'],
        heuristic: true,
      },
      {
        says: 'Colours and light are named by no caption',
        mode: 'style-drift',
        evidence: 'unnamed-light-share',
        faintSet: {
          tags: (n, tags) =>
            n === 0 ? tags : tags.filter((tag) => !/day|night|sunset|rain|snow|backlighting|brown/.test(tag)),
        },
        clearSet: {
          tags: (_, tags) => tags.filter((tag) => !/day|night|sunset|rain|snow|backlighting|brown/.test(tag)),
        },
        faint: 'low',
        clear: 'low',
        x: ['vary-lighting'],
        heuristic: true,
      },
      {
        says: 'Colour and light tags contradict each other',
        mode: 'style-drift',
        evidence: 'contradictory-tags',
        faintSet: {
          tags: (n, tags) =>
            n % 9 === 0 ? [...tags.filter((tag) => tag !== 'day' && tag !== 'night'), 'day', 'night'] : tags,
        },
        clearSet: { tags: (_, tags) => [...tags.filter((tag) => tag !== 'day' && tag !== 'night'), 'day', 'night'] },
        faint: 'low',
        clear: 'elevated',
        finding: 'contradictory-tags',
        x: ['resolve-contradictions'],
        heuristic: true,
      },
      {
        says: 'One tag stands on pictures of very different colours',
        mode: 'style-drift',
        evidence: 'colour-mismatch-share',
        not: { image: () => ['rgb:220:30:30'], tags: (_, tags) => [...tags, 'red dress'] },
        faintSet: {
          image: (n) => [n % 4 === 0 ? 'rgb:20:40:230' : 'rgb:220:30:30'],
          tags: (n, tags) => [...tags, n % 9 === 8 ? 'hat' : 'red dress'],
        },
        clearSet: {
          image: (n) => [n % 2 === 0 ? 'rgb:20:40:230' : n % 3 === 0 ? 'rgb:30:200:40' : 'rgb:220:30:30'],
          tags: (n, tags) => [...tags, n % 9 === 8 ? 'hat' : 'red dress'],
        },
        faint: 'low',
        clear: 'elevated',
        x: ['resolve-contradictions'],
        heuristic: true,
      },
      {
        says: 'One light throughout',
        mode: 'style-drift',
        evidence: 'lighting-top-share',
        faintSet: {
          tags: (n, tags) =>
            n % 16 === 0
              ? tags
              : ['night', ...tags.filter((tag) => !/day|sunset|rain|snow|backlighting|night/.test(tag))],
        },
        clearSet: {
          tags: (_, tags) => ['night', ...tags.filter((tag) => !/day|sunset|rain|snow|backlighting|night/.test(tag))],
        },
        faint: 'low',
        clear: 'low',
        x: ['vary-lighting'],
        heuristic: true,
      },
      {
        says: 'Colour augmentation evens out, and may drift',
        mode: 'style-drift',
        evidence: 'colour-augmentation',
        not: trained({}),
        faintSet: { subset: `${soundSubset}\ncolor_aug = true` },
        clearSet: { subset: `${soundSubset}\ncolor_aug = true`, options: withOptions({}) },
        faint: 'low',
        clear: 'low',
        y: ['no-colour-augmentation'],
        heuristic: true,
      },
      {
        says: 'Too long a training stores small biases',
        mode: 'style-drift',
        evidence: 'image-exposure',
        not: trained({}),
        faintSet: trained({ max_train_epochs: '50' }),
        clearSet: trained({ max_train_epochs: '200' }),
        faint: 'low',
        clear: 'elevated',
        y: ['stop-earlier'],
        heuristic: true,
      },
      {
        says: 'Too large a network stores small biases',
        mode: 'style-drift',
        evidence: 'rank-per-image',
        not: trained({}),
        faintSet: trained({ network_dim: '128', network_alpha: '128' }),
        clearSet: trained({ network_dim: '256', network_alpha: '256' }),
        faint: 'low',
        clear: 'elevated',
        y: ['lower-rank'],
        heuristic: true,
      },
    ],
  },
];
