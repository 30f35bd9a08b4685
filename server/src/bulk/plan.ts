import type { CaptionSyntax } from '../caption/parse.ts';
import { unwritable } from '../facts/caption-source.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { Breath } from '../ground/breath.ts';
import { encoded, type FileChange, type LeftFile } from './change.ts';
import { type BulkOperation, bulkText } from './operations.ts';
import { PatternTooSlow } from './patterns.ts';

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
  /** Captions that are never touched: they cannot be decoded or read, or nothing would be left of them. */
  readonly untouchable: readonly LeftFile[];
}

/**
 * Works out an operation on captions, each cut as the trainer cuts it; writes nothing.
 * @param allowEmpty also where no text would be left: an empty file stops training
 */
export async function planBulkEdit(
  records: readonly CaptionRecord[],
  syntaxOf: (file: string) => CaptionSyntax,
  operation: BulkOperation,
  allowEmpty = false,
): Promise<BulkPlan> {
  const edits: PlannedEdit[] = [];
  const untouchable: LeftFile[] = [];
  let unchanged = 0;
  const breath = new Breath();
  for (const { file, source } of records) {
    if (breath.isDue) await breath.take();
    const reason = unwritable(source);
    if (source.kind !== 'text' || reason !== null) {
      untouchable.push({ file, reason: reason ?? '' });
      continue;
    }
    const after = textAfter(source.text, syntaxOf(file), operation);
    if (after === null) untouchable.push({ file, reason: 'pattern too slow' });
    else if (after === source.text) unchanged++;
    else if (after === '' && !allowEmpty) untouchable.push({ file, reason: 'would be empty' });
    else edits.push({ file, before: source.text, after, bom: source.bom });
  }
  return { edits, unchanged, untouchable };
}

/** The text after an operation; null when its pattern takes too long in this one. */
function textAfter(text: string, syntax: CaptionSyntax, operation: BulkOperation): string | null {
  try {
    return bulkText(text, syntax, operation);
  } catch (error) {
    if (error instanceof PatternTooSlow) return null;
    throw error;
  }
}

/** A planned edit of a caption's text as bytes; the byte-order mark stays. */
export function changeOf({ file, before, after, bom }: PlannedEdit): FileChange {
  return { file, before: encoded(before, bom), after: encoded(after, bom) };
}
