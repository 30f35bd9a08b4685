// Odd and huge files beside a small caption: for how long a language server keeps its user waiting, and what it costs to judge them.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializedNotification,
  InitializeRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { judgedLimit } from '../../server/src/caption/decode.ts';
import { MemoryWorkspace } from '../../server/src/workspace/memory.ts';
import { projectRoot } from '../shared.ts';
import { open } from '../support/open.ts';
import { greyPng } from '../support/png.ts';
import type { Figure } from './figure.ts';

const huge = 200e6;

/** Pieces that, repeated, make matching, parsing or comparing look at everything before them again and again. */
const pieces = [
  ...[
    'a',
    'a ',
    'a,',
    'a, ',
    'a\n',
    '.',
    '!',
    '"',
    '1',
    '_',
    '&',
    '<',
    '(',
    ')',
    '[',
    '{',
    '\\',
    ':a',
    'é',
    '\u0301',
    '😀',
  ],
  ...[
    '(a:1.2)',
    '{a|b}',
    '<lora:x:1>',
    '\\(',
    '\\)',
    '&lt;',
    'A cat sits. ',
    'red hair, ',
    'long_hair ',
    'BREAK ',
    '__x__',
  ],
  ...[
    '`',
    '**a** ',
    '# ',
    '- ',
    '[p](x)',
    '\ufffd',
    'Ã©',
    '、',
    '、あ',
    '; ',
    '|||',
    '" "',
    "'",
    '= ',
    'https://a.b/ ',
    '\u001b[31m',
    'a\u00a0',
    'no ',
    'a BREAK ',
  ],
];

/** Texts as long as a caption may be: each piece repeated, brackets within brackets, and as many different words as fit. */
const texts = [
  ...pieces.map((piece) => piece.repeat(judgedLimit / Buffer.byteLength(piece))),
  ...['()', '[]', '{}'].map(([opens, closes]) => `${opens.repeat(30_000)}a${closes.repeat(30_000)}`),
  Array.from({ length: 8000 }, (_, at) => `t${at}`).join(', '),
  Array.from({ length: 4000 }, (_, at) => `A cat ${at} sits.`).join(' '),
];

/** Processor time of reading and judging the slowest of the odd texts, milliseconds. */
async function slowestText(): Promise<number> {
  let slowest = 0;
  for (const text of texts) {
    const workspace = new MemoryWorkspace();
    for (const [name, content] of [['a', text] as const, ['b', 'ohwx, red'] as const]) {
      workspace.set(`/set/${name}.png`, '');
      workspace.set(`/set/${name}.txt`, content);
    }
    const start = process.cpuUsage().user;
    const { findings } = await open(workspace, '/set');
    await findings.of('a.txt');
    slowest = Math.max(slowest, (process.cpuUsage().user - start) / 1000);
  }
  return slowest;
}

/** What may be huge, and what it holds. */
const inputs: Readonly<Record<string, string>> = {
  'other.txt': 'tag, ',
  'lines.txt': 'tag\n',
  '.tagmetry.json': '[',
  'set.toml': 'image_dir = 1\n',
  'job.yaml': 'job: extension\n',
  'other.json': '{"train_data_dir":',
};

/** The longest that a small caption's diagnostics take once they were answered, with a huge file beside it, milliseconds. */
async function longestWait(name: string, piece: string): Promise<number> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-limits-'));
  try {
    for (const place of ['huge', 'small']) {
      mkdirSync(path.join(folder, place));
      writeFileSync(path.join(folder, place, 'a.png'), greyPng(64, 64, 1));
      writeFileSync(path.join(folder, place, 'a.txt'), 'ohwx, red, red');
    }
    writeFileSync(path.join(folder, 'huge', name.replace(/\.txt$/, '.png')), greyPng(64, 64, 2));
    writeFileSync(path.join(folder, 'huge', name), Buffer.alloc(huge, piece));
    const server = spawn(process.execPath, [path.join(projectRoot, 'dist', 'server.cjs'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const client = createProtocolConnection(
      new StreamMessageReader(server.stdout),
      new StreamMessageWriter(server.stdin),
    );
    client.listen();
    const opened = async (name: string): Promise<{ textDocument: { uri: string } }> => {
      const file = path.join(folder, name);
      const uri = pathToFileURL(file).href;
      const text = readFileSync(file, 'utf8');
      const textDocument = { uri, languageId: 'plaintext', version: 1, text };
      await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
      return { textDocument: { uri } };
    };
    const ask = (document: { textDocument: { uri: string } }): Promise<unknown> =>
      client.sendRequest(DocumentDiagnosticRequest.type, document);
    try {
      const root = { processId: process.pid, rootUri: pathToFileURL(folder).href, capabilities: {} };
      await client.sendRequest(InitializeRequest.type, root);
      await client.sendNotification(InitializedNotification.type, {});
      const small = await opened('small/a.txt');
      await ask(small);
      const beside = ask(await opened('huge/a.txt'));
      let longest = 0;
      let isAnswered = false;
      void beside.finally(() => {
        isAnswered = true;
      });
      for (let look = 0; look < 20 || !isAnswered; look++) {
        const start = performance.now();
        await ask(small);
        longest = Math.max(longest, performance.now() - start);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return longest;
    } finally {
      client.dispose();
      server.kill();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Figures of limits. */
export default async function limits(): Promise<Figure[]> {
  const figures: Figure[] = [
    {
      name: `the slowest of ${texts.length} odd captions of ${judgedLimit / 1024} kB, read and judged, processor time`,
      value: await slowestText(),
      unit: 'ms',
      atMost: 1000,
    },
  ];
  for (const [name, piece] of Object.entries(inputs))
    figures.push({
      name: `longest wait of another caption, ${huge / 1e6} MB of ${name}`,
      value: await longestWait(name, piece),
      unit: 'ms',
      atMost: 1000,
    });
  return figures;
}
