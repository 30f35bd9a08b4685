import * as vscode from 'vscode';
import { findDataset } from './notice-dataset.ts';
import type { WorkingSets } from './working-set.ts';

/**
 * Takes up the dataset of what is given, else keeps the one at hand, else that of the editor, else the first that lies in what is open, else
 * one that the user names. `quietly`: nobody is asked.
 */
export async function takeDataset(sets: WorkingSets, given?: unknown, quietly = false): Promise<void> {
  if (given instanceof vscode.Uri) {
    const isFolder = ((await vscode.workspace.fs.stat(given)).type & vscode.FileType.Directory) !== 0;
    await sets.change({ kind: isFolder ? 'use' : 'follow', uri: given.toString() });
    return;
  }
  if (sets.state) return;
  const editor = vscode.window.activeTextEditor?.document.uri;
  if (editor?.scheme === 'file') await sets.change({ kind: 'follow', uri: editor.toString() });
  if (sets.state) return;
  const folders = vscode.workspace.workspaceFolders ?? [];
  const found = folders.length === 1 ? folders[0].uri : await findDataset(folders);
  if (found) await sets.change({ kind: 'use', uri: found.toString() });
  else if (!quietly) await vscode.commands.executeCommand('tagmetry.pickDataset');
}
