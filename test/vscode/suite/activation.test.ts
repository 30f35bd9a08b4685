import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('activation', () => {
  it('happens when a text file is opened', async () => {
    const extension = vscode.extensions.getExtension('tagmetry.tagmetry');
    assert.ok(extension);
    const [file] = await vscode.workspace.findFiles('**/*.txt');
    assert.ok(file);
    await vscode.window.showTextDocument(file);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it('registers every command of the manifest', async () => {
    const extension = vscode.extensions.getExtension('tagmetry.tagmetry');
    const declared: { command: string }[] = extension?.packageJSON.contributes.commands;
    const registered = await vscode.commands.getCommands(true);
    for (const { command } of declared) assert.ok(registered.includes(command), command);
  });
});
