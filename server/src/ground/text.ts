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
