/** Shorter parts of a text are copied anyway. */
const shared = 13;

/**
 * The same text by itself. Engines keep the whole text that a part was cut out of for as long as the part lives: a word that is
 * remembered would keep the caption in which it was first seen.
 */
export function flat(text: string): string {
  if (text.length < shared) return text;
  const copy: string = JSON.parse(JSON.stringify(text));
  return copy;
}
