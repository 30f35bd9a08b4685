import type { MetricId } from './metrics.ts';
import type { Need } from './needs.ts';

/** Files of one kind that a rule names, and how many of the kind there are: what a share of them is of. */
export interface Part {
  readonly files: readonly string[];
  /** Those that train, and those that are named though they do not. */
  readonly of: number;
}

/** What one rule found, summed up. */
export interface RuleFacts {
  readonly findings: number;
  /** Findings of severity error. */
  readonly errors: number;
  /** Findings of severity warning or error. */
  readonly warnings: number;
  /** Files it names, each once, in the order of the report. */
  readonly files: readonly string[];
  /** The rule that tells what this one found, where it is told once and there; null where it is told under its own name. */
  readonly toldBy: string | null;
  /** Findings by the category of the tag they are about. */
  readonly topics: ReadonlyMap<string, number>;
  /** Captions of the subject. */
  readonly captions: Part;
  /** Images of the subject. */
  readonly images: Part;
  /** Images of the subject and of its regularization set. */
  readonly allImages: Part;
}

/** A tag bound to the trigger. */
export interface BoundTag {
  /** Normal form. */
  readonly tag: string;
  readonly category: string | null;
  /** P(tag | trigger), 0 to 1; of a colour: of any tag that names it. */
  readonly probability: number;
  /** The colour it names, for category `colour`. */
  readonly colour?: string;
}

/** A value of a configuration, as plain data. */
export type SettingValue = string | number | boolean | null | readonly SettingValue[];

/** What the training configuration says, as far as one was read. */
export interface TrainingFacts {
  /**
   * Values in force, defaults included, by the keys of sd-scripts, whatever the trainer calls them. A key whose value differs between subsets is absent, and
   * so are the options of the script when only a dataset_config is known.
   */
  readonly values: ReadonlyMap<string, SettingValue>;
  /** The options of the training script are known. */
  readonly knowsOptions: boolean;
  /** Training stops before its samples are counted: the values are what the files say, and images and samples are 0. */
  readonly stops: boolean;
  /** Images that train, regularization left out, and the samples of one epoch they give (images × repeats). */
  readonly images: number;
  readonly samplesPerEpoch: number;
  /** Images in one optimizer step: batch size × gradient accumulation; null where datasets differ. */
  readonly samplesPerStep: number | null;
  /** Part of the steps that train the subject, 0 to 1: half where those of a regularization set take turns with them. */
  readonly stepShare: number;
  /** Epochs of the whole training, not rounded; null without the options. */
  readonly epochs: number | null;
  /** The rates of `text_encoder_lr` are those of the encoders one by one; false: the first counts for all (networks.lora). */
  readonly ratesPerEncoder: boolean;
}

/**
 * What advice is given from: plain numbers of one dataset, filled by the audit. A metric that was not measured is null
 * and a rule that did not run is absent; neither is ever taken for "nothing found".
 */
export interface AdviceFacts {
  readonly images: number;
  /** Pictures were looked at and compared. */
  readonly compared: boolean;
  /** Images that train the subject, a regularization set left out; captions where images were not listed. */
  readonly subjects: number;
  /** Captions of the subject with text that trains. */
  readonly captions: number;
  /** Target resolution of the model family in pixels (side of the square). */
  readonly resolution: number;
  /** Content tokens that train; null where they are not counted. */
  readonly tokenLimit: number | null;
  readonly metrics: Readonly<Record<MetricId, number | null>>;
  /** The files behind a metric, where it has some. */
  readonly metricFiles: Readonly<Partial<Record<MetricId, readonly string[]>>>;
  readonly rules: ReadonlyMap<string, RuleFacts>;
  /** Why rules did not run. */
  readonly idle: ReadonlyMap<string, Need>;
  /** Null: no configuration was read. */
  readonly training: TrainingFacts | null;
  /** Id of the trainer. */
  readonly profile: string;
  /** Id of the model family, and how many text encoders of it train with it. */
  readonly model: string;
  readonly textEncoders: number;
  /** Samples of the subject in an epoch: images × repeats, by the configuration or the names of the folders. */
  readonly samplesPerEpoch: number;
  /** Share of the captions written as sentences, whose commas separate nothing. */
  readonly proseShare: number;
  /** Content tokens that hold all but one caption in a hundred; null where tokens are not counted. */
  readonly neededTokens: number | null;
  /** Captions of the subject, and how many of them hold the trigger; null without a trigger. */
  readonly triggered: { readonly captions: number; readonly held: number } | null;
  /** Trigger as written and its class word, when known. */
  readonly trigger: string | null;
  /** The trigger stands where captions are cut: next to none of them brings it to the model. */
  readonly triggerCut: boolean;
  readonly classWord: string | null;
  /** How many tags stand before and including the trigger in most captions; null without a trigger. */
  readonly triggerPosition: number | null;
  /** Tags tied to the trigger, strongest first. */
  readonly boundTags: readonly BoundTag[];
  /** Style and quality tags on nearly every caption, in normal form. */
  readonly constantTags: readonly string[];
  /** The most frequent tag of a category, in normal form, with the captions of the subject that hold it. */
  readonly topTags: Readonly<Record<string, string>>;
  readonly topCounts: Readonly<Record<string, number>>;
  /**
   * By category what most captions of the subject show under several words, the most frequent first, and the captions that name it and no
   * other: one framing, one plain backdrop. Absent where one word is all there is, or where it is part of what is trained.
   */
  readonly shared: Readonly<Record<string, { readonly words: readonly string[]; readonly captions: number }>>;
  /** How the folder writes those of these tags that it does not write in normal form. */
  readonly spelling: Readonly<Record<string, string>>;
  /** Fields that most captions lack, in the display language. */
  readonly missingFields: readonly string[];
  /** Images behind clusters that go when one of each stays. */
  readonly spareImages: number;
}
