import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own root folder. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const sharedRoot = process.env.TAGMETRY_SHARED ?? path.resolve(projectRoot, '..', 'shared');

/** A file or folder of the reference data kept beside the project, or null where it is absent (the test then skips). */
export function sharedPath(relative: string): string | null {
  const full = path.join(sharedRoot, relative);
  return existsSync(full) ? full : null;
}
