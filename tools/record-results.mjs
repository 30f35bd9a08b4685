// Records what a mocha run did in a file that `npm test` adds up.

import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Results
 * @property {string[]} passed titles
 * @property {{ title: string, error: string, scenario?: string }[]} failed with the scenario that can be played by itself
 * @property {string[]} [repeated] titles that passed only when they were played once more
 * @property {string[]} [alone] titles that passed only when nothing else ran
 * @property {{ title: string, file: string | null }[]} pending tests that were skipped, and the file that holds them
 */

/**
 * Writes the results when the run has ended; a run that dies before leaves no file.
 * @param {{ on(event: string, listener: (...args: any[]) => void): unknown }} runner mocha's
 * @param {string | undefined} file nothing is recorded without one
 */
export function recordResults(runner, file) {
  if (!file) return;
  /** @type {Results} */
  const results = { passed: [], failed: [], pending: [], repeated: [] };
  runner.on('pass', (test) => {
    results.passed.push(test.fullTitle());
    if (test.currentRetry() > 0) results.repeated?.push(test.fullTitle());
  });
  runner.on('fail', (test, error) =>
    results.failed.push({ title: test.fullTitle(), error: String(error?.stack ?? error) }),
  );
  runner.on('pending', (test) => results.pending.push({ title: test.fullTitle(), file: test.file ?? null }));
  runner.on('end', () => writeResults(file, results));
}

/**
 * @param {string} file
 * @param {Results} results
 */
export function writeResults(file, results) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
}
