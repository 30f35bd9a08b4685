#!/usr/bin/env node
// Plays the desktop executable `code` for @vscode/test-electron: the same switches in, the exit code out. Behind it
// stand the VS Code server and a headless browser.

import { parseArgs } from 'node:util';
import { runSuite } from './run-suite.mjs';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  strict: false, // the many other switches are for the desktop
  allowPositionals: true,
  options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
});
const { extensionDevelopmentPath, extensionTestsPath } = values;
if (typeof extensionDevelopmentPath !== 'string' || typeof extensionTestsPath !== 'string') {
  console.error('Both --extensionDevelopmentPath and --extensionTestsPath are needed.');
  process.exit(2);
}
process.exit(await runSuite({ folder: positionals[0], extensionDevelopmentPath, extensionTestsPath }));
