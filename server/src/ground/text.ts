/** A half-open span of a text, in UTF-16 offsets (the unit of JavaScript strings and of LSP). */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** One replacement in a text. Edits of one text never overlap. */
export interface TextEdit {
  readonly range: TextRange;
  readonly newText: string;
}

/** The line, without the `\n` that ends it, that an offset stands in; at the end of a line it is that line. */
export function lineAround(text: string, offset: number): TextRange {
  // A search backwards from before the text would begin at its first character.
  const start = offset <= 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', Math.max(0, offset));
  return { start, end: end < 0 ? text.length : end };
}
