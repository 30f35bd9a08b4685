import type { FailureMode } from '../ground/finding.ts';
import { t } from '../ground/l10n.ts';
import { type Action, filesOf, has, rulesOf, tab, triggerToHead, withBoundTags, withTopTag } from './actions.ts';
import type { Source } from './evidence.ts';
import type { AdviceFacts } from './facts.ts';
import type { MetricId } from './metrics.ts';
import { differentImages, hasRegularization } from './numbers.ts';

/** One thing to change in the data (X). */
export interface DataAdvice {
  readonly id: string;
  readonly modes: readonly FailureMode[];
  /** Rules and metrics that call for it. */
  readonly because: readonly (MetricId | (string & {}))[];
  /** What to do, in the display language. */
  readonly title: () => string;
  /** Why it helps. */
  readonly why: () => string;
  /** The numbers of this set, in a sentence; '' where there are none. */
  readonly numbers?: (facts: AdviceFacts) => string;
  readonly action: (facts: AdviceFacts) => Action;
  /** It needs more than evidence or a symptom. */
  readonly when?: (facts: AdviceFacts) => boolean;
  readonly source: Source;
  /** Rests on inference or practice, not on a published result. */
  readonly heuristic: boolean;
}

/** Different images from which a set says something about its subject. */
const enoughImages = 20;
/** Share of the captions that one background, framing or light may have. */
const aimed = 0.6;

/** What belongs to the subject, and is tied to its trigger rightly. */
const ownFeatures: ReadonlySet<string> = new Set(['', 'subject', 'hair', 'eyes', 'body']);

/** How many images it takes until the most frequent tag of a category is no longer the rule. */
const varied =
  (category: string) =>
  ({ topTags, topCounts, subjects }: AdviceFacts): string => {
    const [tag, count] = [topTags[category], topCounts[category] ?? 0];
    const swapped = Math.ceil(count - aimed * subjects);
    if (tag === undefined || swapped <= 0) return '';
    return t(
      '"{0}" is in {1} of {2} captions: swap {3} images, or add {4} others.',
      tag,
      count,
      subjects,
      swapped,
      Math.ceil(count / aimed - subjects),
    );
  };

/** Playbook X; of what cures as much, the first. */
export const dataAdvice: readonly DataAdvice[] = [
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
    numbers: ({ spareImages, images }) => (spareImages === 0 ? '' : t('{0} of {1} images go.', spareImages, images)),
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
    numbers: varied('framing'),
    action: withTopTag('framing'),
    source: 'map: diversity',
    heuristic: false,
  },
  {
    id: 'vary-lighting',
    modes: ['memorization', 'style-drift'],
    because: ['lighting-effective-tags', 'lighting-top-share', 'unnamed-light-share'],
    title: () => t('Add images in other light'),
    why: () => t('One light on all images becomes the look of every output.'),
    numbers: varied('lighting'),
    action: withTopTag('lighting'),
    source: 'map: diversity',
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
    because: ['identical-caption-share', 'identical-captions', 'cluster-share'],
    title: () => t('Thin out look-alikes under one caption'),
    why: () => t('Slightly different images with the same caption disturb training.'),
    action: rulesOf('identical-captions', 'near-duplicate'),
    source: 'map: look-alikes',
    heuristic: false,
  },
  {
    id: 'add-regularization',
    modes: ['concept-bleed'],
    because: ['class-hijack', 'missing-regularization', 'class-trigger-probability'],
    when: (facts) => !hasRegularization(facts),
    title: () => t('Add a regularization set of the class'),
    why: () => t('Images of the class without the trigger keep the class word general.'),
    action: rulesOf('class-hijack', 'missing-regularization'),
    source: 'map: regularization',
    heuristic: false,
  },
  {
    id: 'describe-regularization',
    modes: ['concept-bleed', 'memorization'],
    because: [
      'plain-regularization-share',
      'plain-regularization',
      'class-hijack',
      'missing-field',
      'trigger-background-probability',
    ],
    title: () =>
      t('Write trigger, class and background in every caption, and class and background in the regularization set'),
    why: () => t('Named backgrounds tie the trigger to the subject instead of the whole image.'),
    action: rulesOf('missing-field', 'class-hijack'),
    source: 'map: regularization',
    heuristic: false,
  },
  {
    id: 'untie-tags',
    modes: ['concept-bleed', 'memorization', 'prompt-sensitivity'],
    because: [
      'trigger-lock-in',
      'trigger-background-probability',
      'trigger-clothing-probability',
      'trigger-style-probability',
    ],
    title: () => t('Vary the tags that always stand beside the trigger, in some images or captions'),
    why: () => t('What is never seen apart cannot be prompted apart.'),
    numbers: ({ boundTags }) => {
      const first = boundTags.find(({ category }) => !ownFeatures.has(category ?? ''));
      return first === undefined
        ? ''
        : t('Above all "{0}", in {1} % of them.', first.tag, Math.round(first.probability * 100));
    },
    action: withBoundTags('background', 'clothing', 'style', 'quality'),
    source: 'map: co-occurrence',
    heuristic: true,
  },
  {
    id: 'split-concepts',
    modes: ['concept-bleed', 'identity-collapse'],
    because: ['mixed-subjects', 'other-subject-share', 'concept-overlap', 'concept-divergence', 'ambiguous-attribute'],
    title: () => t('Give each concept tags of its own, or train it apart'),
    why: () => t('Concepts that share their tags are learnt as one.'),
    action: tab('co-occurrence'),
    source: 'map: co-occurrence',
    heuristic: true,
  },
  {
    id: 'balance-concepts',
    modes: ['concept-bleed', 'identity-collapse', 'memorization'],
    because: ['unbalanced-concepts', 'unbalanced-repeats', 'head-heavy-vocabulary', 'top-10-share'],
    title: () => t('Bring the concepts to similar weight'),
    why: () => t('Rare concepts are pulled towards frequent ones.'),
    action: rulesOf('unbalanced-concepts', 'head-heavy-vocabulary'),
    source: 'map: vocabulary',
    heuristic: false,
  },
  {
    id: 'change-trigger',
    modes: ['concept-bleed', 'prompt-sensitivity'],
    because: ['overloaded-trigger'],
    title: () => t('Choose a trigger with no meaning of its own'),
    why: () => t('A known word brings its own meaning into every image.'),
    action: (facts) =>
      facts.trigger === null
        ? rulesOf('overloaded-trigger')(facts)
        : {
            kind: 'bulk-edit',
            operation: { kind: 'replace', tag: facts.trigger, with: '' },
            filter: has(facts.trigger),
          },
    source: 'map: trigger choice',
    heuristic: false,
  },
  {
    id: 'add-trigger',
    modes: ['identity-collapse', 'prompt-sensitivity'],
    because: ['missing-trigger', 'misspelt-trigger'],
    title: () => t('Put the trigger into every caption of the subject, spelt the same'),
    why: () => t('Images without it teach the subject to other words.'),
    numbers: ({ triggered, trigger }) =>
      triggered === null || triggered.held >= triggered.captions
        ? ''
        : t('"{0}" is in {1} of {2} captions.', trigger ?? '', triggered.held, triggered.captions),
    action: triggerToHead('add', 'missing-trigger'),
    source: 'map: identity',
    heuristic: true,
  },
  {
    id: 'settle-identity',
    modes: ['identity-collapse'],
    because: ['identity-conflict', 'ambiguous-attribute'],
    title: () => t('Agree on hair, eyes, gender and age of the subject'),
    why: () => t('Captions that contradict each other describe more than one person.'),
    action: rulesOf('identity-conflict', 'ambiguous-attribute'),
    source: 'map: identity',
    heuristic: true,
  },
  {
    id: 'fill-fields',
    modes: ['prompt-sensitivity', 'identity-collapse'],
    because: ['missing-fields', 'missing-field', 'mixed-caption-style'],
    title: () => t('Name subject, class, background and key attributes in every caption'),
    why: () => t('Captions of one structure are easier to learn and to control.'),
    numbers: ({ missingFields }) =>
      missingFields.length === 0 ? '' : t('Missing in most captions: {0}.', missingFields.join(', ')),
    action: rulesOf('missing-field', 'mixed-caption-style'),
    source: 'map: captions',
    heuristic: false,
  },
  {
    id: 'resolve-contradictions',
    modes: ['prompt-sensitivity', 'identity-collapse', 'style-drift'],
    because: ['contradictory-tags', 'conflicting-duplicate-captions', 'colour-mismatch-share'],
    title: () => t('Resolve contradictory tags'),
    why: () => t('Wrong labels weaken the response to right ones.'),
    action: rulesOf('contradictory-tags', 'conflicting-duplicate-captions'),
    source: 'map: contradictions',
    heuristic: false,
  },
  {
    id: 'unify-wording',
    modes: ['prompt-sensitivity'],
    because: [
      'synonym-drift',
      'near-identical-tag',
      'singleton-tags',
      'deprecated-tag',
      'unknown-tag',
      'duplicate-tag',
      'underscore-tag',
    ],
    title: () => t('Use one spelling for one thing'),
    why: () => t('Each spelling is learnt apart, from fewer images.'),
    action: rulesOf(
      'synonym-drift',
      'near-identical-tag',
      'singleton-tags',
      'deprecated-tag',
      'unknown-tag',
      'duplicate-tag',
      'underscore-tag',
    ),
    source: 'map: contradictions',
    heuristic: false,
  },
  {
    id: 'key-tags-first',
    modes: ['prompt-sensitivity'],
    because: ['late-key-tag', 'misplaced-trigger'],
    title: () => t('Move trigger and key tags to the head'),
    why: () => t('The head survives the token limit, and keep_tokens protects it.'),
    action: triggerToHead('move-front', 'late-key-tag'),
    source: 'map: length',
    heuristic: true,
  },
  {
    id: 'shorten-captions',
    modes: ['prompt-sensitivity', 'training-instability'],
    because: ['over-limit-share', 'token-truncation', 'token-overflow-share', 'redundant-tag'],
    title: () => t('Shorten the captions over the token limit'),
    why: () => t('The trainer drops everything behind the limit without a word.'),
    numbers: ({ tokenLimit, neededTokens }) =>
      tokenLimit === null || neededTokens === null || neededTokens <= tokenLimit
        ? ''
        : t('{0} tokens train; one caption in a hundred has more than {1}.', tokenLimit, neededTokens),
    action: (facts) =>
      facts.tokenLimit === null
        ? { kind: 'tab', tab: 'tokens' }
        : { kind: 'filter', expression: `tokens>${facts.tokenLimit}` },
    source: 'map: length',
    heuristic: false,
  },
  {
    id: 'clean-text',
    modes: ['prompt-sensitivity'],
    because: [
      'mojibake',
      'foreign-separator',
      'invisible-character',
      'byte-order-mark',
      'empty-tag',
      'prompt-syntax',
      'escaped-parenthesis',
      'ignored-line',
    ],
    title: () => t('Clean the text the trainer reads literally'),
    why: () => t('Stray characters and lines train as text, or not at all.'),
    action: rulesOf(
      'mojibake',
      'foreign-separator',
      'invisible-character',
      'byte-order-mark',
      'empty-tag',
      'prompt-syntax',
      'escaped-parenthesis',
      'ignored-line',
    ),
    source: 'map: health',
    heuristic: false,
  },
  {
    id: 'drop-style-tags',
    modes: ['style-drift', 'concept-bleed'],
    because: ['constant-style-tags', 'trigger-style-probability'],
    title: () => t('Remove style and quality tags, unless they should always be on'),
    why: () => t('A tag on every image is switched on for good.'),
    numbers: ({ constantTags }) => (constantTags.length === 0 ? '' : t('Now: {0}.', constantTags.join(', '))),
    action: (facts) =>
      facts.constantTags.length === 0
        ? { kind: 'tab', tab: 'tags' }
        : { kind: 'bulk-edit', operation: { kind: 'remove', tags: facts.constantTags }, filter: '' },
    source: 'map: style',
    heuristic: true,
  },
  {
    id: 'free-colour',
    modes: ['style-drift'],
    because: ['trigger-colour-probability'],
    title: () => t('Show the subject in other colours, and name the colours'),
    why: () => t('A colour that always comes with the trigger becomes part of it.'),
    numbers: ({ boundTags, trigger }) => {
      const colours = new Set(boundTags.flatMap(({ colour }) => colour ?? []));
      return colours.size === 0 ? '' : t('"{0}" never comes without {1}.', trigger ?? '', [...colours].join(', '));
    },
    action: withBoundTags('colour'),
    source: 'map: style',
    heuristic: true,
  },
  {
    id: 'match-quality',
    modes: ['style-drift', 'training-instability'],
    because: ['regularization-detail', 'heavy-compression', 'mixed-formats', 'upscaled-image', 'low-resolution'],
    title: () => t('Bring images, and the regularization set, to one quality'),
    why: () => t('Compression, smoothing and enlargement are learnt as style.'),
    action: rulesOf('heavy-compression', 'upscaled-image', 'low-resolution', 'mixed-formats'),
    source: 'map: formats',
    heuristic: true,
  },
  {
    id: 'flatten-transparency',
    modes: ['style-drift'],
    because: ['transparent-image', 'animated-image'],
    title: () => t('Put transparent images on a background'),
    why: () => t('The trainer drops transparency: colours hidden under it train.'),
    action: rulesOf('transparent-image', 'animated-image'),
    source: 'sd-scripts: library/train_util.py',
    heuristic: false,
  },
  {
    id: 'set-outliers-apart',
    modes: ['training-instability', 'weak-sdxl'],
    because: ['outlier-image', 'extreme-aspect-ratio', 'heavy-crop', 'thin-bucket', 'heavy-compression'],
    title: () => t('Set outliers apart: extreme size, shape or compression'),
    why: () => t('A few odd images make odd buckets and disturb training.'),
    action: rulesOf('outlier-image', 'extreme-aspect-ratio', 'heavy-crop', 'thin-bucket', 'heavy-compression'),
    source: 'map: health',
    heuristic: true,
  },
  {
    id: 'larger-images',
    modes: ['weak-sdxl'],
    because: ['low-resolution', 'near-target-share', 'upscaled-image'],
    title: () => t("Use images close to the model's resolution"),
    why: () => t('Small images are enlarged to the bucket, and the blur is trained.'),
    action: rulesOf('low-resolution', 'upscaled-image'),
    source: 'map: resolution',
    heuristic: false,
  },
  {
    id: 'turn-images',
    modes: ['weak-sdxl'],
    because: ['rotated-by-exif'],
    title: () => t('Rotate the pixels, not just the EXIF mark'),
    why: () => t('The trainer ignores the rotation mark and trains the image lying on its side.'),
    action: rulesOf('rotated-by-exif'),
    source: 'sd-scripts: library/train_util.py',
    heuristic: false,
  },
  {
    id: 'delete-caches',
    modes: ['training-instability'],
    because: ['stale-cache'],
    title: () => t('Delete caches made before the last change'),
    why: () => t('The trainer reads them instead of the files.'),
    action: filesOf('stale-cache'),
    source: 'sd-scripts: library/train_util.py',
    heuristic: false,
  },
  {
    id: 'correct-configuration',
    modes: ['training-instability', 'prompt-sensitivity', 'identity-collapse', 'concept-bleed'],
    because: [
      'stops-training',
      'unreadable-config',
      'unknown-config-key',
      'missing-config-key',
      'config-wrong-type',
      'config-refused-value',
      'cached-latents-conflict',
      'cached-text-encoder-conflict',
      'refused-bucket-step',
      'caption-extension-finds-nothing',
      'missing-image-dir',
      'keep-tokens-mismatch',
      'useless-keep-tokens-separator',
      'token-limit-mismatch',
      'ignored-config-option',
      'unused-regularization',
      'disabled-buckets',
    ],
    title: () => t('Correct the training configuration'),
    why: () => t('The trainer refuses it, or does not do what it seems to say.'),
    action: tab('config'),
    source: 'sd-scripts: library/config_util.py',
    heuristic: false,
  },
];
