import { joinTraced, replaceTraced, sliceTraced, splitTraced, type TracedText } from './traced-text.ts';

/**
 * Resolves `{a|b}` as sd-scripts does with `enable_wildcard` (library/train_util.py, process_caption). Each pair of braces, from a `{`
 * to the first `}` with at least one character between, becomes one of its `|` parts, not stripped. `{{` and `}}` are single braces;
 * they are set aside first, so nested braces come out broken, as they do in training.
 */
export function resolveWildcards(line: TracedText, choice: (count: number) => number): TracedText {
  const [open, close] = placeholders(line.text);
  const guarded = replaceTraced(replaceTraced(line, '{{', open), '}}', close);
  const parts: TracedText[] = [];
  let start = 0;
  for (const match of guarded.text.matchAll(/\{([^}]+)\}/g)) {
    parts.push(sliceTraced(guarded, start, match.index));
    start = match.index + match[0].length;
    const options = splitTraced(sliceTraced(guarded, match.index + 1, start - 1), '|');
    parts.push(options[choice(options.length)] as TracedText);
  }
  parts.push(sliceTraced(guarded, start));
  return replaceTraced(replaceTraced(joinTraced(parts), open, '{'), close, '}');
}

/** How many `{…}` the line has, and how many parts each offers. */
export function wildcardSizes(line: string): number[] {
  const [open, close] = placeholders(line);
  const guarded = line.replaceAll('{{', open).replaceAll('}}', close);
  return [...guarded.matchAll(/\{([^}]+)\}/g)].map((match) => (match[1] as string).split('|').length);
}

/** Stand-ins for escaped braces that the line does not hold. Their length shows when the line has such brackets of its own. */
function placeholders(line: string): [string, string] {
  let open = '⦅';
  let close = '⦆';
  while (line.includes(open) || line.includes(close)) {
    open += '⦅';
    close += '⦆';
  }
  return [open, close];
}
