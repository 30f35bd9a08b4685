import assert from 'node:assert/strict';
import type { CodeLens, Diagnostic, InlayHint, Range, SemanticTokens } from 'vscode-languageserver';
import { LineIndex } from '../../server/src/ground/lines.ts';
import { TestClient } from './client.ts';
import { RandomWorkspace, randomOf, settledAnswer } from './random-workspace.ts';

/** Steps, and how many of them lie between two looks at a fresh server; more with TAGMETRY_STEPS. */
const steps = Number(process.env.TAGMETRY_STEPS ?? 800);
const between = Number(process.env.TAGMETRY_BETWEEN ?? 100);
const seed = Number(process.env.TAGMETRY_SEED ?? 1);

/** Everything that an editor shows of the open documents, by file. */
async function shown(client: TestClient, texts: ReadonlyMap<string, string>): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const [file, text] of texts) {
    const textDocument = { uri: client.uri(file) };
    const whole = new LineIndex(text).range({ start: 0, end: text.length });
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
    const lenses = (await client.request<CodeLens[] | null>('textDocument/codeLens', { textDocument })) ?? [];
    const hints =
      (await client.request<InlayHint[] | null>('textDocument/inlayHint', { textDocument, range: whole })) ?? [];
    const tokens = await client.request<SemanticTokens | null>('textDocument/semanticTokens/full', { textDocument });
    for (const { range, code } of [...items, ...lenses.map(({ range }) => ({ range, code: 'lens' }))])
      assert.ok(isInside(range, text), `${file}: ${code} at ${JSON.stringify(range)} of ${JSON.stringify(text)}`);
    found[file] = [
      ...items.map(({ code, range, message, severity }) => `${code} ${severity} ${placeOf(range)} ${message}`).sort(),
      ...lenses.map(({ command, range }) => `lens ${placeOf(range)} ${command?.title}`),
      ...hints.map(({ position, label }) => `hint ${position.line}:${position.character} ${JSON.stringify(label)}`),
      `tokens ${tokens?.data.join(' ')}`,
    ];
  }
  return found;
}

const placeOf = ({ start, end }: Range): string => `${start.line}:${start.character}-${end.line}:${end.character}`;

/** Whether both ends of a range are places of a text, the end not before the start. */
function isInside({ start, end }: Range, text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/);
  const isPlace = ({ line, character }: Range['start']): boolean => character <= (lines[line]?.length ?? -1);
  return isPlace(start) && isPlace(end) && (start.line - end.line || start.character - end.character) <= 0;
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
        const fresh = await TestClient.start('', { folder: disk.root });
        for (const [file, text] of disk.texts) await fresh.open(file, text);
        try {
          const running = await settledAnswer(client, (one) => shown(one, disk.texts));
          const expected = await settledAnswer(fresh, (one) => shown(one, disk.texts));
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
