import type { Finding } from '../ground/finding.ts';
import { LineIndex } from '../ground/lines.ts';
import { checkCaption, type RuleFailureListener } from '../rules/run.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { LinesOf } from './convert.ts';
import type { OpenCaption } from './datasets.ts';

/** Bytes read to guess the encoding of a file that is not UTF-8. */
const guessedBytes = 1 << 16;

/** The findings of one caption as the editor asks for them. */
export async function findingsOf(
  workspace: Workspace,
  { dataset, record, file }: OpenCaption,
  onFailure: RuleFailureListener,
): Promise<Finding[]> {
  let bytes: Uint8Array | undefined;
  if (record.source.kind === 'undecodable') {
    bytes = await workspace.readStart(`${dataset.root}/${file}`, guessedBytes).then(
      (start) => start.bytes,
      () => undefined,
    );
  }
  return checkCaption(dataset.index, record, dataset.settings.folder, bytes, onFailure);
}

/** Line tables of the captions of a dataset, each made on first use. */
export function linesOfDataset({ dataset }: OpenCaption): LinesOf {
  const made = new Map<string, LineIndex>();
  return (file) => {
    let lines = made.get(file);
    if (!lines) {
      const source = dataset.index.record(file)?.source;
      lines = new LineIndex(source?.kind === 'text' ? source.text : '');
      made.set(file, lines);
    }
    return lines;
  };
}
