import { ResponseError, type TextDocumentEdit } from 'vscode-languageserver';
import { fixesOf, safeFixes } from '../../engine/fix-all.ts';
import { fixFolder as fixes } from '../../engine/fix-folder.ts';
import { t } from '../../ground/l10n.ts';
import { LineIndex } from '../../ground/lines.ts';
import { ruleById } from '../../rules/registry.ts';
import { toTextEdits } from '../convert.ts';
import type { Feature } from '../host.ts';
import { pathOf, uriOf } from '../locate.ts';
import { fixFolder as request } from '../protocol.ts';
import { signalOf } from '../signal.ts';

/** Name of the one annotation under which a preview lists the changes. */
const annotation = 'tagmetry.fix';

/** The fixes of a rule, or all safe ones, in every caption of a dataset: edits to be confirmed, nothing is written. */
export const fixFolder: Feature = {
  start({ connection, documents, datasets, captionAt }) {
    connection.onRequest(request, async ({ uri, rule }, cancel) => {
      if (rule !== null && !ruleById(rule)) throw new ResponseError(-32602, t('There is no rule "{0}".', rule));
      const dataset = await datasets.at(await datasets.rootOf(uri));
      const signal = signalOf(cancel);
      // Open documents count as they stand in the editor.
      await Promise.all(documents.all().map((document) => captionAt(document.uri)));
      await dataset.index.whenComplete();
      const choose = rule === null ? safeFixes : fixesOf(rule);
      const changed = await fixes(dataset.index, dataset.settings.folder, choose, signal);
      const versions = new Map(documents.all().map((document) => [pathOf(document.uri), document]));
      const documentChanges = changed.map(({ file, before, edits }): TextDocumentEdit => {
        const place = `${dataset.root}/${file}`;
        const open = versions.get(place);
        return {
          textDocument: { uri: open?.uri ?? uriOf(place), version: open?.version ?? null },
          edits: toTextEdits(edits, new LineIndex(before)).map((edit) => ({ ...edit, annotationId: annotation })),
        };
      });
      const label = rule === null ? t('All safe fixes') : t('Fixes of {0}', rule);
      const findings = changed.reduce((sum, { fixed }) => sum + fixed, 0);
      return {
        captions: changed.length,
        findings,
        edit: {
          documentChanges,
          changeAnnotations: {
            [annotation]: {
              label,
              needsConfirmation: true,
              description: t('{0} findings in {1} captions', findings, changed.length),
            },
          },
        },
      };
    });
  },
};
