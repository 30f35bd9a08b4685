/** The entries of a comma-separated data text, trimmed, empty ones left out. Thousands are read at each start: hence a plain loop. */
export function listOf(text: string): string[] {
  if (isPlain(text)) return text.split(',');
  const entries: string[] = [];
  for (const part of text.split(',')) {
    const entry = part.trim();
    if (entry !== '') entries.push(entry);
  }
  return entries;
}

/** The entries with a comma before, between and behind them and nothing else, to look for one: of a text that one search goes through. */
export const searchable = (text: string): string => `,${isPlain(text) ? text : listOf(text).join(',')},`;

/** Whether nothing but one comma stands between the entries, as the build leaves them. */
const isPlain = (text: string): boolean =>
  text !== '' &&
  text.trim() === text &&
  !text.startsWith(',') &&
  !text.endsWith(',') &&
  !['\n', ', ', ' ,', ',,'].some((other) => text.includes(other));
