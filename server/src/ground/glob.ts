import picomatch from 'picomatch';

const matchers = new Map<string, (path: string) => boolean>();
/** Globs kept compiled; a user has a handful. */
const mostKept = 100;

/**
 * True when an absolute path ("/" between names) matches a glob as in VS Code's file settings: `*`, `?`, `**`, `[0-9]`, `[!a]`,
 * `{a,b}`. A glob that begins neither with "/" nor with a star pair is looked for at any depth. Hidden names match as others do.
 */
export function matchesGlob(path: string, glob: string): boolean {
  let matches = matchers.get(glob);
  if (!matches) {
    if (matchers.size >= mostKept) matchers.clear();
    // A windows drive is the head of the path like any name.
    const anywhere = glob.startsWith('/') || glob.startsWith('**') || /^[a-z]:/i.test(glob);
    // File names hold brackets and plus signs, which picomatch would read as a regular expression.
    const plain = glob.replace(/[()|+]/g, '\\$&');
    matches = picomatch(anywhere ? plain : `**/${plain}`, { dot: true, nonegate: true, noextglob: true, posix: true });
    matchers.set(glob, matches);
  }
  return matches(path);
}
