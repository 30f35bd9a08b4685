// Packages for scenarios that install them.

import assert from 'node:assert/strict';
import { readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { root, runAside } from '../../tools/setup.mjs';

const names = { universal: 'tagmetry', 'linux-x64': 'tagmetry-linux-x64' } as const;
export type PackageTarget = keyof typeof names;

/** Makes packages unless another step of `npm test` made them already. Returns their files by target. `out`: where they are made. */
export async function madePackages<T extends PackageTarget>(
  targets: readonly T[],
  out: string,
): Promise<Readonly<Record<T, string>>> {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const filesIn = (folder: string) =>
    Object.fromEntries(
      targets.map((target) => [target, path.join(folder, `${names[target]}-${version}.vsix`)]),
    ) as Record<T, string>;
  const made = filesIn(path.join(root, '.out', 'packages'));
  const built = statSync(path.join(root, 'dist', 'client.cjs')).mtimeMs;
  const isFresh = (file: string): boolean => {
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat !== undefined && stat.mtimeMs > built;
  };
  if (Object.values<string>(made).every(isFresh)) return made;
  const folder = path.join(root, '.out', out);
  rmSync(folder, { recursive: true, force: true });
  const args = ['--no-build', '--target', targets.join(','), '--out', folder];
  const { code, output } = await runAside('tools/package.mjs', args);
  assert.equal(code, 0, output);
  return filesIn(folder);
}
