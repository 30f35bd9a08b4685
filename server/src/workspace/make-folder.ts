import { mkdirSync, statSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/**
 * Makes a folder and those above it, level by level. Node's own recursion never ends where a folder that exists takes no others, as
 * below /proc. Rejects with what the system says of the first folder that cannot be made.
 */
export async function makeFolder(folder: string): Promise<void> {
  const made = await makeOne(folder);
  if (made === null) return;
  const above = path.dirname(folder);
  if (codeOf(made) !== 'ENOENT' || above === folder) throw made;
  const isThere = await stat(above).then(
    () => true,
    () => false,
  );
  if (!isThere) await makeFolder(above);
  // Somebody else may have made the folder above meanwhile; a folder that takes no others refuses again.
  const again = await makeOne(folder);
  if (again !== null) throw again;
}

/** Null when the folder is there now, else why not. */
async function makeOne(folder: string): Promise<unknown> {
  try {
    await mkdir(folder);
    return null;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') return error;
    return (await stat(folder)).isDirectory() ? null : error;
  }
}

/** {@link makeFolder} at once. */
export function makeFolderNow(folder: string): void {
  const made = makeOneNow(folder);
  if (made === null) return;
  const above = path.dirname(folder);
  if (codeOf(made) !== 'ENOENT' || above === folder) throw made;
  if (statSync(above, { throwIfNoEntry: false }) === undefined) makeFolderNow(above);
  const again = makeOneNow(folder);
  if (again !== null) throw again;
}

function makeOneNow(folder: string): unknown {
  try {
    mkdirSync(folder);
    return null;
  } catch (error) {
    return codeOf(error) === 'EEXIST' && statSync(folder).isDirectory() ? null : error;
  }
}
