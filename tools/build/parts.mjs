// Parts of a program that few of its runs need: bundles beside it, loaded when one of their functions is called for the first time.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from '@babel/parser';
import { build } from 'esbuild';
import { leaving, taking } from './part-plugins.mjs';

const source = 'server/src';

/** Files of a folder, by their names without the ending. @param {string} folder @param {string} names */
const inFolder = (folder, names) => names.split(/\s+/).map((name) => `${source}/${folder}/${name}.ts`);

/**
 * Where what few runs need is entered: configurations of trainers and what is read from them, writers of reports that were not asked for,
 * changes of files. A part holds these files and what nothing else of its program imports. Only functions of theirs can be called from outside.
 */
const configurations = [
  ...inFolder('trainers/documents', 'yaml-document toml-document json-document'),
  ...inFolder('trainers/sd-scripts', 'feed dataset/plan dataset/unused-files'),
  ...inFolder(
    'trainers/sd-scripts/config',
    'validate resolve gui-preset meant family-of-options recognize caption-params script-arguments',
  ),
  ...inFolder(
    'trainers/musubi-tuner',
    'documents habits report plan params buckets trains clashes schema run-documents feed resolve family',
  ),
  ...inFolder(
    'trainers/ai-toolkit',
    'documents habits resolve report feed clashes plan buckets planned-item job-text model value-types run-clashes',
  ),
  ...inFolder(
    'trainers/onetrainer',
    'documents habits newer report feed plan clashes buckets caption run-clashes concepts epoch caption-source',
  ),
  ...inFolder('training', 'trainer-pictures trainer-image-size config-layer configured-files plan-other training-plan'),
  ...inFolder('rules', 'check-config check-other-config config/subsets config/edits config/head-tags'),
  ...inFolder('report', 'training-facts'),
  ...inFolder('settings', 'sidecar wrong-value'),
];

/** What only captions with sentences are asked by, and folders of some captions. */
const sentences = [...inFolder('tags/claims', 'claims'), ...inFolder('rules/consistency', 'two-words')];

/**
 * The parts: name of the bundle → the program it belongs to and the files it is entered by.
 * @type {Record<string, { of: string, entries: string[] }>}
 */
export const parts = {
  'commands-later': {
    of: 'commands',
    entries: [
      ...configurations,
      ...sentences,
      ...inFolder('cli', 'cure plan edit binding lora git exposure explain narrow history tokens'),
      ...inFolder('report', 'markdown sarif html github csv'),
      ...inFolder('workspace', 'replace-file lock'),
      ...inFolder('bulk', 'undo plan rename-files not-noted'),
      ...inFolder('engine', 'fix-folder fix-all'),
    ],
  },
  'language-server-later': { of: 'language-server', entries: [...configurations, ...sentences] },
};

/**
 * Build options of a program and of its part. What both need stays in the program, which hands it over when the part is loaded: no state and
 * no table is there twice.
 * @param {import('esbuild').BuildOptions} options those of the program, its plugins included
 * @param {{ program: string, entry: string, part: string, entries: string[] }} names of the bundles, and the files they are entered by
 * @returns {Promise<{ program: import('esbuild').BuildOptions, part: import('esbuild').BuildOptions }>}
 */
export async function apartFrom(options, { program, entry, part, entries }) {
  const root = options.absWorkingDir ?? process.cwd();
  const imports = await importsOf(entry, options);
  const here = reached([entry], imports, new Set(entries));
  const exported = await exportsOf(
    [...here, ...entries].filter((file) => file.startsWith(source)),
    root,
  );
  const functions = new Map(entries.map((file) => [file, functionsOf(path.join(root, file))]));
  const others = (/** @type {string} */ file) =>
    (exported.get(file) ?? []).filter((name) => !functions.get(file)?.includes(name));
  const called = (/** @type {string} */ file, /** @type {string} */ name) => `$${entries.indexOf(file)}_${name}`;
  const partOptions = {
    ...options,
    plugins: [taking(exported, here, program, root), ...(options.plugins ?? [])],
    stdin: {
      contents: entries
        .filter((file) => imports.has(file))
        .map((file) => {
          const names = (functions.get(file) ?? []).map((name) => `${name} as ${called(file, name)}`);
          return `export { ${names.join(', ')} } from './${file}';`;
        })
        .join('\n'),
      resolveDir: root,
      sourcefile: `${part}.ts`,
    },
  };
  const { outputFiles = [] } = await build({
    ...partOptions,
    plugins: partOptions.plugins.filter(isNoWriter),
    write: false,
    sourcemap: false,
  });
  const text = outputFiles[0]?.text ?? '';
  const taken = [
    ...new Set(
      [...text.matchAll(/["'`](server\/src\/[\w./-]+) (\w+)["'`]/g)].map(([, file, name]) => `${file} ${name}`),
    ),
  ];
  const given = taken.map((key, at) => {
    const [file, name] = key.split(' ');
    return { from: `import { ${name} as $${at} } from './${file}';`, as: `${JSON.stringify(key)}: $${at}` };
  });
  return {
    part: partOptions,
    program: {
      ...options,
      plugins: [leaving(functions, others, called, part, root), ...(options.plugins ?? [])],
      stdin: {
        contents: `import './${entry}';
          ${given.map(({ from }) => from).join('\n')}
          export function shared() { return { ${given.map(({ as }) => as).join(', ')} }; }`,
        resolveDir: root,
        sourcefile: `${program}.ts`,
      },
    },
  };
}

/** @param {import('esbuild').Plugin} plugin */
const isNoWriter = ({ name }) => name !== 'written';

/**
 * Which files import which, below an entry.
 * @param {string} entry
 * @param {import('esbuild').BuildOptions} options
 */
async function importsOf(entry, options) {
  const plugins = (options.plugins ?? []).filter(isNoWriter);
  const { metafile } = await build({
    ...options,
    plugins,
    entryPoints: [entry],
    metafile: true,
    write: false,
    minify: false,
    sourcemap: false,
  });
  return new Map(
    Object.entries(metafile.inputs).map(([file, { imports }]) => [
      file,
      imports.filter(({ external }) => !external).map((one) => one.path),
    ]),
  );
}

/**
 * The files that are reached from some without going through others.
 * @param {string[]} from
 * @param {Map<string, string[]>} imports
 * @param {Set<string>} without
 */
function reached(from, imports, without) {
  const found = new Set(from);
  for (const file of found) for (const next of imports.get(file) ?? []) if (!without.has(next)) found.add(next);
  return found;
}

/**
 * What files export, by name.
 * @param {string[]} files
 * @param {string} root where their names begin
 * @returns {Promise<Map<string, string[]>>}
 */
async function exportsOf(files, root) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: files,
    bundle: false,
    write: false,
    metafile: true,
    format: 'esm',
    outdir: 'exports',
    logLevel: 'error',
  });
  return new Map(Object.values(metafile.outputs).map(({ entryPoint = '', exports }) => [entryPoint, exports]));
}

/** The functions that a file exports: what else it exports cannot be had later. @param {string} file */
function functionsOf(file) {
  const found = /** @type {Set<string>} */ (new Set());
  for (const node of parse(readFileSync(file, 'utf8'), { sourceType: 'module', plugins: ['typescript'] }).program
    .body) {
    if (node.type !== 'ExportNamedDeclaration') continue;
    const { declaration } = node;
    if (declaration?.type === 'FunctionDeclaration' && declaration.id) found.add(declaration.id.name);
    if (declaration?.type === 'VariableDeclaration')
      for (const { id, init } of declaration.declarations)
        if (id.type === 'Identifier' && init?.type === 'ArrowFunctionExpression') found.add(id.name);
  }
  return [...found];
}
