// Runs the tests that were loaded into the extension host, the same on the desktop and in the VS Code server.

import type { default as MochaClass } from 'mocha';
import { recordResults } from '../../../tools/record-results.mjs';

/**
 * Rejects when a test failed.
 * @param files each test file's path and what loads it; loading defines its tests
 */
export async function runTestFiles(files: Record<string, () => void>): Promise<void> {
  // Not bundled, and imported, not required: mocha is an ES module, which the Node of older VS Codes cannot require.
  const Mocha = (await import('mocha')).default as unknown as typeof MochaClass;
  const mocha = new Mocha({
    ui: 'bdd',
    color: false,
    timeout: 60_000,
    // The editor's own commands give up when the focus moves: such a test runs once more, and the output says so.
    retries: 1,
    grep: process.env.MOCHA_GREP,
    reporter: 'spec',
  });
  for (const [file, load] of Object.entries(files)) {
    mocha.suite.emit('pre-require', globalThis as never, file, mocha); // defines describe, it … for this file
    load();
  }
  const failures = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('retry', (test, error) => console.log(`${test.fullTitle()} runs once more: ${error?.stack ?? error}`));
    recordResults(runner, process.env.TAGMETRY_RESULTS);
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}
