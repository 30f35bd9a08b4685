import * as vscode from 'vscode';

import { register as registerBulk } from './bulk.ts';
import { followCaptions } from './captions.ts';
import { colourConfigs } from './config-language.ts';
import { registerDocs } from './docs.ts';
import { register as registerEffectiveCaption } from './effective-caption.ts';
import { register as registerFixFolder } from './fix-folder.ts';
import { registerFolderCommands } from './folder-commands.ts';

import { register as registerLora } from './lora.ts';
import { register as registerMoveAside } from './move-aside.ts';

import { registerNewCaptions } from './new-captions.ts';
import { noticeDatasets } from './notice-dataset.ts';
import { register as registerOpenCaption } from './open-caption.ts';
import { registerOverview } from './overview/index.ts';
import { registerReading } from './reading.ts';
import { registerResave } from './resave.ts';
import { register as registerScanImages } from './scan-images.ts';
import { Server } from './server.ts';
import { registerStatus } from './status.ts';
import { registerStatusBar } from './status-bar.ts';
import { register as registerTagLines } from './tag-lines.ts';
import { register as registerVerify } from './verify.ts';
import { register as registerCaptionsView } from './views/captions.ts';
import { register as registerPreview } from './views/preview.ts';
import { register as registerTagsView } from './views/tags.ts';
import { registerWorkbench } from './workbench/index.ts';
import { WorkingSets } from './working-set.ts';
import { registerWorkingSetCommands } from './working-set-commands.ts';

/**
 * Called when VS Code has started. Does next to nothing: the server starts with the first document that may be a caption, or with a
 * command that needs it.
 */
export function activate(context: vscode.ExtensionContext): void {
  const output = vscode.window.createOutputChannel('Tagmetry', { log: true });
  const server = new Server(context, output);
  const sets = new WorkingSets(server);
  context.subscriptions.push(
    output,
    server,
    sets,
    vscode.commands.registerCommand('tagmetry.showOutput', () => output.show()),
    vscode.commands.registerCommand('tagmetry.restartServer', () => server.restart()),
  );
  registerDocs(context);
  registerStatus(context, server);
  registerResave(context, server);
  followCaptions(context, server);
  registerEffectiveCaption(context, server);
  registerFixFolder(context, server);
  registerOverview(context, server, sets);
  registerFolderCommands(context, server);
  registerBulk(context, server, sets);
  registerScanImages(context, server);
  registerMoveAside(context, server);
  // What may be compared, and by which worker, is settled when the server starts.
  context.subscriptions.push(
    vscode.workspace.onDidGrantWorkspaceTrust(() => (server.started ? server.restart() : undefined)),
  );
  registerWorkingSetCommands(context, server, sets);
  registerReading(context, server, sets);
  registerWorkbench(context, server, sets);
  registerNewCaptions(context, server, sets);
  registerStatusBar(context, sets);
  registerCaptionsView(context, server, sets);
  registerTagsView(context, server, sets);
  registerPreview(context, server, sets);
  registerOpenCaption(context);
  registerTagLines(context, server);
  registerVerify(context, server, sets);
  registerLora(context, server);
  colourConfigs(context);
  noticeDatasets(context, sets);
  output.info(`Tagmetry ${context.extension.packageJSON.version}`);
}

/** Everything is disposed through the subscriptions. */
export function deactivate(): void {}
