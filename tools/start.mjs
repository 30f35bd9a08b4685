// `npm start [-- folder]`: installs and builds, prints the audit of the folder, and opens it with the extension:
// in desktop VS Code if there is one, else in the VS Code server on 127.0.0.1.
//   --server      uses the server even where there is a desktop VS Code
//   --port N      of the server; any free one by default
//   --check       for tests: starts the server, fetches its page and ends

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  compilerPackages,
  findCommand,
  hasDisplay,
  hasVscodeServer,
  installDebianPackages,
  installDependencies,
  root,
  runScript,
} from './setup.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { server: { type: 'boolean' }, port: { type: 'string', default: '0' }, check: { type: 'boolean' } },
});

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @returns {Promise<number>} exit code */
async function main() {
  installDependencies();
  if (runScript('esbuild.mjs') !== 0) throw new Error('The build failed.');
  const folder = dataset();
  audit(folder);
  const code = desktopCode();
  if (code && !values.server && !values.check) {
    console.log(`Opening ${folder} in ${code}`);
    // The batch file of Windows needs a shell, and a shell needs the quotes.
    const shell = process.platform === 'win32';
    const args = [`--extensionDevelopmentPath=${root}`, folder].map((arg) => (shell ? `"${arg}"` : arg));
    return spawnSync(shell ? `"${code}"` : code, args, { stdio: 'inherit', shell }).status ?? 1;
  }
  if (!hasVscodeServer) throw new Error('No VS Code found: the command `code` is not on the PATH.');
  return serve(folder);
}

/** The folder to open: the one that was named, else the example dataset, made if need be. */
function dataset() {
  if (positionals[0]) {
    const folder = path.resolve(process.env.INIT_CWD ?? '', positionals[0]);
    if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
    return folder;
  }
  const folder = path.join(root, 'examples', 'dataset');
  if (!existsSync(folder) && runScript('tools/make-examples.ts') !== 0) {
    throw new Error('The example dataset could not be made.');
  }
  return folder;
}

/**
 * Prints what the command line says about the folder. Findings are no reason to stop.
 * @param {string} folder
 */
function audit(folder) {
  if (!existsSync(path.join(root, 'dist', 'cli.cjs'))) return;
  console.log(`\ntagmetry audit ${folder}\n`);
  runScript('dist/cli.cjs', ['audit', folder]);
}

/** The desktop VS Code, if there is one that can open a window here. */
function desktopCode() {
  // In a terminal of a remote window `code` only hands files to that window.
  if (!hasDisplay || process.env.VSCODE_IPC_HOOK_CLI) return null;
  return findCommand('code') ?? findCommand('code-insiders') ?? findCommand('codium');
}

/**
 * Serves the workbench until Ctrl+C.
 * @param {string} folder
 */
async function serve(folder) {
  installDebianPackages(compilerPackages);
  const { installVscode } = await import('./vscode/install.mjs');
  installVscode();
  const { startServer, workbenchUrl } = await import('./vscode/server.mjs');
  const { publisher, name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const server = await startServer({
    automation: false,
    port: Number(values.port),
    // Installed as a link to this folder: a reload of the window takes up a new build.
    prepare: (extensions) => symlinkSync(root, path.join(extensions, `${publisher}.${name}-${version}`)),
  });
  const interrupted = new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, resolve);
  });
  try {
    const address = workbenchUrl(server, { folder });
    if (values.check) {
      const response = await fetch(address);
      const page = await response.text();
      if (!response.ok || !page.includes('workbench')) throw new Error(`The page answers ${response.status}.`);
      console.log(`The workbench answers on ${server.origin}`);
      return 0;
    }
    console.log(`\nVS Code with Tagmetry: ${address}\nCtrl+C ends it.`);
    const code = await Promise.race([server.exited, interrupted.then(() => 0)]);
    console.log('\nEnding VS Code.');
    return code;
  } finally {
    await server.stop();
  }
}
