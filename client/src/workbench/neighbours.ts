import * as vscode from 'vscode';
import { workingItems } from '../../../server/src/lsp/protocol.ts';
import { speakCaption } from '../captions.ts';
import type { Server } from '../server.ts';
import type { WorkingSets } from '../working-set.ts';

/** Milliseconds that the current caption rests before its neighbours are read: who flies by needs none of them. */
const rest = 40;
/** Places from the current caption. */
const reach = { back: 1, ahead: 2 };

/**
 * Opens the texts of the captions beside the current one without showing them, and gives them their language: a text that is shown next is
 * there at once, wrapped and coloured as it stays. VS Code closes them by itself after some minutes.
 */
export function readAhead(server: Server, sets: WorkingSets, isWanted: () => boolean): vscode.Disposable {
  let timer: NodeJS.Timeout | undefined;
  let last = '';
  const read = async (): Promise<void> => {
    const { state } = sets;
    const place = state?.current?.place ?? null;
    if (!state || place === null || place < 0 || !isWanted()) return;
    const key = `${state.revision} ${place}`;
    if (key === last) return;
    last = key;
    const offset = Math.max(0, place - reach.back);
    const limit = place + reach.ahead + 1 - offset;
    const client = await server.client();
    const entries = await client.sendRequest(workingItems, { revision: state.revision, offset, limit });
    const root = vscode.Uri.parse(state.root);
    sets.knowNear({ revision: state.revision, root, offset, entries });
    await Promise.all(
      entries.map(async ({ caption, tokens }) => {
        if (caption === null || tokens === null) return;
        const uri = vscode.Uri.joinPath(root, ...caption.split('/'));
        if (uri.toString() === vscode.Uri.parse(state.current?.caption ?? '').toString()) return;
        await speakCaption(await vscode.workspace.openTextDocument(uri));
      }),
    );
  };
  const listener = sets.onDidChange(() => {
    clearTimeout(timer);
    // A caption that is gone meanwhile is missed when it is shown.
    timer = setTimeout(() => void read().catch(() => {}), rest);
  });
  return new vscode.Disposable(() => {
    clearTimeout(timer);
    listener.dispose();
  });
}
