import os from 'node:os';
import path from 'node:path';

/**
 * Where the product keeps what must outlive a session and is no part of a dataset: `TAGMETRY_STATE`, else the system's
 * place for such files (XDG Base Directory Specification; `%LOCALAPPDATA%`; `~/Library/Application Support`).
 */
export function stateFolder(): string {
  const { env, platform } = process;
  const home = os.homedir();
  const folder =
    // Set to nothing means not set: the root of the file system is no place.
    (env.TAGMETRY_STATE && path.resolve(env.TAGMETRY_STATE)) ||
    (platform === 'win32'
      ? path.join(env.LOCALAPPDATA || path.join(home, 'AppData', 'Local'), 'tagmetry')
      : platform === 'darwin'
        ? path.join(home, 'Library', 'Application Support', 'tagmetry')
        : path.join(env.XDG_STATE_HOME || path.join(home, '.local', 'state'), 'tagmetry'));
  return folder.split(path.sep).join('/');
}

/** Where changes of captions are noted. */
export const journalFolder = (): string => `${stateFolder()}/bulk`;
