// Plays the scenarios *.scenario.ts in a real workbench; arguments choose some by name. With --alone one after the other, each once; with
// --quiet one more at a time from when the file it names is there.

import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { add, nothing } from '../../tools/closing.mjs';
import { type Results, writeResults } from '../../tools/record-results.mjs';
import { root, runScript } from '../../tools/setup.mjs';
import { launchBrowser } from '../../tools/vscode/browser.mjs';
import { installVscode } from '../../tools/vscode/install.mjs';
import { type Scenario, ScenarioContext } from './scenario.ts';
import { Windows } from './windows.ts';

const file = process.env.TAGMETRY_RESULTS ?? path.join(root, '.out', 'results', 'browser.json');
const { values, positionals: chosen } = parseArgs({
  allowPositionals: true,
  options: { alone: { type: 'boolean', default: false }, quiet: { type: 'string' } },
});
const ending = '.scenario.ts';
/** Takes longest, so it begins. */
const first = 'looks-overview';
/** Use what another step of `npm test` is making meanwhile. */
const last = ['newcomer', 'package'];
const place = (name: string): number => (name === first ? 0 : last.includes(name) ? 2 : 1);
const names = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(ending))
  .map((name) => name.slice(0, -ending.length))
  .filter((name) => chosen.length === 0 || chosen.includes(name))
  .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));

if (!existsSync(path.join(root, 'dist', 'client.cjs')) && runScript('esbuild.mjs') !== 0) process.exit(1);
installVscode();
rmSync(file, { force: true });
/** Windows at the same time beside other tests. A scenario waits for the window most of the time; more take each other's pace. */
const atOnce = values.alone ? 1 : 2;
const results: Required<Results> = nothing();
/** Seconds, of all attempts. */
const seconds = new Map<string, number>();
const browser = await launchBrowser();
const windows = new Windows(browser, !values.alone);
try {
  const waiting = [...names];
  const playAll = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await play(name);
  };
  const playWhenQuiet = async (file: string): Promise<void> => {
    while (waiting.length > 0 && !existsSync(file)) await setTimeout(1000);
    await playAll();
  };
  const players = Array.from({ length: atOnce }, playAll);
  await Promise.all(values.quiet === undefined ? players : [...players, playWhenQuiet(values.quiet)]);
} finally {
  await windows.close();
  await browser.close();
}

async function play(name: string): Promise<void> {
  console.log(`  ${name} begins`);
  const begun = performance.now();
  const scenario: Scenario = await import(`./${name}${ending}`);
  // A scenario that fails is played once more, from its start, in windows that nobody has used before: what it does depends on the machine's
  // pace. What it says the second time counts; the first failure stays in the output.
  let attempt = nothing();
  if (!(await new ScenarioContext(windows, name, attempt).play(scenario)) && !values.alone) {
    const [failure] = attempt.failed;
    console.log(`\n  ${failure?.title} failed, and is played once more:\n${failure?.error}\n`);
    attempt = nothing();
    if (await new ScenarioContext(new Windows(browser, false), name, attempt).play(scenario))
      attempt.repeated.push(`${failure?.title ?? name}\n${failure?.error}`);
  }
  add(results, attempt);
  seconds.set(name, (performance.now() - begun) / 1000);
}
writeResults(file, results);
console.log('\n  seconds of each scenario:');
for (const [name, took] of [...seconds].sort(([, a], [, b]) => b - a))
  console.log(`    ${took.toFixed(0).padStart(4)} ${name}`);
console.log(`\n  ${results.passed.length} passing, ${results.failed.length} failing\n`);
for (const { title, error } of results.failed) console.log(`  ${title}\n${error}`);
process.exit(results.failed.length === 0 && results.passed.length > 0 ? 0 : 1);
