// What other repositories use: the script of action.yml, the hook of pre-commit, the example.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parse as load } from 'yaml';
import { projectRoot } from '../shared.ts';
import { greyPng } from '../support/png.ts';

const read = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');

describe('CI', () => {
  let folder = '';
  let env: NodeJS.ProcessEnv = {};
  before(function () {
    if (process.platform === 'win32') this.skip();
    folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-ci-'));
    const train = path.join(folder, 'train');
    mkdirSync(path.join(folder, 'bin'));
    mkdirSync(train);
    symlinkSync(path.join(projectRoot, 'dist', 'cli.cjs'), path.join(folder, 'bin', 'tagmetry'));
    // Enough captions for risks to be judged.
    for (const [at, name] of [...'abcdefghijklmnopqrstuvwxyz'].entries()) {
      writeFileSync(path.join(train, `${name}.txt`), `ohwx, 1girl, tag ${name}${at === 0 ? ', hat, hat' : ''}`);
      writeFileSync(path.join(train, `${name}.png`), greyPng(64, 64, at + 1));
    }
    env = {
      ...process.env,
      PATH: [path.join(folder, 'bin'), path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
      LANG: 'C',
      TAGMETRY_STATE: path.join(folder, 'state'),
      RUNNER_TEMP: folder,
      GITHUB_OUTPUT: path.join(folder, 'output'),
      GITHUB_STEP_SUMMARY: path.join(folder, 'summary'),
    };
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  /** Runs the action's script and reads what it left for the next steps. */
  function action(inputs: Record<string, string>): { annotations: string; outputs: string; summary: string } {
    for (const name of ['output', 'summary']) rmSync(path.join(folder, name), { force: true });
    const { status, stdout, stderr } = spawnSync('bash', [path.join(projectRoot, 'tools', 'action', 'audit.sh')], {
      cwd: folder,
      env: { ...env, FOLDER: 'train', FAIL_ON: 'warning', IMAGES: 'headers', ...inputs },
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    const text = (name: string): string =>
      readdirSync(folder).includes(name) ? readFileSync(path.join(folder, name), 'utf8') : '';
    return { annotations: stdout, outputs: text('output'), summary: text('summary') };
  }

  it('the action annotates, writes SARIF and a summary with the risks, and tells the verdict', () => {
    const { annotations, outputs, summary } = action({});
    assert.match(annotations, /^::warning .*a\.txt.*duplicate-tag/m);
    assert.match(outputs, /^exit-code=1$/m);
    const sarif = /^sarif-file=(.*)$/m.exec(outputs)?.[1] ?? '';
    const { runs } = JSON.parse(readFileSync(sarif, 'utf8')) as { runs: { results: { ruleId: string }[] }[] };
    assert.ok(runs[0]?.results.some(({ ruleId }) => ruleId === 'duplicate-tag'));
    assert.match(summary, /memorization/i);
  });

  it('the action passes options on: severity, baseline, others', () => {
    assert.match(action({ FAIL_ON: 'error' }).outputs, /^exit-code=0$/m);
    execFileSync('tagmetry', ['audit', 'train', '--baseline', 'known.json', '--write-baseline', '--fail-on', 'never'], {
      cwd: folder,
      env,
      stdio: 'ignore',
    });
    assert.match(action({ BASELINE: 'known.json' }).outputs, /^exit-code=0$/m);
    assert.doesNotMatch(action({ ARGS: '--rule duplicate-tag=off' }).annotations, /duplicate-tag/);
    assert.match(action({ FOLDER: 'nowhere' }).outputs, /^exit-code=2$/m);
  });

  it('the action names only inputs and outputs that it has, and its script reads them', () => {
    const { inputs, runs } = load(read('action.yml')) as {
      inputs: Record<string, unknown>;
      runs: { steps: { env?: Record<string, string> }[] };
    };
    const used = new Set([...read('action.yml').matchAll(/inputs\.([\w-]+)/g)].map((match) => match[1]));
    assert.deepEqual([...used].sort(), Object.keys(inputs).sort());
    const script = read('tools/action/audit.sh');
    const given = runs.steps.flatMap((step) => Object.keys(step.env ?? {}));
    for (const name of ['FOLDER', 'FAIL_ON', 'IMAGES', 'BASELINE', 'ARGS']) {
      assert.ok(given.includes(name) && script.includes(name), name);
    }
  });

  it('every workflow and template is YAML', () => {
    for (const file of [
      'action.yml',
      '.pre-commit-hooks.yaml',
      'examples/ci/.pre-commit-config.yaml',
      'examples/ci/.github/workflows/captions.yml',
      ...['workflows', 'ISSUE_TEMPLATE'].flatMap((name) =>
        readdirSync(path.join(projectRoot, '.github', name)).map((entry) => `.github/${name}/${entry}`),
      ),
    ])
      assert.equal(typeof load(read(file)), 'object', file);
  });

  it('the hook of pre-commit runs what an installation from the repository brings', () => {
    const [hook] = load(read('.pre-commit-hooks.yaml')) as { entry: string }[];
    const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
    const [{ files }] = JSON.parse(packed) as [{ files: { path: string }[] }];
    const names = files.map((file) => file.path);
    for (const name of ['dist/cli.cjs', 'dist/commands.cjs', 'dist/worker.cjs', 'docs/rules/duplicate-tag.md'])
      assert.ok(names.includes(name), name);
    assert.ok(!names.some((name) => /^(test|server|tools)\//.test(name) || name.endsWith('.map')));
    const [command, ...args] = `${hook?.entry} train`.split(' ') as [string, ...string[]];
    const { status, stdout } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(stdout, /duplicate-tag/);
  });

  it('the changelog has a section for the version, which the release takes its notes from', () => {
    const { version } = JSON.parse(read('package.json')) as { version: string };
    const notes = execFileSync(process.execPath, [path.join(projectRoot, 'tools', 'release-notes.mjs'), version], {
      encoding: 'utf8',
    });
    assert.match(notes, /^### Added/);
    assert.doesNotMatch(notes, /^\[/m);
  });
});
