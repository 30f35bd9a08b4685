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
  const body = view.locator('body');
  // Evaluated by the debugger, so the page's own policy does not stand in its way.
  const results = await body.evaluate(async (_, script) => {
    const scope = globalThis as unknown as { axe?: { run(options: object): Promise<AxeResults> } };
    // biome-ignore lint/security/noGlobalEval: the checker has to come into the page somehow.
    if (!scope.axe) (0, eval)(script);
    return scope.axe!.run({ resultTypes: ['violations'], rules: { region: { enabled: false } } });
  }, source);
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`),
    );
}
