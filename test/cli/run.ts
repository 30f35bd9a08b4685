import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../shared.ts';
import { greyPng } from '../support/png.ts';

export interface CliResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a user does. */
export function tagmetry(args: readonly string[], input = '', env: Record<string, string> = {}): CliResult {
  const cli = path.join(projectRoot, 'dist', 'cli.cjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    encoding: 'utf8',
    input,
    env: { ...process.env, LANG: 'C', LC_ALL: '', LC_MESSAGES: '', ...env },
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

/** Writes files into a temporary folder, calls `use` with it, and removes it. A name ending in .png gets an image. */
export function withFolder<T>(files: Readonly<Record<string, string | Uint8Array>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tagmetry-cli-'));
  try {
    let seed = 0;
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, name.endsWith('.png') && content === '' ? greyPng(1024, 1024, ++seed) : content);
    }
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
