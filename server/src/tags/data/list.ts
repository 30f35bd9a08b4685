/** The entries of a comma-separated data text, trimmed, empty ones left out. */
export function listOf(text: string): string[] {
  return text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}
