import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { sidecarName } from '../settings/sidecar-data.ts';
import { openShare } from '../workspace/shares.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Folders above a caption that are looked through for a sidecar. */
const maxLevelsUp = 4;

/** A kohya subset folder: `10_trigger class` (sd-scripts library/config_util.py). */
const subsetName = /^\s*\+?\d+\s*_/;

/** The path of a file URI that the client named, with "/" between names, or null for any other scheme. */
export function pathOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    const file = fileURLToPath(uri).split(path.sep).join('/');
    openShare(file);
    return file;
  } catch {
    return null;
  }
}

export function uriOf(file: string): string {
  return pathToFileURL(file).href;
}

/**
 * The root of the dataset that a file belongs to: the nearest folder above with a sidecar; else the parent of a kohya
 * subset folder; else the file's own folder. Looks at a bounded number of folders.
 */
export async function datasetRoot(workspace: Workspace, file: string): Promise<string> {
  const own = path.posix.dirname(file);
  let folder = own;
  for (let level = 0; level <= maxLevelsUp; level++) {
    const marked = await workspace.stat(`${folder}/${sidecarName}`).then(
      (stat) => stat.kind === 'file',
      () => false,
    );
    if (marked) return folder;
    const parent = path.posix.dirname(folder);
    if (parent === folder) break;
    folder = parent;
  }
  return subsetName.test(path.posix.basename(own)) ? path.posix.dirname(own) : own;
}

/** Path of a file relative to a root, "/" between names; null when it is not below it. */
export function relativeTo(root: string, file: string): string | null {
  return file.startsWith(`${root}/`) ? file.slice(root.length + 1) : null;
}
