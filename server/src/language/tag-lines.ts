import { jointOf } from '../caption/joint.ts';
import { type CaptionSyntax, parseCaption } from '../caption/parse.ts';
import { removeTags } from '../caption/remove-tags.ts';
import { applyEdits } from '../ground/edits.ts';
import type { TextEdit } from '../ground/text.ts';

/** The tags of a caption's first line that trains, for editing them one below the other. */
export function tagLines(text: string, syntax: CaptionSyntax): string[] {
  return firstTags(text, syntax).tags.map((tag) => tag.text);
}

/**
 * A caption's text with other tags on its first line that trains. What lies outside the tags that changed stays as it
 * is, to the last space; blank lines are left out. A line that holds the separator becomes several tags.
 */
export function withTagLines(text: string, syntax: CaptionSyntax, lines: readonly string[]): string {
  const { caption, tags } = firstTags(text, syntax);
  const wanted = lines.map((line) => line.trim()).filter((line) => line !== '');
  let start = 0;
  while (start < tags.length && start < wanted.length && tags[start].text === wanted[start]) start++;
  let tail = 0;
  const most = Math.min(tags.length, wanted.length) - start;
  while (tail < most && tags[tags.length - 1 - tail].text === wanted[wanted.length - 1 - tail]) tail++;
  const old = tags.slice(start, tags.length - tail);
  const fresh = wanted.slice(start, wanted.length - tail);
  const joint = jointOf(text, syntax);
  if (old.length === fresh.length)
    return applyEdits(
      text,
      old.map(({ range }, at): TextEdit => ({ range, newText: fresh[at] })),
    );
  if (fresh.length === 0) return applyEdits(text, removeTags(caption, new Set(old)));
  if (old.length > 0) {
    const range = { start: old[0].range.start, end: old[old.length - 1].range.end };
    return applyEdits(text, [{ range, newText: fresh.join(joint) }]);
  }
  // Only new tags: before the one they precede, else behind the last.
  const insert = (at: number, newText: string): string =>
    applyEdits(text, [{ range: { start: at, end: at }, newText }]);
  if (start < tags.length) return insert(tags[start].range.start, fresh.join(joint) + joint);
  if (tags.length > 0) return insert(tags[tags.length - 1].range.end, joint + fresh.join(joint));
  return insert(caption.trained[0]?.start ?? 0, fresh.join(joint));
}

function firstTags(text: string, syntax: CaptionSyntax) {
  const caption = parseCaption(text, syntax);
  return { caption, tags: caption.tags.filter(({ line }) => line === 0) };
}
