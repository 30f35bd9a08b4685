import { type Matcher, RE2JS } from 're2js';

/** Characters times steps of the pattern for one match (half a second), and milliseconds for all matches in one text. */
const mostSteps = 2e7;
const longest = 400;

/** A pattern takes too long in a text. */
export class PatternTooSlow extends Error {}

/**
 * Replaces every match of a user's pattern. The engine is RE2's: it takes time in proportion to the text whatever the pattern, and so
 * has no look-around and no references back. `$1`, `$&`, `$<name>` and `$$` in the replacement mean what they mean in JavaScript.
 * @throws PatternTooSlow when it takes too long in this text all the same
 */
export function replacePattern(text: string, pattern: RE2JS, replacement: string): string {
  if (text.length * pattern.programSize() > mostSteps) throw new PatternTooSlow();
  const matcher = pattern.matcher(text);
  const end = performance.now() + longest;
  let result = '';
  let at = 0;
  while (matcher.find()) {
    // One match takes time in proportion to the text; a pattern that looks at all of it for each of many takes the square.
    if (performance.now() > end) throw new PatternTooSlow();
    result += text.slice(at, matcher.start()) + filled(replacement, matcher, pattern);
    at = matcher.end();
  }
  return result + text.slice(at);
}

/** @throws Error (RE2JSSyntaxException) when the text is no pattern, or one that the engine refuses */
export function compilePattern(text: string, matchCase: boolean): RE2JS {
  return RE2JS.compile(text, matchCase ? 0 : RE2JS.CASE_INSENSITIVE);
}

function filled(replacement: string, matcher: Matcher, pattern: RE2JS): string {
  return replacement.replace(/\$(?:\$|&|(\d{1,2})|<([^>]*)>)/g, (written, number?: string, name?: string) => {
    if (written === '$$') return '$';
    if (written === '$&') return matcher.group() ?? '';
    if (name !== undefined) return name in pattern.namedGroups() ? (matcher.group(name) ?? '') : '';
    // Two digits are one group only where there are so many.
    const digits = number ?? '';
    const groups = matcher.groupCount();
    const whole = Number(digits);
    if (whole >= 1 && whole <= groups) return matcher.group(whole) ?? '';
    const first = Number(digits[0]);
    return first >= 1 && first <= groups ? (matcher.group(first) ?? '') + digits.slice(1) : written;
  });
}
