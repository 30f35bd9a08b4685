import { encoded, type FileChange, type LeftFile } from '../bulk/change.ts';
import { planBulkEdit } from '../bulk/plan.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { append } from '../ground/append.ts';
import { folderOf } from '../ground/paths.ts';
import type { ConceptBinding } from './binding.ts';

/** The captions without the tags that their concepts' proposals prune; nothing is written. */
export async function pruneChanges(
  index: DatasetIndex,
  concepts: readonly ConceptBinding[],
): Promise<{ readonly changes: readonly FileChange[]; readonly untouchable: readonly LeftFile[] }> {
  const changes: FileChange[] = [];
  const untouchable: LeftFile[] = [];
  for (const { folders, proposals } of concepts) {
    const tags = proposals.filter(({ advice }) => advice === 'prune').map(({ tag }) => tag);
    if (tags.length === 0) continue;
    const own = new Set(folders);
    const records: CaptionRecord[] = [];
    for (const { file } of index.captions) {
      const record = own.has(folderOf(file)) ? index.record(file) : undefined;
      if (record) records.push(record);
    }
    const plan = await planBulkEdit(records, (file) => index.syntaxOf(file), { kind: 'remove', tags });
    for (const { file, before, after, bom } of plan.edits)
      changes.push({ file, before: encoded(before, bom), after: encoded(after, bom) });
    append(untouchable, plan.untouchable);
  }
  return { changes, untouchable };
}
