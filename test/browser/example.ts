// The example dataset of a fox with a red scarf, for scenarios.

import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../tools/setup.mjs';
import type { ScenarioContext } from './scenario.ts';

export const exampleSubset = '10_mrafox fox';

/** The example dataset, made once for all scenarios. */
let made: string | undefined;

/** Puts the example dataset into a temporary place; returns its folder. */
export function makeExample(context: ScenarioContext): string {
  made ??= makeOnce();
  const dataset = path.join(context.copyFolder('test/vscode/workspace'), 'dataset');
  cpSync(made, dataset, { recursive: true });
  return dataset;
}

function makeOnce(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-example-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const dataset = path.join(folder, 'dataset');
  execFileSync(process.execPath, ['--import=tsx', path.join(root, 'tools', 'make-examples.ts'), dataset], {
    cwd: root,
  });
  return dataset;
}

/** User settings that make pictures easy to read. */
export const clearSettings = {
  'editor.wordWrap': 'on',
  'editor.fontSize': 16,
  'editor.minimap.enabled': false,
  'workbench.startupEditor': 'none',
};
