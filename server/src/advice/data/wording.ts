import { t } from '../../ground/l10n.ts';
import { rulesOf, triggerToHead } from '../actions.ts';
import type { DataAdvice } from './define.ts';

/** Rules about text that trains otherwise than it looks. */
const cleaned = [
  'mojibake',
  'foreign-separator',
  'unseparated-tags',
  'fused-tags',
  'captioner-artifact',
  'repeated-word',
  'invisible-character',
  'byte-order-mark',
  'empty-tag',
  'prompt-syntax',
  'escaped-parenthesis',
  'ignored-line',
];
/** Rules about one thing written in several ways. */
const unified = [
  'synonym-drift',
  'near-identical-tag',
  'misspelt-word',
  'singleton-tags',
  'deprecated-tag',
  'unknown-tag',
  'duplicate-tag',
  'underscore-tag',
  'foreign-language',
];

/** What captions say, and how it is written. */
export const wording: readonly DataAdvice[] = [
  {
    id: 'fill-fields',
    modes: ['prompt-sensitivity', 'identity-collapse'],
    because: ['missing-fields', 'missing-field'],
    title: () => t('Name subject, class, background and key attributes in every caption'),
    why: () => t('Captions of one structure are easier to learn and to control.'),
    numbers: ({ missingFields }) =>
      missingFields.length === 0 ? '' : t('Missing in most captions: {0}.', missingFields.join(', ')),
    action: rulesOf('missing-field', 'mixed-caption-style'),
    source: 'map: captions',
    heuristic: false,
  },
  {
    id: 'one-form',
    modes: ['prompt-sensitivity'],
    because: ['other-style-share', 'mixed-caption-style'],
    title: () => t('Write all captions in one form, tags or sentences'),
    why: () =>
      t('Each form is learnt from its own captions, and a prompt in one does not reach what the other taught.'),
    numbers: ({ captions, metrics }) => {
      const others = Math.round((metrics['other-style-share'] ?? 0) * captions);
      return others === 0 ? '' : t('{0} of {1} captions are in the rarer form.', others, captions);
    },
    action: rulesOf('mixed-caption-style'),
    source: 'map: captions',
    heuristic: true,
  },
  {
    id: 'resolve-contradictions',
    modes: ['prompt-sensitivity', 'identity-collapse', 'style-drift'],
    because: ['contradictory-tags', 'conflicting-duplicate-captions'],
    title: () => t('Resolve contradictory tags'),
    why: () => t('Wrong labels weaken the response to right ones.'),
    action: rulesOf('contradictory-tags', 'conflicting-duplicate-captions'),
    source: 'map: contradictions',
    heuristic: false,
  },
  {
    id: 'unify-wording',
    modes: ['prompt-sensitivity'],
    because: unified,
    title: () => t('Use one spelling for one thing'),
    why: () => t('Each spelling is learnt apart, from fewer images.'),
    action: rulesOf(...unified),
    source: 'map: contradictions',
    heuristic: false,
  },
  {
    id: 'key-tags-first',
    modes: ['prompt-sensitivity'],
    because: ['late-key-tag', 'misplaced-trigger'],
    title: () => t('Move trigger and key tags to the head'),
    why: () => t('The head survives the token limit, and keep_tokens protects it.'),
    // A trigger that opens the captions is there already: other tags are what comes late.
    action: (facts, evidence) =>
      facts.triggerPosition === 1
        ? rulesOf('late-key-tag', 'misplaced-trigger')(facts, evidence)
        : triggerToHead('move-front', 'late-key-tag')(facts, evidence),
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
    because: ['other-separator-share', ...cleaned],
    title: () => t('Clean the text the trainer reads literally'),
    why: () => t('Stray characters and lines train as text, or not at all.'),
    action: rulesOf(...cleaned),
    source: 'map: health',
    heuristic: false,
  },
];
