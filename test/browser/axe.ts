import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { root } from '../../tools/setup.mjs';

const source = readFileSync(path.join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
  }[];
}

/** Serious and critical faults that axe-core finds in a document, as readable lines. */
export async function seriousViolations(view: FrameLocator): Promise<string[]> {
  const body = await view.locator('body').elementHandle();
  const frame = await body?.ownerFrame();
  if (!frame) throw new Error('The document has no frame.');
  // The debugger evaluates it, so the page's own policy does not stand in its way.
  if (await frame.evaluate("typeof axe === 'undefined'")) await frame.evaluate(`${source}\n;0`);
  const results = (await frame.evaluate(
    "axe.run({ resultTypes: ['violations'], rules: { region: { enabled: false } } })",
  )) as AxeResults;
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
    );
}
