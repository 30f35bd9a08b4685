import type { DatasetIndex } from '../dataset/index.ts';
import { inBreaths } from '../ground/breath.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { sizesOf } from './item-sizes.ts';
import type { Dataset } from './open-dataset.ts';
import type { WorkingItem } from './working-items.ts';

/** How a working set can be ordered. */
export const workingOrders = ['name', 'tokens', 'findings', 'resolution', 'similarity'] as const;
export type WorkingOrder = (typeof workingOrders)[number];

/**
 * Brings items, given by name, into an order: `tokens` and `findings` with the most first, `resolution` with the smallest first,
 * `similarity` with the images of a cluster of the last scan beside each other and before all others. Equals stay by name.
 */
export async function inOrder(
  workspace: Workspace,
  { index, findings }: Pick<Dataset, 'index' | 'findings'>,
  items: readonly WorkingItem[],
  order: WorkingOrder,
  signal?: AbortSignal,
): Promise<readonly WorkingItem[]> {
  if (order === 'name') return items;
  const weights = new Map<string, number>();
  if (order === 'resolution') {
    const sizes = await sizesOf(workspace, index, items, signal);
    for (const { key } of items) {
      const size = sizes.get(key);
      weights.set(key, size ? size.width * size.height : Number.POSITIVE_INFINITY);
    }
  } else if (order === 'similarity') {
    const clusters = index.duplicates?.clusters ?? [];
    for (const [at, { files }] of clusters.entries()) for (const file of files) weights.set(file, at - clusters.length);
  } else {
    const weigh = ({ key, caption }: WorkingItem): void => {
      if (caption !== null) weights.set(key, -(order === 'tokens' ? tokensOf(index, caption) : worthOf(caption)));
    };
    await inBreaths(items, weigh, signal);
  }
  return [...items].sort((a, b) => compareWeights(weights.get(a.key) ?? 0, weights.get(b.key) ?? 0));

  /** Any number of warnings is less than one error. */
  function worthOf(caption: string): number {
    const { error = 0, warning = 0, info = 0 } = findings.summary(caption)?.bySeverity ?? {};
    return error * 1e6 + warning * 1e3 + info;
  }
}

/** The difference of two infinities is no number. */
const compareWeights = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

function tokensOf(index: DatasetIndex, caption: string): number {
  return index.record(caption)?.tokens ?? 0;
}
