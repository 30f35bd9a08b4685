import type { DatasetIndex } from '../dataset/index.ts';
import { inBreaths } from '../ground/breath.ts';
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

/** The chosen fixes of every caption of a dataset, in order of the listing; writes nothing. */
export async function fixFolder(
  index: DatasetIndex,
  settings: FolderSettings,
  choose: FixChoice,
  signal?: AbortSignal,
): Promise<FixedCaption[]> {
  const changed: FixedCaption[] = [];
  const fix = ({ file }: { readonly file: string }): void => {
    const source = index.record(file)?.source;
    if (source?.kind !== 'text' || source.cut) return;
    const { text, fixed } = fixAll(index, file, source.text, settings, choose);
    if (text === source.text) return;
    changed.push({ file, before: source.text, after: text, edits: editsBetween(source.text, text), fixed });
  };
  await inBreaths([...index.captions], fix, signal);
  return changed;
}
