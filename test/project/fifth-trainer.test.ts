// A trainer of the tests is put beside the others as CONTRIBUTING.md says, in a copy of the code: its folder and one line of the list. The
// program must then know it everywhere.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../shared.ts';
import { greyPng } from '../support/png.ts';

const toy = path.join(projectRoot, 'test/project/toy');

/** A copy of the code with the toy as fifth trainer. */
function withToy(copy: string): void {
  for (const name of ['server', 'package.json', 'l10n'])
    cpSync(path.join(projectRoot, name), path.join(copy, name), { recursive: true });
  symlinkSync(path.join(projectRoot, 'node_modules'), path.join(copy, 'node_modules'));
  const folder = path.join(copy, 'server/src/trainers/toy');
  mkdirSync(folder);
  for (const name of readdirSync(toy)) {
    const text = readFileSync(path.join(toy, name), 'utf8');
    const moved = text.replaceAll('../../../server/src/trainers/', '../').replaceAll('../../../server/src/', '../../');
    writeFileSync(path.join(folder, name), moved);
  }
  const list = path.join(copy, 'server/src/trainers/trainers.ts');
  const text = readFileSync(list, 'utf8');
  const entered = text.replace(/(TRAINERS: [^=]*= \[SD_SCRIPTS, )/, '$1TOY, ');
  assert.notEqual(entered, text);
  writeFileSync(list, `import { TOY } from './toy/trainer.ts';\n${entered}`);
}

describe('a fifth trainer', () => {
  let copy = '';
  let data = '';
  let faulty = '';
  const run = (...words: string[]) => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(copy, 'dist/commands.cjs'), ...words], {
      cwd: copy,
      encoding: 'utf8',
    });
    return { stdout, stderr, status };
  };

  before(async () => {
    copy = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-fifth-'));
    withToy(copy);
    await build({
      entryPoints: [path.join(copy, 'server/src/cli/main.ts')],
      outfile: path.join(copy, 'dist/commands.cjs'),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      mainFields: ['module', 'main'],
      external: ['sharp', '@img/sharp-wasm32'],
      logLevel: 'error',
    });
    data = path.join(copy, 'data');
    mkdirSync(path.join(data, 'img'), { recursive: true });
    writeFileSync(path.join(data, 'img/a.png'), greyPng(64, 64, 1));
    writeFileSync(path.join(data, 'img/a.txt'), 'a red ball');
    writeFileSync(path.join(data, 'run.yaml'), 'toy_folder: img\ntoy_side: 512\n');
    faulty = path.join(copy, 'faulty');
    cpSync(data, faulty, { recursive: true });
    writeFileSync(path.join(faulty, 'run.yaml'), 'toy_folder: img\ntoy_sides: 512\ntoy_side: 0\n');
  });

  after(() => rmSync(copy, { recursive: true, force: true }));

  it('is told from its files, planned and judged, after its folder and one list were touched', () => {
    const plan = run('plan', path.join(data, 'run.yaml'), '--json');
    assert.equal(plan.status, 0, plan.stderr);
    assert.match(plan.stdout, /"profile": ?"toy"|"trainer": ?"toy"/);
    assert.match(plan.stdout, /512/);
    const audit = run('audit', path.join(data, 'img'), '--json', '--images', 'off');
    assert.match(audit.stdout, /"toy"/, audit.stderr);
  });

  it('tells the faults of its files at their places', () => {
    const { stdout, stderr } = run('audit', path.join(faulty, 'img'), '--json', '--images', 'off');
    const { findings } = JSON.parse(stdout || 'null') as { findings: { rule: string; file: string; line?: number }[] };
    const told = findings.filter(({ file }) => file.endsWith('run.yaml')).map(({ rule }) => rule);
    assert.deepEqual(told.sort(), ['config-refused-value', 'unknown-config-key'], stderr);
  });

  it('is a choice wherever trainers are chosen', () => {
    const help = run('audit', '--help');
    assert.match(help.stdout, /"toy"/, help.stderr);
  });
});
