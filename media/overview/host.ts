import { findingsPage, worstFirst } from '../../server/src/ground/finding-filter.ts';
import type { ReportFinding } from '../../server/src/report/report.ts';
import { type Answers, type EmbeddedData, embeddedDataId, type ToHost, type ToView } from './messages.ts';

/** Where the data of the view comes from and where its wishes go. */
export interface OverviewHost {
  /** False in the one-file report: nothing can be opened from it, and only findings and its small pictures can be asked for. */
  readonly live: boolean;
  post(message: ToHost): void;
  listen(listener: (message: ToView) => void): void;
  /** State that outlives a reload of the view. */
  readState(): unknown;
  writeState(state: unknown): void;
}

interface EditorApi {
  postMessage(message: ToHost): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare const acquireVsCodeApi: (() => EditorApi) | undefined;

/** The editor when the page runs inside it, else the data embedded in the page. */
export function findHost(): OverviewHost {
  return typeof acquireVsCodeApi === 'function' ? editorHost(acquireVsCodeApi()) : embeddedHost();
}

function editorHost(api: EditorApi): OverviewHost {
  return {
    live: true,
    post: (message) => api.postMessage(message),
    listen(listener) {
      window.addEventListener('message', ({ data }) => listener(data as ToView));
      api.postMessage({ type: 'ready' });
    },
    readState: () => api.getState(),
    writeState: (state) => api.setState(state),
  };
}

async function embeddedData(): Promise<EmbeddedData | null> {
  const text = document.getElementById(embeddedDataId)?.textContent;
  if (!text) return null;
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(stream).json()) as EmbeddedData;
}

function embeddedHost(): OverviewHost {
  let state: unknown;
  let findings: readonly ReportFinding[] = [];
  let pictureOf: (image: number) => Answers['thumbnail'] = () => null;
  let tell: (message: ToView) => void = () => {};
  return {
    live: false,
    post(message) {
      if (message.type !== 'ask') return;
      if (message.question.kind === 'thumbnail')
        tell({ type: 'answer', id: message.id, answer: pictureOf(message.question.image) });
      if (message.question.kind !== 'findings') return;
      const { filter, offset, limit } = message.question;
      tell({ type: 'answer', id: message.id, answer: findingsPage(findings, filter, offset, limit) });
    },
    listen(listener) {
      tell = listener;
      void embeddedData().then((data) => {
        if (!data) return;
        const { language, texts, made, pictures } = data;
        listener({ type: 'start', language, texts, root: '', abilities: [], made });
        const { findings: all, ...head } = data.report;
        findings = worstFirst(all);
        pictureOf = (image) => {
          const picture = pictures[head.images[image]?.file ?? ''];
          return picture === undefined ? null : { mime: 'image/jpeg', data: picture };
        };
        listener({ type: 'report', answer: { ...head, revision: 1 } });
      });
    },
    readState: () => state,
    writeState: (next) => {
      state = next;
    },
  };
}
