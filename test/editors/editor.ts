import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../shared.ts';
import { greyPng } from '../support/png.ts';

/** A folder of captions for a real editor to open, with the command `tagmetry` on a path of its own. */
export interface Desk {
  /** To be removed at the end. */
  readonly home: string;
  readonly dataset: string;
  readonly env: NodeJS.ProcessEnv;
}

/** Two captions of a dataset; the first has a tag twice, the second a tag that can be completed. */
export function makeDesk(): Desk {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-editor-'));
  const dataset = path.join(home, '10_ohwx woman');
  mkdirSync(dataset);
  const captions = { '0001': 'ohwx, 1girl, long hair, long hair, outdoors', '0002': 'ohwx, 1girl, umbrella' };
  for (const [at, [name, text]] of Object.entries(captions).entries()) {
    writeFileSync(path.join(dataset, `${name}.txt`), text);
    writeFileSync(path.join(dataset, `${name}.png`), greyPng(64, 64, at + 1));
  }
  const bin = path.join(home, 'bin');
  mkdirSync(bin);
  symlinkSync(path.join(projectRoot, 'dist', 'cli.cjs'), path.join(bin, 'tagmetry'));
  const env = {
    ...process.env,
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_STATE_HOME: home,
    LANG: 'C.UTF-8',
    PATH: [bin, path.dirname(process.execPath), process.env.PATH].join(path.delimiter),
  };
  return { home, dataset, env };
}

/** The first block of code in a language on a page under docs/editors. */
export function codeOn(page: string, language: string): string {
  const text = readFileSync(path.join(projectRoot, 'docs', 'editors', page), 'utf8');
  const block = new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\``, 'ms').exec(text)?.[1];
  assert.ok(block, `${page} has no ${language}`);
  return block;
}

/** Whether a command answers. */
export const hasCommand = (name: string): boolean => spawnSync(name, ['--version']).status === 0;

/** Runs an editor to its end and reads what it wrote: one JSON object. */
export function played<T>(desk: Desk, command: string, args: readonly string[], result: string): T {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: desk.dataset,
    env: desk.env,
    encoding: 'utf8',
    timeout: 60_000,
  });
  assert.equal(status, 0, `${command}: ${error ?? ''}\n${stdout}\n${stderr}`);
  return JSON.parse(readFileSync(result, 'utf8')) as T;
}

/** What both editors report of the same short visit. */
export interface Visit {
  /** Rules of the findings of 0001.txt. */
  readonly findings: string[];
  /** Titles of the fixes offered at the finding. */
  readonly actions: string[];
  /** How many of the offered actions are commands. */
  readonly commands: number;
  /** The caption after the first fix. */
  readonly fixed: string;
  /** Tags offered after ", umb" at the end. */
  readonly completions: string[];
}

export function checkVisit({ findings, actions, commands, fixed, completions }: Visit): void {
  assert.ok(findings.includes('duplicate-tag'), findings.join(', '));
  assert.ok(actions.length > 0);
  assert.equal(commands, 0);
  assert.equal(fixed, 'ohwx, 1girl, long hair, outdoors');
  assert.ok(completions.includes('umbrella'), completions.join(', '));
}
