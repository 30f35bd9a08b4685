import type { TextEdit } from './text.ts';

/** Replaces all ranges of a text at once. Edits must not overlap (see {@link withoutOverlaps}); touching is allowed. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { range, newText } of inOrder(edits)) {
    result += text.slice(at, range.start) + newText;
    at = range.end;
  }
  return result + text.slice(at);
}

/**
 * The edits that can be made together: in order of place, each one that begins where or after the last one ended.
 * What is left out is found again by checking the changed text.
 */
export function withoutOverlaps(edits: readonly TextEdit[]): TextEdit[] {
  const kept: TextEdit[] = [];
  let end = -1;
  for (const edit of inOrder(edits)) {
    // Two insertions at one place would have no order of their own.
    const sameInsertion = edit.range.start === edit.range.end && edit.range.start === end && kept.length > 0;
    if (edit.range.start < end || sameInsertion) continue;
    kept.push(edit);
    end = edit.range.end;
  }
  return kept;
}

function inOrder(edits: readonly TextEdit[]): TextEdit[] {
  return [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
