// `npm run package [-- --target linux-x64,universal] [--out folder]`: makes the VSIX packages.
//
// One per platform with sharp's native binary, and a universal one with its WebAssembly build. Packages for Linux hold
// both: sharp's native libvips and the GLib of desktop VS Code do not get along there. Binaries of this machine's
// platform come from node_modules; those of others are fetched by npm.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { root, runScript } from './setup.mjs';

/** VS Code's name of a platform and what sharp calls its binaries; on Windows libvips is part of the first. */
const platforms = {
  'linux-x64': ['@img/sharp-linux-x64', '@img/sharp-libvips-linux-x64'],
  'linux-arm64': ['@img/sharp-linux-arm64', '@img/sharp-libvips-linux-arm64'],
  'alpine-x64': ['@img/sharp-linuxmusl-x64', '@img/sharp-libvips-linuxmusl-x64'],
  'darwin-x64': ['@img/sharp-darwin-x64', '@img/sharp-libvips-darwin-x64'],
  'darwin-arm64': ['@img/sharp-darwin-arm64', '@img/sharp-libvips-darwin-arm64'],
  'win32-x64': ['@img/sharp-win32-x64'],
  'win32-arm64': ['@img/sharp-win32-arm64'],
};
const wasm = ['@img/sharp-wasm32'];

const here = `${process.platform}-${process.arch}`;
const { values } = parseArgs({
  options: {
    target: { type: 'string', default: here in platforms ? `${here},universal` : 'universal' },
    out: { type: 'string', default: root },
  },
});
const targets = values.target === 'all' ? [...Object.keys(platforms), 'universal'] : values.target.split(',');

if (runScript('esbuild.mjs') !== 0) process.exit(1);
for (const target of targets) await makePackage(target);

/** @param {string} target a key of `platforms` or `universal` */
async function makePackage(target) {
  if (target !== 'universal' && !(target in platforms)) {
    throw new Error(`No target ${target}. Targets: ${[...Object.keys(platforms), 'universal', 'all'].join(', ')}.`);
  }
  const native = target === 'universal' ? [] : platforms[/** @type {keyof typeof platforms} */ (target)];
  const withWasm = native.length === 0 || target.startsWith('linux') || target.startsWith('alpine');
  const stage = path.join(root, '.out', 'package', target);
  rmSync(stage, { recursive: true, force: true });
  for (const file of await listFiles({ cwd: root, packageManager: PackageManager.None })) {
    cpSync(path.join(root, file), path.join(stage, file));
  }
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  // What npm would do with these is done already, and vsce would run the scripts again.
  for (const key of ['scripts', 'dependencies', 'devDependencies', 'bin', 'private']) delete manifest[key];
  writeFileSync(path.join(stage, 'package.json'), JSON.stringify(manifest, null, 2));
  writeFileSync(path.join(stage, '.vscodeignore'), '# What is not for the package is not here.\n');
  // Beside the bundles, where their `require('sharp')` looks first; vsce leaves out a node_modules at the top.
  copyModules(['sharp', ...native, ...(withWasm ? wasm : [])], path.join(stage, 'dist', 'node_modules'));
  const suffix = target === 'universal' ? '' : `-${target}`;
  const packagePath = path.join(path.resolve(values.out), `${manifest.name}${suffix}-${manifest.version}.vsix`);
  mkdirSync(path.dirname(packagePath), { recursive: true });
  await createVSIX({
    cwd: stage,
    packagePath,
    target: target === 'universal' ? undefined : target,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
    allowStarActivation: true,
  });
}

/**
 * Copies npm packages and what they depend on into one flat folder.
 * @param {string[]} names
 * @param {string} into
 */
function copyModules(names, into) {
  const wanted = [...names];
  for (const name of wanted) {
    const from = moduleFolder(name);
    // Sources and headers are for building sharp, which nobody does here.
    const unneeded = /[\\/](src|install|include|README\.md)$|\.d\.[cm]?ts$/;
    cpSync(from, path.join(into, name), { recursive: true, filter: (file) => !unneeded.test(file) });
    const { dependencies = {} } = JSON.parse(readFileSync(path.join(from, 'package.json'), 'utf8'));
    for (const dependency of Object.keys(dependencies)) if (!wanted.includes(dependency)) wanted.push(dependency);
  }
}

/**
 * Where an npm package lies. One of another platform is not installed here, so npm fetches it.
 * @param {string} name
 */
function moduleFolder(name) {
  const installed = path.join(root, 'node_modules', name);
  if (existsSync(installed)) return installed;
  const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const entry = lock.packages[`node_modules/${name}`];
  if (!entry) throw new Error(`package-lock.json does not know ${name}.`);
  const prefix = path.join(root, '.out', 'package', 'modules', name.replace('/', '-'));
  const fetched = path.join(prefix, 'node_modules', name);
  if (existsSync(fetched)) return fetched;
  mkdirSync(prefix, { recursive: true });
  const args = ['install', '--prefix', prefix, '--force', '--no-save', '--ignore-scripts', '--loglevel=error'];
  const shell = process.platform === 'win32';
  const npm = spawnSync('npm', [...args, `${name}@${entry.version}`], { stdio: 'inherit', shell });
  if (npm.status !== 0) throw new Error(`npm could not fetch ${name}.`);
  return fetched;
}
