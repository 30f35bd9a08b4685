/** Characters that steer a terminal, or turn the order of what stands around them. */
const steering = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

function escaped(character: string): string {
  const code = character.charCodeAt(0).toString(16);
  return code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`;
}

/** A name or message on one line of a terminal: what would steer it is shown as an escape. */
export function visible(text: string): string {
  return text.replace(steering, escaped);
}

/** The same for a text of several lines; line ends and tabs stay. */
export function visibleLines(text: string): string {
  return text.replace(steering, (character, at: number) =>
    character === '\n' || character === '\t' || (character === '\r' && text[at + 1] === '\n')
      ? character
      : escaped(character),
  );
}
