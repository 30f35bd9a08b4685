import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import JSZip from 'jszip';
import { projectRoot } from '../shared.ts';

/** Where the tests' packages are made. */
export const packages = path.join(projectRoot, '.out', 'packages');

export const manifest = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
  name: string;
  version: string;
  dependencies: { sharp: string };
};

export const npmPackage = path.join(packages, `${manifest.name}-${manifest.version}.tgz`);

/** The VSIX of a target. */
export function vsixOf(target: string): string {
  const suffix = target === 'universal' ? '' : `-${target}`;
  return path.join(packages, `${manifest.name}${suffix}-${manifest.version}.vsix`);
}

/** The files of a package by their paths in it; those of the npm package without `package/`. */
export type Contents = ReadonlyMap<string, () => Promise<Buffer>>;

/** Opens a VSIX; paths are those below `extension/`. */
export async function openVsix(file: string): Promise<Contents> {
  assert.ok(existsSync(file), `${file} was not made: npm run package`);
  const zip = await JSZip.loadAsync(readFileSync(file));
  return new Map(
    Object.values(zip.files)
      .filter((entry) => !entry.dir && entry.name.startsWith('extension/'))
      .map((entry) => [entry.name.slice('extension/'.length), () => entry.async('nodebuffer')]),
  );
}

/** Runs a program; its output is part of the failure when it fails. */
export function succeed(
  command: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string> = {},
): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  assert.equal(status, 0, `${command} ${args.join(' ')}: ${error ?? `${stdout}${stderr}`}`);
  return stdout;
}
