import { folderOf } from '../ground/paths.ts';
import type { CaptionContext } from '../rules/context.ts';
import { cutOf } from '../rules/tokens/cut.ts';
import { categoryOf } from '../tags/categories.ts';
import { normalTag } from '../tags/normal.ts';
import { holdsTrigger, isClassWord } from '../tags/trigger-words.ts';

/** What a tag does in its caption, for colours and outlines. */
export const tagRoles = ['trigger', 'classWord', 'count', 'style', 'background', 'tag', 'cut'] as const;
export type TagRole = (typeof tagRoles)[number];

/** `1girl`, `2boys`, `multiple girls`, `solo`: how many are in the picture. */
const countTag = /^(?:\d+\+?(?:girl|boy|other)s?|multiple (?:girls|boys|others)|solo)$/;

/**
 * The role of a tag. Trigger and class word are those of the folder's concept; a caption of a folder without one has
 * neither. "cut" is for what the token limit cuts and is told by {@link cutOffset}, not here.
 */
export function roleOf(context: CaptionContext, norm: string): Exclude<TagRole, 'cut'> {
  const concept = context.index.concepts.of(folderOf(context.file));
  if (concept && !concept.regularization && concept.trigger !== null) {
    if (holdsTrigger(norm, normalTag(concept.trigger))) return 'trigger';
  }
  if (countTag.test(norm)) return concept?.classWord === norm ? 'classWord' : 'count';
  if (concept?.classWord === norm || isClassWord(norm)) return 'classWord';
  const category = categoryOf(norm);
  if (category === 'quality' || category === 'style') return 'style';
  return category === 'background' ? 'background' : 'tag';
}

/** Offset in the text where the token limit cuts a trained line; null when all of it trains or nothing is counted. */
export function cutOffset(context: CaptionContext, line: number): number | null {
  const limit = context.settings.tokenLimit;
  if (limit === null) return null;
  const { cut } = cutOf(context, line, limit);
  return Number.isFinite(cut) ? cut : null;
}
