/** Where the trainer's chances come from. Injected, so that a result can be replayed, enumerated or simulated. */
export interface RandomSource {
  /** A number in [0, 1). */
  random(): number;
  /** An index in [0, count); count is at least 1. */
  choice(count: number): number;
  /** Reorders the list in place. */
  shuffle<T>(items: T[]): void;
}

/** No chance at all: the first choice, the order as written, nothing dropped that need not be. */
export const NO_CHANCE: RandomSource = {
  random: () => 0.9999999,
  choice: () => 0,
  shuffle: () => {},
};
