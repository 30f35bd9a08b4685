import type { InlayHint } from 'vscode-languageserver';
import { windowMarks } from '../../language/inlay.ts';
import { viewOf } from '../caption-view.ts';
import type { Feature } from '../host.ts';

/** Marks in the text where token windows and the limit end. */
export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: true },
  start(host) {
    host.connection.languages.inlayHint.on(async ({ textDocument, range }): Promise<InlayHint[]> => {
      const view = await viewOf(host, textDocument.uri);
      if (!view?.caption.dataset.settings.editor.inlayHints) return [];
      const [from, to] = [view.lines.offset(range.start), view.lines.offset(range.end)];
      return windowMarks(view.context)
        .filter(({ offset }) => offset >= from && offset <= to)
        .map(({ offset, label, tooltip }) => ({
          position: view.lines.position(offset),
          label,
          tooltip,
          paddingLeft: true,
          paddingRight: true,
        }));
    });
  },
};
