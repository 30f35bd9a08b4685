import type { MetricId } from '../../advice/metrics.ts';

/** Metrics as they are filled; null: not measured. */
export type Values = Record<MetricId, number | null>;
/** The files behind a metric, where it has some. */
export type Files = Partial<Record<MetricId, readonly string[]>>;
