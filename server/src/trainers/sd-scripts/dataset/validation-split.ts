import { Mersenne } from '../../python/mersenne.ts';
import { answer, type Outcome, stops } from '../../trainer-error.ts';

/**
 * The images of a subset that are trained, or those kept for validation (sd-scripts library/train_util.py, split_train_val): of the
 * shuffled list the first `ceil(n * (1 - split))` are trained, the last `round(n * split)` validated; one image can be in both.
 * Without a seed the order is drawn at random when training starts; the list is then left as it is, which gives the right numbers.
 */
export function splitForValidation<T>(
  images: readonly T[],
  split: number,
  seed: number | null,
  part: 'train' | 'validation',
): Outcome<T[]> {
  if (images.length === 0) return stops('ValueError', 'not enough values to unpack (expected 2, got 0)');
  const shuffled = [...images];
  if (seed !== null) new Mersenne(seed).shuffle(shuffled);
  if (part === 'train') return answer(shuffled.slice(0, Math.ceil(images.length * (1 - split))));
  return answer(shuffled.slice(images.length - roundHalfEven(images.length * split)));
}

/** Python's `round`: halves go to the even neighbour. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}
