import type { z } from 'zod';
import type { Draft, FixSafety, Severity } from '../ground/finding.ts';
import type { CaptionContext, CaptionFileContext, ConfigContext, FolderContext, ImageContext } from './context.ts';

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

/** The shape of a rule's options; a rule without any has none. */
export type RuleOptions = z.ZodObject;

interface RuleBase<O extends RuleOptions> {
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
  readonly options?: O;
}

/**
 * Whether a rule may find something: false is sure. Most captions are good, and a question about their letters or about what is known
 * of their tags costs a small part of going through them. Asked before every check; a rule without one always looks closely.
 */
export type QuickLook<Context, O extends RuleOptions = RuleOptions> = (
  context: Context,
  options: z.infer<O>,
) => boolean;

/** Judges one caption that could be decoded. Work grows with the caption, never with the folder. */
export interface CaptionRule<O extends RuleOptions = RuleOptions> extends RuleBase<O> {
  readonly scope: 'caption';
  mayFind?: QuickLook<CaptionContext, O>;
  check(context: CaptionContext, options: z.infer<O>): Iterable<Draft>;
}

/** Judges the bytes of one caption file. */
export interface CaptionFileRule<O extends RuleOptions = RuleOptions> extends RuleBase<O> {
  readonly scope: 'caption-file';
  mayFind?: QuickLook<CaptionFileContext, O>;
  check(context: CaptionFileContext, options: z.infer<O>): Iterable<Draft>;
}

/** Judges the folder as a whole; runs for reports and on demand, never on a keystroke. Drafts name their file. */
export interface FolderRule<O extends RuleOptions = RuleOptions> extends RuleBase<O> {
  readonly scope: 'folder';
  check(context: FolderContext, options: z.infer<O>): Iterable<Draft>;
  /** A quick look for {@link checkCaption}. */
  mayFindInCaption?: QuickLook<CaptionContext, O>;
  /** What it says within one caption; work grows with the caption only. */
  checkCaption?(context: CaptionContext, options: z.infer<O>): Iterable<Draft>;
}

/** Judges one image file. */
export interface ImageRule<O extends RuleOptions = RuleOptions> extends RuleBase<O> {
  readonly scope: 'image';
  check(context: ImageContext, options: z.infer<O>): Iterable<Draft>;
}

/** Judges a training configuration document. */
export interface ConfigRule<O extends RuleOptions = RuleOptions> extends RuleBase<O> {
  readonly scope: 'config';
  check(context: ConfigContext, options: z.infer<O>): Iterable<Draft>;
}

export type Rule = CaptionRule | CaptionFileRule | FolderRule | ImageRule | ConfigRule;
export type RuleScope = Rule['scope'];
