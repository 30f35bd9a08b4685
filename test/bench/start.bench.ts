// What starting costs: the built programs beside an empty Node and an empty language server, in fresh processes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../shared.ts';
import { greyPng } from '../support/png.ts';
import type { Figure } from './figure.ts';
import { firstAnswer, forgetState, type Program, shortest, wholeRun } from './processes.ts';

const node = (...args: string[]): Program => ({ command: process.execPath, args });
const dist = (name: string): string => path.join(projectRoot, 'dist', name);

/** Where it is set, every start of Node reads the certificates that it names, which takes twice as long as all else that an empty one does. */
const certificates = 'NODE_EXTRA_CA_CERTS';

/** A language server that can nothing. */
async function emptyServer(folder: string): Promise<string> {
  const outfile = path.join(folder, 'empty-server.cjs');
  await build({
    stdin: {
      contents: `import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
        const connection = createConnection(ProposedFeatures.all);
        connection.onInitialize(() => ({ capabilities: {} }));
        connection.listen();`,
      resolveDir: projectRoot,
    },
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
  return outfile;
}

/** Figures of starting. */
export default async function start(): Promise<Figure[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-bench-'));
  forgetState();
  try {
    // Three folders above a dataset are looked through for a configuration: here none is the one for everybody's temporary files.
    const dataset = path.join(folder, 'sets', 'woman', 'train', '10_ohwx woman');
    mkdirSync(dataset, { recursive: true });
    writeFileSync(path.join(dataset, 'a.txt'), 'ohwx, 1girl, solo, long hair, outdoors');
    writeFileSync(path.join(dataset, 'a.png'), greyPng(1024, 1024, 1));
    const programs = [node('-e', '0'), node(dist('cli.cjs'), '--version'), node(dist('cli.cjs'), 'audit', dataset)];
    const bareNode = programs.map((program) => ({ ...program, env: { [certificates]: undefined } }));
    const runs = await shortest([...programs, ...(process.env[certificates] ? bareNode : [])], 15, wholeRun);
    const [empty, version, audit, bareEmpty, bareVersion, bareAudit] = runs;
    const [bare, server] = await shortest(
      [node(await emptyServer(folder), '--stdio'), node(dist('server.cjs'), '--stdio')],
      15,
      firstAnswer,
    );
    return [
      { name: 'node -e 0', value: empty!, unit: 'ms' },
      { name: 'tagmetry --version ÷ node -e 0', value: version! / empty!, unit: '×', atMost: 1.4 },
      { name: 'tagmetry audit, one caption ÷ node -e 0', value: audit! / empty!, unit: '×', atMost: 2 },
      { name: 'tagmetry audit, one caption − node -e 0', value: audit! - empty!, unit: 'ms' },
      ...(bareEmpty === undefined
        ? []
        : [
            { name: `node -e 0 without ${certificates}`, value: bareEmpty, unit: 'ms' },
            { name: 'tagmetry --version ÷ node -e 0, both without them', value: bareVersion! / bareEmpty, unit: '×' },
            {
              name: 'tagmetry audit, one caption ÷ node -e 0, both without them',
              value: bareAudit! / bareEmpty,
              unit: '×',
            },
          ]),
      { name: 'empty language server, to the answer to initialize, elapsed', value: bare!, unit: 'ms' },
      { name: 'language server ÷ empty language server', value: server! / bare!, unit: '×', atMost: 2 },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
