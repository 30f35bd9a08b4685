import { withoutMarks } from './markdown.ts';

/** Words that say what stands below: "### Caption", "**Image Description:**". */
const label =
  /^\s*(#{1,6}\s*)?(?:\*\*|__)?\s*(?:(?:the|your|my|image|photo|picture|detailed|short|long|brief|training|final|suggested|revised|lora|flux|sdxl|alt)\s+){0,3}(captions?|descriptions?|prompts?|alt[ -]text|output|answer|response|result|summary|overview|title|image|photo|picture|scene|subject)\s*:?\s*(?:\*\*|__)?\s*:?\s*$/i;
/** Words that are a heading only with its marks or a colon: as the one word of a line they may be a tag. */
const plain = /^(?:captions?|descriptions?|prompts?|alt[ -]text|output|answer|response|result|summary|overview)$/i;

/** A sentence that hands over what stands below: "Here is a detailed caption for the image:". */
const handing =
  /^\s*(?:(?:sure|certainly|of course|absolutely|okay|ok)[,.!]*\s+)?(?:here(?:['’]s| is| are)|below is|the following is|this is)\b[^.:]*\b(?:captions?|descriptions?|prompts?|tags)\b[^.:]*:\s*(?:\*\*|__)?\s*$/i;
const handingLetters = 160;

/** Whether a line of a caption only says what stands below it, as chat models write it. */
export function isHeading(line: string): boolean {
  if (line.length <= handingLetters && handing.test(line)) return true;
  if (line.length > 60) return false;
  // The fence of a block that a chat model puts its answer in.
  if (/^\s*(?:```|~~~)\w*\s*$/.test(line)) return true;
  const match = label.exec(line);
  return match !== null && (/[#*_:]/.test(line) || plain.test(match[2]));
}

/** Several lines as one: sentences behind each other, what is none behind a separator; without markup and headings. */
export function joinedLines(lines: readonly string[], separator: string): string {
  const own = lines.map((line) => withoutMarks(line).trim()).filter((line, at) => line !== '' && !isHeading(lines[at]));
  return own.reduce(
    (text, line) =>
      text === '' ? line : `${text}${/[.!?:;,…。]["”'’)\]]*$/.test(text) ? ' ' : `${separator} `}${line}`,
    '',
  );
}

/** Where a text of several lines begins behind a heading in its first one, UTF-16; 0 without one. */
export function textBehindHeading(text: string): number {
  const end = text.indexOf('\n');
  if (end < 0 || !isHeading(text.slice(0, end))) return 0;
  const next = /\S/.exec(text.slice(end));
  return next === null ? 0 : end + next.index;
}
