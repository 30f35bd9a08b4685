import type { Workspace } from '../workspace/workspace.ts';

/** Folders above a dataset that are looked through for a configuration. */
export const maxLevelsUp = 3;
/** Characters of a configuration, and bytes of its file: enough for people, not for a folder full of data. */
export const maxLength = 512 * 1024;
/** Files read per folder. */
const maxFiles = 24;

/** The text of a file that may be a configuration; null when it is none that is read. */
export async function configText(workspace: Workspace, path: string): Promise<string | null> {
  const stat = await workspace.stat(path).catch(() => null);
  if (stat?.kind !== 'file' || stat.size > maxLength) return null;
  const bytes = await workspace.read(path).catch(() => null);
  return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

/**
 * What the files directly in a folder are, by name and TOML first: JSON beside images is mostly something else. A bounded number of them is
 * read.
 */
export async function configsBeside<T>(
  workspace: Workspace,
  folder: string,
  isName: (name: string) => boolean,
  read: (path: string) => Promise<T | null>,
): Promise<T[]> {
  const entries = await workspace.list(folder).catch(() => []);
  const names = entries
    .filter(({ name, kind }) => kind === 'file' && !name.startsWith('.') && isName(name))
    .map(({ name }) => name)
    .sort((a, b) => Number(/json/i.test(a)) - Number(/json/i.test(b)) || (a < b ? -1 : 1))
    .slice(0, maxFiles);
  const found = await Promise.all(names.map((name) => read(`${folder}/${name}`)));
  return found.filter((one): one is Awaited<T> & T => one !== null);
}
