import { t } from '../../ground/l10n.ts';
import { filesOf, rulesOf, tab, withBoundTags } from '../actions.ts';
import type { AdviceFacts } from '../facts.ts';
import { lookTagsOfPrefix } from '../numbers.ts';
import type { DataAdvice } from './define.ts';

/** Share of the captions with the trigger that one colour may stand in, as one background may (advice/data/variety.ts). */
const ofOneColour = 0.6;

/** How many images have to be of another colour until the one that is always there is no longer the rule. */
function recoloured({ boundTags, triggered }: AdviceFacts): string {
  const [first] = boundTags.filter(({ colour }) => colour !== undefined);
  if (first === undefined || triggered === null || triggered.held === 0) return '';
  const count = Math.round(first.probability * triggered.held);
  return t(
    'It is in {0} of {1} captions: {2} images in another colour make it one of several.',
    count,
    triggered.held,
    Math.ceil(count - ofOneColour * triggered.held),
  );
}

/** Rules about what a configuration says. */
const configFaults = [
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
  'ignored-config-option',
  'unused-regularization',
  'disabled-buckets',
];

/** Style, colour and quality; files and configuration. */
export const looks: readonly DataAdvice[] = [
  {
    id: 'drop-style-tags',
    modes: ['style-drift', 'concept-bleed'],
    because: ['constant-style-tags', 'trigger-style-probability'],
    // What only the prefix says stands in no caption.
    when: (facts) => facts.constantTags.length > 0 || lookTagsOfPrefix(facts).length === 0,
    title: () => t('Remove style and quality tags, unless they should always be on'),
    why: () => t('A tag on every image is switched on for good.'),
    numbers: ({ constantTags, spelling }) =>
      constantTags.length === 0 ? '' : t('Now: {0}.', constantTags.map((tag) => spelling[tag] ?? tag).join(', ')),
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
    numbers: (facts) => {
      const { boundTags, trigger } = facts;
      const colours = new Set(boundTags.flatMap(({ colour }) => colour ?? []));
      if (colours.size === 0) return '';
      const isAlways = boundTags.every(({ colour, probability }) => colour === undefined || probability === 1);
      const parts = [trigger ?? '', [...colours].join(', ')] as const;
      const said = isAlways
        ? t('"{0}" never comes without {1}.', ...parts)
        : t('"{0}" hardly ever comes without {1}.', ...parts);
      return [said, recoloured(facts)].filter((text) => text !== '').join(' ');
    },
    action: withBoundTags('colour'),
    source: 'map: style',
    heuristic: true,
  },
  {
    id: 'correct-colours',
    modes: ['style-drift'],
    because: ['colour-mismatch-share', 'colour-contradiction'],
    title: () => t('Correct the colours that the pictures do not have'),
    why: () => t('A colour word under pictures of other colours is learnt as those.'),
    action: rulesOf('colour-contradiction'),
    source: 'map: style',
    heuristic: true,
  },
  {
    id: 'match-quality',
    modes: ['style-drift', 'training-instability'],
    because: [
      'regularization-detail',
      'smooth-regularization',
      'heavy-compression',
      'mixed-formats',
      'upscaled-image',
      'low-resolution',
    ],
    title: () => t('Bring images, and the regularization set, to one quality'),
    why: () => t('Compression, smoothing and enlargement are learnt as style.'),
    numbers: ({ metrics }, evidence) => {
      const detail = metrics['regularization-detail'];
      return detail === null || !evidence.includes('regularization-detail')
        ? ''
        : t(
            'The regularization images have {0} % of the detail of the others: make them as detailed as these.',
            Math.round(detail * 100),
          );
    },
    action: rulesOf('smooth-regularization', 'heavy-compression', 'upscaled-image', 'low-resolution', 'mixed-formats'),
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
    because: ['stops-training', ...configFaults],
    // What stops at a damaged picture is mended there.
    when: ({ rules, metrics }) =>
      !(
        (metrics['damaged-images'] ?? 0) > 0 &&
        [...configFaults].every((rule) => (rules.get(rule)?.findings ?? 0) === 0)
      ),
    title: () => t('Correct the training configuration'),
    why: () => t('The trainer refuses it, or does not do what it seems to say.'),
    action: tab('config'),
    source: 'sd-scripts: library/config_util.py',
    heuristic: false,
  },
];
