// One VSIX: what .vscodeignore lets through, sharp beside the bundles, the notices.

import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { parts } from '../build/parts.mjs';
import { lazyBundles, meaningBundles } from '../build/plugins.mjs';
import { root } from '../setup.mjs';
import { copyModules } from './modules.mjs';

/** The bundles that it holds, by the names that the build gives them. */
export const vsixBundles = [
  'client',
  'server',
  'language-server',
  'cli',
  'commands',
  'worker',
  ...Object.keys(parts),
  ...Object.keys(meaningBundles),
  'picture-scan',
  ...lazyBundles,
  'webviews',
];

/** What .vscodeignore lets through. Asked once for all packages: vsce holds every file below the root against every line of it. */
let shippedFiles = /** @type {Promise<string[]> | undefined} */ (undefined);

/**
 * @param {Record<string, any>} manifest package.json of the project
 * @param {import('./platforms.mjs').Target} target
 * @param {{ name: string, folder: string }[]} modules shipped whole
 * @param {string} notices
 * @param {string} out folder
 * @returns {Promise<string>} the file
 */
export async function makeVsix(manifest, target, modules, notices, out) {
  // Of its own for every place that packages go to: two runs do not take each other's files.
  const stage = path.join(out, '.stage', target);
  rmSync(stage, { recursive: true, force: true });
  shippedFiles ??= listFiles({ cwd: root, packageManager: PackageManager.None });
  for (const file of await shippedFiles) {
    cpSync(path.join(root, file), path.join(stage, file));
  }
  // What npm would do with these is done already, and vsce would run the scripts again.
  const shipped = { ...manifest };
  for (const key of ['scripts', 'dependencies', 'devDependencies', 'bin', 'private']) delete shipped[key];
  writeFileSync(path.join(stage, 'package.json'), JSON.stringify(shipped));
  writeFileSync(path.join(stage, 'THIRD-PARTY-NOTICES.txt'), notices);
  writeFileSync(path.join(stage, '.vscodeignore'), '# What is not for the package is not here.\n');
  // Beside the bundles, where their `require('sharp')` looks first; vsce leaves out a node_modules at the top.
  copyModules(modules, path.join(stage, 'dist', 'node_modules'));
  const suffix = target === 'universal' ? '' : `-${target}`;
  const name = `${manifest.name}${suffix}-${manifest.version}.vsix`;
  const packagePath = path.join(path.dirname(stage), name);
  await createVSIX({
    cwd: stage,
    packagePath,
    target: target === 'universal' ? undefined : target,
    dependencies: false,
    allowStarActivation: true,
  });
  // Whoever finds the file finds all of it.
  const made = path.join(out, name);
  renameSync(packagePath, made);
  rmSync(path.dirname(stage), { recursive: true, force: true });
  return made;
}
