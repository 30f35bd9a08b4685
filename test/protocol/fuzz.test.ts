import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { TestClient } from './client.ts';
import { agreed, RandomWorkspace, randomOf } from './random-workspace.ts';

/** Steps, and how many of them lie between two looks at a fresh server; more with TAGMETRY_STEPS. */
const steps = Number(process.env.TAGMETRY_STEPS ?? 800);
const between = 100;
const seed = Number(process.env.TAGMETRY_SEED ?? 1);

async function findings(client: TestClient, files: readonly string[]): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const file of files) {
    const uri = client.uri(file);
    const report = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri } });
    found[file] = report.items
      .map(
        ({ code, range, message }) =>
          `${code} ${range.start.line}:${range.start.character}-${range.end.character} ${message}`,
      )
      .sort();
  }
  return found;
}

describe('a server that has run for long', function () {
  this.timeout(0);
  it(`says what a fresh one says (${steps} random steps, seed ${seed})`, async () => {
    const disk = new RandomWorkspace(randomOf(seed));
    const client = await TestClient.start('', { folder: disk.root });
    const log: string[] = [];
    let compared = 0;
    try {
      for (let step = 1; step <= steps; step++) {
        log.push(await disk.step(client));
        if (step % between !== 0) continue;
        const files = [...disk.texts.keys()];
        const fresh = await TestClient.start('', { folder: disk.root });
        for (const file of files) await fresh.open(file, disk.texts.get(file) ?? '');
        try {
          const [running, expected] = await agreed(client, fresh, (one) => findings(one, files));
          assert.deepEqual(running, expected, `after step ${step}:\n${log.slice(-between).join('\n')}`);
          compared += Object.values(running).flat().length;
        } finally {
          await fresh.stop();
        }
      }
      assert.ok(compared > steps / between, 'there was something to compare');
    } finally {
      await client.stop();
      disk.remove();
    }
  });
});
