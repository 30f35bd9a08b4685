import os from 'node:os';
import { type CancellationToken, ResponseError } from 'vscode-languageserver';
import type { FileChange } from '../../bulk/change.ts';
import { MadeTogether } from '../../bulk/made-together.ts';
import { journalFolder } from '../../edges/state-folder.ts';
import { append } from '../../ground/append.ts';
import { t } from '../../ground/l10n.ts';
import type { ImageSurvey } from '../../images/survey.ts';
import type { ConceptKind } from '../../planning/practice.ts';
import { audit } from '../../report/audit.ts';
import { bindingMap } from '../../report/binding.ts';
import { changesOf, configChanges, type FoundCure, findCure } from '../../report/cure.ts';
import { effectOf } from '../../report/plan-effect.ts';
import { pruneChanges } from '../../report/prune.ts';
import type { AuditReport } from '../../report/report.ts';
import { auditTrial, type TrialOptions } from '../../report/trial.ts';
import { sidecarName } from '../../settings/sidecar-data.ts';
import { TagListStore } from '../../settings/tag-lists.ts';
import type { OpenDataset } from '../dataset-loader.ts';
import type { Feature, ServerHost } from '../host.ts';
import { deeper } from '../image-scans.ts';
import { pathOf, uriOf } from '../locate.ts';
import * as protocol from '../protocol.ts';
import { signalOf } from '../signal.ts';
import { inWords, noted, requestFailed } from '../writing.ts';

interface KeptCure {
  /** The index's revision it was found for. */
  readonly revision: number;
  readonly found: FoundCure;
}

/** The binding map and the smallest cure. What they propose is written when it is asked for, through the one writer. */
export const planning: Feature = {
  start(host) {
    const { connection, datasets, writer, workspace } = host;
    const cures = new WeakMap<OpenDataset, KeptCure>();
    connection.onRequest(protocol.binding, async ({ uri, kinds }) => {
      const { index } = await datasets.of(uri);
      return bindingMap(index, (trigger) => (Object.hasOwn(kinds, trigger) ? (kinds[trigger] ?? null) : null));
    });
    connection.onRequest(protocol.pruneEffect, async (choice, cancel) => {
      const dataset = await datasets.of(choice.uri);
      const { changes } = await pruned(dataset, choice);
      const { report, options } = await present(host, dataset, cancel);
      const then = await auditTrial(
        workspace,
        dataset.root,
        { changes, aside: [], configs: openTexts(host, dataset) },
        options,
      );
      return { captions: changes.length, effect: effectOf(report, then, [null, null]) };
    });
    connection.onRequest(protocol.prune, async (choice): Promise<protocol.Applied> => {
      const dataset = await datasets.of(choice.uri);
      const { changes, untouchable } = await pruned(dataset, choice);
      const { written, failed } = await noted(writer.apply(dataset.root, t('Prune for the trigger'), changes));
      await noticed(host, dataset, written, true);
      return { written: written.length, moved: 0, failed: [...failed, ...untouchable].map(inWords) };
    });
    connection.onRequest(protocol.cure, async ({ uri }, cancel) => {
      const dataset = await datasets.of(uri);
      const { revision } = dataset.index.tracker;
      const { report, options } = await present(host, dataset, cancel);
      const plain = { ...dataset, settings: dataset.settings.folder };
      const found = await findCure(workspace, plain, report, { ...options, mostTrials: 120 });
      cures.set(dataset, { revision, found });
      return found.plan;
    });
    connection.onRequest(protocol.applyCure, async ({ uri, steps }): Promise<protocol.Applied> => {
      const dataset = await datasets.of(uri);
      const known = cures.get(dataset);
      if (!known || known.revision !== dataset.index.tracker.revision)
        throw new ResponseError(requestFailed, t('The dataset was changed meanwhile.'));
      const plain = { ...dataset, settings: dataset.settings.folder };
      const { changes, groups, configs } = changesOf(
        plain,
        known.found.steps.filter(({ id }) => steps.includes(id)),
      );
      const { changes: options, outside } = configChanges(plain, configs);
      const all: FileChange[] = [...changes];
      append(all, options);
      const made = await noted(
        new MadeTogether(workspace, journalFolder()).apply(dataset.root, t('Cure'), all, groups),
      );
      const { moves } = made;
      const { written, failed } = made.written;
      if (moves) await noticed(host, dataset, moves.moved, false);
      await noticed(host, dataset, written, true);
      return {
        written: written.length,
        moved: moves?.moved.length ?? 0,
        failed: [
          ...[...(moves?.failed ?? []), ...failed].map(inWords),
          ...outside.map((file) => ({ file, reason: t('lies outside the dataset') })),
        ],
      };
    });
  },
};

function pruned({ index }: OpenDataset, { trigger, kind }: protocol.ConceptChoice) {
  const kindOf = (other: string): ConceptKind | null => (other === trigger ? kind : null);
  return pruneChanges(index, bindingMap(index, kindOf));
}

/** The dataset as it is, and what its trials need. */
async function present(
  host: ServerHost,
  dataset: OpenDataset,
  cancel: CancellationToken,
): Promise<{ report: AuditReport; options: TrialOptions }> {
  const signal = signalOf(cancel);
  const { imageScan } = dataset.settings.editor;
  const level = imageScan === 'off' ? 'off' : deeper(imageScan, 'standard');
  const survey: ImageSurvey = await host.images.scans.look(dataset, { level, signal });
  const plain = { ...dataset, settings: dataset.settings.folder };
  const { report } = await audit(host.workspace, plain, dataset.root, {
    images: level,
    withFixes: false,
    survey,
    signal,
  });
  const sidecarText = host.documents.get(uriOf(`${dataset.root}/${sidecarName}`))?.getText();
  return {
    report,
    options: {
      survey,
      signal,
      sidecarText,
      under: [dataset.settings.layer],
      tagLists: new TagListStore(host.workspace),
      paths: { home: os.homedir(), folder: dataset.root },
    },
  };
}

/** Texts of open editors that differ from their files, by path. */
function openTexts({ documents }: ServerHost, { root }: OpenDataset): Map<string, string> {
  const texts = new Map<string, string>();
  for (const document of documents.all()) {
    const path = pathOf(document.uri);
    if (path?.startsWith(`${root}/`)) texts.set(path, document.getText());
  }
  return texts;
}

async function noticed(
  host: ServerHost,
  { root }: OpenDataset,
  files: readonly string[],
  content: boolean,
): Promise<void> {
  if (files.length === 0) return;
  if (!content) host.images.scans.forget(root);
  await host.datasets.filesChanged(files.map((file) => ({ uri: uriOf(`${root}/${file}`), content })));
  host.refresh();
  host.changed(root);
}
