// docs/performance.md: one section per bench, written from what a run measured.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../shared.ts';
import { type Figure, keepsPromise } from './figure.ts';

const page = path.join(projectRoot, 'docs', 'performance.md');

const head = [
  '# Performance',
  '',
  'Measured by `npm run bench -- --write`, which writes this page. Times depend on the machine and on what else it does; the ratios are of',
  'the same run and are what is promised. Peers are installed by the bench, in the versions named.',
  '',
].join('\n');

const titles: Record<string, string> = {
  start: 'Starting, fresh processes, processor time',
  peers: 'A whole audit beside linters of text, processor time',
  tokens: 'CLIP tokens',
  folder: 'A large folder',
  language: 'What the editor asks for',
  typing: 'Typing',
  views: 'Views beside typing',
  workbench: 'The workbench in VS Code',
  limits: 'Odd and huge files',
  tags: 'Tag lists',
  images: 'Images',
  duplicates: 'Finding duplicates',
  photos: 'Finding duplicates among photographs',
  colours: 'Colours of pictures and tags',
  faults: 'Faults found, and false alarms',
  triggers: 'Triggers found',
  exposure: 'Exposure',
  lora: 'LoRA files',
};

/** Puts what a bench measured in its section; sections stand in the order of `titles`, and what no bench writes any more goes. */
export function writeSection(name: string, figures: readonly Figure[]): void {
  const sections = new Map<string, string>();
  const old = existsSync(page) ? readFileSync(page, 'utf8') : '';
  for (const part of old.split(/^## /m).slice(1))
    sections.set(part.slice(0, part.indexOf('\n')), `## ${part.trimEnd()}\n`);
  const title = titles[name];
  if (title === undefined) throw new Error(`The bench ${name} has no title in docs/performance.md.`);
  sections.set(title, section(title, figures));
  const order = Object.values(titles);
  writeFileSync(page, [head, ...order.flatMap((one) => sections.get(one) ?? [])].join('\n'));
}

function section(title: string, figures: readonly Figure[]): string {
  const machine = `Node ${process.versions.node}, ${os.type()} ${os.arch()}, ${os.availableParallelism()} cores.`;
  const rows = figures.map((figure) => {
    const value = `${figure.value.toFixed(figure.value < 100 ? 2 : 0)} ${figure.unit}`.trim();
    return `| ${figure.name} | ${value} | ${promise(figure)} |`;
  });
  return [`## ${title}`, '', machine, '', '| | measured | promised |', '|---|---:|---|', ...rows, ''].join('\n');
}

function promise(figure: Figure): string {
  const { atMost, atLeast, unit } = figure;
  if (atMost === undefined && atLeast === undefined) return '';
  const text = atMost !== undefined ? `at most ${atMost} ${unit}` : `at least ${atLeast} ${unit}`;
  return keepsPromise(figure) ? text.trim() : `${text.trim()}, **missed**`;
}
