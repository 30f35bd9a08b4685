// Builds every bundle of the product into dist/. sharp stays outside: it carries native binaries.

import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { build, context } from 'esbuild';
import { apartFrom, parts } from './tools/build/parts.mjs';
import {
  apart,
  lazy,
  lazyEntry,
  lazyFile,
  lazyPackages,
  lean,
  meaningBundles,
  putWhole,
  tablesBeside,
  written,
} from './tools/build/plugins.mjs';

process.chdir(import.meta.dirname);

const watch = process.argv.includes('--watch');
mkdirSync('dist', { recursive: true });

// Each room of the product keeps its own Japanese; editor and server read them as one bundle.
const rooms = existsSync('l10n/ja') ? readdirSync('l10n/ja').sort() : [];
const japanese = rooms
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(`l10n/ja/${name}`, 'utf8')));
mkdirSync('l10n', { recursive: true });
putWhole('l10n/bundle.l10n.ja.json', Buffer.from(`${JSON.stringify(Object.assign({}, ...japanese), null, 2)}\n`));

/** Programs and the parts that they load later, each a bundle: dist/<name>.cjs. */
const programs = {
  client: 'client/src/extension.ts',
  server: 'server/src/main.ts',
  'language-server': 'server/src/lsp/main.ts',
  cli: 'server/src/cli.ts',
  commands: 'server/src/cli/main.ts',
  worker: 'server/src/images/worker.ts',
  ...meaningBundles,
  'picture-scan': 'server/src/images/scan.ts',
};

/** `performance.now()` of the bundles: Node loads sixteen modules when that global is first asked for. Strictness is said before all else. */
const clock =
  '"use strict"; const millisecondsNow = () => { const [seconds, rest] = process.hrtime(); return seconds * 1000 + rest / 1e6; };';

const node = {
  write: false,
  outdir: 'dist',
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  // For `node --enable-source-maps`; packages leave the maps out.
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Prefer ES modules of dependencies: they tree-shake, and their UMD twins hide requires from the bundler.
  mainFields: ['module', 'main'],
  outExtension: { '.js': '.cjs' },
  external: ['vscode', 'sharp', '@img/sharp-wasm32'],
  define: { 'performance.now': 'millisecondsNow' },
  banner: { js: clock },
  // `import()` of a file becomes `require`, which starts sooner than Node's loader of ES modules.
  supported: { 'dynamic-import': false, 'regexp-unicode-property-escapes': true },
};
// Every folder of media with a main.ts is a webview: dist/media/<folder>.js, and <folder>.css of the styles it imports.
const webviews = Object.fromEntries(
  readdirSync('media', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(`media/${entry.name}/main.ts`))
    .map((entry) => [entry.name, `media/${entry.name}/main.ts`]),
);
/** @type {Record<string, import('esbuild').BuildOptions>} */
const bundles = {
  webviews: {
    write: false,
    plugins: [written()],
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
    logLevel: 'warning',
  },
};
for (const [name, file] of Object.entries(programs)) {
  bundles[name] = {
    ...node,
    entryPoints: { [name]: file },
    plugins: [
      apart(programs),
      lazy(),
      lean,
      tablesBeside('dist'),
      written({ program: `dist/${name}.cjs`, command: 'dist/cli.cjs' }),
    ],
  };
}
for (const name of Object.keys(lazyPackages)) {
  const bundle = lazyFile(name).replace('.cjs', '');
  bundles[bundle] = {
    ...node,
    plugins: [lean, written({ program: `dist/${bundle}.cjs` })],
    stdin: { contents: lazyEntry(name), resolveDir: '.', sourcefile: name },
  };
}
// While the sources are watched, programs are whole: their parts would have to follow one another.
if (!watch)
  for (const [part, { of: program, entries }] of Object.entries(parts)) {
    const { entryPoints: _, ...options } = bundles[program];
    const both = await apartFrom(options, { program, entry: programs[program], part, entries });
    bundles[program] = both.program;
    const plugins = both.part.plugins?.filter(({ name }) => name !== 'written') ?? [];
    bundles[part] = { ...both.part, plugins: [...plugins, written({ program: `dist/${part}.cjs` })] };
  }
bundles.cli.banner = { js: `#!/usr/bin/env node\n${clock}` };

mkdirSync('.out/bundles', { recursive: true });
for (const [name, options] of Object.entries(bundles)) {
  const out = options.stdin ? { ...options, outdir: undefined, outfile: `dist/${name}.cjs` } : options;
  if (watch) await (await context(out)).watch();
  else {
    const { metafile } = await build({ ...out, metafile: true });
    // For the notices: which packages went into the bundle.
    putWhole(`.out/bundles/${name}.json`, Buffer.from(JSON.stringify(Object.keys(metafile.inputs))));
  }
}
