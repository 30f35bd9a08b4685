// Runs every *.bench.ts beside this file, one after the other. Arguments: parts of names; only matching files then run.
// Exit code 1 when a figure does not keep what the product promises. With --write, what was measured takes its place in
// docs/performance.md; sections of benches that did not run stay as they were.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Bench, type Figure, keepsPromise } from './figure.ts';
import { writeSection } from './page.ts';

function line(figure: Figure): string {
  const value = `${figure.value.toFixed(figure.value < 100 ? 2 : 0)} ${figure.unit}`;
  const promise =
    figure.atMost !== undefined
      ? `at most ${figure.atMost}`
      : figure.atLeast !== undefined
        ? `at least ${figure.atLeast}`
        : '';
  const verdict = promise === '' ? '' : keepsPromise(figure) ? '  ok' : '  MISSED';
  return `  ${figure.name.padEnd(58)}${value.padStart(14)}  ${promise}${verdict}`;
}

const here = path.dirname(fileURLToPath(import.meta.url));
const filters = process.argv.slice(2).filter((argument) => argument !== '--write');
const write = process.argv.includes('--write');
const files = readdirSync(here)
  .filter((name) => name.endsWith('.bench.ts') && (filters.length === 0 || filters.some((part) => name.includes(part))))
  .sort();
if (files.length === 0) {
  console.error('No benchmark has such a name.');
  process.exitCode = 2;
}
for (const name of files) {
  console.log(name.replace('.bench.ts', ''));
  const module = (await import(pathToFileURL(path.join(here, name)).href)) as { default: Bench };
  const figures = await module.default();
  for (const figure of figures) {
    console.log(line(figure));
    if (!keepsPromise(figure)) process.exitCode = 1;
  }
  if (write) writeSection(name.replace('.bench.ts', ''), figures);
}
