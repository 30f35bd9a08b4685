import { ResponseError } from 'vscode-languageserver';
import { encoded } from '../../bulk/change.ts';
import { MadeTogether } from '../../bulk/made-together.ts';
import { bulkOperationSchema, bulkText, operationProblem } from '../../bulk/operations.ts';
import { type BulkPlan, changeOf, planBulkEdit } from '../../bulk/plan.ts';
import { operationTitle } from '../../bulk/title.ts';
import type { NewFile } from '../../bulk/writer.ts';
import { journalFolder } from '../../edges/state-folder.ts';
import { captionFileOf, listedItems } from '../../engine/working-items.ts';
import { completeFilter } from '../../filter/complete.ts';
import { parseFilter } from '../../filter/parse.ts';
import type { OpenDataset } from '../dataset-loader.ts';
import type { Feature, ServerHost } from '../host.ts';
import { pathOf, relativeTo, uriOf } from '../locate.ts';
import * as protocol from '../protocol.ts';
import { captionsOf } from '../select.ts';
import { signalOf } from '../signal.ts';
import { inWords, noted, writingTold } from '../writing.ts';

/** JSON-RPC error code of LSP for a request that cannot be done (RequestFailed). */
const requestFailed = -32803;

/**
 * Bulk edits: preview, write, undo. Written straight to disk by the writer of captions, not through the editor: the undo
 * then works after a restart and for captions that were never open. Captions with unsaved changes are left alone.
 */
export const bulk: Feature = {
  start(host) {
    const { connection, datasets, writer } = host;
    host.onReady(({ root }) => void writer.recover(root));
    connection.onRequest(protocol.bulkPreview, async (params): Promise<protocol.BulkPreview> => {
      const { dataset, plan, title } = await planned(host, params);
      return {
        root: uriOf(dataset.root),
        title,
        changes: plan.edits.map(({ file, before, after }) => ({ file, before, after })),
        unchanged: plan.unchanged,
        untouchable: plan.untouchable.map(inWords),
      };
    });
    connection.onRequest(protocol.bulkApply, async (params, cancel): Promise<protocol.BulkApplied> => {
      const { dataset, plan, title } = await planned(host, params);
      const creations = begun(dataset, params);
      const { written, failed } = await noted(
        writer.apply(dataset.root, title, plan.edits.map(changeOf), {
          creations,
          pace: { onProgress: writingTold(host, params.workDoneToken), signal: signalOf(cancel) },
        }),
      );
      const isNew = new Set(creations.map(({ file }) => file));
      await noticed(
        host,
        dataset,
        written.filter((file) => !isNew.has(file)),
      );
      const made = written.filter((file) => isNew.has(file));
      if (made.length > 0) await noticed(host, dataset, made, false);
      return { title, written: written.length, failed: [...failed, ...plan.untouchable].map(inWords) };
    });
    connection.onRequest(
      protocol.bulkUndo,
      async ({ uri, unsaved = [], workDoneToken }, cancel): Promise<protocol.BulkUndone> => {
        const dataset = await host.datasets.of(uri);
        const { moved, gone, ...result } = await noted(
          new MadeTogether(host.workspace, journalFolder()).undo(
            dataset.root,
            false,
            new Set(unsaved.flatMap((document) => relativeTo(dataset.root, pathOf(document) ?? '') ?? [])),
            { onProgress: writingTold(host, workDoneToken), signal: signalOf(cancel) },
          ),
        );
        const back = moved?.moved ?? [];
        if (back.length + gone.length > 0) await noticed(host, dataset, [...back, ...gone], false);
        if (result.files.length > gone.length) await noticed(host, dataset, result.files);
        const left = [...result.left, ...(moved?.failed ?? [])].map(inWords);
        return { ...result, files: [...result.files, ...back], left };
      },
    );
    connection.onRequest(protocol.filterHelp, async ({ uri, filter, offset }): Promise<protocol.FilterHelp> => {
      const { index } = await host.datasets.of(uri);
      const [problem] = parseFilter(filter).problems;
      const proposals = completeFilter(index, filter, offset).map(({ label, detail, range, newText }) => ({
        label,
        detail,
        filter: filter.slice(0, range.start) + newText + filter.slice(range.end),
      }));
      return { problem: problem?.message ?? null, proposals };
    });

    async function noticed(
      { refresh, changed }: ServerHost,
      { root }: OpenDataset,
      files: readonly string[],
      content = true,
    ) {
      await datasets.filesChanged(files.map((file) => ({ uri: uriOf(`${root}/${file}`), content })));
      refresh();
      changed(root);
    }
  },
};

/** The captions that an edit begins: of images that train without words, so that nobody's words are taken for missing. */
function begun({ index, settings }: OpenDataset, { operation, begin = [] }: protocol.BulkParams): NewFile[] {
  if (begin.length === 0 || operation.kind !== 'add') return [];
  const wanted = new Set(begin);
  const files = new Set<string>();
  for (const item of listedItems(index)) {
    const file = item.wordless ? captionFileOf(item, settings.folder.captionExtensions) : null;
    if (file !== null && wanted.has(file)) files.add(file);
  }
  return Array.from(files, (file) => ({ file, bytes: encoded(bulkText('', index.syntaxOf(file), operation), false) }));
}

async function planned(
  host: ServerHost,
  params: protocol.BulkParams,
): Promise<{ dataset: OpenDataset; plan: BulkPlan; title: string }> {
  const dataset = await host.datasets.of(params.uri);
  const { syntax } = dataset.settings.folder;
  const operation = bulkOperationSchema().parse(params.operation);
  const problem = operationProblem(operation, syntax);
  if (problem !== null) throw new ResponseError(requestFailed, problem);
  const wanted = params.files && new Set(params.files);
  const records = await captionsOf(host, dataset, params.filter);
  const meant = wanted ? records.filter(({ file }) => wanted.has(file)) : records;
  const plan = await planBulkEdit(meant, (file) => dataset.index.syntaxOf(file), operation);
  return { dataset, plan, title: operationTitle(operation) };
}
