import type { Feature } from '../host.ts';
import { unheard } from '../unheard.ts';
import { diagnosticsOf } from './diagnostics.ts';

/** Milliseconds without a change after which a document's findings are sent. */
const quiet = 150;

/** Findings of the open documents, sent to editors that cannot ask for them (Emacs, Neovim before 0.10, Kate). */
export const pushDiagnostics: Feature = {
  start(host) {
    const { connection, documents, client } = host;
    if (client.textDocument?.diagnostic) return;
    const waiting = new Map<string, NodeJS.Timeout>();
    const send = async (uri: string): Promise<void> => {
      waiting.delete(uri);
      const version = documents.get(uri)?.version;
      if (version === undefined) return;
      const diagnostics = await diagnosticsOf(host, uri);
      // Of a text that was changed or closed meanwhile nobody wants to know; a change is waiting already.
      if (documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
    };
    const soon = (uri: string): void => {
      clearTimeout(waiting.get(uri));
      const timer = setTimeout(() => unheard(connection, send(uri)), quiet);
      waiting.set(uri, timer.unref());
    };
    documents.onDidChangeContent(({ document }) => soon(document.uri));
    documents.onDidClose(({ document: { uri } }) => {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      unheard(connection, connection.sendDiagnostics({ uri, diagnostics: [] }));
    });
    host.onRefresh(() => {
      for (const uri of documents.keys()) soon(uri);
    });
  },
};
