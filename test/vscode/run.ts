// Runs test/vscode/suite in a real VS Code: the one VSCODE_EXECUTABLE names, else the VS Code server in a headless
// browser on Linux in CI or without a display, else a desktop VS Code that is downloaded once.

import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { hasDisplay, hasVscodeServer, isCI, root, runScript } from '../../tools/setup.mjs';
import { installVscode } from '../../tools/vscode/install.mjs';

const results = process.env.TAGMETRY_RESULTS ?? path.join(root, '.out', 'results', 'vscode.json');

if (!existsSync(path.join(root, 'dist', 'client.cjs')) && runScript('esbuild.mjs') !== 0) process.exit(1);
const entry = await bundleSuite();
const work = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-vscode-test-'));
// A space in the path, because people's folders have them ("10_ohwx woman").
const workspace = path.join(work, 'my captions');
cpSync(path.join(root, 'test', 'vscode', 'workspace'), workspace, { recursive: true });
rmSync(results, { force: true });
try {
  await runTests({
    vscodeExecutablePath: executable(),
    extensionDevelopmentPath: root,
    extensionTestsPath: entry,
    extensionTestsEnv: {
      TAGMETRY_RESULTS: results,
      // Bulk edits of the tests are not noted among the user's.
      TAGMETRY_STATE: path.join(work, 'state'),
      TAGMETRY_EXAMPLES: path.join(root, 'test', 'trainers', 'examples'),
      TAGMETRY_UNDO_FILES: process.env.TAGMETRY_UNDO_FILES,
      MOCHA_GREP: process.env.MOCHA_GREP,
    },
    launchArgs: [workspace],
  });
  // Exit code 0 alone proves nothing: the extension host may have died before the end.
  if (!existsSync(results)) throw new Error('VS Code ended without results.');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** The executable to run, or undefined for the one that @vscode/test-electron downloads. */
function executable(): string | undefined {
  if (process.env.VSCODE_EXECUTABLE) return path.resolve(process.env.VSCODE_EXECUTABLE);
  if (!hasVscodeServer || (hasDisplay && !isCI)) return undefined;
  installVscode();
  return path.join(root, 'tools', 'vscode', 'code-browser.mjs');
}

/** Bundles every test file into one module that exports `run`; returns its path. */
async function bundleSuite(): Promise<string> {
  const suite = path.join(root, 'test', 'vscode', 'suite');
  const outfile = path.join(root, '.out', 'vscode-suite', 'suite.cjs');
  const files = readdirSync(suite).filter((name) => name.endsWith('.test.ts'));
  const loaders = files.map((name) => {
    const file = JSON.stringify(path.join(suite, name));
    return `${file}: () => require(${file}),`;
  });
  await build({
    stdin: {
      contents: `import { runTestFiles } from './index.ts';
        export const run = () => runTestFiles({ ${loaders.join('\n')} });`,
      resolveDir: suite,
      loader: 'ts',
    },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    mainFields: ['module', 'main'],
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return outfile;
}
