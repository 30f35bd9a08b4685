import type { TextRange } from '../ground/text.ts';
import type { CaptionContext } from '../rules/context.ts';
import { normalTag } from '../tags/normal.ts';
import { cutOffset, roleOf, type TagRole } from './roles.ts';

/** A stretch of text with one role; never reaches over a line end. */
export interface RoleRange {
  readonly role: TagRole;
  readonly range: TextRange;
}

/** The tags of a caption by role, in order; a tag that the token limit cuts in two has two stretches. */
export function roleRanges(context: CaptionContext): RoleRange[] {
  const found: RoleRange[] = [];
  for (const tag of context.caption.tags) {
    const cut = cutOffset(context, tag.line) ?? Number.POSITIVE_INFINITY;
    const { start, end } = tag.range;
    const role = roleOf(context, normalTag(tag.text));
    if (start < cut) pushLines(found, context.caption.text, role, { start, end: Math.min(end, cut) });
    if (end > cut) pushLines(found, context.caption.text, 'cut', { start: Math.max(start, cut), end });
  }
  return found;
}

function pushLines(found: RoleRange[], text: string, role: TagRole, { start, end }: TextRange): void {
  let from = start;
  for (let i = start; i <= end; i++) {
    if (i < end && text[i] !== '\n' && text[i] !== '\r') continue;
    if (i > from) found.push({ role, range: { start: from, end: i } });
    from = i + 1;
  }
}
