import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { readReportAssets } from '../../edges/report-assets.ts';
import { tagPlaces } from '../../facts/tag-places.ts';
import { t } from '../../ground/l10n.ts';
import { audit } from '../../report/audit.ts';
import { writeCsv } from '../../report/csv.ts';
import { writeHtml } from '../../report/html.ts';
import { writeJson } from '../../report/json.ts';
import { LiveReport } from '../../report/live-report.ts';
import { writeMarkdown } from '../../report/markdown.ts';
import type { AuditReport } from '../../report/report.ts';
import type { Feature, ServerHost } from '../host.ts';
import { pictureOf } from '../image-details.ts';
import { deeper } from '../image-scans.ts';
import {
  captionsWithTags,
  type ExportParams,
  exportReport,
  findingsOfOverview,
  overviewClosed,
  overview as request,
  tagsOfCaptions,
  thumbnail,
} from '../protocol.ts';
import { tellProgress } from './images.ts';

/** Images or captions between two progress messages. */
const progressStep = 200;

/** The audit of a whole dataset, for the Folder Overview and for saving: long, with progress, cancellable. */
export const overview: Feature = {
  start(host) {
    const live = new Map<string, LiveReport>();
    host.connection.onRequest(request, async ({ uri, workDoneToken, since }, cancel) => {
      const report = await makeReport(host, uri, workDoneToken, cancel);
      const known = live.get(uri) ?? new LiveReport();
      live.set(uri, known);
      return known.answer(report, since);
    });
    host.connection.onRequest(findingsOfOverview, ({ uri, revision, filter, offset, limit }) => {
      const page = live.get(uri)?.page(revision, filter, offset, limit);
      if (!page) throw new ResponseError(LSPErrorCodes.ContentModified, t('The dataset was changed meanwhile.'));
      return page;
    });
    host.connection.onNotification(overviewClosed, ({ uri }) => void live.delete(uri));
    host.connection.onRequest(captionsWithTags, async ({ uri, tags }) => {
      const { index } = await host.datasets.of(uri);
      return tagPlaces(index.facts, tags, (file) => index.syntaxOf(file));
    });
    host.connection.onRequest(tagsOfCaptions, async ({ uri, files, asWritten }) => {
      const { index } = await host.datasets.of(uri);
      const { vocabulary } = index;
      return files.map((file) => {
        const record = index.record(file);
        if (!record) return [];
        return asWritten
          ? Array.from(record.surfaces, (surface) => vocabulary.surface(surface))
          : Array.from(record.norms, (norm) => vocabulary.norm(norm));
      });
    });
    host.connection.onRequest(thumbnail, async ({ uri, file, side }) => {
      const dataset = await host.datasets.of(uri);
      return dataset.index.image(file) ? pictureOf(host, dataset, file, side) : null;
    });
    host.connection.onRequest(exportReport, async ({ uri, format }, cancel) => {
      const report = await makeReport(host, uri, undefined, cancel);
      return write(report, format);
    });
  },
};

async function write(report: AuditReport, format: ExportParams['format']): Promise<string> {
  switch (format) {
    case 'html':
      return await writeHtml(report, await readReportAssets());
    case 'markdown':
      return writeMarkdown(report);
    case 'csv':
      return writeCsv(report);
    case 'json':
      return writeJson(report);
  }
}

async function makeReport(
  host: ServerHost,
  uri: string,
  token: string | number | undefined,
  cancel: CancellationToken,
): Promise<AuditReport> {
  const { connection, workspace, onRuleFailure } = host;
  const stop = new AbortController();
  cancel.onCancellationRequested(() => stop.abort());
  const dataset = await host.datasets.of(uri);
  const { imageScan } = dataset.settings.editor;
  const level = imageScan === 'off' ? 'off' : deeper(imageScan, 'standard');
  const { signal } = stop;
  const survey = await host.images.scans.look(dataset, {
    level,
    signal,
    onProgress: (progress) => tellProgress(host, token, progress),
  });
  if (survey.switchedOff) host.images.scans.tellOnce(connection, survey.switchedOff);
  const { report } = await audit(workspace, { ...dataset, settings: dataset.settings.folder }, dataset.root, {
    images: level,
    withFixes: false,
    survey,
    signal,
    onRuleFailure,
    onProgress: (step, done, total) => {
      if (token === undefined || done % progressStep !== 0) return;
      if (step !== 'rules') return;
      const message = t('Captions {0}/{1}', done, total);
      void connection.sendNotification('$/progress', { token, value: { kind: 'report', message } });
    },
  });
  host.images.knowledge.setClusters(dataset.index, report.clusters);
  return report;
}
