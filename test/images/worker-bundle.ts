import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { projectRoot } from '../shared.ts';

/** Bundles a worker entry the way the product does, beside the project's packages so that sharp is found; returns its path. */
export async function bundleWorker(entry = 'server/src/images/worker.ts'): Promise<string> {
  const outfile = path.join(projectRoot, '.out', `${path.basename(entry, '.ts')}-${process.pid}.cjs`);
  await build({
    entryPoints: [path.join(projectRoot, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['sharp', '@img/sharp-wasm32'],
    logLevel: 'error',
  });
  process.once('exit', () => rmSync(outfile, { force: true }));
  return outfile;
}
