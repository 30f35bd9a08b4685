import type { TrainerProfile } from '../trainer-profile.ts';
import { SHARED } from './run-common.ts';

/** kohya-ss/musubi-tuner: dataset/datasources.py, dataset/media_utils.py; confirmed by running the trainer's own code. */
export const MUSUBI_TUNER_PROFILE: TrainerProfile = {
  id: 'musubi-tuner',
  name: 'musubi-tuner',
  // It trains no Stable Diffusion; its dataset file names no model.
  assumedModel: 'qwen-image',
  imageExtensions: ['.png', '.jpg', '.jpeg', '.webp', '.bmp', '.avif'],
  optionalImageExtensions: ['.jxl'],
  imageExtensionCase: 'lower-or-upper',
  subfolders: 'never',
  ignoredStemEndings: [],
  captionExtensions: ['.txt', '.caption'],
  // It has no default: every guide and example sets this one.
  defaultCaptionExtension: '.txt',
  captionExtensionOption: 'caption_extension',
  lines: 'whole',
  linesWithWildcards: null,
  defaultSeparator: ',',
  defaultKeepTags: 0,
  keepsHeadInShuffle: true,
  keepTagsOption: null,
  sameOptions: [...SHARED, 'num_repeats', 'resolution', 'enable_bucket', 'bucket_no_upscale'],
  placeholders: [],
  emptyTags: 'kept',
  joiner: 'comma-space',
  regularizationMark: null,
  missingCaption: 'is-left-out',
  blankCaption: 'trains-empty',
  emptyCaptionFile: 'trains-empty',
  undecodableCaption: 'stops',
  weights: 'never',
  wildcards: 'never',
  exifRotation: 'ignored',
  sizesBy: 'pillow',
  bucketsBySettings: false,
  upscales: 'unless-no-upscale',
  fixedSeed: null,
  encoderLimits: {},
};
