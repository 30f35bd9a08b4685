// Builds every bundle of the product into dist/. sharp stays outside: it carries native binaries.

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build, context } from 'esbuild';

process.chdir(import.meta.dirname);

const watch = process.argv.includes('--watch');
mkdirSync('dist', { recursive: true });

// Each room of the product keeps its own Japanese; editor and server read them as one bundle.
const rooms = existsSync('l10n/ja') ? readdirSync('l10n/ja').sort() : [];
const japanese = rooms
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`l10n/ja/${name}`, 'utf8')));
mkdirSync('l10n', { recursive: true });
writeFileSync('l10n/bundle.l10n.ja.json', `${JSON.stringify(Object.assign({}, ...japanese), null, 2)}\n`);

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
// Every folder of media with a main.ts is a webview: dist/media/<folder>.js, and <folder>.css of the styles it imports.
const webviews = Object.fromEntries(
  readdirSync('media', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`media/${entry.name}/main.ts`))
    .map((entry) => [entry.name, `media/${entry.name}/main.ts`]),
);
/** Lets `npx tagmetry` run a fresh build: npm makes the command executable only when it installs. */
function executable(file) {
  return {
    name: 'executable',
    setup({ onEnd }) {
      onEnd(({ errors }) => {
        if (errors.length === 0) chmodSync(file, 0o755);
      });
    },
  };
}
const bundles = [
  { ...node, entryPoints: { client: 'client/src/extension.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...node, entryPoints: { server: 'server/src/main.ts' }, outdir: 'dist' },
  {
    ...node,
    entryPoints: { cli: 'server/src/cli.ts' },
    outdir: 'dist',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [executable('dist/cli.cjs')],
  },
  {
    ...node,
    entryPoints: { worker: 'server/src/images/worker.ts' },
    outdir: 'dist',
    external: ['sharp', '@img/sharp-wasm32'],
  },
  {
    entryPoints: webviews,
    outdir: 'dist/media',
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    minify: true,
    sourcemap: watch,
    legalComments: 'none',
    loader: { '.svg': 'dataurl', '.ttf': 'file', '.woff2': 'file' },
    logLevel: 'info',
  },
].filter(({ entryPoints }) => {
  const files = Object.values(entryPoints);
  return files.length > 0 && files.every((file) => existsSync(file));
});

for (const options of bundles) {
  if (watch) await (await context(options)).watch();
  else {
    const { metafile } = await build({ ...options, metafile: true });
    // For the notices: which packages went into the bundle.
    const [name] = Object.keys(options.entryPoints);
    mkdirSync('.out/bundles', { recursive: true });
    writeFileSync(`.out/bundles/${name}.json`, JSON.stringify(Object.keys(metafile.inputs)));
  }
}
