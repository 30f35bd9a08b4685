import { reasonOf, type WritableWorkspace } from '../workspace/workspace.ts';
import { hashOf, type LeftFile } from './change.ts';

/** A file and the name it is to get, both relative to the dataset's root. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/** Gives files other names of the same dataset; a name that is taken stays. */
export async function renameFiles(
  workspace: WritableWorkspace,
  root: string,
  renames: readonly FileRename[],
): Promise<{ done: string[]; failed: LeftFile[] }> {
  const done: string[] = [];
  const failed: LeftFile[] = [];
  for (const { from, to } of renames)
    try {
      await workspace.move(`${root}/${from}`, `${root}/${to}`);
      done.push(to);
    } catch (error) {
      failed.push({ file: from, reason: reasonOf(error) });
    }
  return { done, failed };
}

/** What tells a file's bytes from others; null where it cannot be read. */
export function hashAt(workspace: WritableWorkspace, path: string): Promise<string | null> {
  return workspace.read(path).then(hashOf, () => null);
}
