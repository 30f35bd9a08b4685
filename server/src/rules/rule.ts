import type { Draft, FixSafety, Severity } from '../ground/finding.ts';
import type { CaptionContext, CaptionFileContext, ConfigContext, FolderContext, ImageContext } from './context.ts';
import type { OptionValues, RuleOptions } from './rule-options.ts';

export const ruleGroups = [
  'text',
  'tokens',
  'consistency',
  'trigger',
  'files',
  'images',
  'distribution',
  'config',
] as const;
export type RuleGroup = (typeof ruleGroups)[number];

interface RuleBase<O extends OptionValues> {
  /** Names the bad pattern. */
  readonly id: string;
  readonly group: RuleGroup;
  /** Default severity; `off` rules run only when a setting turns them on. */
  readonly severity: Severity | 'off';
  /** The best fix it can offer. */
  readonly fix: FixSafety | 'none';
  /** One sentence, English: what it reports. */
  readonly summary: string;
  /** One or two sentences, English: why it matters to training, with the source. */
  readonly why: string;
  /** Options a user may set beside the severity, each with a default. */
  readonly options?: RuleOptions<O>;
}

/** Judges one caption that could be decoded. Work grows with the caption, never with the folder. */
export interface CaptionRule<O extends OptionValues = OptionValues> extends RuleBase<O> {
  readonly scope: 'caption';
  /**
   * A quick look, whether it may find something: false is sure. Most captions are good, and a question about their letters or about what
   * is known of their tags costs a small part of going through them. Asked before every check; a rule without one always looks closely.
   */
  mayFind?(context: CaptionContext, options: O): boolean;
  check(context: CaptionContext, options: O): Iterable<Draft>;
}

/** Judges the bytes of one caption file. */
export interface CaptionFileRule<O extends OptionValues = OptionValues> extends RuleBase<O> {
  readonly scope: 'caption-file';
  /** A quick look as of a {@link CaptionRule}. */
  mayFind?(context: CaptionFileContext, options: O): boolean;
  check(context: CaptionFileContext, options: O): Iterable<Draft>;
}

/** Judges the folder as a whole; runs for reports and on demand, never on a keystroke. Drafts name their file. */
export interface FolderRule<O extends OptionValues = OptionValues> extends RuleBase<O> {
  readonly scope: 'folder';
  /** Captions of the folder below which it judges nothing: there it is said not to be measured. */
  readonly fewestCaptions?: number;
  check(context: FolderContext, options: O): Iterable<Draft>;
  /** A quick look for {@link checkCaption}. */
  mayFindInCaption?(context: CaptionContext, options: O): boolean;
  /** What it says within one caption; work grows with the caption only. */
  checkCaption?(context: CaptionContext, options: O): Iterable<Draft>;
}

/** Judges one image file. */
export interface ImageRule<O extends OptionValues = OptionValues> extends RuleBase<O> {
  readonly scope: 'image';
  check(context: ImageContext, options: O): Iterable<Draft>;
}

/** Judges a training configuration document. */
export interface ConfigRule<O extends OptionValues = OptionValues> extends RuleBase<O> {
  readonly scope: 'config';
  check(context: ConfigContext, options: O): Iterable<Draft>;
}

export type Rule = CaptionRule | CaptionFileRule | FolderRule | ImageRule | ConfigRule;
export type RuleScope = Rule['scope'];
