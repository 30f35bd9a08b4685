import * as vscode from 'vscode';
import { captionInfo, tagChoices } from '../../server/src/lsp/protocol.ts';
import type { Server } from './server.ts';
import { placesOfLines, type TagPlace } from './tag-line-places.ts';

/** What the list of a caption's tags shows as the caption itself does. */
export interface TagLineSources {
  /** Scheme of the lists. */
  readonly scheme: string;
  captionOf(view: vscode.Uri): vscode.Uri;
}

/**
 * Completion, colours, findings and the mark at the window for a caption as a list of tags: what the server says of the caption stands at
 * the same tags in the list. Lines that the caption does not have yet get theirs when the list is saved.
 */
export function registerTagLineFeatures(
  context: vscode.ExtensionContext,
  server: Server,
  { scheme, captionOf }: TagLineSources,
): void {
  const changed = new vscode.EventEmitter<void>();
  const findings = vscode.languages.createDiagnosticCollection('tagmetry-lines');
  const isList = ({ uri }: vscode.TextDocument): boolean => uri.scheme === scheme;
  const sourceOf = async (view: vscode.TextDocument): Promise<{ caption: vscode.Uri; places: TagPlace[] }> => {
    const caption = captionOf(view.uri);
    const document = await vscode.workspace.openTextDocument(caption);
    return { caption, places: placesOfLines(document.lineAt(0).text, view.getText().split(/\r\n|\r|\n/)) };
  };
  const showFindings = async (view: vscode.TextDocument): Promise<void> => {
    const { caption, places } = await sourceOf(view);
    findings.set(
      view.uri,
      vscode.languages.getDiagnostics(caption).flatMap((found) => {
        const range = rangeIn(places, found.range);
        return range
          ? [Object.assign(new vscode.Diagnostic(range, found.message, found.severity), facesOf(found))]
          : [];
      }),
    );
    changed.fire();
  };
  const refresh = (view: vscode.TextDocument): void => void showFindings(view).catch(() => {});
  let colours: vscode.Disposable | undefined;
  /** The roles of tags are the server's: they are known once it runs. */
  const colour = async (view: vscode.TextDocument): Promise<void> => {
    const caption = captionOf(view.uri);
    const legend: vscode.SemanticTokensLegend | undefined = await vscode.commands.executeCommand(
      'vscode.provideDocumentSemanticTokensLegend',
      caption,
    );
    if (!legend || colours) return;
    colours = vscode.languages.registerDocumentSemanticTokensProvider(
      { scheme },
      {
        onDidChangeSemanticTokens: changed.event,
        async provideDocumentSemanticTokens(document) {
          const source = await sourceOf(document);
          const tokens: vscode.SemanticTokens | undefined = await vscode.commands.executeCommand(
            'vscode.provideDocumentSemanticTokens',
            source.caption,
          );
          return tokens && moved(tokens.data, source.places);
        },
      },
      legend,
    );
    context.subscriptions.push(colours);
  };
  const begin = (view: vscode.TextDocument): void => {
    if (!isList(view)) return;
    void colour(view).catch(() => {});
    refresh(view);
  };
  context.subscriptions.push(
    changed,
    findings,
    vscode.workspace.onDidOpenTextDocument(begin),
    vscode.workspace.onDidChangeTextDocument(({ document }) => isList(document) && refresh(document)),
    vscode.workspace.onDidCloseTextDocument((view) => isList(view) && findings.delete(view.uri)),
    vscode.languages.onDidChangeDiagnostics(({ uris }) => {
      const meant = new Set(uris.map(String));
      for (const view of vscode.workspace.textDocuments)
        if (isList(view) && meant.has(captionOf(view.uri).toString())) refresh(view);
    }),
    vscode.languages.registerInlayHintsProvider(
      { scheme },
      {
        onDidChangeInlayHints: changed.event,
        async provideInlayHints(view) {
          const { caption, places } = await sourceOf(view);
          const whole = new vscode.Range(0, 0, 0, Number.MAX_SAFE_INTEGER);
          const hints: vscode.InlayHint[] = await vscode.commands.executeCommand(
            'vscode.executeInlayHintProvider',
            caption,
            whole,
          );
          return hints.flatMap(({ position, label }) => {
            const place = position.line === 0 && places.find(({ end }) => position.character <= end);
            if (!place) return [];
            const character = Math.max(0, position.character - place.start);
            return [new vscode.InlayHint(new vscode.Position(place.line, character), label)];
          });
        },
      },
    ),
    vscode.languages.registerCompletionItemProvider(
      { scheme },
      {
        async provideCompletionItems(view, position) {
          const client = await server.client();
          const uri = client.code2ProtocolConverter.asUri(captionOf(view.uri));
          const info = await client.sendRequest(captionInfo, { uri });
          if (!info) return [];
          const line = view.lineAt(position.line);
          const typed = line.text.slice(0, position.character).trimStart();
          const others = new Set(
            view
              .getText()
              .split(/\r\n|\r|\n/)
              .filter((_, at) => at !== position.line),
          );
          const choices = await client.sendRequest(tagChoices, { uri: info.root, typed, among: 'dataset' });
          const items = choices.flatMap(({ tag, captions, posts }, rank) => {
            if (others.has(tag)) return [];
            const item = new vscode.CompletionItem(
              { label: tag, description: captions > 0 ? String(captions) : posts?.toLocaleString(vscode.env.language) },
              vscode.CompletionItemKind.Value,
            );
            item.range = line.range;
            item.filterText = typed === '' ? tag : typed;
            item.sortText = String(rank).padStart(4, '0');
            return [item];
          });
          return new vscode.CompletionList(items, true);
        },
      },
    ),
  );
  for (const view of vscode.workspace.textDocuments) begin(view);
}

const facesOf = ({ code, source, tags }: vscode.Diagnostic): Partial<vscode.Diagnostic> => ({ code, source, tags });

/** The range of a caption's first line in the list: the tags it touches. */
function rangeIn(places: readonly TagPlace[], { start, end }: vscode.Range): vscode.Range | null {
  if (start.line > 0) return null;
  const last = end.line > 0 ? Number.MAX_SAFE_INTEGER : end.character;
  const touched = places.filter(
    (place) => place.start < Math.max(last, start.character + 1) && place.end > start.character,
  );
  const [from, to] = [touched.at(0), touched.at(-1)];
  if (!from || !to) return null;
  return new vscode.Range(
    from.line,
    Math.max(0, start.character - from.start),
    to.line,
    Math.min(to.end, last) - to.start,
  );
}

/** Semantic tokens of a caption's first line, at the same tags of the list. */
function moved(data: Uint32Array, places: readonly TagPlace[]): vscode.SemanticTokens {
  const builder = new vscode.SemanticTokensBuilder();
  const found: [line: number, character: number, length: number, type: number, modifiers: number][] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at + 4 < data.length; at += 5) {
    line += data[at];
    character = data[at] > 0 ? data[at + 1] : character + data[at + 1];
    const end = character + data[at + 2];
    for (const place of line > 0 ? [] : places) {
      const [from, to] = [Math.max(place.start, character), Math.min(place.end, end)];
      if (from < to) found.push([place.line, from - place.start, to - from, data[at + 3], data[at + 4]]);
    }
  }
  for (const token of found.sort((a, b) => a[0] - b[0] || a[1] - b[1])) builder.push(...token);
  return builder.build();
}
