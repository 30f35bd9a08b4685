import type { Caption } from '../caption/parse.ts';
import { normalTag } from './normal.ts';

/** Whether two texts train the same tags in the same order, spelling aside: what a safe change must keep. */
export function sameTags(before: Caption, after: Caption): boolean {
  return before.trained.length === after.trained.length && tagsOf(before) === tagsOf(after);
}

function tagsOf({ tags }: Caption): string {
  const named = tags.map((tag) => [tag.line, normalTag(tag.text)] as const);
  // A tag of invisible characters alone says nothing.
  return JSON.stringify(named.filter(([, norm]) => norm !== ''));
}
