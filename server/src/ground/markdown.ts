/**
 * Text of data in Markdown: names of files, tags, messages that quote them. Nothing in it becomes a link, a picture, HTML or
 * formatting, in CommonMark, GitHub's dialect and with renderers that make links of anything that looks like an address.
 */

/** Line ends of every kind, marks that turn the order of what stands around them, other characters that are no text: one blank. */
const notText = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** Text as it is, within a line. */
export function plain(text: string): string {
  return text
    .replace(notText, ' ')
    .replace(/[\\`*_[\]|~#!@$]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:(?=\/)/g, '\\:')
    .replace(/\.(?=\S)/gu, '\\.')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2');
}

/** Text as code, within a line. */
export function code(text: string): string {
  const shown = text.replace(notText, ' ');
  const fence = '`'.repeat(longestRun(shown) + 1);
  // Backticks at an end need a blank between; a renderer takes one away at each end when both have one.
  const padded = /^[` ]|[` ]$/.test(shown) || shown === '' ? ` ${shown} ` : shown;
  return `${fence}${padded}${fence}`;
}

/** Text as a block of code of a language. */
export function codeBlock(language: string, text: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text}\n${fence}`;
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
