import { type Hover, MarkupKind } from 'vscode-languageserver';
import { tagHover } from '../../language/hover.ts';
import { viewOf } from '../caption-view.ts';
import type { Feature } from '../host.ts';

/** What is known of the tag under the mouse. */
export const hover: Feature = {
  capabilities: { hoverProvider: true },
  start(host) {
    host.connection.onHover(async ({ textDocument, position }): Promise<Hover | null> => {
      const view = await viewOf(host, textDocument.uri);
      if (!view?.caption.dataset.settings.editor.hover) return null;
      const found = tagHover(view.context, view.lines.offset(position));
      if (!found) return null;
      return {
        contents: { kind: MarkupKind.Markdown, value: found.markdown },
        range: view.lines.range(found.range),
      };
    });
  },
};
