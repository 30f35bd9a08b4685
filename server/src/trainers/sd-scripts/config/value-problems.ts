import { t } from '../../../ground/l10n.ts';
import { type ConfigPath, rangeOfPath } from '../../documents/document.ts';
import type { ConfigDocument } from '../../documents/parsed.ts';
import { type PyValue, toPlain } from '../../documents/python-value.ts';
import { shareFault } from '../../option-help.ts';
import type { ConfigProblem } from './config-problem.ts';
import { DATASET_OPTIONS } from './dataset-options.ts';
import { SHARES } from './option-clashes.ts';

/** Values at any level of a dataset_config that the schema takes: shares outside of 0 to 1, ways of scaling that there are not. */
export function valueProblems(document: ConfigDocument): ConfigProblem[] {
  const found: ConfigProblem[] = [];
  const visit = (value: PyValue, path: ConfigPath): void => {
    if (value.type === 'list') for (const [i, item] of value.items.entries()) visit(item, [...path, String(i)]);
    if (value.type !== 'dict') return;
    for (const [key, entry] of value.entries) {
      const here = [...path, key];
      const share = SHARES.includes(key) ? toPlain(entry.value) : null;
      const message = typeof share === 'number' ? shareFault(key, share) : null;
      if (message !== null)
        found.push({ stage: null, kind: 'not-a-choice', path: here, message, range: rangeOfPath(document.root, here) });
      const scaling =
        key === 'resize_interpolation'
          ? scalingFault(entry.value)
          : key === 'resolution'
            ? sideFault(entry.value)
            : null;
      if (scaling !== null)
        found.push({
          stage: 'dataset_config',
          kind: 'refused',
          path: here,
          message: scaling,
          range: entry.value.range ?? rangeOfPath(document.root, here),
        });
      visit(entry.value, here);
    }
  };
  visit(document.root, []);
  return found;
}

/** What is wrong with a side of `resolution`; null where nothing is, or its type is at fault. */
function sideFault(value: PyValue): string | null {
  const sides = value.type === 'list' ? value.items : [value];
  return sides.some((side) => side.type === 'int' && side.value < 1) ? t('A side must be at least 1.') : null;
}

/** What is wrong with `resize_interpolation`; null where nothing is, or its type is at fault. */
export function scalingFault(value: PyValue): string | null {
  const known = DATASET_OPTIONS.resize_interpolation?.values ?? [];
  if (value.type !== 'str' || known.includes(value.value)) return null;
  return t('resize_interpolation {0} stops training at the first image; one of {1}.', value.value, known.join(', '));
}
