import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { greyPng } from '../../support/png.ts';
import { fiveFaults } from '../../trainers/five-faults.ts';
import { closeEditors, until, workspaceFolder } from './editor.ts';

const examples = process.env.TAGMETRY_EXAMPLES ?? '';

/** Lines with a squiggle of an error or a warning, each once, as soon as there are as many as expected. */
async function squiggles(uri: vscode.Uri, count: number): Promise<number[]> {
  return until(`${count} lines with squiggles in ${path.basename(uri.fsPath)}`, () => {
    const own = vscode.languages
      .getDiagnostics(uri)
      .filter(({ source, severity }) => source === 'tagmetry' && severity <= vscode.DiagnosticSeverity.Warning);
    const lines = [...new Set(own.map(({ range }) => range.start.line))].sort((a, b) => a - b);
    return lines.length === count && lines;
  });
}

describe('a configuration in the editor', () => {
  afterEach(closeEditors);

  for (const { trainer, file, good, wrong, lines } of fiveFaults((name) =>
    readFileSync(path.join(examples, name), 'utf8'),
  ))
    it(`${trainer}: five faults are five squiggles, which go when they are mended`, async () => {
      const folder = path.join(workspaceFolder(), `config-${trainer}`);
      mkdirSync(path.join(folder, '10_ohwx'), { recursive: true });
      writeFileSync(path.join(folder, '10_ohwx', 'a.txt'), 'ohwx woman, smile, city, night, hat');
      writeFileSync(path.join(folder, '10_ohwx', 'a.png'), greyPng(1024, 1024, 7));
      const uri = vscode.Uri.file(path.join(folder, file));
      writeFileSync(uri.fsPath, wrong);
      const editor = await vscode.window.showTextDocument(uri);
      assert.deepEqual(await squiggles(uri, 5), lines);
      const whole = new vscode.Range(0, 0, editor.document.lineCount, 0);
      await editor.edit((edit) => edit.replace(whole, good));
      assert.deepEqual(await squiggles(uri, 0), []);
    });
});
