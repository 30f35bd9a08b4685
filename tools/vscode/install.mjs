// Installs a real VS Code for tests: the server and workbench that the npm package code-server holds, and the Node
// they want. Everything comes from the npm registry; only two native modules are compiled. Does nothing when the
// install is already there and answers.

import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { installation } from './installation.mjs';

const lockFile = path.join(import.meta.dirname, 'package-lock.json');

/**
 * Makes sure that VS Code is installed and answers.
 * @returns {boolean} whether anything had to be installed
 * @throws when a step fails or the platform is not Linux x64
 */
export function installVscode(log = console.log) {
  const { home, nodeHome, vscode, stamp } = installation();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(lockFile, 'utf8') && version() !== null) {
    return false;
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The VS Code server of the tests runs on Linux x64 only. Use a desktop VS Code here.');
  }
  if (home !== import.meta.dirname) {
    mkdirSync(home, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) {
      copyFileSync(path.join(import.meta.dirname, file), path.join(home, file));
    }
  }
  rmSync(stamp, { force: true });
  const links = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-node-'));
  const node = path.join(links, 'node');
  symlinkSync(nodeHome, node);
  try {
    installAll(home, vscode, node, log);
  } finally {
    rmSync(links, { recursive: true });
  }
  const answer = version();
  if (answer === null) throw new Error('VS Code was installed but does not answer to --version.');
  writeFileSync(stamp, readFileSync(lockFile, 'utf8'));
  log(`VS Code install: ${answer}`);
  return true;
}

/**
 * @param {string} home
 * @param {string} vscode
 * @param {string} node folder of the Node to use, by a path without spaces: the compiler's include path takes none
 * @param {(text: string) => void} log
 */
function installAll(home, vscode, node, log) {
  const env = {
    ...process.env,
    PATH: path.join(node, 'bin') + path.delimiter + process.env.PATH,
    npm_config_nodedir: node, // node-gyp finds the C headers here and downloads none
    CXXFLAGS: `${process.env.CXXFLAGS ?? ''} -O0`.trim(), // a third less time, and no test needs the speed
    JOBS: 'max',
  };
  const npm = (/** @type {string} */ cwd, /** @type {string[]} */ ...args) => {
    const start = performance.now();
    execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd,
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    log(`VS Code install: npm ${args[0]} in ${path.basename(cwd)} ${seconds(start)}`);
  };
  npm(home, 'ci', '--ignore-scripts');
  // Its shrinkwrap lacks a peer dependency (tslib); without legacy-peer-deps npm ci refuses it.
  npm(vscode, 'ci', '--omit=dev', '--ignore-scripts', '--legacy-peer-deps');
  npm(path.join(vscode, 'extensions'), 'ci', '--omit=dev', '--ignore-scripts');
  // The two native modules that the server and the extension host load; without spdlog output channels stay empty.
  npm(vscode, 'rebuild', '@vscode/spdlog', '@vscode/native-watchdog');
}

/** The version the installed server reports, or null when there is none that answers. */
function version() {
  const { node, serverMain } = installation();
  try {
    return execFileSync(node, [serverMain, '--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
      .trim()
      .split('\n')[0];
  } catch {
    return null;
  }
}

/** @param {number} start from performance.now() */
function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) installVscode();
