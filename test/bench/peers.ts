// The programs that the bench measures beside the product, installed by npm in a folder of their own.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../shared.ts';

/** Exact versions, so that runs can be compared. */
const versions = {
  'markdownlint-cli2': '0.24.1',
  eslint: '10.15.0',
  cspell: '10.4.1',
  '@huggingface/tokenizers': '0.2.0',
  tokenizers: '0.23.2',
};
export type Peer = keyof typeof versions;

/** The folder whose node_modules holds the peers. */
export function peersFolder(): string {
  const folder = path.join(projectRoot, '.out', 'bench', 'peers');
  const wanted = JSON.stringify({ private: true, dependencies: versions }, null, 2);
  const manifest = path.join(folder, 'package.json');
  const stamp = path.join(folder, 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  mkdirSync(folder, { recursive: true });
  writeFileSync(manifest, wanted);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: folder });
  writeFileSync(stamp, wanted);
  return folder;
}

/** A peer's name with its version, for tables. */
export const peerName = (peer: Peer): string => `${peer} ${versions[peer]}`;
