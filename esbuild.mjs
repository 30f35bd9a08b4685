// Builds every bundle of the product into dist/. sharp stays outside: it carries native binaries.

import { existsSync, mkdirSync } from 'node:fs';
import { build, context } from 'esbuild';

const watch = process.argv.includes('--watch');
mkdirSync('dist', { recursive: true });

const node = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  sourcemap: true,
  logLevel: 'info',
  // Prefer ES modules of dependencies: they tree-shake, and their UMD twins hide requires from the bundler.
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.cjs' },
};
const bundles = [
  { ...node, entryPoints: { client: 'client/src/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...node, entryPoints: { server: 'server/src/main.ts' }, outdir: 'dist' },
  { ...node, entryPoints: { cli: 'server/src/cli.ts' }, outdir: 'dist', banner: { js: '#!/usr/bin/env node' } },
  {
    ...node,
    entryPoints: { worker: 'server/src/images/worker.ts' },
    outdir: 'dist',
    external: ['sharp', '@img/sharp-wasm32'],
  },
].filter((options) => Object.values(options.entryPoints).every(existsSync));

for (const options of bundles) {
  if (watch) await (await context(options)).watch();
  else await build(options);
}
