import type { DatasetIndex } from '../dataset/index.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { type Filter, needsOf } from '../filter/filter.ts';
import { matchesFilter } from '../filter/match.ts';
import { Breath } from '../ground/breath.ts';
import { readImageFacts } from '../images/read-facts.ts';
import { checkCaption } from '../rules/run.ts';
import type { FolderSettings } from '../settings/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';

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
  index: DatasetIndex,
  settings: FolderSettings,
  filter: Filter,
  { isDuplicate, signal }: SelectOptions,
): Promise<CaptionRecord[]> {
  const needs = needsOf(filter);
  const files = [...index.captions].map(({ file }) => file).sort();
  const sizes = needs.images ? await sizesOf(workspace, index, files, signal) : null;
  const meant: CaptionRecord[] = [];
  const breath = new Breath();
  for (const file of files) {
    await breath.give(signal);
    const record = index.record(file);
    const image = index.caption(file)?.image ?? null;
    const subject = record && {
      record,
      image: sizes?.get(file) ?? null,
      rules: () => new Set(checkCaption(index, record, settings).map(({ rule }) => rule)),
      duplicate: image !== null && isDuplicate(image),
    };
    if (subject && matchesFilter(filter, index, subject)) meant.push(subject.record);
  }
  return meant;
}

async function sizesOf(
  workspace: Workspace,
  index: DatasetIndex,
  files: readonly string[],
  signal?: AbortSignal,
): Promise<Map<string, { width: number; height: number }>> {
  const sizes = new Map<string, { width: number; height: number }>();
  let next = 0;
  const reader = async (): Promise<void> => {
    while (next < files.length) {
      signal?.throwIfAborted();
      const file = files[next++];
      const image = index.caption(file)?.image;
      const header = image ? (await readImageFacts(workspace, index.root, image)).header : null;
      if (header) sizes.set(file, header);
    }
  };
  await Promise.all(Array.from({ length: readsAtOnce }, reader));
  return sizes;
}
