import { isImageName, joinPath } from '../ground/paths.ts';
import { type DirectoryEntry, FileProblem, type Workspace } from '../workspace/workspace.ts';

/** A folder of the dataset with the names of its files. */
export interface ListedFolder {
  /** Relative to the dataset's root; "" for the root. */
  readonly folder: string;
  /** Names of the plain files, unsorted, hidden ones included. */
  readonly files: readonly string[];
}

export interface Listing {
  readonly folders: readonly ListedFolder[];
  /** Folders that could not be listed. */
  readonly problems: readonly FileProblem[];
}

/** Folders that are never part of a dataset. */
const skipped = new Set([
  ...['node_modules', '__pycache__', 'venv'],
  // Of network storage, archives and recycle bins: previews and copies of what lies beside.
  ...['@eaDir', '@Recently-Snapshot', '#recycle', '#snapshot', '__MACOSX', '$RECYCLE.BIN', 'System Volume Information'],
]);

/**
 * A folder or a broken link with the name of an image: the trainer takes what its pattern `*.png` finds for an image and
 * stops when it cannot open it (sd-scripts library/train_util.py, glob_images).
 */
function isImageInName({ name, kind }: DirectoryEntry): boolean {
  return (kind === 'directory' || kind === 'broken-link') && isImageName(name) && !name.startsWith('.');
}

/** A path with "/" between names, on Windows too, and none at its end. */
const plain = (path: string): string =>
  (/^(?:[a-z]:)?\\/i.test(path) ? path.replaceAll('\\', '/') : path).replace(/\/+$/, '');

/**
 * Lists a dataset folder and all folders below it, hidden ones left out. A link that leads back is followed once.
 * Rejects with FileProblem only when the root itself cannot be listed.
 */
export async function scanFolder(workspace: Workspace, root: string, signal?: AbortSignal): Promise<Listing> {
  const folders: ListedFolder[] = [];
  const problems: FileProblem[] = [];
  const seen = new Set<string>();
  // With its real path where that follows from its folder's: asking the system costs as much as the path is deep, for each of its parts.
  const queue: { folder: string; known: string | null }[] = [{ folder: '', known: null }];
  for (let at = 0; at < queue.length; at++) {
    signal?.throwIfAborted();
    const { folder: next, known } = queue[at];
    const path = next === '' ? root : `${root}/${next}`;
    try {
      const real = known ?? plain(await workspace.realPath(path));
      if (seen.has(real)) continue;
      seen.add(real);
      const files: string[] = [];
      for (const entry of await workspace.list(path)) {
        if (entry.kind === 'file' || isImageInName(entry)) files.push(entry.name);
        if (entry.kind === 'directory' && !entry.name.startsWith('.') && !skipped.has(entry.name))
          queue.push({ folder: joinPath(next, entry.name), known: entry.isLink ? null : `${real}/${entry.name}` });
      }
      folders.push({ folder: next, files });
    } catch (error) {
      if (next === '' || !(error instanceof FileProblem)) throw error;
      problems.push(error);
    }
  }
  folders.sort((a, b) => (a.folder < b.folder ? -1 : 1));
  return { folders, problems };
}
