import { FileProblem } from './workspace.ts';

/** Shares of other machines that the user opened something on, as "host/share" in lower case. */
const opened = new Set<string>();

/**
 * The share of another machine that a path of Windows lies on: `\\host\share\…`, `//host/share/…`; a path of a device (`\\?\`, `\\.\`)
 * counts as one. Null for paths of this machine.
 */
export function shareOf(path: string): string | null {
  const [, host, share = ''] = /^[\\/]{2}([^\\/]+)[\\/]*([^\\/]*)/.exec(path) ?? [];
  return host === undefined ? null : `${host}/${share}`.toLowerCase();
}

/** The user opened this: what lies on the same share may be opened too. */
export function openShare(path: string): void {
  const share = shareOf(path);
  if (share !== null) opened.add(share);
}

/**
 * Refuses a path on another machine that the user opened nothing on: asking for it alone would tell that machine who is here. What names
 * such paths are files of the dataset, which may be somebody else's.
 */
export function refuseForeignShare(path: string): void {
  const share = shareOf(path);
  if (share !== null && !opened.has(share)) throw new FileProblem(path, 'other machine');
}
