import { emptyRecord } from '../facts/empty-record.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { type Filter, needsOf } from '../filter/filter.ts';
import { matchesFilter } from '../filter/match.ts';
import { inBreaths } from '../ground/breath.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { sizesOf } from './item-sizes.ts';
import type { Dataset } from './open-dataset.ts';
import type { WorkingItem } from './working-items.ts';

export interface SelectOptions {
  /** Whether another image is the same as this one or nearly so, as the last scan found. */
  readonly isDuplicate: (image: string) => boolean;
  /** Whether the tokens of the encoder that carries the text are counted. */
  readonly countsTokens: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** The captions a filter means, by file name. Reads image headers only when the filter asks about images. */
export async function selectCaptions(
  workspace: Workspace,
  dataset: Pick<Dataset, 'index' | 'findings'>,
  filter: Filter,
  options: SelectOptions,
): Promise<CaptionRecord[]> {
  const { index } = dataset;
  const items = index.sortedCaptions.map(
    ({ file, image }): WorkingItem => ({ key: file, caption: file, image, wordless: false }),
  );
  const found: CaptionRecord[] = [];
  for (const { key } of await selectItems(workspace, dataset, items, filter, options)) {
    const record = index.record(key);
    if (record) found.push(record);
  }
  return found;
}

/** The items a filter means, in their order. An image without words counts as a caption without tags. */
export async function selectItems(
  workspace: Workspace,
  { index, findings }: Pick<Dataset, 'index' | 'findings'>,
  items: readonly WorkingItem[],
  filter: Filter,
  { isDuplicate, countsTokens, signal }: SelectOptions,
): Promise<WorkingItem[]> {
  const sizes = needsOf(filter).images ? await sizesOf(workspace, index, items, signal) : null;
  const found: WorkingItem[] = [];
  const look = (item: WorkingItem): void => {
    const { key, caption, image } = item;
    const record = caption === null ? emptyRecord(key) : index.record(caption);
    if (!record) return;
    const meant = matchesFilter(filter, index, {
      record,
      tokens: countsTokens ? record.tokens : null,
      image: sizes?.get(key) ?? null,
      rules: () => (caption === null ? withoutCaption : (findings.summary(caption)?.rules ?? new Set())),
      duplicate: image !== null && isDuplicate(image),
    });
    if (meant) found.push(item);
  };
  await inBreaths(items, look, signal);
  return found;
}

const withoutCaption: ReadonlySet<string> = new Set(['missing-caption']);
