import { parseConfig } from '../../server/src/trainers/documents/document.ts';
import { resolveDatasetFile } from '../../server/src/trainers/musubi-tuner/resolve.ts';
import type { RowCheck } from '../conformance.ts';
import { canonical, unequal } from './canonical.ts';

type Problem = { readonly path: readonly string[]; readonly kind: string };

const inOrder = (problems: readonly Problem[]) => problems.map(({ path, kind }) => canonical([path, kind])).sort();

const check: RowCheck = (row) => {
  const name = `data${row.ext}`;
  const document = parseConfig(row.text as string, name.toLowerCase().endsWith('.json') ? 'json' : 'toml');
  const { datasets, error } = resolveDatasetFile(name, document);
  const problems = error?.problems.map(({ path, exception }) => ({ path, kind: exception })) ?? [];
  return unequal([
    ['accepted', row.accepted, error === null],
    ['error', row.error, error?.exception ?? null],
    ['error_at', row.error_at, error?.stage ?? null],
    ['paths', inOrder((row.paths as Problem[] | null) ?? []), inOrder(problems)],
    [
      'resolved',
      row.resolved,
      datasets?.map(({ kind, params }) => ({ is_image_dataset: kind === 'image', params })) ?? null,
    ],
  ]);
};

export default check;
