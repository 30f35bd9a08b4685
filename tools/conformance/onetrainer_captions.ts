import { type PyValue, pyDict, pyStr } from '../../server/src/trainers/documents/python-value.ts';
import { MemoryFiles } from '../../server/src/trainers/files/memory-files.ts';
import { trainedCaption } from '../../server/src/trainers/onetrainer/caption.ts';
import { captionLines, readCaptionOptions } from '../../server/src/trainers/onetrainer/caption-source.ts';
import { conceptOf } from '../../server/src/trainers/onetrainer/concepts.ts';
import type { RandomSource } from '../../server/src/trainers/python/random-source.ts';
import type { RowCheck } from '../conformance.ts';
import { unequal } from './canonical.ts';
import { field, typedRow } from './python-values.ts';

type Row = Record<string, unknown>;

const ROOT = '/dataset';
const inRoot = (text: string) => text.replaceAll('{ROOT}', ROOT);

const pinned = (value: number, last: boolean): RandomSource => ({
  random: () => value,
  choice: (count) => (last ? count - 1 : 0),
  shuffle: (items) => void (last && items.reverse()),
});

const MODES = {
  first: pinned(0.9999999, false),
  last: pinned(0.9999999, true),
  low: pinned(0, false),
  mid: pinned(0.5, false),
};

function withRoot(value: PyValue): PyValue {
  if (value.type === 'str') return { ...value, value: inRoot(value.value) };
  if (value.type === 'dict') return pyDict([...value.entries].map(([key, entry]) => [key, withRoot(entry.value)]));
  return value;
}

function filesOf(row: Row): MemoryFiles {
  const files = new MemoryFiles();
  files.addFolder(ROOT);
  const stem = String(row.image).replace(/\.[^.]*$/, '');
  if (typeof row.caption === 'string') files.addFile(`${ROOT}/${stem}.txt`, row.caption);
  else if (typeof row.caption_base64 === 'string')
    files.addFile(`${ROOT}/${stem}.txt`, Buffer.from(row.caption_base64, 'base64'));
  else if (row.caption_dir) files.addFolder(`${ROOT}/${stem}.txt`);
  for (const [path, text] of Object.entries((row.files ?? {}) as Record<string, string>))
    files.addFile(`${ROOT}/${path}`, text);
  return files;
}

const check: RowCheck = (row, line) => {
  const files = filesOf(row);
  const concept = conceptOf(
    pyDict([
      ['__version', { type: 'int', value: 2, range: null }],
      ['path', pyStr(ROOT)],
      ['text', withRoot(field(typedRow(line), 'options'))],
    ]),
  );
  if (concept.error) return unequal([['error', row.error, concept.error.exception]]);
  const { text } = concept.value.concept;
  const lines = captionLines(files, `${ROOT}/${row.image}`, text);
  if (lines.error) return unequal([['error', row.error, lines.error.exception]]);
  const options = readCaptionOptions(files, text);
  if (options.error) return unequal([['error', row.error, options.error.exception]]);
  const results = Object.entries(MODES).map(([mode, chance]) => {
    const drawn = lines.value[chance.choice(lines.value.length)] ?? '';
    return [mode, trainedCaption(drawn, options.value, { drop: chance, caps: chance, shuffle: chance })] as const;
  });
  const error = results.find(([, result]) => result.error)?.[1].error?.exception ?? null;
  if (error !== null || row.error !== null) return unequal([['error', row.error, error]]);
  return unequal([
    ['candidates', row.candidates, lines.value],
    ...results.map(([mode, result]) => [mode, row[mode], result.value] as const),
  ]);
};

export default check;
