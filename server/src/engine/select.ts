import type { DatasetIndex } from '../dataset/index.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { type Filter, needsOf } from '../filter/filter.ts';
import { matchesFilter } from '../filter/match.ts';
import { atOnce, inBreaths } from '../ground/breath.ts';
import { readImageFacts } from '../images/read-facts.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Dataset } from './open-dataset.ts';

export interface SelectOptions {
  /** Whether another image is the same as this one or nearly so, as the last scan found. */
  readonly isDuplicate: (image: string) => boolean;
  readonly signal?: AbortSignal;
}

/** Image headers read at once. */
const readsAtOnce = 32;

/** The captions a filter means, by file name. Reads image headers only when the filter asks about images. */
export async function selectCaptions(
  workspace: Workspace,
  { index, findings }: Pick<Dataset, 'index' | 'findings'>,
  filter: Filter,
  { isDuplicate, signal }: SelectOptions,
): Promise<CaptionRecord[]> {
  const needs = needsOf(filter);
  const files = Array.from(index.captions, ({ file }) => file).sort();
  const sizes = needs.images ? await sizesOf(workspace, index, files, signal) : null;
  const found: CaptionRecord[] = [];
  const look = (file: string): void => {
    const record = index.record(file);
    if (!record) return;
    const image = index.caption(file)?.image ?? null;
    const meant = matchesFilter(filter, index, {
      record,
      image: sizes?.get(file) ?? null,
      rules: () => findings.summary(file)?.rules ?? new Set(),
      duplicate: image !== null && isDuplicate(image),
    });
    if (meant) found.push(record);
  };
  await inBreaths(files, look, signal);
  return found;
}

async function sizesOf(
  workspace: Workspace,
  index: DatasetIndex,
  files: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, { width: number; height: number }>> {
  const sizes = new Map<string, { width: number; height: number }>();
  const read = async (file: string): Promise<void> => {
    const image = index.caption(file)?.image;
    const header = image ? (await readImageFacts(workspace, index.root, image)).header : null;
    if (header) sizes.set(file, header);
  };
  await atOnce(readsAtOnce, files, read, signal);
  return sizes;
}
