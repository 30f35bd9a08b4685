// `npm test`: installs what is missing, runs every check and test, and closes with the line `N passed, N failed`.
//   npm test -- --only check,unit,vscode,browser   runs some of the steps

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  browserPackages,
  compilerPackages,
  hasVscodeServer,
  installDebianPackages,
  installDependencies,
  isCI,
  root,
  runScript,
} from './setup.mjs';

/** @typedef {import('./record-results.mjs').Results} Results */

/** All but those that need a VS Code, packages, or other editors. */
const unitTests = 'test/!(vscode|packages|editors)/**/*.test.ts';
const resultsFolder = path.join(root, '.out', 'results');

const steps = [
  { name: 'check', run: check },
  { name: 'unit', run: unit },
  { name: 'vscode', run: () => recorded('vscode', (env) => runScript('test/vscode/run.ts', [], env)) },
  { name: 'browser', run: browser },
];

process.exitCode = await main();

/** @returns {Promise<number>} exit code */
async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const only = values.only?.split(',') ?? steps.map((step) => step.name);
  const unknown = only.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    console.error(`There is no step ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}.`);
    return 2;
  }
  let passed = 0;
  let failed = 0;
  /** @param {string} name @param {() => Results | Promise<Results>} action */
  const timed = async (name, action) => {
    console.log(`\n== ${name} ==`);
    const start = performance.now();
    /** @type {Results} */
    let results;
    try {
      results = await action();
    } catch (error) {
      results = {
        passed: [],
        failed: [{ title: name, error: error instanceof Error ? error.message : String(error) }],
        pending: [],
      };
    }
    report(results);
    passed += results.passed.length;
    failed += results.failed.length;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(
      `${name}: ${results.passed.length} of ${results.passed.length + results.failed.length} in ${seconds} s`,
    );
    return results.failed.length === 0;
  };

  // Without the set-up nothing below means anything.
  if (await timed('set-up', () => setUp(only))) {
    for (const step of steps) if (only.includes(step.name)) await timed(step.name, step.run);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/**
 * Packages, builds and the VS Code to test in. Counts as no test unless it fails.
 * @param {string[]} only
 * @returns {Promise<Results>}
 */
async function setUp(only) {
  installDependencies();
  if (runScript('esbuild.mjs') !== 0) throw new Error('The build failed.');
  if (hasVscodeServer && (only.includes('vscode') || only.includes('browser'))) {
    installDebianPackages([...compilerPackages, ...browserPackages]);
    const { installVscode } = await import('./vscode/install.mjs');
    installVscode();
  }
  return { passed: [], failed: [], pending: [] };
}

/** Format, lint, types and generated files; each command is one test. */
function check() {
  const commands = [
    { title: 'format and lint', script: 'node_modules/@biomejs/biome/bin/biome', args: ['check', '.'] },
    { title: 'types', script: 'node_modules/typescript/bin/tsc', args: ['-p', '.'] },
    {
      title: 'types of the webviews',
      script: 'node_modules/typescript/bin/tsc',
      args: ['-p', 'media'],
      needs: 'media',
    },
    {
      title: 'generated files are current',
      script: 'tools/generate/main.ts',
      args: ['--check'],
      needs: 'tools/generate/main.ts',
    },
  ];
  /** @type {Results} */
  const results = { passed: [], failed: [], pending: [] };
  for (const { title, script, args, needs } of commands) {
    if (needs === 'media' ? !hasTypeScript('media') : needs && !existsSync(path.join(root, needs))) continue;
    const code = runScript(script, args);
    if (code === 0) results.passed.push(title);
    else results.failed.push({ title, error: `exit code ${code}` });
  }
  return results;
}

/** @param {string} folder */
function hasTypeScript(folder) {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return files.some((file) => file.endsWith('.ts'));
}

function unit() {
  return recorded('unit', (env) =>
    runScript(
      'node_modules/mocha/bin/mocha.js',
      [unitTests, '--reporter', path.join(root, 'tools', 'reporter.mjs')],
      env,
    ),
  );
}

/** @returns {Results} */
function browser() {
  if (!hasVscodeServer) {
    const title = 'browser scenarios: the VS Code server of the tests runs on Linux x64 only';
    return { passed: [], failed: [], pending: [{ title, file: null }] };
  }
  return recorded('browser', (env) => runScript('test/browser/run.ts', [], env));
}

/**
 * Runs something that records its results in the file TAGMETRY_RESULTS names. Without that file, or with an exit code
 * that the results do not explain, the step has failed: a runner that dies in the middle must not look green.
 * @param {string} name
 * @param {(env: NodeJS.ProcessEnv) => number} action returns the exit code
 * @returns {Results}
 */
function recorded(name, action) {
  const file = path.join(resultsFolder, `${name}.json`);
  mkdirSync(resultsFolder, { recursive: true });
  rmSync(file, { force: true });
  const code = action({ TAGMETRY_RESULTS: file });
  if (!existsSync(file)) throw new Error(`It ended with exit code ${code} and without results.`);
  /** @type {Results} */
  const results = JSON.parse(readFileSync(file, 'utf8'));
  if (code !== 0 && results.failed.length === 0) results.failed.push({ title: name, error: `exit code ${code}` });
  if (results.passed.length + results.failed.length === 0) {
    results.failed.push({ title: name, error: 'no test ran' });
  }
  return results;
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
