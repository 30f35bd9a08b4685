import type { CancellationToken } from 'vscode-languageserver';

/** A signal that is aborted when the client cancels its request. */
export function signalOf(cancel: CancellationToken): AbortSignal {
  const stop = new AbortController();
  cancel.onCancellationRequested(() => stop.abort());
  return stop.signal;
}
