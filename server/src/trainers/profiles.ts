import type { ModelFamilyId } from './families.ts';

export type TrainerId = 'sd-scripts' | 'musubi-tuner' | 'ai-toolkit' | 'onetrainer';

/** What becomes of an image whose caption has a problem. */
export type CaptionFate =
  /** Training does not start or ends. */
  | 'stops'
  /** The image does not train, without a message. */
  | 'is-left-out'
  /** The image trains with an empty caption. */
  | 'trains-empty'
  /** The class of the folder name (or `class_tokens`) is trained; empty where there is none. */
  | 'trains-class-tokens'
  /** `default_caption` of the dataset is trained; empty where it is not set. */
  | 'trains-default-caption';

/** What a trainer does with a folder of images and captions, as far as data decides it. Plain facts, no behaviour. */
export interface TrainerProfile {
  readonly id: TrainerId;
  /** Product names are not translated. */
  readonly name: string;
  /** The model that is assumed where nothing says which one is trained: one that it can train. */
  readonly assumedModel: ModelFamilyId;

  /** With the dot, lower case. */
  readonly imageExtensions: readonly string[];
  /** Extensions that count only when a module is installed that the trainer does not ask for. */
  readonly optionalImageExtensions: readonly string[];
  /** `lower-or-upper`: `.png` and `.PNG`, not `.Png` (on Windows any case is seen). */
  readonly imageExtensionCase: 'lower-or-upper' | 'any';
  readonly subfolders: 'never' | 'optional' | 'always';
  /** Files whose stem ends so are masks or conditions and not images of the set. */
  readonly ignoredStemEndings: readonly string[];

  /**
   * Caption extensions met in practice, most likely first. The trainer reads exactly **one** of them, with no fallback: the configured
   * one, else {@link defaultCaptionExtension}.
   */
  readonly captionExtensions: readonly string[];
  readonly defaultCaptionExtension: string;
  readonly captionExtensionConfigurable: boolean;

  /**
   * `first`: only the first physical line, even when it is blank. `random`: one of the lines that are not blank. `whole`: all of it,
   * line ends included.
   */
  readonly lines: 'first' | 'random' | 'whole';
  /** sd-scripts reads all lines with `enable_wildcard`; null where there is no such option. */
  readonly linesWithWildcards: 'random' | null;

  readonly defaultSeparator: string;
  /** Tags at the head that the shuffle leaves in place unless set otherwise. */
  readonly defaultKeepTags: number;
  /** Whether the shuffle respects the kept head at all. */
  readonly keepsHeadInShuffle: boolean;
  /** The option that keeps tags at the head through a shuffle, by the trainer's own name; null where there is none. */
  readonly keepTagsOption: string | null;
  /** Texts in captions that the trainer replaces by the trigger; elsewhere they train as they stand. */
  readonly placeholders: readonly string[];
  readonly emptyTags: 'kept' | 'removed';
  /** What is put between tags after shuffling. */
  readonly joiner: 'comma-space' | 'separator-space';

  readonly missingCaption: CaptionFate;
  /** Only white space. */
  readonly blankCaption: CaptionFate;
  /** 0 bytes. */
  readonly emptyCaptionFile: CaptionFate;
  readonly undecodableCaption: CaptionFate;

  /** `(x:1.2)` and `[x]` are weights: never by default. */
  readonly weights: 'never' | 'with-weighted-captions';
  /** `{a|b}` is a choice: never by default. */
  readonly wildcards: 'never' | 'with-enable-wildcard';

  readonly exifRotation: 'ignored' | 'applied';
  /** Images smaller than their bucket are enlarged. */
  readonly upscales: 'yes' | 'unless-no-upscale' | 'no';
}

/** kohya-ss/sd-scripts 0.10: library/train_util.py, library/config_util.py; confirmed by running the trainer's own code. */
const SD_SCRIPTS: TrainerProfile = {
  id: 'sd-scripts',
  name: 'sd-scripts',
  assumedModel: 'sdxl',
  imageExtensions: ['.png', '.jpg', '.jpeg', '.webp', '.bmp'],
  optionalImageExtensions: ['.avif', '.jxl'],
  imageExtensionCase: 'lower-or-upper',
  subfolders: 'never',
  ignoredStemEndings: [],
  // The built-in default is .caption; nearly every front end and guide sets .txt.
  captionExtensions: ['.txt', '.caption'],
  defaultCaptionExtension: '.caption',
  captionExtensionConfigurable: true,
  lines: 'first',
  linesWithWildcards: 'random',
  defaultSeparator: ',',
  defaultKeepTags: 0,
  keepsHeadInShuffle: true,
  keepTagsOption: 'keep_tokens',
  placeholders: [],
  emptyTags: 'kept',
  joiner: 'comma-space',
  missingCaption: 'trains-class-tokens',
  blankCaption: 'trains-empty',
  emptyCaptionFile: 'stops',
  undecodableCaption: 'stops',
  weights: 'with-weighted-captions',
  wildcards: 'with-enable-wildcard',
  exifRotation: 'ignored',
  upscales: 'unless-no-upscale',
};

/** Nerogar/OneTrainer with its data loader Nerogar/mgds (pipelineModules/LoadMultipleTexts.py, ShuffleTags.py); confirmed by running. */
const ONETRAINER: TrainerProfile = {
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
  captionExtensionConfigurable: false,
  lines: 'random',
  linesWithWildcards: null,
  defaultSeparator: ',',
  defaultKeepTags: 1,
  keepsHeadInShuffle: true,
  keepTagsOption: 'keep_tags_count',
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
};

/** ostris/ai-toolkit: toolkit/dataloader_mixins.py, toolkit/config_modules.py; confirmed by running the trainer's own code. */
const AI_TOOLKIT: TrainerProfile = {
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
  captionExtensionConfigurable: true,
  lines: 'whole',
  linesWithWildcards: null,
  defaultSeparator: ',',
  defaultKeepTags: 0,
  // shuffle_tokens moves every tag; keep_tokens protects from tag dropout only.
  keepsHeadInShuffle: false,
  keepTagsOption: null,
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
};

/** kohya-ss/musubi-tuner: dataset/datasources.py, dataset/media_utils.py; confirmed by running the trainer's own code. */
const MUSUBI_TUNER: TrainerProfile = {
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
  captionExtensionConfigurable: true,
  lines: 'whole',
  linesWithWildcards: null,
  defaultSeparator: ',',
  defaultKeepTags: 0,
  keepsHeadInShuffle: true,
  keepTagsOption: null,
  placeholders: [],
  emptyTags: 'kept',
  joiner: 'comma-space',
  missingCaption: 'is-left-out',
  blankCaption: 'trains-empty',
  emptyCaptionFile: 'trains-empty',
  undecodableCaption: 'stops',
  weights: 'never',
  wildcards: 'never',
  exifRotation: 'ignored',
  upscales: 'unless-no-upscale',
};

/** All profiles, the default first. */
export const TRAINER_PROFILES: readonly TrainerProfile[] = [SD_SCRIPTS, MUSUBI_TUNER, AI_TOOLKIT, ONETRAINER];

/** The profile of an id; sd-scripts, the default, for an id that is not known. */
export function trainerProfile(id: string): TrainerProfile {
  return TRAINER_PROFILES.find((profile) => profile.id === id) ?? SD_SCRIPTS;
}

/** True when the profile takes a file of this extension (with the dot, as written) for an image. */
export function isImageExtension(profile: TrainerProfile, extension: string): boolean {
  const lower = extension.toLowerCase();
  if (!profile.imageExtensions.includes(lower)) return false;
  return profile.imageExtensionCase === 'any' || extension === lower || extension === extension.toUpperCase();
}
