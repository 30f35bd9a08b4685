/**
 * What stops the trainer, as a value. Nothing in this folder throws for it: a dataset that cannot train is an answer, not a fault of ours.
 */
export interface TrainerError {
  /** The Python exception class the trainer ends with, e.g. `AssertionError`. */
  readonly exception: string;
  /** The English half of the trainer's own message, empty where Python's message would say nothing useful. */
  readonly message: string;
}

/** Either the answer, or what stops the trainer instead. */
export type Outcome<T> =
  | { readonly value: T; readonly error: null }
  | { readonly value: null; readonly error: TrainerError };

export function answer<T>(value: T): Outcome<T> {
  return { value, error: null };
}

export function stops<T>(exception: string, message = ''): Outcome<T> {
  return { value: null, error: { exception, message } };
}
