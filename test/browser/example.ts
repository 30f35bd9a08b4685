// The example dataset of a fox with a red scarf, for scenarios.

import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../tools/setup.mjs';
import type { ScenarioContext } from './scenario.ts';

export const exampleSubset = '10_mrafox fox';

/** Makes the example dataset in a temporary place; returns its folder. */
export function makeExample(context: ScenarioContext): string {
  const dataset = path.join(context.copyFolder('test/vscode/workspace'), 'dataset');
  const script = path.join(root, 'tools', 'make-examples.ts');
  execFileSync(process.execPath, ['--import=tsx', script, dataset], { cwd: root });
  return dataset;
}

/** User settings that make pictures easy to read. */
export const clearSettings = {
  'editor.wordWrap': 'on',
  'editor.fontSize': 16,
  'editor.minimap.enabled': false,
  'workbench.startupEditor': 'none',
};
