import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A program as a shell would start it. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  /** What its environment has otherwise; undefined takes a variable out. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const state = path.join(os.tmpdir(), 'tagmetry-bench-state');
const env = { ...process.env, LANG: 'C', LC_ALL: '', TAGMETRY_STATE: state };

/** Forgets what programs keep: code that was compiled for a large folder is more to load than a small one needs. */
export const forgetState = (): void => rmSync(state, { recursive: true, force: true });

/**
 * Milliseconds of processor time that a program takes from its start to its end, whatever it says. Processor time,
 * because it does not grow with what else the machine does; as bash counts it.
 */
export function wholeRun({ command, args, cwd, env: other }: Program): number {
  const script = 'TIMEFORMAT="%U %S"; time "$@" > /dev/null 2>&1';
  const { error, stderr } = spawnSync('bash', ['-c', script, 'bash', command, ...args], {
    cwd,
    env: { ...env, ...other },
    encoding: 'utf8',
  });
  if (error) throw error;
  const [user, system] = stderr.trim().split(' ').map(Number) as [number, number];
  return (user + system) * 1000;
}

/** A message as language servers take it. */
function framed(message: object): string {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/**
 * Milliseconds from the start of a language server to its answer to `initialize`. It is ended as editors end it: what it keeps for its next
 * start is there then.
 */
export async function firstAnswer({ command, args }: Program): Promise<number> {
  const params = { processId: null, rootUri: null, capabilities: {} };
  const start = performance.now();
  const server = spawn(command, args, { env, stdio: ['pipe', 'pipe', 'ignore'] });
  const ended = once(server, 'exit');
  server.stdin.write(framed({ id: 1, method: 'initialize', params }));
  await once(server.stdout, 'data');
  const took = performance.now() - start;
  server.stdin.write(framed({ id: 2, method: 'shutdown' }));
  server.stdin.write(framed({ method: 'exit' }));
  await ended;
  return took;
}

/**
 * The shortest of many runs of each program, taken in turns, so that what else the machine does falls on all of them.
 * The first run of each does not count: it fills the caches of the disk and those of the programs.
 */
export async function shortest<T>(
  programs: readonly T[],
  rounds: number,
  measure: (program: T) => number | Promise<number>,
): Promise<number[]> {
  const best = programs.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round <= rounds; round++)
    for (const [at, program] of programs.entries()) {
      const took = await measure(program);
      if (round > 0) best[at] = Math.min(best[at]!, took);
    }
  return best;
}
