import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** The page of the Folder Overview. It may run its own script and styles and show pictures made in it; nothing else. */
export function overviewPage(webview: vscode.Webview, extensionUri: vscode.Uri, title: string): string {
  const file = (name: string): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, 'dist', 'media', name)).toString();
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    'img-src blob:',
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)}</title>
<link rel="stylesheet" href="${file('overview.css')}">
</head>
<body>
<script type="module" nonce="${nonce}" src="${file('overview.js')}"></script>
</body>
</html>`;
}
