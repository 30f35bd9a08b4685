// Plays the scenarios *.scenario.ts in a real workbench; arguments choose some by name.

import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Results, writeResults } from '../../tools/record-results.mjs';
import { root, runScript } from '../../tools/setup.mjs';
import { launchBrowser } from '../../tools/vscode/browser.mjs';
import { installVscode } from '../../tools/vscode/install.mjs';
import { type Scenario, ScenarioContext } from './scenario.ts';

const file = process.env.TAGMETRY_RESULTS ?? path.join(root, '.out', 'results', 'browser.json');
const chosen = process.argv.slice(2);
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
/** Windows at the same time. A scenario waits for the window most of the time; more than two take each other's pace. */
const atOnce = 2;
const results: Required<Results> = { passed: [], failed: [], pending: [], repeated: [] };
const browser = await launchBrowser();
try {
  const waiting = [...names];
  const playAll = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) await play(name);
  };
  await Promise.all(Array.from({ length: atOnce }, playAll));
} finally {
  await browser.close();
}

async function play(name: string): Promise<void> {
  console.log(`  ${name} begins`);
  const scenario: Scenario = await import(`./${name}${ending}`);
  // A window shared with nobody still depends on the machine's pace: a scenario that fails is played once more, from
  // its start, in a window of its own. What it says the second time counts; the first failure stays in the output.
  const attempt: Results = { passed: [], failed: [], pending: [] };
  if (await new ScenarioContext(browser, name, attempt).play(scenario)) {
    results.passed.push(...attempt.passed);
    return;
  }
  const [failure] = attempt.failed;
  console.log(`\n  ${failure?.title} failed, and is played once more:\n${failure?.error}\n`);
  const second: Results = { passed: [], failed: [], pending: [] };
  if (await new ScenarioContext(browser, name, second).play(scenario)) results.repeated.push(failure?.title ?? name);
  results.passed.push(...second.passed);
  results.failed.push(...second.failed);
}
writeResults(file, results);
console.log(`\n  ${results.passed.length} passing, ${results.failed.length} failing\n`);
for (const { title, error } of results.failed) console.log(`  ${title}\n${error}`);
process.exit(results.failed.length === 0 && results.passed.length > 0 ? 0 : 1);
