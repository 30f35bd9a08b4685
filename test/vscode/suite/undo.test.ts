// The editor's own undo over many files against the journal of bulk edits: what each leaves behind, and how long it
// takes. The times are printed, not judged; docs/ARCHITECTURE.md "Bulk edits" quotes them.

import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, lensOf, read, until, writeCaptions } from './editor.ts';

/** Captions changed at once; TAGMETRY_UNDO_FILES sets it. */
const count = Number(process.env.TAGMETRY_UNDO_FILES || 40);

const openTabs = (): number => vscode.window.tabGroups.all.reduce((sum, { tabs }) => sum + tabs.length, 0);
const text = (n: number): string => `ohwx woman, red scarf, number ${n}`;

async function timed(what: string, act: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await act();
  console.log(`      ${count} captions, ${what}: ${Math.round(performance.now() - start)} ms`);
}

describe('undo over many captions', function () {
  this.timeout(240_000);
  afterEach(closeEditors);

  it('of the journal brings back every byte on disk and opens nothing', async () => {
    const uris = writeCaptions(count, text);
    await vscode.window.showTextDocument(uris[0]);
    await lensOf(uris[0]);
    const operation = { kind: 'replace', tag: 'red scarf', with: 'blue scarf' };
    void vscode.commands.executeCommand('tagmetry.editCaptions', uris[0], { filter: '', operation });
    await timed('bulk edit with its preview', async () => {
      await until('the written captions', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return uris.every((uri) => read(uri).includes('blue scarf'));
      });
    });
    void vscode.commands.executeCommand('tagmetry.undoBulkEdit', uris[0]);
    await timed('undo of the journal', async () => {
      await until('the captions on disk', () => uris.every((uri, n) => read(uri) === text(n)));
    });
    assert.equal(openTabs(), 1);
    await vscode.commands.executeCommand('notifications.clearAll');
  });

  it('of the editor brings back every text, in editors that are not saved', async () => {
    const uris = writeCaptions(count, text);
    await vscode.window.showTextDocument(uris[0]);
    await lensOf(uris[0]);
    const edit = new vscode.WorkspaceEdit();
    for (const uri of uris) edit.replace(uri, new vscode.Range(0, 12, 0, 15), 'blue');
    await timed('edit of the workspace', async () => {
      await vscode.workspace.applyEdit(edit, { isRefactoring: true });
    });
    await timed('until all are on disk', async () => {
      await until('the written captions', () => uris.every((uri) => read(uri).includes('blue scarf')));
    });
    await vscode.window.showTextDocument(uris[0]);
    await timed('undo of the editor', async () => {
      await vscode.commands.executeCommand('undo');
    });
    await until('unsaved captions', () => vscode.workspace.textDocuments.filter((d) => d.isDirty).length >= count);
    assert.ok(uris.every((uri) => read(uri).includes('blue scarf')));
    await timed('until their editors are open', async () => {
      await until('the editors', () => openTabs() >= count);
    });
    await Promise.all(vscode.workspace.textDocuments.map((document) => document.save()));
  });
});
