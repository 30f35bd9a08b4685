/** True when a path ("/" between names) matches a glob: `*`, `?`, `**`, `{a,b}`, as in VS Code's file settings. */
export function matchesGlob(path: string, glob: string): boolean {
  const pattern = glob.startsWith('/') || glob.startsWith('**') ? glob : `**/${glob}`;
  return toRegExp(pattern).test(path);
}

function toRegExp(glob: string): RegExp {
  let source = '';
  let depth = 0;
  for (let i = 0; i < glob.length; i++) {
    const c = glob[i];
    if (c === '*' && glob[i + 1] === '*') {
      i++;
      if (glob[i + 1] === '/') i++;
      source += '(?:.*/)?';
      if (i + 1 >= glob.length) source += '.*';
    } else if (c === '*') source += '[^/]*';
    else if (c === '?') source += '[^/]';
    else if (c === '{') {
      depth++;
      source += '(?:';
    } else if (c === '}' && depth > 0) {
      depth--;
      source += ')';
    } else if (c === ',' && depth > 0) source += '|';
    else source += c.replace(/[.+^$()|[\]\\{}]/g, '\\$&');
  }
  return new RegExp(`^${source}${')'.repeat(depth)}$`);
}
