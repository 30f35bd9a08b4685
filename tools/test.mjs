// `npm test`: installs what is missing, runs every check and test, and closes with the line `N passed, N failed`.
//   npm test -- --only check,unit   runs some of the steps: check, packages, editors, unit, vscode, browser

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { add, closing, nothing, takeScenarios } from './closing.mjs';
import {
  browserPackages,
  canInstall,
  compilerPackages,
  editorPackages,
  hasVscodeServer,
  installDebianPackages,
  installDependencies,
  isCI,
  root,
  runAside,
  runScript,
} from './setup.mjs';

/** @typedef {import('./record-results.mjs').Results} Results */

/** What a step printed, and what became of its tests. @typedef {{ output: string, results: Results }} Outcome */

/** All but those that need a VS Code, packages, or other editors, in two parts: those which compute, and those which start programs and wait. */
const computing = 'test/!(vscode|packages|editors|bulk|cli|images)/**/*.test.ts';
const starting = 'test/{bulk,cli,images}/**/*.test.ts';
/** Steps in a VS Code. */
const needVscode = ['vscode', 'browser'];
const resultsFolder = path.join(root, '.out', 'results');

/**
 * Lanes, which run at the same time: what works, what drives windows, and what starts programs. The last two wait often, the windows for
 * their install first; where the programs came after the rest, a core had nothing to do at the begin or at the end.
 * @type {{ name: string, title?: string, run: () => Promise<Outcome> }[][]}
 */
const lanes = [
  [
    { name: 'check', run: check },
    { name: 'packages', run: packages },
    { name: 'editors', run: () => mochaStep('editors', 'test/editors/*.test.ts') },
    { name: 'vscode', run: vscode },
    { name: 'unit', run: () => mochaStep('unit', computing) },
  ],
  [{ name: 'browser', run: browser }],
  [{ name: 'unit', title: 'unit, programs', run: () => mochaStep('unit-programs', starting) }],
];
const steps = lanes.flat();
/** Made when nothing but windows is left, which may then be more. */
const quiet = path.join(resultsFolder, 'quiet');

/** The install of VS Code, once it was asked for. @type {Promise<void> | undefined} */
let vscodeInstall;

process.exitCode = await main();

/** @returns {Promise<number>} exit code */
async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const only = values.only?.split(',') ?? steps.map((step) => step.name);
  const unknown = only.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    const known = [...new Set(steps.map((step) => step.name))];
    console.error(`There is no step ${unknown.join(', ')}. Steps: ${known.join(', ')}.`);
    return 2;
  }
  const all = nothing();
  /** @type {ReturnType<typeof takeScenarios>} */
  const apart = [];
  const began = performance.now();
  /** @param {string} name @param {() => Promise<Outcome>} action */
  const timed = async (name, action) => {
    const start = performance.now();
    /** @type {Outcome} */
    let outcome;
    try {
      outcome = await action();
    } catch (error) {
      const failure = { title: name, error: error instanceof Error ? error.message : String(error) };
      outcome = { output: '', results: { ...nothing(), failed: [failure] } };
    }
    const { output, results } = outcome;
    if (name === 'browser') apart.push(...takeScenarios(results));
    // At the end, because the lanes would mix their lines.
    console.log(`\n== ${name} ==\n${output}`);
    report(results);
    add(all, results);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `${name}: ${results.passed.length} of ${results.passed.length + results.failed.length} in ${seconds} s`,
    );
    return results.failed.length === 0;
  };

  // Without the set-up nothing below means anything.
  if (await timed('set-up', () => setUp(only))) {
    mkdirSync(resultsFolder, { recursive: true });
    rmSync(quiet, { force: true });
    let working = lanes.length - 1;
    await Promise.all(
      lanes.map(async (lane) => {
        for (const { name, title = name, run } of lane) if (only.includes(name)) await timed(title, run);
        if (!lane.some(({ name }) => name === 'browser') && --working === 0) writeFileSync(quiet, '');
      }),
    );
  }
  if (apart.length > 0) await timed('browser, alone', () => playAlone(apart));
  console.log(closing(all, (performance.now() - began) / 1000));
  return all.failed.length === 0 ? 0 : 1;
}

/**
 * Packages, builds and the programs to test in; VS Code is begun with and waited for by those who need it. Counts as no test unless it fails.
 * @param {string[]} only
 * @returns {Promise<Outcome>}
 */
async function setUp(only) {
  if (hasVscodeServer && needVscode.some((name) => only.includes(name))) {
    installDebianPackages([...compilerPackages, ...browserPackages]);
    installVscodeOnce().catch(() => {});
  }
  installDependencies();
  if (runScript('esbuild.mjs') !== 0) throw new Error('The build failed.');
  // Where they cannot be had, their tests say that they were left out.
  if (only.includes('editors') && canInstall()) installDebianPackages(editorPackages);
  return { output: '', results: nothing() };
}

/**
 * Installs VS Code beside all that needs none: it waits for the registry and a compiler. It comes without packages of this project.
 * @returns {Promise<void>} rejects when it fails, for every step that asks
 */
function installVscodeOnce() {
  vscodeInstall ??= runAside('tools/vscode/install.mjs').then(({ code, output }) => {
    console.log(output.trimEnd());
    if (code !== 0) throw new Error(`VS Code could not be installed.\n${output}`);
  });
  return vscodeInstall;
}

/** Format, lint, types and generated files; each command is one test. */
async function check() {
  const commands = [
    { title: 'format and lint', script: 'node_modules/@biomejs/biome/bin/biome', args: ['check', '.'] },
    { title: 'types', script: 'node_modules/typescript/bin/tsc', args: ['-p', '.'] },
    { title: 'types of the webviews', script: 'node_modules/typescript/bin/tsc', args: ['-p', 'media'] },
    { title: 'generated files are current', script: 'tools/generate/main.ts', args: ['--check'] },
  ];
  const results = nothing();
  let output = '';
  for (const { title, script, args } of commands) {
    const { code, output: said } = await runAside(script, args);
    output += said;
    if (code === 0) results.passed.push(title);
    else results.failed.push({ title, error: `exit code ${code}` });
  }
  return { output, results };
}

/** Makes every package, then looks into them. */
async function packages() {
  const made = await runAside('tools/package.mjs', ['--no-build']);
  if (made.code !== 0) throw new Error(`The packages could not be made.\n${made.output}`);
  return mochaStep('packages', 'test/packages/*.test.ts');
}

/** @param {string} name @param {string} files */
function mochaStep(name, files) {
  return recorded(name, 'node_modules/mocha/bin/mocha.js', [
    files,
    '--reporter',
    path.join(root, 'tools', 'reporter.mjs'),
  ]);
}

/** @returns {Promise<Outcome>} */
async function vscode() {
  if (hasVscodeServer) await installVscodeOnce();
  return recorded('vscode', 'test/vscode/run.ts');
}

/** @returns {Promise<Outcome>} */
async function browser() {
  if (!hasVscodeServer) {
    const title = 'browser scenarios: the VS Code server of the tests runs on Linux x64 only';
    return { output: '', results: { ...nothing(), pending: [{ title, file: null }] } };
  }
  await installVscodeOnce();
  return recorded('browser', 'test/browser/run.ts', ['--quiet', quiet]);
}

/**
 * Plays scenarios that failed beside others, when all else has ended.
 * @param {ReturnType<typeof takeScenarios>} failures
 */
async function playAlone(failures) {
  const names = new Set(failures.map(({ scenario }) => scenario));
  const outcome = await recorded('browser-alone', 'test/browser/run.ts', ['--alone', ...names]);
  const stillFail = new Set(outcome.results.failed.map(({ scenario }) => scenario));
  outcome.results.alone = failures.filter(({ scenario }) => !stillFail.has(scenario)).map(({ title }) => title);
  return outcome;
}

/**
 * Runs something that records its results in the file TAGMETRY_RESULTS names. Without that file, or with an exit code
 * that the results do not explain, the step has failed: a runner that dies in the middle must not look green.
 * @param {string} name
 * @param {string} script
 * @param {string[]} [args]
 * @returns {Promise<Outcome>}
 */
async function recorded(name, script, args = []) {
  const file = path.join(resultsFolder, `${name}.json`);
  mkdirSync(resultsFolder, { recursive: true });
  rmSync(file, { force: true });
  const { code, output } = await runAside(script, args, { TAGMETRY_RESULTS: file });
  if (!existsSync(file)) throw new Error(`It ended with exit code ${code} and without results.\n${output}`);
  /** @type {Results} */
  const results = JSON.parse(readFileSync(file, 'utf8'));
  if (code !== 0 && results.failed.length === 0) results.failed.push({ title: name, error: `exit code ${code}` });
  if (results.passed.length + results.failed.length === 0) {
    results.failed.push({ title: name, error: 'no test ran' });
  }
  return { output, results };
}

/**
 * Prints what failed and what was left out. In CI a test may be left out for one reason only: it needs the reference
 * data beside the project, and they are not on this machine.
 * @param {Results} results pending tests that had no excuse are moved to the failed ones
 */
function report(results) {
  const hasReferenceData = existsSync(process.env.TAGMETRY_SHARED ?? path.resolve(root, '..', 'shared'));
  const excused = (/** @type {string | null} */ file) =>
    !hasReferenceData && file !== null && existsSync(file) && readFileSync(file, 'utf8').includes('sharedPath(');
  if (results.pending.length > 0) {
    console.log(`${results.pending.length} not run:`);
    for (const { title, file } of results.pending) {
      const why = excused(file) ? ' (reference data absent)' : '';
      console.log(`  - ${title}${why}`);
      if (isCI && !why) results.failed.push({ title, error: 'left out without a reason that counts in CI' });
    }
  }
  for (const { title, error } of results.failed) console.log(`FAILED ${title}\n  ${error.replaceAll('\n', '\n  ')}`);
}
