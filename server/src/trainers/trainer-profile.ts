import type { ModelFamilyId } from './model-family.ts';

/** The id of a trainer of the list (`trainers.ts`). What comes from outside is compared with those there are where it is read. */
export type TrainerId = string;

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
  /** The option that names another one, by the trainer's own name; null where there is none. */
  readonly captionExtensionOption: string | null;

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
  /** Options that have the names and values of those of sd-scripts; `all`: what becomes of a caption follows every one of them. */
  readonly sameOptions: 'all' | readonly string[];
  /** Texts in captions that the trainer replaces by the trigger; elsewhere they train as they stand. */
  readonly placeholders: readonly string[];
  readonly emptyTags: 'kept' | 'removed';
  /** What is put between tags after shuffling. */
  readonly joiner: 'comma-space' | 'separator-space';

  /** What makes a folder a regularization set, as it is written there; null where the trainer has no such thing. */
  readonly regularizationMark: string | null;

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
  /** What reads the size of an image. imagesize is off by one pixel for some WebP files and knows no EXIF (trainers/files/image-size.ts). */
  readonly sizesBy: 'imagesize' | 'pillow';
  /** Its buckets follow the settings alone; those of others rest on more than settings hold. */
  readonly bucketsBySettings: boolean;
  /** Images smaller than their bucket are enlarged. */
  readonly upscales: 'yes' | 'unless-no-upscale' | 'no';

  /** The seed that every run draws with, whatever the user sets; null where there is none such. */
  readonly fixedSeed: number | null;

  /**
   * Content tokens that the main encoder of a family reads, where they are others than in the table of families; null where there is no
   * limit, or none is known.
   */
  readonly encoderLimits: Readonly<Partial<Record<ModelFamilyId, number | null>>>;
}
