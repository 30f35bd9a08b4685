import { number, type SeedSet, soundSubset, subjectFolder, withOptions } from './sets.ts';
import type { Section } from './statement.ts';

const image = (n: number): string => `${subjectFolder}/${number(n)}.png`;
/** The first images are byte for byte the very first. */
const copies = (count: number): SeedSet => ({
  image: (n) => (n > 0 && n < count ? [`same:${image(0)}`] : []),
});
/** Versions of a picture, in clusters of a size. */
const versions = (clusters: number, of: number, size = 32): SeedSet => ({
  size,
  image: (n) => (n < clusters * of && n % of > 0 ? [`near:${image(n - (n % of))}:resized`] : ['opaque']),
});
/** A tag on all but every `apart`-th caption, where the tags of its kind are taken away. */
const mostly = (tag: string, instead: ReadonlySet<string>, apart: number): SeedSet => ({
  tags: (n, tags) => (n % apart === apart - 1 ? tags : [tag, ...tags.filter((other) => !instead.has(other))]),
});
const backgrounds = new Set(['forest', 'beach', 'street', 'kitchen', 'library', 'garden', 'bedroom', 'office']);
const framings = new Set(['portrait', 'upper body', 'full body', 'cowboy shot', 'close-up']);
const lights = new Set(['day', 'night', 'sunset', 'rain', 'snow', 'backlighting']);
const poses = new Set(['sitting', 'standing', 'walking', 'running', 'lying', 'kneeling', 'jumping']);
const trained = (options: Readonly<Record<string, string>>, size = 32): SeedSet => ({
  size,
  subset: soundSubset,
  options: withOptions(options),
});
const coats = ['red coat', 'white dress', 'blue shirt', 'green hoodie', 'black kimono'];
const places = ['forest', 'kitchen', 'library', 'garden'];
/** A long sentence with two slots, word for word the same otherwise. */
const longTemplate = (n: number): string =>
  `This is a highly detailed photograph of qvzt, a young woman with brown hair, wearing a ${coats[n % 5]} and standing in the middle of a ${places[n % 4]}, looking straight at the camera with a gentle smile.`;
const freeSentence = (n: number): string =>
  [
    `Qvzt woman walks through the ${places[n % 4]} in a ${coats[n % 5]}.`,
    `In a ${coats[n % 5]}, a qvzt woman rests on some stairs while rain falls outside.`,
    `Seen from behind, the qvzt woman waves; her ${coats[n % 5]} blows in the wind.`,
    `Close-up of a laughing qvzt woman at night, neon signs all around her.`,
    `A qvzt woman kneels to tie a shoe near the ${places[n % 4]}.`,
    `Backlit by the window, qvzt woman reads; only the ${coats[n % 5]} is bright.`,
    `Full body view: qvzt woman jumping over a puddle, arms wide.`,
  ][n % 7] ?? '';

/** Memorization and what it comes from. */
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
        clearSet: trained({ max_train_steps: '100000', max_train_epochs: '20000' }, 10),
        faint: 'low',
        clear: 'high',
        y: ['stop-earlier'],
        heuristic: true,
      },
      {
        says: 'A rank too large learns small sets by heart',
        mode: 'memorization',
        evidence: 'rank-per-image',
        not: trained({}),
        faintSet: trained({ network_dim: '128', network_alpha: '64' }),
        clearSet: trained({ network_dim: '512', network_alpha: '512' }),
        faint: 'low',
        clear: 'high',
        y: ['lower-rank', 'damp-network'],
        heuristic: true,
      },
      {
        says: 'Training the text encoder hard costs generality',
        mode: 'memorization',
        evidence: 'text-encoder-rate-ratio',
        not: trained({}),
        faintSet: trained({ text_encoder_lr: '[1e-4]' }),
        clearSet: trained({ text_encoder_lr: '[1e-3]' }),
        faint: 'low',
        clear: 'elevated',
        y: ['spare-text-encoder'],
        heuristic: true,
      },
      { says: 'Try short, keep the checkpoint that is good', by: ['y:stop-earlier'] },
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
        clear: 'elevated',
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
        clear: 'elevated',
        finding: 'near-duplicate',
        x: ['remove-duplicates'],
        heuristic: true,
      },
      {
        says: 'Copies and near-copies lower the effective number of images',
        mode: 'memorization',
        evidence: 'effective-image-share',
        faintSet: copies(5),
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
        faintSet: versions(1, 2),
        clearSet: versions(1, 3),
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
        faintSet: versions(1, 3, 64),
        clearSet: versions(1, 4),
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
  {
    title: 'Diversity',
    statements: [
      {
        says: 'The background hardly changes',
        mode: 'memorization',
        evidence: 'background-top-share',
        faintSet: mostly('white background', backgrounds, 5),
        clearSet: mostly('white background', backgrounds, 99),
        faint: 'low',
        clear: 'elevated',
        finding: 'low-diversity',
        x: ['vary-background'],
        y: ['stop-earlier', 'lower-rank', 'shuffle-and-drop'],
        heuristic: true,
      },
      {
        says: 'The light hardly changes',
        mode: 'memorization',
        evidence: 'lighting-top-share',
        faintSet: mostly('night', lights, 16),
        clearSet: mostly('night', lights, 99),
        faint: 'low',
        clear: 'elevated',
        finding: 'low-diversity',
        x: ['vary-lighting'],
        heuristic: true,
      },
      {
        says: 'The pose hardly changes',
        mode: 'memorization',
        evidence: 'pose-top-share',
        faintSet: mostly('sitting', poses, 8),
        clearSet: mostly('sitting', poses, 99),
        faint: 'low',
        clear: 'elevated',
        finding: 'low-diversity',
        x: ['vary-framing'],
        heuristic: true,
      },
      {
        says: 'The framing hardly changes',
        mode: 'memorization',
        evidence: 'framing-top-share',
        faintSet: mostly('portrait', framings, 8),
        clearSet: mostly('portrait', framings, 99),
        faint: 'low',
        clear: 'elevated',
        finding: 'framing-bias',
        x: ['vary-framing'],
        heuristic: true,
      },
      {
        says: 'Entropy of the background tags is low',
        mode: 'memorization',
        evidence: 'background-effective-tags',
        faintSet: mostly('white background', backgrounds, 7),
        clearSet: mostly('white background', backgrounds, 99),
        faint: 'low',
        clear: 'elevated',
        x: ['vary-background'],
        heuristic: true,
        also: ['report:metrics.categories'],
      },
      {
        says: 'Entropy of the framing tags is low',
        mode: 'memorization',
        evidence: 'framing-effective-tags',
        faintSet: mostly('portrait', framings, 16),
        clearSet: mostly('portrait', framings, 99),
        faint: 'low',
        clear: 'low',
        x: ['vary-framing'],
        heuristic: true,
      },
      {
        says: 'Entropy of the lighting tags is low',
        mode: 'memorization',
        evidence: 'lighting-effective-tags',
        faintSet: { tags: (_, tags) => ['night', ...tags.filter((tag) => !lights.has(tag))] },
        clearSet: { tags: (_, tags) => ['sunset', ...tags.filter((tag) => !lights.has(tag))] },
        faint: 'low',
        clear: 'low',
        x: ['vary-lighting'],
        heuristic: true,
      },
      {
        says: 'Entropy of the pose tags is low',
        mode: 'memorization',
        evidence: 'pose-effective-tags',
        faintSet: mostly('sitting', poses, 16),
        clearSet: mostly('sitting', poses, 99),
        faint: 'low',
        clear: 'low',
        x: ['vary-framing'],
        heuristic: true,
      },
      {
        says: 'Few words besides the identifier vary',
        mode: 'memorization',
        evidence: 'varying-effective-tags',
        faintSet: {
          tags: (n, tags) =>
            tags.filter((tag) => tag === 'brown hair' || framings.has(tag)).concat(n % 2 ? ['smile'] : ['day']),
        },
        clearSet: { tags: (n) => [n % 2 ? 'forest' : 'beach', 'portrait', 'smile'] },
        faint: 'low',
        clear: 'elevated',
        x: ['vary-captions'],
        heuristic: true,
        also: ['report:metrics.distribution'],
      },
      {
        says: 'Vary background, distance, angle and light of one subject',
        by: ['x:vary-background', 'x:vary-framing', 'x:vary-lighting'],
      },
    ],
  },
  {
    title: 'Templates',
    statements: [
      {
        says: 'Captions of one template of sentences are learnt as a form',
        mode: 'memorization',
        evidence: 'fixed-text-share',
        not: { text: freeSentence },
        faintSet: { text: (n) => (n % 2 === 0 ? freeSentence(n) : longTemplate(n)) },
        clearSet: { text: longTemplate },
        faint: 'low',
        clear: 'elevated',
        finding: 'template-captions',
        x: ['vary-captions'],
        y: ['drop-captions'],
        heuristic: true,
      },
      {
        says: 'Captions of one form, whatever fills it',
        mode: 'prompt-sensitivity',
        evidence: 'template-share',
        faintSet: { tags: (n, tags) => (n % 4 ? [...tags].sort(byKind) : tags) },
        clearSet: { tags: (_, tags) => [...tags].sort(byKind) },
        faint: 'low',
        clear: 'low',
        finding: 'template-captions',
        x: ['vary-captions'],
        y: ['shuffle-and-drop'],
        heuristic: true,
      },
      {
        says: 'The same set of tags over and over',
        mode: 'memorization',
        evidence: 'identical-caption-share',
        faintSet: { text: (n, text) => (n < 6 ? 'qvzt, woman, garden, portrait, smile' : text) },
        clearSet: { text: (n, text) => (n < 24 ? 'qvzt, woman, garden, portrait, smile' : text) },
        faint: 'low',
        clear: 'elevated',
        finding: 'identical-captions',
        x: ['vary-captions'],
        heuristic: true,
      },
      {
        says: 'A fixed list of tags without shuffle or dropout',
        mode: 'prompt-sensitivity',
        evidence: 'fixed-captions',
        not: trained({}),
        faintSet: { subset: 'shuffle_caption = false', options: withOptions({}) },
        clearSet: { subset: 'shuffle_caption = false\nkeep_tokens = 1' },
        faint: 'low',
        clear: 'low',
        y: ['shuffle-and-drop'],
        heuristic: true,
        also: ['what-if:shuffle', 'what-if:tag-dropout'],
      },
    ],
  },
];

/** The kinds of tags, each in one slot. */
function byKind(a: string, b: string): number {
  const slots = [backgrounds, framings, lights, poses];
  const slot = (tag: string): number => {
    const at = slots.findIndex((tags) => tags.has(tag));
    if (at >= 0) return at;
    return tag === 'brown hair' ? 6 : /smile|frown|mouth|blush/.test(tag) ? 5 : 4;
  };
  return slot(a) - slot(b);
}
