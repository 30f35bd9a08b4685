import { createHash } from 'node:crypto';
import type { DatasetIndex } from '../dataset/index.ts';
import { inBreaths } from '../ground/breath.ts';

/** Stands for the texts that train and the images they are of: the same for what is open as for its files once they are saved. */
export async function stampOf(index: DatasetIndex, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha1');
  await inBreaths(
    index.images,
    ({ file, caption }) => {
      const record = caption === null ? undefined : index.record(caption);
      hash.update(`${file}\0${record?.trained ?? ''}\0`);
    },
    signal,
  );
  return hash.digest('hex');
}
