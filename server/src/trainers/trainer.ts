import type { Steps } from '../ground/steps.ts';
import type { TextRange } from '../ground/text.ts';
import type { ConfigText, TrainerConfig, TrainerFileRole } from './config-text.ts';
import type { ConfigDocument } from './documents/parsed.ts';
import type { ModelFamily } from './families.ts';
import type { AskedRun, FedRun } from './fed-run.ts';
import type { TrainerFiles } from './files/files.ts';
import type { OptionDictionary, OptionMeanings } from './option-dictionary.ts';
import type { PixelSize } from './pixel-size.ts';
import type { Outcome } from './trainer-error.ts';
import type { TrainerPlan } from './trainer-plan.ts';
import type { TrainerId, TrainerProfile } from './trainer-profile.ts';
import type { WhatTrains } from './trains.ts';

export type { ConfigText, TrainerConfig, TrainerFileRole } from './config-text.ts';

/** Whose file it is, and how that is known. */
export interface Recognition {
  readonly role: TrainerFileRole;
  /** `likely`: enough stands there while it is being written, but another program could have written it. */
  readonly certainty: 'certain' | 'likely';
  /** The keys that tell, as written, e.g. `datasets[].image_directory`. */
  readonly because: readonly string[];
}

/** How a configuration is meant to run, as far as its files leave it open. */
export interface RunChoice {
  readonly family: ModelFamily;
  /** Words of a command line; empty where there is none. */
  readonly argv: readonly string[];
}

/** The rule a problem of a configuration belongs to. */
export type ProblemRule =
  | 'unreadable-config'
  | 'unknown-config-key'
  | 'missing-config-key'
  | 'config-wrong-type'
  | 'config-refused-value'
  | 'ignored-config-option'
  | 'missing-image-dir';

/** Something the trainer refuses, or takes for other than it looks. */
export interface TrainerProblem {
  readonly rule: ProblemRule;
  readonly severity: 'error' | 'warning' | 'info';
  /** In the display language. */
  readonly message: string;
  /** UTF-16 offsets; null for the file as a whole. */
  readonly range: TextRange | null;
  /** Changes that mend it. */
  readonly fixes: readonly { readonly title: string; readonly range: TextRange; readonly newText: string }[];
}

/** How far the main encoder of the family that a file names reads, in content tokens, and the key that says so. */
export interface TextLength {
  readonly option: string;
  readonly contentTokens: number;
}

/** What a configuration says about reading captions, as far as the trainer has it. */
export interface CaptionHabits {
  /** Folders it names, as written. */
  readonly folders: readonly string[];
  /** Ending of caption files; null where the trainer's own counts. */
  readonly captionExtension: string | null;
  readonly separator: string | null;
  readonly shuffle: boolean;
  readonly keepTags: number | null;
  readonly tagDropoutRate: number | null;
  readonly dropoutRate: number | null;
  /** Put before captions that do not hold it. */
  readonly trigger: string | null;
  /** Shows the class without the subject. */
  readonly regularization: boolean;
  /** Squares or sizes in pixels; null where the file says nothing. */
  readonly resolution: PixelSize | null;
  readonly batchSize: number | null;
  readonly repeats: number | null;
  /** Image sides are kept; false cuts to one size. */
  readonly buckets: boolean | null;
  /** The model it trains; null where the file does not say. */
  readonly family: ModelFamily['id'] | null;
  /** The key that says so; null where other keys only hint at it, so that a file beside it may know better. */
  readonly familyKey: string | null;
  /** Content tokens of the encoder that carries the text, where the file sets them; left out where the trainer's own number counts. */
  readonly textLength?: TextLength | null;
  /** The trainer refuses the file: another one that names the same folders goes before it. */
  readonly stops?: true;
}

/** Documents of a trainer in an editor. */
export interface TrainerDocuments {
  /** The file as its trainer gets it, with the places of what is written; left out where that is the file itself. */
  asRead?(config: TrainerConfig): ConfigDocument;
  /**
   * What the trainer refuses or passes over in a file; files are asked for folders that are missing.
   * @param beside files that belong to it, as far as they are known
   */
  problems(config: TrainerConfig, files: TrainerFiles, beside?: readonly TrainerConfig[]): TrainerProblem[];
  /** What it says for the captions of the folders it names. */
  habits(config: TrainerConfig): CaptionHabits[];
  /** Files it names that belong to it, as written. */
  companions(config: TrainerConfig): readonly string[];
  /** What a file is that another one names: its other half is looked for. */
  readonly named: readonly TrainerFileRole[];
}

/** Where an image goes: the bucket, and its size before the crop. */
export interface ImagePlace {
  readonly bucket: PixelSize;
  readonly resized: PixelSize;
}

/** What a trainer keeps beside images of a folder and believes later. */
export interface TrainerCaches {
  /** Name of the file that stands for the whole folder. */
  readonly folderFile: string;
  /** Names of encoded captions. */
  readonly texts: RegExp;
  /**
   * The cache that it takes for each image, with the size in pixels that its name claims; null where it trains no such family.
   * @param images names of the folder's images
   * @param files names of all its files
   */
  latents(
    family: ModelFamily['id'],
    images: readonly string[],
    files: readonly string[],
  ): readonly { readonly image: string; readonly cache: string; readonly size: PixelSize }[] | null;
}

/**
 * A trainer, as everybody above asks it. What one trainer does not have is absent from its answers. All methods are pure and never
 * throw; files are asked for synchronously (see `TrainerFiles`). What goes through all images of a run does it in steps.
 */
export interface Trainer {
  readonly id: TrainerId;
  /** What it does with a folder when nothing is configured. */
  readonly profile: TrainerProfile;
  /** Its options in words, for completion and hover. */
  readonly words: OptionDictionary;
  /** What its options do: a bundle of its own, loaded when one is first asked about. */
  meanings(): Promise<OptionMeanings>;
  /** Patterns of words one of which stands in every file that is recognised; none for the trainer whose files are not looked for so. */
  readonly telling: readonly string[];
  /** Whether a text is a file of this trainer; null when it is not. */
  recognise(config: ConfigText): Recognition | null;
  /** What tells that a text is of a version of this trainer that is not modelled: it is named, and neither judged nor changed. */
  newer?(config: ConfigText): readonly string[] | null;
  /** What trains: images, videos, their companions and captions; and what does not, with the reason. */
  list(configs: readonly TrainerConfig[], files: TrainerFiles, run: RunChoice): Steps<WhatTrains>;
  /** Where an image of a size goes, for a model at a resolution; null where the trainer has settings of its own for it. */
  place(image: PixelSize, resolution: PixelSize, family: ModelFamily): Outcome<ImagePlace> | null;
  readonly documents: TrainerDocuments;
  /** Left out where its caches follow the files, or nothing is known of them. */
  readonly caches?: TrainerCaches;
  /** A configuration for a folder that none names, with the side of a square in pixels; empty where the folder's layout decides. */
  assume(folder: string, side: number, family: ModelFamily): TrainerConfig[];
  /** What it would do, with batches and steps; null where the trainer has a planner of its own. */
  plan(configs: readonly TrainerConfig[], files: TrainerFiles, run: RunChoice): Steps<TrainerPlan | null>;
  /** What it would feed over the run, image by image; null where training stops or nothing is configured. */
  feed(configs: readonly TrainerConfig[], files: TrainerFiles, run: RunChoice, asked: AskedRun): Steps<FedRun | null>;
}
