import type { DocumentLink, SelectionRange } from 'vscode-languageserver';
import { t } from '../../ground/l10n.ts';
import { baseName } from '../../ground/paths.ts';
import { selectionSteps } from '../../language/selection.ts';
import { viewOf } from '../caption-view.ts';
import type { Feature } from '../host.ts';
import { uriOf } from '../locate.ts';

/** In other editors the first tag of a caption links to its image; "expand selection" goes from tag to caption. */
export const navigation: Feature = {
  capabilities: { documentLinkProvider: {}, selectionRangeProvider: true },
  start(host) {
    host.connection.onDocumentLinks(async ({ textDocument }): Promise<DocumentLink[]> => {
      // The extension shows the image beside the caption; a tag that is underlined as a link looks like something found.
      const view = host.isExtension ? null : await viewOf(host, textDocument.uri);
      const image = view?.context.pairing.image;
      const [first] = view?.context.caption.tags ?? [];
      if (!view || !image || !first) return [];
      const target = uriOf(`${view.caption.dataset.root}/${image}`);
      return [{ range: view.lines.range(first.range), target, tooltip: t('Open {0}', baseName(image)) }];
    });
    host.connection.onSelectionRanges(async ({ textDocument, positions }): Promise<SelectionRange[]> => {
      const view = await viewOf(host, textDocument.uri);
      return positions.map((position) => {
        const steps = view ? selectionSteps(view.context, view.lines.offset(position)) : [];
        let selection: SelectionRange = { range: { start: position, end: position } };
        let parent: SelectionRange | undefined;
        for (const step of [...steps].reverse()) {
          parent = { range: view?.lines.range(step) ?? selection.range, parent };
          selection = parent;
        }
        return selection;
      });
    });
  },
};
