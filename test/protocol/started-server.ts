import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import {
  type ClientCapabilities,
  createConnection,
  type MessageReader,
  type MessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type RunningServer, startServer } from '../../server/src/lsp/server.ts';
import { nodeWorkspace } from '../../server/src/workspace/node.ts';
import type { WritableWorkspace } from '../../server/src/workspace/workspace.ts';
import { projectRoot } from '../shared.ts';

/** Where the build puts the server. */
export const builtServer = path.join(projectRoot, 'dist', 'server.cjs');

/** Lets a process that tries to reach another machine fail. */
const noNetwork = path.join(projectRoot, 'test', 'support', 'no-network.cjs');

export type Transport = 'memory' | 'stdio';

export interface ClientOptions {
  /** How the server runs: in this process over streams, or the built server as a child process. */
  readonly transport?: Transport;
  /** Value of the setting `tagmetry`. */
  readonly settings?: Record<string, unknown>;
  /** Laid over what the client says it can do. */
  readonly capabilities?: ClientCapabilities;
  readonly bytes?: Readonly<Record<string, Uint8Array>>;
  /** A folder that is there already: nothing is written to it, and it stays. */
  readonly folder?: string;
  /** Another door to files than the disk's, with {@link folder} in it; the server then runs in this process. */
  readonly workspace?: WritableWorkspace;
  /** Laid over the environment of a server in a process of its own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Laid over what an editor's extension tells the server. */
  readonly initializationOptions?: Record<string, unknown>;
  /** Answers whatever the server asks with an error. */
  readonly refuses?: boolean;
}

/** A server that was started, and the streams to it. */
export interface StartedServer {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Of a server in a process of its own. */
  readonly child: ChildProcess | null;
  /** Of a server in this process. */
  readonly server: RunningServer | null;
}

/** Starts the server as the options ask. */
export function startedServer(options: ClientOptions): StartedServer {
  return options.transport === 'stdio' ? spawned(options) : inside(options);
}

function spawned(options: ClientOptions): StartedServer {
  const child = spawn(process.execPath, ['--require', noNetwork, builtServer, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...options.env },
  });
  const reader = new StreamMessageReader(child.stdout);
  // Of a server that is killed while it speaks nobody waits for the rest.
  reader.partialMessageTimeout = 0;
  return { reader, writer: new StreamMessageWriter(child.stdin), child, server: null };
}

function inside(options: ClientOptions): StartedServer {
  const up = new PassThrough();
  const down = new PassThrough();
  const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(up), new StreamMessageWriter(down));
  const server = startServer(connection, options.workspace ?? nodeWorkspace);
  return { reader: new StreamMessageReader(down), writer: new StreamMessageWriter(up), child: null, server };
}
