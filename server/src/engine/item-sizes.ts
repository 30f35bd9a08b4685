import type { DatasetIndex } from '../dataset/index.ts';
import { atOnce } from '../ground/breath.ts';
import { readImageFacts } from '../images/read-facts.ts';
import type { PixelSize } from '../trainers/pixel-size.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { WorkingItem } from './working-items.ts';

/** Image headers read at once. */
const readsAtOnce = 32;

/** Sizes in pixels by the keys of the items, as the headers of their images say. */
export async function sizesOf(
  workspace: Workspace,
  index: DatasetIndex,
  items: readonly WorkingItem[],
  signal?: AbortSignal,
): Promise<Map<string, PixelSize>> {
  const sizes = new Map<string, PixelSize>();
  const read = async ({ key, image }: WorkingItem): Promise<void> => {
    const header = image === null ? null : (await readImageFacts(workspace, index.root, image)).header;
    if (header) sizes.set(key, header);
  };
  await atOnce(readsAtOnce, items, read, signal);
  return sizes;
}
