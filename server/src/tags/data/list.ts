/** The entries of a comma-separated data text, trimmed, empty ones left out. Thousands are read at each start: hence a plain loop. */
export function listOf(text: string): string[] {
  const entries: string[] = [];
  for (const part of text.split(',')) {
    const entry = part.trim();
    if (entry !== '') entries.push(entry);
  }
  return entries;
}
