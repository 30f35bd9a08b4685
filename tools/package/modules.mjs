// npm packages that are shipped whole: where they lie, and what of them is copied.

import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup.mjs';

const lock = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;

/** Sources and headers are for building sharp, which nobody does here. Licence texts go into the notices as well. */
const unneeded = /[\\/](src|install|include)$|\.d\.[cm]?ts$|\.mjs$/;

/**
 * The packages and what they depend on, each once. Those of other platforms are fetched by npm.
 * @param {string[]} names
 * @returns {{ name: string, folder: string }[]}
 */
export function withDependencies(names) {
  fetchMissing(names);
  const wanted = [...names];
  for (const name of wanted) {
    const { dependencies = {} } = JSON.parse(readFileSync(path.join(folderOf(name), 'package.json'), 'utf8'));
    for (const dependency of Object.keys(dependencies)) if (!wanted.includes(dependency)) wanted.push(dependency);
  }
  return wanted.map((name) => ({ name, folder: folderOf(name) }));
}

/**
 * Copies packages into one flat folder.
 * @param {{ name: string, folder: string }[]} modules
 * @param {string} into
 */
export function copyModules(modules, into) {
  for (const { name, folder } of modules)
    cpSync(folder, path.join(into, name), { recursive: true, filter: (file) => !unneeded.test(file) });
}

/** What package-lock.json says of a package. @param {string} name */
export function locked(name) {
  const entry = lock[`node_modules/${name}`];
  if (!entry) throw new Error(`package-lock.json does not know ${name}.`);
  return entry;
}

const fetchedFolder = path.join(root, '.out', 'package', 'modules');

/** @param {string} name */
function folderOf(name) {
  const installed = path.join(root, 'node_modules', name);
  return existsSync(installed) ? installed : path.join(fetchedFolder, 'node_modules', name);
}

/** Installs what this machine's npm left out as not for it. @param {string[]} names */
function fetchMissing(names) {
  const missing = names.filter((name) => !existsSync(folderOf(name)));
  if (missing.length === 0) return;
  mkdirSync(fetchedFolder, { recursive: true });
  const wanted = missing.map((name) => `${name}@${locked(name).version}`);
  const args = ['install', '--prefix', fetchedFolder, '--force', '--ignore-scripts', '--omit=optional', ...wanted];
  const npm = spawnSync('npm', [...args, '--loglevel=error', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error(`npm could not fetch ${wanted.join(', ')}.`);
  const got = JSON.parse(readFileSync(path.join(fetchedFolder, 'package-lock.json'), 'utf8')).packages;
  for (const name of missing) {
    if (got[`node_modules/${name}`]?.integrity === locked(name).integrity) continue;
    rmSync(folderOf(name), { recursive: true, force: true });
    throw new Error(`${name} is not the package that package-lock.json names.`);
  }
}
