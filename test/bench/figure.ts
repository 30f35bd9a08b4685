/** One measured figure. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  /** Unit of `value`: ms, MB, µs, or × for a ratio. */
  readonly unit: string;
  /** The value the product promises, where it does. */
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** What a file `*.bench.ts` exports by default: measures and returns its figures. */
export type Bench = () => Promise<Figure[]>;

/** The middle value (of an even number of values the upper middle one). */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** Whether a figure keeps what the product promises. */
export function keepsPromise(figure: Figure): boolean {
  return figure.value <= (figure.atMost ?? Number.POSITIVE_INFINITY) && figure.value >= (figure.atLeast ?? 0);
}
