/** As long as a window is waited for: with others beside it, or on a slow machine, what takes a tenth of a second takes seconds. */
const longest = 60_000;

/** Asks again and again until something is true; rejects with what did not happen after a minute. */
export async function until(failure: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + longest; !(await holds()); ) {
    if (Date.now() > end) throw new Error(failure);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until something is true of the files. */
export const onceOnDisk = (holds: () => boolean): Promise<void> =>
  until('The files did not change as expected.', holds);
