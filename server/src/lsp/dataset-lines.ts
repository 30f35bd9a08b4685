import { LineIndex } from '../ground/lines.ts';
import type { LinesOf } from './convert.ts';
import type { OpenCaption } from './datasets.ts';

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
