import type { Letters } from '../caption/letters.ts';
import type { Caption, Tag } from '../caption/parse.ts';
import type { ConceptCore } from '../concepts/concepts.ts';
import type { DatasetCaption, DatasetFolder, DatasetIndex } from '../dataset/index.ts';
import type { CaptionSource } from '../facts/caption-source.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import type { ImageCluster } from '../images/cluster.ts';
import type { ImageFacts } from '../images/facts.ts';
import type { DuplicatePair } from '../images/scan-types.ts';
import type { FolderSettings } from '../settings/settings.ts';
import type { CaptionStyle } from '../tags/caption-style.ts';
import type { Word } from '../tags/word.ts';
import type { EffectiveCaption } from '../trainers/captions/effective-caption.ts';
import type { ConfigFormat } from '../trainers/documents/document.ts';
import type { ConfigDocument } from '../trainers/documents/parsed.ts';
import type { TrainerFiles } from '../trainers/files/files.ts';
import type { LineTokens } from '../trainers/line-tokens.ts';
import type { TrainerProblem } from '../trainers/trainer.ts';
import type { TrainerArguments } from '../training/default-trainer.ts';
import type { ConfigRole } from '../training/find-config.ts';
import type { TrainingPlan } from '../training/training-plan.ts';

/** What a caption rule sees: one caption, and the folder's counts to compare it with. */
export interface CaptionContext {
  /** Relative to the dataset's root. */
  readonly file: string;
  readonly pairing: DatasetCaption;
  readonly caption: Caption;
  readonly bom: boolean;
  /** Each entry of `caption.tags` with what is known of it. */
  readonly words: readonly Word[];
  /** Which characters the caption's text has. */
  readonly letters: Letters;
  /** Its values have names before them, and may be phrases. */
  readonly isForm: boolean;
  /** See {@link CaptionRecord.isCommaList}; `words` are its tags. */
  readonly isCommaList: boolean;
  /** The flags of its words: those that hold of one of them. */
  readonly flags: number;
  /** What a pure question says of each entry of `caption.tags`: costs much less than asking the words, which lie all over the memory. */
  numbers(question: (word: Word) => number): ArrayLike<number>;
  /** Normal form of each entry of `caption.tags`. */
  readonly norms: readonly string[];
  /** Number of that normal form in the folder's vocabulary; undefined for a tag it does not have. */
  normId(at: number): number | undefined;
  /** Whether the number of a tag's normal form passes a test, for any tag of the caption. */
  someNorm(test: (norm: number) => boolean): boolean;
  /** The tags of one trained line: their places in `caption.tags`, and their words. The same object each time. */
  tagsOf(line: number): { readonly at: readonly number[]; readonly words: readonly Word[] };
  readonly settings: FolderSettings;
  readonly facts: FolderFacts;
  readonly folder: DatasetFolder;
  readonly index: DatasetIndex;
  /** The concept of the caption's folder. */
  readonly concept: ConceptCore | undefined;
  /** Tokens of a trained line, computed on first use. */
  tokens(line: number): LineTokens;
  /** Content tokens of a trained line, without their places: costs much less. */
  countOf(line: number): number;
  /** Content tokens of the longest text the trainer can feed, prefix and suffix included: the number that everything shows. */
  readonly fedTokens: number;
  /** Content tokens of any text under these settings. */
  tokensOf(text: string): number;
  /** Whether the caption is a list of tags, sentences, or both; found out on first use. */
  readonly style: CaptionStyle;
  /** What the trainer makes of a trained line, with its token cut; computed on first use. */
  effective(line: number): EffectiveCaption;
  /** The tag that stands at a UTF-16 offset, if any. */
  tagAt(offset: number): Tag | undefined;
}

/** What a rule about the bytes of a caption file sees. */
export interface CaptionFileContext {
  readonly file: string;
  readonly pairing: DatasetCaption;
  readonly source: CaptionSource;
  readonly settings: FolderSettings;
  readonly index: DatasetIndex;
  /** First bytes of the file, read only for sources that are not text; empty otherwise. */
  readonly bytes: Uint8Array;
}

/** What a folder rule sees. */
export interface FolderContext {
  readonly index: DatasetIndex;
  readonly facts: FolderFacts;
  readonly settings: FolderSettings;
  /** Facts of the images as far as they were looked into; null when images are off. */
  readonly images: ReadonlyMap<string, ImageFacts> | null;
  /** Groups of images that are the same or nearly so; empty when none was looked for. */
  readonly clusters: readonly ImageCluster[];
  /** Pairs that share a motif but are pictures of their own: parts, neighbouring frames. */
  readonly related: readonly DuplicatePair[];
}

/** What a rule about one image sees. */
export interface ImageContext {
  readonly file: string;
  readonly caption: string | null;
  readonly image: ImageFacts;
  readonly settings: FolderSettings;
  readonly index: DatasetIndex;
}

/** What a rule about a training configuration sees. */
export interface ConfigContext {
  /** Name of the file. */
  readonly file: string;
  readonly text: string;
  readonly settings: FolderSettings;
  readonly role: ConfigRole;
  /** Written by the form of kohya_ss, which fills in every field. */
  readonly isPreset: boolean;
  readonly format: ConfigFormat;
  readonly document: ConfigDocument;
  /** What the trainer makes of this file, together with its other half where one was found. */
  readonly training: TrainingPlan;
  /** The options after command line and config_file; null when the config_file itself stops the trainer. */
  readonly args: TrainerArguments | null;
  /** True when a config_file takes part, so that options outside the dataset_config are known. */
  readonly knowsOptions: boolean;
  /** Files as the trainer sees them. Questions about unknown ones get a preliminary answer, and the check is repeated. */
  readonly files: TrainerFiles;
  /** What the trainer refuses or passes over whatever its files hold, in the order of the file. */
  readonly problems: readonly TrainerProblem[];
}
