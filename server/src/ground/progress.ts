/** Progress of a long piece of work: `done` of `total` files. */
export type ProgressListener = (done: number, total: number) => void;
