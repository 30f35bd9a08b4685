import { mkdirSync, statSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/**
 * Makes a folder and those above it, level by level. Node's own recursion never ends where a folder that exists takes no others, as
 * below /proc. Rejects with what the system says of the first folder that cannot be made.
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') {
      if ((await stat(folder)).isDirectory()) return;
      throw error;
    }
    const above = path.dirname(folder);
    if (codeOf(error) !== 'ENOENT' || above === folder) throw error;
    const isThere = await stat(above).then(
      () => true,
      () => false,
    );
    if (isThere) throw error;
    await makeFolder(above);
    await mkdir(folder).catch((again) => {
      if (codeOf(again) !== 'EEXIST') throw again;
    });
  }
}

/** {@link makeFolder} at once. */
export function makeFolderNow(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' && statSync(folder).isDirectory()) return;
    const above = path.dirname(folder);
    const isThere = statSync(above, { throwIfNoEntry: false }) !== undefined;
    if (codeOf(error) !== 'ENOENT' || above === folder || isThere) throw error;
    makeFolderNow(above);
    mkdirSync(folder);
  }
}
