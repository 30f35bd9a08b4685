import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver';
import { LineIndex } from '../../ground/lines.ts';
import { roleName, tagSymbols, vocabularySymbols } from '../../language/symbols.ts';
import { viewOf } from '../caption-view.ts';
import type { Feature } from '../host.ts';
import { uriOf } from '../locate.ts';

/** Workspace symbols of one folder at the most. */
const mostSymbols = 100;

/** The outline of a caption, and the vocabulary of the open datasets as workspace symbols (`#tag`). */
export const symbols: Feature = {
  capabilities: { documentSymbolProvider: true, workspaceSymbolProvider: true },
  start(host) {
    host.connection.onDocumentSymbol(async ({ textDocument }): Promise<DocumentSymbol[]> => {
      const view = await viewOf(host, textDocument.uri);
      if (!view) return [];
      return tagSymbols(view.context).map(({ name, role, range }) => {
        const place = view.lines.range(range);
        const kind = role === 'trigger' ? SymbolKind.Key : role === 'cut' ? SymbolKind.Null : SymbolKind.String;
        return { name, detail: role === 'tag' ? '' : roleName(role), kind, range: place, selectionRange: place };
      });
    });
    host.connection.onWorkspaceSymbol(async ({ query }): Promise<WorkspaceSymbol[]> => {
      const found: WorkspaceSymbol[] = [];
      for (const { root, settings, index } of await host.datasets.all()) {
        for (const symbol of vocabularySymbols(index, settings.folder, query, mostSymbols)) {
          const source = index.record(symbol.file)?.source;
          const range = new LineIndex(source?.kind === 'text' ? source.text : '').range(symbol.range);
          const location = { uri: uriOf(`${root}/${symbol.file}`), range };
          found.push({ name: symbol.name, kind: SymbolKind.String, containerName: symbol.detail, location });
        }
      }
      return found;
    });
  },
};
