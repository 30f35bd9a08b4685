/** `fnmatch` on one name, case-sensitive; names with a dot in front match only a pattern that has one too, as in Python's glob. */
export function globMatches(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.')) return false;
  return new RegExp(`^${patternSource(pattern)}$`, 'su').test(name);
}

/** True when a text holds a character that glob does not take literally. */
export function hasGlobMagic(text: string): boolean {
  return /[*?[]/.test(text);
}

function patternSource(pattern: string): string {
  let source = '';
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i] as string;
    if (char === '*') source += '.*';
    else if (char === '?') source += '.';
    else if (char === '[') {
      const set = characterSet(pattern, i);
      source += set?.source ?? '\\[';
      if (set) i = set.end;
    } else source += escaped(char);
  }
  return source;
}

/** `[abc]`, `[!abc]`, `[]a]`; null where no bracket closes it. */
function characterSet(pattern: string, start: number): { source: string; end: number } | null {
  let end = start + 1;
  if (pattern[end] === '!') end++;
  if (pattern[end] === ']') end++;
  while (end < pattern.length && pattern[end] !== ']') end++;
  if (end >= pattern.length) return null;
  const inner = pattern.slice(start + 1, end);
  const negated = inner.startsWith('!');
  const members = (negated ? inner.slice(1) : inner).replace(/[\\\]^[]/g, '\\$&');
  return { source: `[${negated ? '^' : ''}${members}]`, end };
}

const escaped = (char: string): string => char.replace(/[\\^$.|+(){}\]]/g, '\\$&');
