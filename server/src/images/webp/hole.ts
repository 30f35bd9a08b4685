const LENGTH = 40;
/** Zeros, and what erased memory of cards and drives holds. */
const RUNS = [0x00, 0xff].map((byte) => Buffer.alloc(LENGTH, byte));

/**
 * Whether a file has a long row of one byte, as where a part of it was never written. Compressed photographs have none; flat drawings may,
 * so that such a file is walked to be sure.
 */
export const hasHole = (file: Buffer): boolean => RUNS.some((run) => file.includes(run));
