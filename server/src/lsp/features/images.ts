import { type CancellationToken, ResponseError } from 'vscode-languageserver';
import { t } from '../../ground/l10n.ts';
import { workspaceHash } from '../../images/read-facts.ts';
import type { ScanProgress } from '../../images/scan-headers.ts';
import { type ImageLevel, type ImageSurvey, looksAtPixels } from '../../images/survey.ts';
import { switchedOffText } from '../../images/switched-off.ts';
import type { Verdict } from '../../settings/sidecar-data.ts';
import { putVerdict } from '../../settings/sidecar-edits.ts';
import type { OpenDataset } from '../dataset-loader.ts';
import type { Feature, ServerHost } from '../host.ts';
import { deeper } from '../image-scans.ts';
import * as protocol from '../protocol.ts';
import { sidecarEdit } from '../sidecar-actions.ts';
import { unheard } from '../unheard.ts';

/** JSON-RPC error code of LSP for a request that cannot be done (RequestFailed). */
const requestFailed = -32803;

/** Images between two progress messages. */
const progressStep = 50;

/** Scans of images that were asked for by command or setting, and what the user decides about duplicates. */
export const images: Feature = {
  start(host) {
    const { connection } = host;
    connection.onRequest(protocol.scanImages, (params, cancel) => scan(host, params, cancel));
    connection.onRequest(protocol.setVerdict, (params) => setVerdict(host, params));
    host.onReady((dataset) => {
      const { imageScan } = dataset.settings.editor;
      if (looksAtPixels(imageScan) && host.images.scans.comparing)
        look(host, dataset, imageScan, undefined, undefined).catch((error) => connection.console.warn(String(error)));
    });
  },
};

async function scan(
  host: ServerHost,
  { uri, workDoneToken }: protocol.ScanImagesParams,
  cancel: CancellationToken,
): Promise<protocol.ScannedImages> {
  const dataset = await host.datasets.of(uri);
  const level = deeper(dataset.settings.editor.imageScan, 'standard');
  const survey = await look(host, dataset, level, workDoneToken, cancel);
  return {
    images: survey.images.size,
    clusters: survey.clusters.length,
    duplicates: survey.clusters.reduce((sum, { files }) => sum + files.length - 1, 0),
    damaged: [...survey.images.values()].filter(({ damage }) => damage !== null).length,
    compared: looksAtPixels(survey.level),
    message: survey.switchedOff && switchedOffText(survey.switchedOff),
  };
}

async function look(
  host: ServerHost,
  dataset: OpenDataset,
  level: ImageLevel,
  token: string | number | undefined,
  cancel: CancellationToken | undefined,
): Promise<ImageSurvey> {
  const stop = new AbortController();
  cancel?.onCancellationRequested(() => stop.abort());
  const survey = await host.images.scans.look(dataset, {
    level,
    signal: stop.signal,
    onProgress: (progress) => tellProgress(host, token, progress),
  });
  host.images.knowledge.setClusters(dataset.index, survey.clusters);
  host.refresh();
  return survey;
}

/** Tells who waits how far a scan has come. */
export function tellProgress(
  { connection }: ServerHost,
  token: string | number | undefined,
  { stage, done, total }: ScanProgress,
): void {
  if (token === undefined || (done % progressStep !== 0 && done !== total)) return;
  const value = { kind: 'report', message: stageText(stage, done, total) };
  unheard(connection, connection.sendNotification('$/progress', { token, value }));
}

function stageText(stage: ScanProgress['stage'], done: number, total: number): string {
  switch (stage) {
    case 'headers':
      return t('Image headers {0}/{1}', done, total);
    case 'fingerprints':
      return t('Looking at images {0}/{1}', done, total);
    case 'comparing':
      return t('Comparing images {0}/{1}', done, total);
  }
}

/** Notes in the sidecar what the user decided about images, with the contents of the files. */
async function setVerdict(host: ServerHost, { uri, files, verdict }: protocol.VerdictParams): Promise<null> {
  const { connection, workspace } = host;
  const { root, index } = await host.datasets.of(uri);
  if (files.length < 2 || files.some((file) => !index.image(file)))
    throw new ResponseError(requestFailed, t('These images are no longer in the dataset.'));
  const hash = workspaceHash(workspace, root);
  const contents: string[] = [];
  for (const file of files) {
    const digest = await hash(file);
    if (digest === null) throw new ResponseError(requestFailed, t('{0} cannot be read.', file));
    contents.push(digest);
  }
  const entry: Verdict | null = verdict && { files: [...files], contents, verdict };
  const edit = await sidecarEdit(host, root, (text) => putVerdict(text, files, entry));
  if (edit) await connection.workspace.applyEdit({ label: t('Remember what was decided about duplicates'), edit });
  host.changed(root);
  return null;
}
