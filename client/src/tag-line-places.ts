/** Where the tag of a line stands in its caption; UTF-16 offsets. */
export interface TagPlace {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the lines of a list in the caption that it was made of. Lines are looked for in their order, each behind the one before; one that
 * was moved is looked for from the start, and one that the caption does not have, or not as a whole tag, is passed over.
 * @param text one line of a caption
 */
export function placesOfLines(text: string, lines: readonly string[]): TagPlace[] {
  const places: TagPlace[] = [];
  let from = 0;
  for (const [line, written] of lines.entries()) {
    const tag = written.trim();
    if (tag === '') continue;
    const start = [from, 0].map((at) => wholeTag(text, tag, at)).find((at) => at >= 0);
    if (start === undefined) continue;
    from = start + tag.length;
    places.push({ line, start, end: from });
  }
  return places;
}

/** Where a tag begins that ends where another begins or nothing follows; -1 when it is nowhere. */
function wholeTag(text: string, tag: string, from: number): number {
  for (let at = text.indexOf(tag, from); at >= 0; at = text.indexOf(tag, at + 1)) {
    const [before, after] = [
      text.slice(0, at).trimEnd().at(-1),
      text
        .slice(at + tag.length)
        .trimStart()
        .at(0),
    ];
    if (isEdge(before) && isEdge(after)) return at;
  }
  return -1;
}

/** No letter or digit joins on: what separates tags is the trainer's to say. */
const isEdge = (letter: string | undefined): boolean => letter === undefined || !/[\p{L}\p{N}_-]/u.test(letter);
