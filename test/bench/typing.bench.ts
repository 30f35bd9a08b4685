// Typing for weeks: what 100,000 edits with words that no caption had before leave in the built server, whose heap is kept small.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  RegistrationRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { projectRoot } from '../shared.ts';
import type { Figure } from './figure.ts';
import { Random } from './random.ts';

const EDITS = 100_000;
/** Edits after which the memory is first looked at: programs are compiled, tables are filled. */
const SETTLED = 20_000;
/** Largest heap of the server, MB. */
const HEAP = 160;
/** An editor asks for diagnostics after a pause. */
const PAUSE = 10;
const CAPTIONS = 40;

/** Resident memory of a process in MB. */
function residentOf(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1e3;
}

/** Figures of a server that is typed into; it ends the bench when it ends. Needs Linux. */
export default async function typing(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-bench-'));
  const dataset = path.join(folder, '10_ohwx woman');
  mkdirSync(dataset);
  const random = new Random(11);
  const next = (): number => random.next();
  const word = (): string =>
    Array.from({ length: 6 + Math.floor(next() * 6) }, () => String.fromCharCode(97 + Math.floor(next() * 26))).join(
      '',
    );
  const caption = (): string =>
    `ohwx, 1girl, solo, long hair, ${word()} hat, blue eyes, outdoors, ${word()}, smile, red dress`;
  for (let at = 0; at < CAPTIONS; at++) {
    writeFileSync(path.join(dataset, `${at}.txt`), caption());
    writeFileSync(path.join(dataset, `${at}.png`), '');
  }
  const program = path.join(projectRoot, 'dist', 'server.cjs');
  const server = spawn(process.execPath, [`--max-old-space-size=${HEAP}`, program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(server, 'exit');
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
  client.onRequest(RegistrationRequest.type, () => {});
  client.onRequest(DiagnosticRefreshRequest.type, () => {});
  client.onClose(() => client.dispose());
  client.listen();
  try {
    await client.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: {
        workspace: { configuration: true, diagnostics: { refreshSupport: true } },
        textDocument: { diagnostic: {} },
      },
    });
    await client.sendNotification(InitializedNotification.type, {});
    const open = [0, 1].map((at) => pathToFileURL(path.join(dataset, `${at}.txt`)).href);
    for (const uri of open)
      await client.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'plaintext', version: 1, text: caption() },
      });
    const resident = (): number => residentOf(server.pid as number);
    let settled = 0;
    for (let edit = 1; edit <= EDITS; edit++) {
      const uri = open[edit % 2] as string;
      await client.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: edit + 1 },
        contentChanges: [{ text: caption() }],
      });
      if (edit % PAUSE === 0) await client.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      if (edit === SETTLED) settled = resident();
    }
    const after = resident();
    return [
      {
        name: `memory of a server with a heap of ${HEAP} MB after ${EDITS} edits with new words`,
        value: after,
        unit: 'MB',
      },
      { name: `the same ÷ after ${SETTLED} of them`, value: after / settled, unit: '×', atMost: 1.5 },
    ];
  } finally {
    server.kill();
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
}
