import { parseWeights } from '../../server/src/trainers/captions/weights.ts';
import type { RowCheck } from '../conformance.ts';
import { difference } from './rows.ts';

const check: RowCheck = (row) => {
  const { value, error } = parseWeights(row.text as string);
  if (error) return difference(row, { error: error.exception });
  return difference(row, { error: null, parsed: value.map((run) => [run.text, run.weight]) });
};

export default check;
