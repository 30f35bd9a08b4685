/** Brackets within each other that a document of ours or of a trainer may have; real ones have ten. */
const deepest = 200;

/**
 * The place where brackets of a JSON or TOML text begin to be nested deeper than any document is; null as a rule. Parsers call themselves
 * for each bracket, and the call stack ends at some thousand. Brackets in strings do not count; comments may hide or add some, which
 * does not matter for a limit like this.
 */
export function tooDeepAt(text: string): number | null {
  let depth = 0;
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const c = text[at];
    if (quote !== '') {
      if (c === '\\' && quote === '"') at++;
      else if (c === quote || c === '\n') quote = '';
    } else if (c === '"' || c === "'") quote = c;
    else if (c === '[' || c === '{') {
      if (++depth > deepest) return at;
    } else if (c === ']' || c === '}') depth = Math.max(0, depth - 1);
  }
  return null;
}
