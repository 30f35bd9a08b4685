import type { TrainerProfile } from '../trainer-profile.ts';

/** ostris/ai-toolkit: toolkit/dataloader_mixins.py, toolkit/config_modules.py; confirmed by running the trainer's own code. */
export const AI_TOOLKIT_PROFILE: TrainerProfile = {
  id: 'ai-toolkit',
  name: 'ai-toolkit',
  assumedModel: 'sdxl',
  imageExtensions: ['.jpg', '.jpeg', '.png', '.webp'],
  optionalImageExtensions: [],
  imageExtensionCase: 'any',
  subfolders: 'always',
  ignoredStemEndings: [],
  captionExtensions: ['.txt'],
  defaultCaptionExtension: '.txt',
  captionExtensionOption: 'caption_ext',
  lines: 'whole',
  linesWithWildcards: null,
  defaultSeparator: ',',
  defaultKeepTags: 0,
  // shuffle_tokens moves every tag; keep_tokens protects from tag dropout only.
  keepsHeadInShuffle: false,
  keepTagsOption: null,
  sameOptions: [],
  placeholders: ['[trigger]', '[name]'],
  emptyTags: 'kept',
  joiner: 'comma-space',
  missingCaption: 'trains-default-caption',
  blankCaption: 'trains-default-caption',
  emptyCaptionFile: 'trains-default-caption',
  undecodableCaption: 'stops',
  weights: 'never',
  wildcards: 'never',
  exifRotation: 'applied',
  upscales: 'no',
  fixedSeed: null,
  // The pipelines' own defaults, which are not in its source, are not known; schnell is read as dev is.
  encoderLimits: {
    'flux-schnell': 511,
    'flux2-klein': null,
    'qwen-image': null,
    'z-image': null,
    krea2: 512,
  },
};
