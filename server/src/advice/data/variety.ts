import { t } from '../../ground/l10n.ts';
import { categoriesIn, filesOf, rulesOf, tab, withTopTag } from '../actions.ts';
import type { AdviceFacts } from '../facts.ts';
import { differentImages } from '../numbers.ts';
import type { DataAdvice } from './define.ts';

/** Different images from which a set says something about its subject. */
const enoughImages = 20;
/** Share of the captions that one background, framing or light may have. */
const aimed = 0.6;
/** Words for one framing or backdrop that are named. */
const named = 4;

/** What to do about one thing that captions have several words for. */
function ofSeveralWords(
  category: string,
  words: string,
  ...numbers: readonly [number, number, number, number]
): string {
  switch (category) {
    case 'framing':
      return t('{0}: one framing in {1} of {2} captions: swap {3} images, or add {4} others.', words, ...numbers);
    case 'lighting':
      return t('{0}: one light in {1} of {2} captions: swap {3} images, or add {4} others.', words, ...numbers);
    case 'pose':
      return t('{0}: one pose in {1} of {2} captions: swap {3} images, or add {4} others.', words, ...numbers);
    default:
      return t('{0}: one backdrop in {1} of {2} captions: swap {3} images, or add {4} others.', words, ...numbers);
  }
}

/** How many images it takes until the most frequent tags of the categories that call for it are no longer the rule. */
const varied =
  (...categories: string[]) =>
  ({ topTags, topCounts, shared, subjects, spelling }: AdviceFacts, evidence: readonly string[]): string =>
    categoriesIn(categories, evidence)
      .flatMap((category) => {
        // What has several words is as fixed as what has one.
        const group = shared[category];
        const [tag, count] = [topTags[category], group?.captions ?? topCounts[category] ?? 0];
        const swapped = Math.ceil(count - aimed * subjects);
        if (tag === undefined || swapped <= 0) return [];
        const numbers = [count, subjects, swapped, Math.ceil(count / aimed - subjects)] as const;
        if (!group)
          return t(
            '"{0}" is in {1} of {2} captions: swap {3} images, or add {4} others.',
            spelling[tag] ?? tag,
            ...numbers,
          );
        const words = group.words.slice(0, named).map((word) => `"${spelling[word] ?? word}"`);
        return ofSeveralWords(category, words.join(', '), ...numbers);
      })
      .join(' ');

/** Images, and how they and their captions differ from each other. */
export const variety: readonly DataAdvice[] = [
  {
    id: 'remove-duplicates',
    modes: ['memorization', 'training-instability'],
    because: [
      'cluster-share',
      'largest-cluster-share',
      'dense-cluster-share',
      'effective-image-share',
      'exact-duplicate',
      'near-duplicate',
      'dominant-cluster',
    ],
    title: () => t('Keep one image of each cluster'),
    why: () => t('Copies train one view many times; without them each remaining image counts for itself.'),
    numbers: ({ spareImages, subjects }) =>
      spareImages === 0 ? '' : t('{0} of {1} images go.', spareImages, subjects),
    action: tab('duplicates'),
    source: 'map: duplicates',
    heuristic: false,
  },
  {
    id: 'replace-damaged-files',
    modes: ['training-instability'],
    because: ['unreadable-image', 'damaged-images', 'undecodable-caption', 'empty-caption'],
    title: () => t('Replace or remove the damaged files'),
    why: () => t('The trainer stops at a file it cannot read; outliers disturb what it does read.'),
    action: filesOf('unreadable-image', 'undecodable-caption', 'empty-caption'),
    source: 'map: health',
    heuristic: false,
  },
  {
    id: 'write-captions',
    modes: ['identity-collapse', 'training-instability'],
    because: [
      'missing-caption',
      'empty-caption',
      'wrong-caption-extension',
      'unseen-image',
      'orphan-caption',
      'shared-caption',
    ],
    title: () => t('Give every image a caption the trainer finds'),
    why: () => t('An image without a caption trains the class word or nothing, so the trigger learns nothing from it.'),
    action: filesOf(
      'missing-caption',
      'empty-caption',
      'wrong-caption-extension',
      'unseen-image',
      'orphan-caption',
      'shared-caption',
    ),
    source: 'map: health',
    heuristic: false,
  },
  {
    id: 'vary-background',
    modes: ['memorization', 'concept-bleed'],
    because: ['background-effective-tags', 'background-top-share', 'trigger-background-probability'],
    title: () => t('Add or swap in images with other backgrounds'),
    why: () => t('A background that is always there becomes part of the subject.'),
    numbers: varied('background'),
    action: withTopTag('background'),
    source: 'map: diversity',
    heuristic: false,
  },
  {
    id: 'vary-framing',
    modes: ['memorization', 'identity-collapse'],
    because: ['framing-effective-tags', 'framing-top-share', 'framing-bias', 'pose-effective-tags', 'pose-top-share'],
    title: () => t('Add other distances, angles and poses'),
    why: () => t('With one view only, the model cannot tell the subject from the view.'),
    numbers: varied('framing', 'pose'),
    action: withTopTag('framing', 'pose'),
    source: 'map: diversity',
    heuristic: false,
  },
  {
    id: 'vary-lighting',
    modes: ['memorization', 'style-drift'],
    because: ['lighting-effective-tags', 'lighting-top-share'],
    title: () => t('Add images in other light'),
    why: () => t('One light on all images becomes the look of every output.'),
    numbers: varied('lighting'),
    action: withTopTag('lighting'),
    source: 'map: diversity',
    heuristic: true,
  },
  {
    id: 'name-light',
    modes: ['style-drift'],
    because: ['unnamed-light-share'],
    title: () => t('Name light and colours in the captions'),
    why: () => t('Light and colour that no caption names become the look of every output.'),
    action: tab('tags'),
    source: 'map: style',
    heuristic: true,
  },
  {
    id: 'more-images',
    modes: ['memorization', 'identity-collapse'],
    because: ['effective-images'],
    title: () => t('Add different images of the subject'),
    why: () => t('A handful of views is learnt by heart before the subject is.'),
    numbers: (facts) =>
      t(
        '{0} different images are there; from {1} on they say something about the subject.',
        differentImages(facts),
        enoughImages,
      ),
    action: tab('images'),
    source: 'map: memorization',
    heuristic: false,
  },
  {
    id: 'vary-captions',
    modes: ['memorization', 'prompt-sensitivity'],
    because: [
      'varying-effective-tags',
      'template-share',
      'fixed-text-share',
      'template-captions',
      'identical-caption-share',
      'identical-captions',
    ],
    title: () => t('Describe what differs between the images'),
    why: () => t('One sentence for all images binds everything in them to the trigger.'),
    action: rulesOf('template-captions', 'identical-captions'),
    source: 'map: templates',
    heuristic: true,
  },
  {
    id: 'separate-look-alikes',
    modes: ['training-instability'],
    when: ({ metrics }) => (metrics['look-alike-share'] ?? 0) > 0,
    because: ['look-alike-share', 'cluster-share'],
    title: () => t('Thin out look-alikes under one caption'),
    why: () => t('Slightly different images with the same caption disturb training.'),
    action: rulesOf('identical-captions', 'near-duplicate'),
    source: 'map: look-alikes',
    heuristic: false,
  },
];
