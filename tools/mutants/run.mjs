// `npm run mutants [-- path…]`: changes the code of rules, advice and tags in small ways, one at a time, and runs the tests that reach
// the change. What lives is listed in .out/mutants/report.html: a test is missing, or the change makes no difference.
// Without paths everything is changed, which takes hours on two cores; name files or folders of what you work on.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const here = import.meta.dirname;
const root = path.resolve(here, '..', '..');
if (!existsSync(path.join(here, 'node_modules', '@stryker-mutator')))
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: 'inherit' });

const named = process.argv.slice(2);
const paths = named.length > 0 ? named : ['server/src/rules', 'server/src/advice', 'server/src/tags'];
const config = {
  testRunner: 'mocha',
  plugins: [path.join(here, 'node_modules/@stryker-mutator/mocha-runner/dist/src/index.js')],
  testRunnerNodeArgs: ['--import=tsx'],
  mochaOptions: {
    spec: (process.env.TAGMETRY_TESTS ?? 'rules,tags,concepts,metrics,facts,advice,seed,settings,report,engine')
      .split(',')
      .map((room) => `test/${room}/**/*.test.ts`),
    ui: 'bdd',
    config: '.mocharc.json',
  },
  mutate: [...paths.map((each) => (each.endsWith('.ts') ? each : `${each}/**/*.ts`)), '!**/data/**', '!**/registry.ts'],
  // Texts are read by people and checked by the rules' pages; numbers are moved by thresholds.ts.
  mutator: { excludedMutations: ['StringLiteral', 'ArrayDeclaration'] },
  // TypeScript 7 has no interface that Stryker could rewrite the file with, and tsx needs no rewriting.
  tsconfigFile: '.out/none.json',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  inPlace: false,
  symlinkNodeModules: true,
  tempDirName: '.out/mutants/sandbox',
  reporters: ['clear-text', 'progress', 'html'],
  htmlReporter: { fileName: '.out/mutants/report.html' },
  ignorePatterns: ['dist', '.out', 'docs/images', 'examples', 'tools/mutants/node_modules', 'tools/vscode'],
  disableTypeChecks: false,
  cleanTempDir: 'always',
};
const file = path.join(root, '.out', 'mutants', 'stryker.conf.json');
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, JSON.stringify(config, null, 2));
const stryker = path.join(here, 'node_modules/@stryker-mutator/core/bin/stryker.js');
const shared = process.env.TAGMETRY_SHARED ?? path.resolve(root, '..', 'shared');
const { status } = spawnSync(process.execPath, [stryker, 'run', file], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, TAGMETRY_SHARED: shared },
});
process.exitCode = status ?? 1;
