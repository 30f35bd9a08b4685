import path from 'node:path';
import * as vscode from 'vscode';

/** "Open Caption": from the tab of an image, or from an image in the Explorer, to the caption of its name. */
export function register(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.commands.registerCommand('tagmetry.openCaption', async (given?: unknown) => {
      const image = given instanceof vscode.Uri ? given : imageInTab();
      if (!image) return;
      const caption = await captionOf(image);
      if (caption) await vscode.window.showTextDocument(caption);
      else
        void vscode.window.showInformationMessage(
          vscode.l10n.t('There is no caption beside {0}.', path.basename(image.path)),
        );
    }),
  );
}

function imageInTab(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof vscode.TabInputCustom ? input.uri : undefined;
}

async function captionOf(image: vscode.Uri): Promise<vscode.Uri | null> {
  const own = vscode.workspace.getConfiguration('tagmetry', image).get<string[]>('captionExtensions') ?? [];
  const stem = image.path.slice(0, image.path.length - path.posix.extname(image.path).length);
  for (const extension of new Set([...own, '.txt', '.caption'])) {
    const caption = image.with({ path: stem + extension });
    const found = await vscode.workspace.fs.stat(caption).then(
      () => true,
      () => false,
    );
    if (found) return caption;
  }
  return null;
}
