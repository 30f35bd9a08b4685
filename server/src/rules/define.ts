import type { Draft } from '../ground/finding.ts';
import type { CaptionFileRule, CaptionRule, ConfigRule, FolderRule, ImageRule } from './rule.ts';
import type { OptionValues } from './rule-options.ts';

// One function per scope: each rule file states what it is once, and the compiler knows its context and its options.

type Define<R> = Omit<R, 'scope'>;

export const captionRule = <O extends OptionValues>(rule: Define<CaptionRule<O>>): CaptionRule<O> => ({
  scope: 'caption',
  ...rule,
});
export const captionFileRule = <O extends OptionValues>(rule: Define<CaptionFileRule<O>>): CaptionFileRule<O> => ({
  scope: 'caption-file',
  ...rule,
});
export const folderRule = <O extends OptionValues>(rule: Define<FolderRule<O>>): FolderRule<O> => ({
  scope: 'folder',
  ...rule,
});
export const imageRule = <O extends OptionValues>(rule: Define<ImageRule<O>>): ImageRule<O> => ({
  scope: 'image',
  ...rule,
});
export const configRule = <O extends OptionValues>(rule: Define<ConfigRule<O>>): ConfigRule<O> => ({
  scope: 'config',
  ...rule,
});

export type { Draft };
