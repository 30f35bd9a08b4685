import type { TextEdit } from './text.ts';

/** Longer changed stretches are replaced as a whole: comparing them word by word would cost their product. */
const mostWords = 1500;

/**
 * Small edits that turn one text into another: words, blanks and punctuation that both have in the same order stay.
 * In order of place, without overlap; empty when the texts are equal.
 */
export function editsBetween(from: string, to: string): TextEdit[] {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let tail = 0;
  const most = Math.min(from.length, to.length) - start;
  while (tail < most && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  const before = wordsOf(from.slice(start, from.length - tail));
  const after = wordsOf(to.slice(start, to.length - tail));
  if (before.length === 0 && after.length === 0) return [];
  if (before.length > mostWords || after.length > mostWords)
    return [{ range: { start, end: from.length - tail }, newText: after.join('') }];
  return wordEdits(before, after, start);
}

function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
}

/** Edits by the longest common subsequence of words. */
function wordEdits(before: readonly string[], after: readonly string[], offset: number): TextEdit[] {
  const width = after.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      common[i * width + j] =
        before[i] === after[j]
          ? common[(i + 1) * width + j + 1] + 1
          : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
  const edits: TextEdit[] = [];
  let at = offset;
  let open: { start: number; end: number; newText: string } | null = null;
  const close = (): void => {
    if (open) edits.push({ range: { start: open.start, end: open.end }, newText: open.newText });
    open = null;
  };
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      close();
      at += before[i].length;
      i++;
      j++;
      continue;
    }
    open ??= { start: at, end: at, newText: '' };
    const deletes =
      j >= after.length || (i < before.length && common[(i + 1) * width + j] >= common[i * width + j + 1]);
    if (deletes) {
      at += before[i].length;
      open.end = at;
      i++;
    } else open.newText += after[j++];
  }
  close();
  return edits;
}
