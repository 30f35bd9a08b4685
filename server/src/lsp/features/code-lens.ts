import type { CodeLens } from 'vscode-languageserver';
import { t } from '../../ground/l10n.ts';
import { trainedSize } from '../../images/image-bucket.ts';
import { captionLens } from '../../language/code-lens.ts';
import { whyCaptionIdle } from '../../rules/files/idle-caption.ts';
import type { Feature } from '../host.ts';

/** The line over a caption: tokens, tags, image with its bucket, duplicates. */
export const codeLens: Feature = {
  capabilities: { codeLensProvider: {} },
  start(host) {
    const { connection, images, isExtension } = host;
    connection.onCodeLens(async ({ textDocument }) => {
      const found = await host.documentAt(textDocument.uri);
      if (found?.kind === 'idle') {
        const { index, settings } = found.dataset;
        if (!settings.editor.codeLens) return [];
        const title = whyCaptionIdle(index, found.idle);
        return title === null ? [] : [lensOf(title, textDocument.uri, isExtension)];
      }
      if (found?.kind !== 'caption' || !found.caption.dataset.settings.editor.codeLens) return [];
      const { dataset, record } = found.caption;
      const image = dataset.index.caption(record.file)?.image;
      const facts = image ? await images.scans.facts(dataset.root, image) : null;
      const duplicates = image ? images.knowledge.duplicatesOf(dataset.index, image).length : 0;
      const title = captionLens(
        record,
        dataset.settings.folder,
        facts?.header ? trainedSize(facts.header, dataset.settings.folder.trainer) : null,
        duplicates,
      );
      if (title === null) return [];
      const lenses = [lensOf(title, textDocument.uri, isExtension)];
      const { range } = lenses[0];
      if (isExtension)
        lenses.push(
          { range, command: { title: t('Workbench'), command: 'tagmetry.openWorkbench', arguments: [] } },
          { range, command: { title: t('Next finding'), command: 'tagmetry.nextFinding', arguments: [] } },
        );
      return lenses;
    });
  },
};

function lensOf(title: string, uri: string, isExtension: boolean): CodeLens {
  const start = { line: 0, character: 0 };
  const command = isExtension ? { title, command: 'tagmetry.openOverview', arguments: [uri] } : { title, command: '' };
  return { range: { start, end: start }, command };
}
