import type { Draft } from '../ground/finding.ts';
import type { CaptionFileRule, CaptionRule, ConfigRule, FolderRule, ImageRule } from './rule.ts';

// One function per scope: each rule file states what it is once, and the compiler knows its context.

export const captionRule = (rule: Omit<CaptionRule, 'scope'>): CaptionRule => ({ scope: 'caption', ...rule });
export const captionFileRule = (rule: Omit<CaptionFileRule, 'scope'>): CaptionFileRule => ({
  scope: 'caption-file',
  ...rule,
});
export const folderRule = (rule: Omit<FolderRule, 'scope'>): FolderRule => ({ scope: 'folder', ...rule });
export const imageRule = (rule: Omit<ImageRule, 'scope'>): ImageRule => ({ scope: 'image', ...rule });
export const configRule = (rule: Omit<ConfigRule, 'scope'>): ConfigRule => ({ scope: 'config', ...rule });

export type { Draft };
