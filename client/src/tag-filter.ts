/** The filter that means the captions with a tag. */
export function filterFor(tag: string): string {
  return `has:"${tag.replace(/["\\]/g, '\\$&')}"`;
}
