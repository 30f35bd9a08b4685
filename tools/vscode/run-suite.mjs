// Runs one test entry (a module that exports `run`) in the extension host of the VS Code server, through a browser.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { startServer, workbenchUrl } from './server.mjs';

/** Begins what the suite itself prints, to tell it from the chatter of the workbench. */
const suiteMark = 'suite|';

/**
 * @param {object} options
 * @param {string} [options.folder] opened as the workspace; an empty one when absent
 * @param {string} options.extensionDevelopmentPath
 * @param {string} options.extensionTestsPath
 * @param {number} [options.timeout] milliseconds until the run counts as failed
 * @returns {Promise<number>} exit code: 0 only when the suite itself said so
 */
export async function runSuite({
  folder,
  extensionDevelopmentPath,
  extensionTestsPath,
  timeout = Number(process.env.TAGMETRY_SUITE_TIMEOUT ?? 300_000),
}) {
  const work = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-suite-'));
  const verdictFile = path.join(work, 'verdict');
  const entry = path.join(work, 'entry.cjs');
  writeFileSync(entry, entryWithVerdict(path.resolve(extensionTestsPath), verdictFile));
  const workspace = folder ?? path.join(work, 'empty');
  if (!folder) mkdirSync(workspace);

  const server = await startServer();
  /** @type {import('playwright-core').Browser | undefined} */
  let browser;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const stop = async () => {
    clearTimeout(timer);
    await browser?.close().catch(() => {});
    await server.stop();
    rmSync(work, { recursive: true, force: true });
  };
  const interrupted = () => void stop().finally(() => process.exit(130));
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await context.newPage();
    // Both functions must be there before the workbench starts: it looks for them once.
    /** @type {Promise<{ code: number, why: string | null }>} */
    const end = new Promise((resolve, reject) => {
      page
        .exposeFunction('codeAutomationExit', (/** @type {number} */ code) => resolve({ code, why: null }))
        .catch(reject);
      page.on('crash', () => resolve({ code: 1, why: 'the page crashed' }));
      server.exited.then((code) => resolve({ code: 1, why: `the VS Code server ended with ${code}` }));
      timer = setTimeout(() => resolve({ code: 1, why: `no end after ${timeout} ms` }), timeout);
    });
    /** @type {string[]} */
    const workbenchLog = [];
    await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
      const text = format(...args);
      if (text.startsWith(suiteMark)) console.log(text.slice(suiteMark.length));
      else workbenchLog.push(`[${type}] ${text}`);
    });
    await page.goto(workbenchUrl(server, { folder: workspace, extensionDevelopmentPath, extensionTestsPath: entry }));
    const { code, why } = await end;
    const verdict = existsSync(verdictFile) ? readFileSync(verdictFile, 'utf8') : null;
    // What the workbench said helps only where the suite could not say itself what failed.
    if (verdict === null || process.env.TAGMETRY_VERBOSE) console.log(workbenchLog.join('\n'));
    if (why) console.log(`VS Code suite: ${why}`);
    if (verdict === null) console.log('VS Code suite: the extension host ended before the suite did');
    return code === 0 && verdict === 'passed' ? 0 : code || 1;
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
    await stop();
  }
}

/**
 * The page reports exit code 0 even when the extension host dies in the middle of a test. So the entry is wrapped:
 * only a verdict written after `run` settled counts.
 * @param {string} entry
 * @param {string} verdictFile
 */
function entryWithVerdict(entry, verdictFile) {
  return `const { writeFileSync } = require('node:fs');
const { format } = require('node:util');
const print = console.log;
// Defined anew, because the extension host's own property ignores assignment.
Object.defineProperty(console, 'log', { value: (...args) => print(${JSON.stringify(suiteMark)} + format(...args)) });
const verdict = (text) => writeFileSync(${JSON.stringify(verdictFile)}, text);
exports.run = async () => {
  try {
    await require(${JSON.stringify(entry)}).run();
    verdict('passed');
  } catch (error) {
    verdict('failed: ' + (error && error.stack || error));
    throw error;
  }
};
`;
}
