import { compileGlob } from './linear-glob.ts';

const matchers = new Map<string, (path: string) => boolean>();
/** Globs kept compiled; a user has a handful. */
const mostKept = 100;

/**
 * True when an absolute path ("/" between names) matches a glob as in VS Code's file settings: `*`, `?`, `**`, `[0-9]`, `[!a]`,
 * `{a,b}`. A glob that begins neither with "/" nor with a star pair is looked for at any depth. Hidden names match as others do.
 * Takes time in proportion to path and glob, whatever the glob holds.
 */
export function matchesGlob(path: string, glob: string): boolean {
  let matches = matchers.get(glob);
  if (!matches) {
    if (matchers.size >= mostKept) matchers.clear();
    // A windows drive is the head of the path like any name.
    const anywhere = glob.startsWith('/') || glob.startsWith('**') || /^[a-z]:/i.test(glob);
    matches = compileGlob(anywhere ? glob : `**/${glob}`);
    matchers.set(glob, matches);
  }
  return matches(path);
}
