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
const names = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(ending))
  .map((name) => name.slice(0, -ending.length))
  .filter((name) => chosen.length === 0 || chosen.includes(name))
  .sort();

if (!existsSync(path.join(root, 'dist', 'client.cjs')) && runScript('esbuild.mjs') !== 0) process.exit(1);
installVscode();
rmSync(file, { force: true });
const results: Results = { passed: [], failed: [], pending: [] };
const browser = await launchBrowser();
try {
  for (const name of names) {
    console.log(`\n  ${name}`);
    const scenario: Scenario = await import(`./${name}${ending}`);
    // A window shared with nobody still depends on the machine's pace: a scenario that fails is played once more, from
    // its start, in a window of its own. What it says the second time counts; the first failure stays in the output.
    const before = results.passed.length;
    if (await new ScenarioContext(browser, name, results).play(scenario)) continue;
    const [first] = results.failed.splice(-1);
    results.passed.length = before;
    console.log(`\n  ${first.title} failed, and is played once more:\n${first.error}\n`);
    await new ScenarioContext(browser, name, results).play(scenario);
  }
} finally {
  await browser.close();
}
writeResults(file, results);
console.log(`\n  ${results.passed.length} passing, ${results.failed.length} failing\n`);
for (const { title, error } of results.failed) console.log(`  ${title}\n${error}`);
process.exit(results.failed.length === 0 && results.passed.length > 0 ? 0 : 1);
