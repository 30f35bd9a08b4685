/** Waits until something is true of the files; rejects after half a minute. */
export async function onceOnDisk(holds: () => boolean): Promise<void> {
  for (const end = Date.now() + 30_000; !holds(); ) {
    if (Date.now() > end) throw new Error('The files did not change as expected within 30 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
