import { type EmbeddedData, embeddedDataId, type ToHost, type ToView } from './messages.ts';

/** Where the data of the view comes from and where its wishes go. */
export interface OverviewHost {
  /** False in the one-file report: nothing can be opened from it. */
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

function embeddedHost(): OverviewHost {
  let state: unknown;
  return {
    live: false,
    post: () => {},
    listen(listener) {
      const text = document.getElementById(embeddedDataId)?.textContent;
      if (!text) return;
      const { language, texts, report } = JSON.parse(text) as EmbeddedData;
      listener({ type: 'start', language, texts, root: '', abilities: [] });
      listener({ type: 'report', revision: 1, report });
    },
    readState: () => state,
    writeState: (next) => {
      state = next;
    },
  };
}
