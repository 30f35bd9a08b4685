// `npm run mutants:thresholds [-- [--all] path…]`: moves each named number of the rules, one at a time and both ways, and runs the tests
// that are near: those of thresholds, then those that name the file. `--all` runs all tests of these rooms over what is still alive.
// A number that can move without a red test is named: either a test is missing, or it only shapes a message and stands in
// may-live.json with the reason.

import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../generate/files.ts';

const rooms = ['rules', 'tags', 'concepts', 'metrics', 'advice'];
const tests = ['rules', 'tags', 'concepts', 'facts', 'advice', 'seed'];
const atOnce = 2;

/** A number in the code: as a named constant at the top of a file, or as the default of a rule's option. */
interface Threshold {
  readonly file: string;
  readonly name: string;
  readonly value: number;
  readonly kind: 'constant' | 'default';
}

interface Mutant extends Threshold {
  readonly moved: number;
}

const constants = /^(?:export )?const (\w+) = (-?[\d._]+(?:e-?\d+)?)\b(?=[;\s])/gm;
const defaults = /^\s*(\w+): z\b(?:(?!\.default\(|^\s*\w+: ).)*\.default\((-?[\d.]+)\)/gms;

function sources(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder)).flatMap((name) => {
    const relative = `${folder}/${name}`;
    if (statSync(path.join(projectRoot, relative)).isDirectory()) return name === 'data' ? [] : sources(relative);
    return name.endsWith('.ts') ? [relative] : [];
  });
}

function thresholdsOf(file: string): Threshold[] {
  const text = readFileSync(path.join(projectRoot, file), 'utf8');
  const value = (digits: string): number => Number(digits.replaceAll('_', ''));
  const found = (kind: Threshold['kind'], pattern: RegExp): Threshold[] =>
    [...text.matchAll(pattern)].map(([, name, digits]) => ({ file, name, kind, value: value(digits) }));
  return [...found('constant', constants), ...found('default', defaults)];
}

/** One step up and one down; numbers that are whole stay whole. */
function mutantsOf(threshold: Threshold): Mutant[] {
  const { value } = threshold;
  const step =
    Number.isInteger(value) && value !== 0
      ? Math.max(1, Math.round(Math.abs(value) * 0.1))
      : Math.max(Math.abs(value) * 0.1, 0.01);
  return [value - step, value + step].map((moved) => ({ ...threshold, moved: Number(moved.toFixed(6)) }));
}

const testFiles = tests
  .flatMap((room) => sources(`test/${room}`).filter((file) => file.endsWith('.test.ts')))
  .sort()
  .map((file) => ({ file, text: readFileSync(path.join(projectRoot, file), 'utf8') }));

/** The tests to run for a file, the nearest first: its group's thresholds, those that name it, and all others. */
function stagesFor(file: string, all: boolean): string[][] {
  const [, , room, group] = file.split('/');
  const name = path.basename(file, '.ts');
  const near = [`test/${room}/thresholds/${group}.test.ts`, `test/${room}/thresholds.test.ts`];
  const first = testFiles.filter((test) => near.includes(test.file));
  const second = testFiles.filter((test) => !first.includes(test) && new RegExp(`[/'"\`]${name}\\b`).test(test.text));
  const third = all ? testFiles.filter((test) => !first.includes(test) && !second.includes(test)) : [];
  return [first, second, third].filter((stage) => stage.length > 0).map((stage) => stage.map((test) => test.file));
}

/** Runs tests with one number moved. Resolves to whether one was red. */
function red(files: readonly string[], mutant: Mutant | null): Promise<boolean> {
  const args = ['node_modules/mocha/bin/mocha.js', '--bail', '--reporter=dot', ...files];
  const hook = path.join(import.meta.dirname, 'register.mjs');
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      stdio: 'ignore',
      env: {
        ...process.env,
        // Files that are required and not imported pass no loader.
        NODE_OPTIONS: `--no-experimental-require-module --import=tsx --import=${hook}`,
        TAGMETRY_MUTANT: mutant ? JSON.stringify(mutant) : '',
      },
    });
    child.once('exit', (code) => resolve(code !== 0));
  });
}

async function killed(mutant: Mutant, all: boolean): Promise<boolean> {
  for (const files of stagesFor(mutant.file, all)) if (await red(files, mutant)) return true;
  return false;
}

const given = process.argv.slice(2);
const all = given.includes('--all');
const wanted = given.filter((argument) => argument !== '--all').map((argument) => argument.replace(/^\.\//, ''));
const mayLive = JSON.parse(readFileSync(path.join(import.meta.dirname, 'may-live.json'), 'utf8')) as Record<
  string,
  string
>;
const mutants = rooms
  .flatMap((room) => sources(`server/src/${room}`))
  .filter((file) => wanted.length === 0 || wanted.some((start) => file.startsWith(start)))
  .flatMap(thresholdsOf)
  .filter(({ file, name }) => mayLive[name] === undefined && mayLive[`${file}:${name}`] === undefined)
  .flatMap(mutantsOf);

async function main(): Promise<number> {
  const needed = new Set(mutants.flatMap(({ file }) => stagesFor(file, all).flat()));
  if (needed.size > 0 && (await red([...needed], null))) {
    console.error('The tests are red before anything was moved.');
    return 2;
  }
  const alive: Mutant[] = [];
  let next = 0;
  const runner = async (): Promise<void> => {
    while (next < mutants.length) {
      const mutant = mutants[next++];
      const dead = await killed(mutant, all);
      console.log(`${dead ? 'killed' : 'ALIVE '} ${mutant.file} ${mutant.name}: ${mutant.value} → ${mutant.moved}`);
      if (!dead) alive.push(mutant);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  console.log(`${mutants.length} moved, ${mutants.length - alive.length} killed, ${alive.length} alive`);
  return alive.length > 0 ? 1 : 0;
}

main().then((code) => {
  process.exitCode = code;
});
