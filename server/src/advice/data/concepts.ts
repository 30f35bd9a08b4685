import { t } from '../../ground/l10n.ts';
import { has, rulesOf, tab, triggerToHead, withBoundTags } from '../actions.ts';
import type { AdviceFacts } from '../facts.ts';
import { hasRegularization } from '../numbers.ts';
import type { DataAdvice } from './define.ts';

/** What belongs to the subject, and is tied to its trigger rightly. */
const ownFeatures: ReadonlySet<string> = new Set(['', 'subject', 'hair', 'eyes', 'body']);

/** Share of the regularization captions that may name the class alone. */
const plainShare = 0.3;

/** Whether captions leave backgrounds unsaid, or the regularization set is not described, or is still to be made. */
const isUndescribed = (facts: AdviceFacts): boolean =>
  !hasRegularization(facts) ||
  (facts.metrics['plain-regularization-share'] ?? 0) >= plainShare ||
  (facts.metrics['missing-fields'] ?? 1) > 0;

/** Triggers, classes and what they stand with. */
export const concepts: readonly DataAdvice[] = [
  {
    id: 'add-regularization',
    modes: ['concept-bleed'],
    because: ['class-hijack', 'missing-regularization', 'class-trigger-probability'],
    when: (facts) => !hasRegularization(facts),
    title: () => t('Add a regularization set of the class'),
    why: () => t('Images of the class without the trigger keep the class word general.'),
    // It repeats them until there are as many, and leaves out what is more (library/train_util.py, register_image and make_buckets).
    numbers: ({ profile, samplesPerEpoch }) =>
      profile === 'sd-scripts' && samplesPerEpoch > 0
        ? t('Up to {0} of them train in an epoch, as many as samples of the subject.', samplesPerEpoch)
        : '',
    action: rulesOf('class-hijack', 'missing-regularization'),
    source: 'map: regularization',
    heuristic: false,
  },
  {
    id: 'describe-regularization',
    modes: ['concept-bleed', 'memorization'],
    when: isUndescribed,
    because: [
      'plain-regularization-share',
      'plain-regularization',
      'class-hijack',
      'missing-field',
      'trigger-background-probability',
    ],
    title: (facts) =>
      facts && hasRegularization(facts) && facts.metrics['plain-regularization-share'] === 0
        ? t('Write trigger, class and background in every caption')
        : t('Write trigger, class and background in every caption, and class and background in the regularization set'),
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
    action: (facts, evidence) =>
      facts.trigger === null
        ? rulesOf('overloaded-trigger')(facts, evidence)
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
    because: ['missing-trigger', 'misspelt-trigger', 'unconfirmed-trigger'],
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
    because: ['identity-conflict', 'other-look-share', 'ambiguous-attribute'],
    title: () => t('Agree on hair, eyes, gender and age of the subject'),
    why: () => t('Captions that contradict each other describe more than one person.'),
    action: rulesOf('identity-conflict', 'mixed-subjects', 'ambiguous-attribute'),
    source: 'map: identity',
    heuristic: true,
  },
];
