import { CHAT } from '../encoders.ts';
import type { TrainerProfile } from '../trainer-profile.ts';

/** Nerogar/OneTrainer with its data loader Nerogar/mgds (pipelineModules/LoadMultipleTexts.py, ShuffleTags.py); confirmed by running. */
export const ONETRAINER_PROFILE: TrainerProfile = {
  id: 'onetrainer',
  name: 'OneTrainer',
  assumedModel: 'sdxl',
  imageExtensions: ['.bmp', '.jpg', '.jpeg', '.png', '.tif', '.tiff', '.webp', '.avif'],
  optionalImageExtensions: [],
  imageExtensionCase: 'any',
  subfolders: 'optional',
  ignoredStemEndings: ['-masklabel', '-condlabel'],
  captionExtensions: ['.txt'],
  defaultCaptionExtension: '.txt',
  captionExtensionOption: null,
  lines: 'random',
  linesWithWildcards: null,
  defaultSeparator: ',',
  defaultKeepTags: 1,
  keepsHeadInShuffle: true,
  keepTagsOption: 'keep_tags_count',
  sameOptions: [],
  placeholders: [],
  emptyTags: 'removed',
  joiner: 'separator-space',
  missingCaption: 'trains-empty',
  blankCaption: 'trains-empty',
  emptyCaptionFile: 'trains-empty',
  undecodableCaption: 'stops',
  weights: 'never',
  wildcards: 'never',
  exifRotation: 'applied',
  upscales: 'yes',
  fixedSeed: 42,
  // modules/modelLoader and modelSetup: T5 reads 77, its end mark inside; Qwen's chat template is inside its 512; Llama reads 77.
  encoderLimits: {
    sd3: 76,
    flux: 76,
    'flux2-klein': 512 - CHAT,
    'qwen-image': 512 - 5,
    'hunyuan-video': 77,
  },
};
