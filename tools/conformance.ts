// Runs the product's own functions on every row of the fixture files in a folder and compares with the recorded answers.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Compares one fixture row with what the product answers: null when identical, else what differs. `line` is the row as it stands in
 * the file, where 1 and 1.0 are not the same.
 */
export type RowCheck = (row: Record<string, unknown>, line: string) => string | null | Promise<string | null>;

const here = path.dirname(fileURLToPath(import.meta.url));

/** The check for a fixture file, found by its name: `tokens.jsonl` is checked by `conformance/tokens.ts`. */
async function loadCheck(file: string): Promise<RowCheck | null> {
  const module = path.join(here, 'conformance', `${path.basename(file, '.jsonl')}.ts`);
  if (!existsSync(module)) return null;
  return (await import(pathToFileURL(module).href)).default as RowCheck;
}

async function runFile(file: string, maxShown: number): Promise<{ passed: number; failed: number }> {
  const check = await loadCheck(file);
  let passed = 0;
  let failed = 0;
  // Not Node's readline: it also cuts at U+2028, which may stand inside a JSON string.
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    let problem: string | null;
    let id: unknown;
    try {
      const row = JSON.parse(line) as Record<string, unknown>;
      id = row.id;
      problem = check ? await check(row, line) : 'not implemented';
    } catch (error) {
      problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
    }
    if (problem === null) passed++;
    else {
      failed++;
      if (failed <= maxShown && check) console.log(`  ${path.basename(file)} ${id}: ${problem}`);
    }
  }
  if (!check) console.log(`  ${path.basename(file)}: no function of the product answers this file yet`);
  return { passed, failed };
}

async function main(): Promise<number> {
  const [dir, shown] = process.argv.slice(2);
  if (!dir || !existsSync(dir)) {
    console.error('Usage: npm run conformance -- DIR [failures to show per file]. DIR holds *.jsonl fixture files.');
    return 2;
  }
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  if (files.length === 0) {
    console.error(`No *.jsonl file in ${dir}.`);
    return 2;
  }
  let anyFailed = false;
  for (const name of files) {
    const { passed, failed } = await runFile(path.join(dir, name), shown ? Number(shown) : 5);
    console.log(`${name}: ${passed} passed, ${failed} failed`);
    if (failed > 0) anyFailed = true;
  }
  return anyFailed ? 1 : 0;
}

process.exitCode = await main();
