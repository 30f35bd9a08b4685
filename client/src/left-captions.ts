/** A caption that was left as it is, and why, in words. */
interface LeftCaption {
  /** Relative to the dataset's root. */
  readonly file: string;
  readonly reason: string;
}

/** Names shown of the captions of one reason; of more only the number is said. */
const mostNames = 3;

/**
 * Why captions were left as they are, each reason once, the most frequent first: with names where they are few, else with their number.
 * @param counted a number of captions in words
 */
export function reasonsOf(left: readonly LeftCaption[], counted: (captions: number) => string): string {
  const groups = new Map<string, string[]>();
  for (const { file, reason } of left) {
    const files = groups.get(reason);
    if (files) files.push(file);
    else groups.set(reason, [file]);
  }
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([reason, files]) => `${reason} (${files.length > mostNames ? counted(files.length) : files.join(', ')})`)
    .join('; ');
}
