/** Markdown as plain text. */
export function withoutMarks(text: string): string {
  let plain = text;
  for (;;) {
    const next = plain
      .replace(/\*\*([^*\n]+)\*\*/g, '$1')
      .replace(/(?<!\w)\*([^*\s][^*\n]*)\*(?!\w)/g, '$1')
      .replace(/`([^`\n]+)`/g, '$1')
      .replace(/^#{1,6}\s+|^\s*(?:[-*•]|\d+[.)])\s+/gm, '');
    if (next === plain) return plain;
    plain = next;
  }
}
