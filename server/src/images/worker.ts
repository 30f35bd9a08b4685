/**
 * Entry of the image worker, the only place where sharp is loaded. As a child process it decodes files it is asked for;
 * as a thread of the server it compares fingerprints, which needs no decoder and must not block the server.
 */
import { isMainThread, parentPort } from 'node:worker_threads';
import { serveComparisons } from './compare/thread.ts';
import { decode } from './worker/decode.ts';
import { type LoadedSharp, loadSharp } from './worker/load-sharp.ts';
import type { DecodeRequest, WorkerMessage } from './worker/protocol.ts';

function send(message: WorkerMessage): void {
  // The parent may be gone; the 'disconnect' below ends the process then.
  if (process.connected) process.send?.(message);
}

function serveDecoding(): void {
  let loaded: LoadedSharp;
  try {
    loaded = loadSharp();
  } catch (error) {
    send({ ready: false, build: null, detail: String((error as Error).message) });
    return;
  }
  process.on('message', (request: DecodeRequest) => {
    void decode(loaded, request).then(send);
  });
  send({ ready: true, build: loaded.build, detail: null });
}

if (!isMainThread && parentPort) serveComparisons(parentPort);
else {
  process.on('disconnect', () => process.exit(0));
  serveDecoding();
}
