import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { codeOf, diagnosticsOf, lensOf, until, writeCaption } from './editor.ts';

describe('captions in the editor', () => {
  it('have squiggles at the exact place', async () => {
    const uri = writeCaption('a', 'ohwx woman, smile,, red hat, smile');
    await vscode.window.showTextDocument(uri);
    const found = await diagnosticsOf(uri, 2);
    assert.deepEqual(found.map((d) => [codeOf(d), d.range.start.character, d.range.end.character]).sort(), [
      ['duplicate-tag', 29, 34],
      ['empty-tag', 18, 19],
    ]);
  });

  it('mark the tail that is cut off, and do not fade it', async () => {
    const uri = writeCaption('a', `${'sitting, '.repeat(50)}red dress`);
    await vscode.window.showTextDocument(uri);
    const lens = await lensOf(uri);
    assert.match(lens, /^102\/75 tokens · 51 tags · 1024×1024/);
    const all = vscode.languages.getDiagnostics(uri);
    const cut = all.find((diagnostic) => codeOf(diagnostic) === 'token-truncation');
    assert.ok(cut);
    assert.deepEqual(cut.tags ?? [], [], 'its colour is its own: faded on top of it, it could hardly be read');
    assert.equal(cut.range.end.character, 'sitting, '.length * 50 + 'red dress'.length);
  });

  it('take a quick fix, which undo takes back', async () => {
    const before = 'ohwx woman, smile,, red hat';
    const uri = writeCaption('a', before);
    const editor = await vscode.window.showTextDocument(uri);
    const [diagnostic] = await diagnosticsOf(uri, 1);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uri,
      diagnostic.range,
      vscode.CodeActionKind.QuickFix.value,
    );
    const fix = actions.find((action) => action.isPreferred);
    assert.equal(fix?.title, 'Remove the empty tag');
    assert.ok(fix.edit);
    await vscode.workspace.applyEdit(fix.edit);
    assert.equal(editor.document.getText(), 'ohwx woman, smile, red hat');
    await diagnosticsOf(uri, 0);
    await vscode.commands.executeCommand('undo');
    assert.equal(editor.document.getText(), before);
  });

  it('take all safe fixes by source.fixAll', async () => {
    const uri = writeCaption('a', ', ohwx woman, , smile,, red hat,');
    const editor = await vscode.window.showTextDocument(uri);
    await until('language of captions for a.txt', () => editor.document.languageId === 'sd-caption');
    await diagnosticsOf(uri, 4);
    await vscode.commands.executeCommand('editor.action.sourceAction', {
      kind: 'source.fixAll.tagmetry',
      apply: 'first',
    });
    await diagnosticsOf(uri, 0);
    assert.equal(editor.document.getText(), 'ohwx woman, smile, red hat');
  });

  it('are told from other text files', async () => {
    const caption = writeCaption('a', 'hat,, hat', 'mixed');
    // Beside images a text without one is a caption that never trains, and says so.
    const orphan = vscode.Uri.file(path.join(path.dirname(caption.fsPath), 'renamed.txt'));
    writeFileSync(orphan.fsPath, 'milk, bread');
    const other = vscode.Uri.file(path.join(path.dirname(caption.fsPath), 'notes', 'shopping.txt'));
    mkdirSync(path.dirname(other.fsPath), { recursive: true });
    writeFileSync(other.fsPath, 'milk,, bread,, milk');
    await vscode.window.showTextDocument(orphan);
    await vscode.window.showTextDocument(other);
    await vscode.window.showTextDocument(caption);
    await diagnosticsOf(caption, 2);
    await diagnosticsOf(orphan, 1);
    await diagnosticsOf(other, 0);
  });
});
