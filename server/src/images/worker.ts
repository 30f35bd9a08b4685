/**
 * Entry of the image worker, the only place where sharp is loaded. As a child process it decodes files it is asked for, with threads of its
 * own for JPEGs; as a thread of the server it compares fingerprints, which needs no decoder and must not block the server.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { serveComparisons } from './compare/thread.ts';
import { decode } from './worker/decode.ts';
import { JPEGS, JpegThreads, serveJpegs } from './worker/jpeg-threads.ts';
import { type LoadedSharp, loadSharp } from './worker/load-sharp.ts';
import type { DecodeRequest, WorkerMessage } from './worker/protocol.ts';

function send(message: WorkerMessage): void {
  // The parent may be gone; the 'disconnect' below ends the process then.
  if (process.connected) process.send?.(message);
}

/** The decoder has a thread more than there are cores, one of which compares. */
const THREADS_BESIDE = 2;

function serveDecoding(): void {
  let loaded: LoadedSharp;
  try {
    loaded = loadSharp();
  } catch (error) {
    send({ ready: false, build: null, detail: String((error as Error).message) });
    return;
  }
  const threads = new JpegThreads(__filename, Number(process.env.UV_THREADPOOL_SIZE) - THREADS_BESIDE);
  process.on('message', (request: DecodeRequest) => {
    void decode(loaded, request, threads).then(send);
  });
  send({ ready: true, build: loaded.build, detail: null });
}

if (!isMainThread && parentPort) (workerData === JPEGS ? serveJpegs : serveComparisons)(parentPort);
else {
  process.on('disconnect', () => process.exit(0));
  serveDecoding();
}
