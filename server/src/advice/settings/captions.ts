import { t } from '../../ground/l10n.ts';
import { lookTagsIn } from '../../metrics/constant-style.ts';
import { normalTag } from '../../tags/normal.ts';
import type { AdviceFacts } from '../facts.ts';
import { lookTagsOfPrefix, present, presentNumber } from '../numbers.ts';
import { atLeast, dataset, type SettingsAdvice, script, type TrainerSetting } from './define.ts';

/** Tags at the head that must stay: up to the trigger. */
const keep = ({ triggerPosition }: AdviceFacts): number =>
  triggerPosition === null || isFarBack(triggerPosition) ? 1 : Math.max(1, triggerPosition);
/** A head of more tags is no head: it holds whole captions in place, and the trigger has to be moved instead. */
const longestHead = 4;
const isFarBack = (position: number): boolean => position > longestHead;
/** Commas of sentences separate nothing that could be moved or dropped. */
const isProse = ({ proseShare }: AdviceFacts): boolean => proseShare >= 0.5;
/** A kept head so long that it holds whole captions in place. */
const holdsAll = (facts: AdviceFacts): boolean =>
  (facts.metrics['fixed-captions'] ?? 0) > 0 &&
  present(facts, 'shuffle_caption') === true &&
  (presentNumber(facts, 'keep_tokens') ?? 0) > keep(facts);
const tagDropout = 0.1;
const styleDropout = 0.2;
const captionDropout = 0.05;

/** Cached outputs of the text encoder know one caption per image: shuffling and dropping are refused with them. */
const uncached = (facts: AdviceFacts): readonly TrainerSetting[] =>
  present(facts, 'cache_text_encoder_outputs') === true ? [script('cache_text_encoder_outputs', 'false')] : [];

/** The CLIP limit that holds what the captions need; null where the present one does or tokens are not counted. */
function longerLimit({ tokenLimit, neededTokens }: AdviceFacts): 150 | 225 | null {
  if (tokenLimit === null || neededTokens === null || neededTokens <= tokenLimit || tokenLimit >= 225) return null;
  return neededTokens <= 150 && tokenLimit < 150 ? 150 : 225;
}

/** A prefix or suffix without its style words; null where it has none. */
function withoutStyle(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const look = new Set(lookTagsIn(value));
  if (look.size === 0) return null;
  const pieces = value.split(',').filter((piece) => !look.has(normalTag(piece.trim())));
  return pieces.length === value.split(',').length ? '' : pieces.join(',').trim();
}

const tokensNeeded = ({ neededTokens }: AdviceFacts): string =>
  neededTokens === null ? '' : t('All but one caption in a hundred fit into {0} tokens.', neededTokens);

/** Style words that nothing but a prefix says, and that a kept head holds: no chance drops them. */
const isKeptPrefix = (facts: AdviceFacts): boolean =>
  facts.constantTags.length === 0 &&
  lookTagsOfPrefix(facts).length > 0 &&
  (presentNumber(facts, 'keep_tokens') ?? 0) > 0;

/** Settings about how captions are fed. */
export const captionSettings: readonly SettingsAdvice[] = [
  {
    id: 'shuffle-and-drop',
    modes: ['memorization', 'prompt-sensitivity'],
    because: [
      'template-share',
      'fixed-text-share',
      'template-captions',
      'fixed-captions',
      'identical-caption-share',
      'misplaced-trigger',
      'late-key-tag',
      'background-top-share',
      'over-limit-share',
      'trigger-lock-in',
    ],
    title: () => t('Shuffle the tags behind the trigger and drop some'),
    why: () => t('No order and no fixed set of tags can then be learnt by heart.'),
    numbers: ({ trigger, triggerPosition }) =>
      trigger === null || triggerPosition === null
        ? ''
        : isFarBack(triggerPosition)
          ? t(
              '"{0}" stands at place {1} on average: move it to the start first, where keep_tokens holds it.',
              trigger,
              triggerPosition,
            )
          : t('"{0}" stands at place {1} on average, which keep_tokens holds.', trigger, triggerPosition),
    settings: (facts) =>
      isProse(facts)
        ? []
        : [
            dataset('shuffle_caption', 'true'),
            ...(holdsAll(facts)
              ? [dataset('keep_tokens', String(keep(facts)))]
              : atLeast(facts, dataset('keep_tokens', String(keep(facts))), keep(facts))),
            ...atLeast(facts, dataset('caption_tag_dropout_rate', String(tagDropout)), tagDropout),
            ...uncached(facts),
          ],
    onetrainer: (facts) => [
      'text.enable_tag_shuffling = true',
      `text.keep_tags_count = ${keep(facts)}`,
      'text.tag_dropout_enable = true',
      'text.tag_dropout_mode = RANDOM',
      `text.tag_dropout_probability = ${tagDropout}`,
    ],
    // Its keep_tokens holds nothing back from shuffling, so the trigger would wander.
    aiToolkit: (facts) => [`datasets.token_dropout_rate: ${tagDropout}`, `datasets.keep_tokens: ${keep(facts)}`],
    source: 'sd-scripts: docs/config_README-en.md',
    heuristic: true,
  },
  {
    id: 'drop-captions',
    modes: ['memorization', 'prompt-sensitivity'],
    because: ['template-share', 'fixed-text-share', 'template-captions', 'fixed-captions', 'identical-caption-share'],
    title: () => t('Drop whole captions now and then'),
    why: () =>
      t('Sentences cannot be shuffled; samples without a caption keep their wording from being learnt by heart.'),
    settings: (facts) =>
      isProse(facts)
        ? [
            ...atLeast(facts, dataset('caption_dropout_rate', String(captionDropout)), captionDropout),
            ...uncached(facts),
          ]
        : [],
    onetrainer: () => [`text_encoder.dropout_probability = ${captionDropout}`],
    aiToolkit: () => [`datasets.caption_dropout_rate: ${captionDropout}`],
    source: 'sd-scripts: docs/config_README-en.md',
    heuristic: true,
  },
  {
    id: 'drop-less',
    modes: ['identity-collapse'],
    because: ['head-drop-share'],
    title: () => t('Drop captions, and the trigger, less often'),
    why: () => t('What is dropped is not learnt from that sample: a trigger needs most of them.'),
    settings: (facts) => [
      ...((presentNumber(facts, 'caption_dropout_rate') ?? 0) > captionDropout * 2
        ? [dataset('caption_dropout_rate', String(captionDropout))]
        : []),
      ...(isProse(facts) || !((presentNumber(facts, 'caption_tag_dropout_rate') ?? 0) > 0)
        ? []
        : atLeast(facts, dataset('keep_tokens', String(keep(facts))), keep(facts))),
    ],
    onetrainer: () => [`text_encoder.dropout_probability = ${captionDropout}`],
    aiToolkit: () => [`datasets.caption_dropout_rate: ${captionDropout}`],
    source: 'sd-scripts: docs/config_README-en.md',
    heuristic: true,
  },
  {
    id: 'drop-style-tags-by-chance',
    modes: ['style-drift'],
    because: ['constant-style-tags', 'trigger-style-probability'],
    title: () => t('Drop tags by chance, so that style words are not always on'),
    why: () => t('Images also train without the style words, and the model learns both.'),
    numbers: ({ constantTags: [tag], spelling }) =>
      tag === undefined ? '' : t('One sample in five then trains without "{0}".', spelling[tag] ?? tag),
    settings: (facts) =>
      isKeptPrefix(facts)
        ? []
        : isProse(facts)
          ? [
              ...atLeast(facts, dataset('caption_dropout_rate', String(captionDropout)), captionDropout),
              ...uncached(facts),
            ]
          : [
              ...atLeast(facts, dataset('caption_tag_dropout_rate', String(styleDropout)), styleDropout),
              ...atLeast(facts, dataset('caption_dropout_rate', String(captionDropout)), captionDropout),
              ...uncached(facts),
            ],
    onetrainer: () => [
      'text.tag_dropout_enable = true',
      'text.tag_dropout_mode = RANDOM',
      `text.tag_dropout_probability = ${styleDropout}`,
    ],
    aiToolkit: () => [
      `datasets.token_dropout_rate: ${styleDropout}`,
      `datasets.caption_dropout_rate: ${captionDropout}`,
    ],
    source: 'sd-scripts: docs/config_README-en.md',
    heuristic: true,
  },
  {
    id: 'no-style-prefix',
    modes: ['style-drift'],
    because: ['constant-style-tags'],
    title: () => t('Keep style words out of caption_prefix and caption_suffix'),
    why: () => t('They are added to every sample and stay switched on.'),
    numbers: (facts) => {
      const words = lookTagsOfPrefix(facts);
      return words.length === 0 ? '' : t('Now: {0}.', words.join(', '));
    },
    settings: (facts) =>
      ['caption_prefix', 'caption_suffix'].flatMap((key) => {
        const rest = withoutStyle(present(facts, key));
        return rest === null ? [] : [dataset(key, JSON.stringify(rest))];
      }),
    onetrainer: () => [],
    aiToolkit: (facts) => {
      // What other trainers put before captions is no trigger word.
      if (facts.profile !== 'ai-toolkit') return [];
      const rest = withoutStyle(present(facts, 'caption_prefix'));
      return rest === null ? [] : [`trigger_word: ${JSON.stringify(rest.replace(/,$/, ''))}`];
    },
    source: 'sd-scripts: docs/config_README-en.md',
    heuristic: true,
  },
  {
    id: 'longer-token-limit',
    modes: ['prompt-sensitivity'],
    because: ['over-limit-share', 'token-truncation', 'token-overflow-share'],
    title: () => t('Or train longer captions'),
    why: () => t('The trainer then reads more windows. Stay at 75 unless captions need it.'),
    numbers: tokensNeeded,
    settings: (facts) => {
      const limit = longerLimit(facts);
      return limit === null ? [] : [script('max_token_length', String(limit))];
    },
    onetrainer: () => [],
    aiToolkit: () => [],
    source: 'sd-scripts: docs/train_README-ja.md',
    heuristic: false,
  },
  {
    id: 'shorter-token-limit',
    modes: ['prompt-sensitivity', 'training-instability'],
    because: ['token-limit-mismatch', 'nan-prone-settings'],
    title: () => t('Go back to 75 tokens'),
    why: () => t('Longer windows train emptiness where captions do not fill them, and NaN was reported with them.'),
    numbers: tokensNeeded,
    settings: ({ tokenLimit, neededTokens }) =>
      tokenLimit !== null && tokenLimit > 75 && neededTokens !== null && neededTokens <= 75
        ? [script('max_token_length', '75')]
        : [],
    onetrainer: () => [],
    aiToolkit: () => [],
    source: 'sd-scripts: docs/train_README-ja.md',
    heuristic: false,
  },
];
