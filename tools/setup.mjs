// What a fresh clone needs before anything runs. Uses only what Node brings, because nothing is installed yet.

import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The project's own root folder. */
export const root = path.resolve(import.meta.dirname, '..');

const windows = process.platform === 'win32';

/** Debian packages and the command that shows that one is there; fonts have none. */
const debianPackages = {
  chromium: { command: 'chromium' },
  'g++': { command: 'g++' },
  make: { command: 'make' },
  python3: { command: 'python3' },
  'fonts-dejavu-core': { command: null },
  'fonts-noto-cjk': { command: null },
  neovim: { command: 'nvim' },
  'emacs-nox': { command: 'emacs' },
  'elpa-eglot': { command: null },
};

/** @typedef {keyof typeof debianPackages} DebianPackage */

/** What compiles the native modules of the VS Code server. */
export const compilerPackages = /** @type {DebianPackage[]} */ (['g++', 'make', 'python3']);
/** What the browser scenarios need on top. */
export const browserPackages = /** @type {DebianPackage[]} */ (['chromium', 'fonts-dejavu-core', 'fonts-noto-cjk']);

/** What the tests with other editors need. */
export const editorPackages = /** @type {DebianPackage[]} */ (['neovim', 'emacs-nox', 'elpa-eglot']);

/** Milliseconds after which a program is taken to hang. A test that loops for ever must not hold up the others' verdict. */
const longest = 20 * 60_000;

/**
 * Runs a program in the project's root with its output on this terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] on top of this process's environment
 * @returns {number} exit code, 1 when it could not run
 */
export function run(command, args, env = {}) {
  // npm is a batch file on Windows, and those run in a shell only.
  const shell = windows && command === 'npm';
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    shell,
    env: { ...process.env, ...env },
    timeout: longest,
    killSignal: 'SIGKILL',
  });
  if (result.error) console.error(`${command}: ${result.error.message}`);
  return result.status ?? 1;
}

/**
 * Runs a script with this Node; TypeScript files through tsx.
 * @param {string} script path below the root
 * @param {string[]} [args]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {number} exit code
 */
export function runScript(script, args = [], env = {}) {
  const loader = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
  return run(process.execPath, [...loader, path.join(root, script), ...args], env);
}

/**
 * Runs a script like `runScript`, beside other work: what it prints is given back.
 * @param {string} script path below the root
 * @param {string[]} [args]
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runAside(script, args = [], env = {}) {
  const loader = script.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, path.join(root, script), ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    timeout: longest,
    killSignal: 'SIGKILL',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      output += text;
    });
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Installs the npm packages of package-lock.json when node_modules holds others or none.
 * @throws when npm fails
 */
export function installDependencies() {
  if (dependenciesAreCurrent()) return;
  const modules = lstatSync(path.join(root, 'node_modules'), { throwIfNoEntry: false });
  if (modules?.isSymbolicLink()) {
    // npm ci would empty the folder behind the link, which belongs to another clone.
    console.warn('node_modules is a link and does not match package-lock.json; it is used as it is.');
    return;
  }
  console.log('Installing the npm packages');
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) throw new Error('npm ci failed.');
}

/** Compares versions, not times: a checkout changes the time of the lock file without changing what it says. */
function dependenciesAreCurrent() {
  const installedLock = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = Object.entries(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages);
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return wanted.every(
    ([name, { version, optional }]) =>
      name === '' || (optional && !installed[name]) || installed[name]?.version === version,
  );
}

/**
 * Installs missing Debian packages when that is possible.
 * @param {DebianPackage[]} names
 * @throws with the command to type when it is not
 */
export function installDebianPackages(names) {
  if (process.platform !== 'linux') return;
  const missing = names.filter((name) => !isInstalled(name));
  if (missing.length === 0) return;
  const apt = findCommand('apt-get') !== null;
  if (!apt && missing.every((name) => debianPackages[name].command === null)) return; // other fonts will do
  const byHand = apt
    ? `Run: sudo apt-get install -y ${missing.join(' ')}`
    : `Install what your system calls ${missing.join(', ')}.`;
  if (!apt || process.getuid?.() !== 0) throw new Error(`Missing on this machine: ${missing.join(', ')}. ${byHand}`);
  console.log(`Installing ${missing.join(', ')}`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if (
    run('apt-get', ['update', '-qq'], env) !== 0 ||
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], env) !== 0
  ) {
    throw new Error(`apt-get could not install ${missing.join(', ')}.`);
  }
}

/** Whether missing Debian packages can be installed without asking anybody. */
export const canInstall = () =>
  process.platform === 'linux' && findCommand('apt-get') !== null && process.getuid?.() === 0;

/** @param {DebianPackage} name */
function isInstalled(name) {
  const { command } = debianPackages[name];
  if (name === 'chromium' && process.env.CHROMIUM) return true;
  if (command && findCommand(command)) return true;
  const query = spawnSync('dpkg-query', ['--status', name], { encoding: 'utf8' });
  return query.stdout?.includes('\nStatus: install ok installed') ?? false;
}

/**
 * The file that a command on PATH stands for, or null.
 * @param {string} name
 */
export function findCommand(name) {
  const endings = windows ? (process.env.PATHEXT ?? '.EXE;.CMD').split(';') : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const ending of endings) {
      const file = path.join(folder, name + ending);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not here.
      }
    }
  }
  return null;
}

/** Whether the VS Code server of `tools/vscode` can run here. */
export const hasVscodeServer = process.platform === 'linux' && process.arch === 'x64';

/** Whether windows can be opened here. */
export const hasDisplay = process.platform !== 'linux' || !!(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Whether nobody is watching: then nothing may be left out silently. */
export const isCI = !['', '0', 'false', undefined].includes(process.env.CI);
