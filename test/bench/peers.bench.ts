// The audit of 500 captions beside linters of text on as many files, whole processes, processor time.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../shared.ts';
import { greyPng } from '../support/png.ts';
import { madeUpCaptions } from './captions.ts';
import type { Figure } from './figure.ts';
import { peerName, peersFolder } from './peers.ts';
import { shortest, wholeRun } from './processes.ts';

const FILES = 500;

/** Figures of whole runs. */
export default async function peers(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-bench-'));
  try {
    const dataset = path.join(folder, '10_ohwx woman');
    const texts = path.join(folder, 'texts');
    mkdirSync(dataset);
    mkdirSync(texts);
    for (const [at, text] of madeUpCaptions(FILES).entries()) {
      writeFileSync(path.join(dataset, `${at}.txt`), text);
      writeFileSync(path.join(dataset, `${at}.png`), greyPng(64, 64, at + 1));
      writeFileSync(path.join(texts, `${at}.md`), `# Caption ${at}\n\n${text}\n`);
      writeFileSync(path.join(texts, `${at}.js`), `export const caption${at} = ${JSON.stringify(text)};\n`);
    }
    writeFileSync(path.join(texts, 'eslint.config.js'), 'export default [{ rules: { "no-unused-vars": "error" } }];\n');
    const bin = path.join(peersFolder(), 'node_modules', '.bin');
    const audit = [path.join(projectRoot, 'dist', 'cli.cjs'), 'audit', dataset];
    const [ours, withoutImages, markdownlint, eslint, cspell] = await shortest(
      [
        { command: process.execPath, args: audit },
        { command: process.execPath, args: [...audit, '--images', 'off'] },
        { command: path.join(bin, 'markdownlint-cli2'), args: ['*.md'], cwd: texts },
        { command: path.join(bin, 'eslint'), args: ['.'], cwd: texts },
        { command: path.join(bin, 'cspell'), args: ['--no-progress', '*.md'], cwd: texts },
      ],
      4,
      wholeRun,
    );
    return [
      { name: `tagmetry audit, ${FILES} captions with images`, value: ours!, unit: 'ms' },
      { name: 'the same without a look at the images', value: withoutImages!, unit: 'ms' },
      { name: `${peerName('markdownlint-cli2')}, as many files`, value: markdownlint!, unit: 'ms' },
      { name: `${peerName('eslint')}, as many files`, value: eslint!, unit: 'ms' },
      { name: `${peerName('cspell')}, as many files`, value: cspell!, unit: 'ms' },
      { name: 'audit ÷ markdownlint-cli2', value: ours! / markdownlint!, unit: '×', atMost: 0.7 },
      { name: 'audit ÷ eslint', value: ours! / eslint!, unit: '×' },
      { name: 'audit ÷ cspell', value: ours! / cspell!, unit: '×' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
