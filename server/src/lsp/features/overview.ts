import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { DatasetIndex } from '../../dataset/index.ts';
import { readReportAssets } from '../../edges/report-assets.ts';
import { tagPlaces } from '../../facts/tag-places.ts';
import { patient } from '../../ground/breath.ts';
import { t } from '../../ground/l10n.ts';
import { rowsFrom } from '../../ground/row-pages.ts';
import { type AuditedDataset, type AuditOptions, audit, auditHead } from '../../report/audit.ts';
import { AuditMemory } from '../../report/audit-memory.ts';
import { writeCsv } from '../../report/csv.ts';
import { writeHtml } from '../../report/html.ts';
import { writeJson } from '../../report/json.ts';
import { LiveReport } from '../../report/live-report.ts';
import { writeMarkdown } from '../../report/markdown.ts';
import type { AuditReport } from '../../report/report.ts';
import { pictureSide, reportPictures } from '../../report/report-pictures.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { OpenDataset } from '../dataset-loader.ts';
import type { Feature, ServerHost } from '../host.ts';
import { pictureOf } from '../image-details.ts';
import { deeper } from '../image-scans.ts';
import {
  captionsWithTags,
  type ExportParams,
  exportReport,
  findingsOfOverview,
  overviewClosed,
  overviewRows,
  overview as request,
  tagsOfCaptions,
  thumbnail,
} from '../protocol.ts';
import { signalOf } from '../signal.ts';
import { unheard } from '../unheard.ts';
import { tellProgress } from './images.ts';

/** Images or captions between two progress messages. */
const progressStep = 200;

/** The report of a dataset that a client shows, with what the next one can be made from. */
class ShownReport {
  readonly live = new LiveReport();
  #memory: { readonly index: DatasetIndex; readonly memory: AuditMemory } | null = null;
  #working: Promise<unknown> = Promise.resolve();

  /** The memory of the dataset's last audit; a dataset that was opened anew has none. */
  memoryOf({ index }: OpenDataset): AuditMemory {
    if (this.#memory?.index !== index) this.#memory = { index, memory: new AuditMemory() };
    return this.#memory.memory;
  }

  /** One audit after the other: they share a memory. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#working.then(work);
    this.#working = done.catch(() => {});
    return done;
  }
}

/** Times a report is begun again because the dataset changed meanwhile; the next one is asked for anyway. */
const mostRounds = 3;

/** The audit of a whole dataset, for the Folder Overview and for saving: long, with progress, cancellable. */
export const overview: Feature = {
  start(host) {
    const shown = new Map<string, ShownReport>();
    host.connection.onRequest(request, async ({ uri, workDoneToken, since, rows, textsFirst = false }, cancel) => {
      const known = shown.get(uri) ?? new ShownReport();
      shown.set(uri, known);
      return known.inTurn(async () => {
        const asked = { token: workDoneToken, signal: patient(signalOf(cancel)), textsFirst };
        for (let round = 1; ; round++) {
          const dataset = await host.datasets.of(uri);
          const { revision } = dataset.index.tracker;
          const made = await makeReport(host, dataset, asked, known.memoryOf(dataset), auditHead);
          if (revision !== dataset.index.tracker.revision && round < mostRounds) continue;
          const answer = await known.live.answer(made, since);
          return 'difference' in answer || rows === undefined ? answer : { ...answer, ...rowsFrom(answer, 0, rows) };
        }
      });
    });
    host.connection.onRequest(findingsOfOverview, async ({ uri, revision, filter, offset, limit }) => {
      return ofRevision(await shown.get(uri)?.live.page(revision, filter, offset, limit));
    });
    host.connection.onRequest(overviewRows, ({ uri, revision, offset, limit }) =>
      ofRevision(shown.get(uri)?.live.rows(revision, offset, limit)),
    );
    host.connection.onNotification(overviewClosed, ({ uri }) => void shown.delete(uri));
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
      const dataset = await host.datasets.of(uri);
      const asked = { token: undefined, signal: signalOf(cancel), textsFirst: false };
      const { report } = await makeReport(host, dataset, asked, undefined, audit);
      return write(host, dataset, report, format);
    });
  },
};

/** A part of a report; fails where there is none because the report has become another one. */
function ofRevision<Part>(part: Part | null | undefined): Part {
  if (part == null) throw new ResponseError(LSPErrorCodes.ContentModified, t('The dataset was changed meanwhile.'));
  return part;
}

async function write(
  { images }: ServerHost,
  { root }: OpenDataset,
  report: AuditReport,
  format: ExportParams['format'],
): Promise<string> {
  switch (format) {
    case 'html':
      return await writeHtml(report, await readReportAssets(), {
        pictures: await reportPictures(report, async ({ file, header }) =>
          header ? images.thumbnails.of({ path: `${root}/${file}`, ...header, mtimeMs: 0 }, pictureSide) : null,
        ),
      });
    case 'markdown':
      return writeMarkdown(report);
    case 'csv':
      return writeCsv(report);
    case 'json':
      return writeJson(report);
  }
}

interface Asked {
  readonly token: string | number | undefined;
  readonly signal: AbortSignal;
  /** Images that were not looked at yet are left out. */
  readonly textsFirst: boolean;
}

async function makeReport<Made>(
  host: ServerHost,
  dataset: OpenDataset,
  { token, signal, textsFirst }: Asked,
  memory: AuditMemory | undefined,
  make: (workspace: Workspace, dataset: AuditedDataset, name: string, options: AuditOptions) => Promise<Made>,
): Promise<Made> {
  const { connection, workspace, onRuleFailure } = host;
  const { imageScan } = dataset.settings.editor;
  const whole = imageScan === 'off' ? 'off' : deeper(imageScan, 'standard');
  const level = textsFirst && !host.images.scans.knows(dataset.root, whole) ? 'off' : whole;
  const survey = await host.images.scans.look(dataset, {
    level,
    signal,
    onProgress: (progress) => tellProgress(host, token, progress),
  });
  if (survey.switchedOff) host.images.scans.tellOnce(connection, survey.switchedOff);
  if (level === whole) host.images.knowledge.setClusters(dataset.index, survey.clusters);
  return make(workspace, { ...dataset, settings: dataset.settings.folder }, dataset.root, {
    images: level,
    withFixes: false,
    survey,
    memory,
    filesRevision: host.datasets.filesRevision,
    signal,
    onRuleFailure,
    onProgress: (step, done, total) => {
      if (token === undefined || done % progressStep !== 0) return;
      if (step !== 'rules') return;
      const message = t('Captions {0}/{1}', done, total);
      unheard(connection, connection.sendNotification('$/progress', { token, value: { kind: 'report', message } }));
    },
  });
}
