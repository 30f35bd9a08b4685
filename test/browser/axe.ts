import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { root } from '../../tools/setup.mjs';
import { frameOf } from './focus-order.ts';

const source = readFileSync(path.join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
  }[];
}

/**
 * Serious and critical faults that axe-core finds in a document, as readable lines.
 * @param only what is looked at: of everything else than colours a theme changes nothing
 */
export async function seriousViolations(view: FrameLocator, only?: 'color-contrast'): Promise<string[]> {
  const frame = await frameOf(view);
  // The debugger evaluates it, so the page's own policy does not stand in its way.
  if (await frame.evaluate("typeof axe === 'undefined'")) await frame.evaluate(`${source}\n;0`);
  const options = only ? { runOnly: [only] } : { rules: { region: { enabled: false } } };
  const results = (await frame.evaluate(
    `axe.run(${JSON.stringify({ resultTypes: ['violations'], ...options })})`,
  )) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
    );
}
