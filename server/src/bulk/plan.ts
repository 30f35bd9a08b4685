import type { CaptionSyntax } from '../caption/parse.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { type BulkOperation, bulkText } from './operations.ts';

/** What a bulk edit will do to one caption. */
export interface PlannedEdit {
  /** Relative to the dataset's root. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** The file begins with a byte-order mark, which stays. */
  readonly bom: boolean;
}

export interface BulkPlan {
  readonly edits: readonly PlannedEdit[];
  /** Captions that were meant and need no change. */
  readonly unchanged: number;
  /** Captions that cannot be decoded or read: never touched. */
  readonly untouchable: readonly string[];
}

/** Works out an operation on captions, each cut as the trainer cuts it; writes nothing. */
export function planBulkEdit(
  records: readonly CaptionRecord[],
  syntaxOf: (file: string) => CaptionSyntax,
  operation: BulkOperation,
): BulkPlan {
  const edits: PlannedEdit[] = [];
  const untouchable: string[] = [];
  let unchanged = 0;
  for (const { file, source } of records) {
    if (source.kind !== 'text') {
      untouchable.push(file);
      continue;
    }
    const after = bulkText(source.text, syntaxOf(file), operation);
    if (after === source.text) unchanged++;
    else edits.push({ file, before: source.text, after, bom: source.bom });
  }
  return { edits, unchanged, untouchable };
}
