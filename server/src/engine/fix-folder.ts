import type { DatasetIndex } from '../dataset/index.ts';
import { editsBetween } from '../ground/diff.ts';
import type { TextEdit } from '../ground/text.ts';
import type { FolderSettings } from '../settings/settings.ts';
import { type FixChoice, fixAll } from './fix-all.ts';

/** What fixing makes of one caption. */
export interface FixedCaption {
  readonly file: string;
  /** The text the edits belong to. */
  readonly before: string;
  readonly after: string;
  readonly edits: readonly TextEdit[];
  /** Findings whose fix was applied. */
  readonly fixed: number;
}

/** Captions worked on before other work gets its turn. */
const batch = 100;

/** The chosen fixes of every caption of a dataset, in order of the listing; writes nothing. */
export async function fixFolder(
  index: DatasetIndex,
  settings: FolderSettings,
  choose: FixChoice,
  signal?: AbortSignal,
): Promise<FixedCaption[]> {
  const changed: FixedCaption[] = [];
  let done = 0;
  for (const { file } of index.captions) {
    if (++done % batch === 0) {
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
    }
    const source = index.record(file)?.source;
    if (source?.kind !== 'text' || source.cut) continue;
    const { text, fixed } = fixAll(index, file, source.text, settings, choose);
    if (text === source.text) continue;
    changed.push({ file, before: source.text, after: text, edits: editsBetween(source.text, text), fixed });
  }
  return changed;
}
