import { parseSubsetName } from '../trainers/subset-name.ts';
import type { DirectoryEntry, Workspace } from '../workspace/workspace.ts';

/** Names of the folder that kohya's tools make for regularization images. */
const regularizationFolder = /^reg(?:ulari[sz]ation)?(?:[_-](?:data|images?|dir))?$/i;

/**
 * The folders of a project as kohya's tools create it (`img`, `reg`, `log`, `model`): the one below which subsets lie, and the one of the
 * regularization sets. Null when none holds subsets, or several do.
 */
export async function projectFolders(
  workspace: Workspace,
  root: string,
  entries: readonly DirectoryEntry[],
): Promise<{ train: string; regularization: string | null; subsets: string[] } | null> {
  const subsetsOf = async (folder: string): Promise<string[]> =>
    (await workspace.list(folder).catch(() => [])).flatMap(({ name, kind }) =>
      kind === 'directory' && parseSubsetName(name).accepted ? [`${folder}/${name}`] : [],
    );
  const train: { folder: string; subsets: string[] }[] = [];
  let regularization: string | null = null;
  for (const { name, kind } of entries) {
    if (kind !== 'directory' || name.startsWith('.')) continue;
    const folder = `${root}/${name}`;
    const subsets = await subsetsOf(folder);
    if (subsets.length === 0) continue;
    if (regularizationFolder.test(name)) regularization = folder;
    else train.push({ folder, subsets });
  }
  const [only, ...others] = train;
  return only && others.length === 0 ? { train: only.folder, regularization, subsets: only.subsets } : null;
}
