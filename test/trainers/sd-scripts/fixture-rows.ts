import { readFileSync } from 'node:fs';
import type { RowCheck } from '../../../tools/conformance.ts';

/** The rows of a fixture file the check finds fault with, as `id: what differs`. */
export async function failuresIn(file: string, check: RowCheck): Promise<string[]> {
  const failures: string[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.trim() === '') continue;
    const row = JSON.parse(line) as Record<string, unknown>;
    const problem = await check(row, line);
    if (problem !== null) failures.push(`${row.id}: ${problem}`);
  }
  return failures;
}
