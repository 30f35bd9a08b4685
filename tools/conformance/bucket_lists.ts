import { listShapes } from '../../server/src/trainers/bucket-shapes.ts';
import { planBuckets } from '../../server/src/trainers/buckets.ts';
import type { RowCheck } from '../conformance.ts';
import { difference, settingsOf } from './rows.ts';

const check: RowCheck = (row) => {
  const { value: plan, error } = planBuckets(settingsOf(row));
  if (error) return difference(row, { error: `${error.exception}: ${error.message}`, predefined: null });
  return difference(row, {
    error: null,
    effective_min: plan.effectiveMin,
    effective_max: plan.effectiveMax,
    predefined: plan.shapes && listShapes(plan.shapes).map((size) => [size.width, size.height]),
  });
};

export default check;
