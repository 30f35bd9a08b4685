// What the bundler is told beyond its options: which packages are loaded on first use only, and what of a package is cut.

import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/**
 * Packages that most runs do not need, with what is used of them: encodings other than UTF-8, the repair of broken text, HTML entities,
 * JSON, TOML, YAML and what their values may be, regular expressions of users, their tokenizers. Each becomes a bundle of its own,
 * `dist/<name without its scope>.cjs`, which is read and compiled when something of it is used for the first time.
 * @type {Record<string, string[]>}
 */
export const lazyPackages = {
  'iconv-lite': ['decode', 'encode'],
  'ftfy-js': ['fix_text', 'fix_encoding'],
  'entities/decode': ['decodeHTML'],
  'jsonc-parser': [
    ...['createScanner', 'findNodeAtLocation', 'getNodeValue', 'modify', 'parseTree', 'printParseErrorCode'],
  ],
  'toml-eslint-parser': ['ParseError', 'parseTOML'],
  re2js: ['RE2JS'],
  '@huggingface/tokenizers': ['Tokenizer'],
  yaml: ['Lexer', 'Scalar', 'isAlias', 'isCollection', 'isMap', 'isPair', 'isScalar', 'isSeq', 'parseDocument'],
  zod: [
    ...[
      'array',
      'boolean',
      'discriminatedUnion',
      'enum',
      'int',
      'lazy',
      'literal',
      'looseObject',
      'null',
      'number',
      'object',
    ],
    ...['record', 'strictObject', 'string', 'tuple', 'union'],
  ],
};

/**
 * Modules of Node that take milliseconds to load and that most runs do not need, with the functions of them that are imported.
 * @type {Record<string, string[]>}
 */
const lazyBuiltins = {
  'fs/promises': [
    ...['access', 'copyFile', 'link', 'mkdir', 'open', 'readFile', 'realpath', 'rename', 'stat', 'unlink', 'utimes'],
    'writeFile',
  ],
  child_process: ['execFile', 'fork'],
  crypto: ['createHash', 'randomBytes', 'randomUUID'],
  'timers/promises': ['setImmediate', 'setTimeout'],
  worker_threads: [],
  zlib: ['crc32'],
};

/**
 * Puts something that loads on use in the place of lazy packages and modules. The importing code stays a plain import and runs unbundled
 * as well. What a class is derived from cannot be lazy.
 * @returns {import('esbuild').Plugin}
 */
export function lazy() {
  const names = new RegExp(
    `^(${Object.keys(lazyPackages).join('|')}|(node:)?(${Object.keys(lazyBuiltins).join('|')}))$`,
  );
  return {
    name: 'lazy',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: names }, ({ path: name, namespace, kind }) => {
        if (namespace.startsWith('lazy')) return { path: name, external: true };
        const plain = name.replace('node:', '');
        const used = lazyPackages[plain] ?? lazyBuiltins[plain] ?? [];
        const functions = kind === 'import-statement' && used.length > 0 && used.every((key) => /^[a-z]/.test(key));
        return { path: plain, namespace: functions ? 'lazy-functions' : 'lazy' };
      });
      for (const namespace of ['lazy', 'lazy-functions'])
        onResolve({ filter: /^\.\/.*\.cjs$/, namespace }, ({ path: file }) => ({ path: file, external: true }));
      /** @param {string} name */
      const loader = (name) =>
        `let loaded; const load = () => (loaded ??= require('${name in lazyBuiltins ? `node:${name}` : `./${lazyFile(name)}`}'));`;
      // Functions are tied to their importers at build time; getters for each importer took as long as a small package.
      onLoad({ filter: /.*/, namespace: 'lazy-functions' }, ({ path: name }) => {
        const keys = lazyPackages[name] ?? lazyBuiltins[name] ?? [];
        const functions = keys.map((key) => `const $${key} = (...given) => load().${key}(...given);`).join('\n');
        const contents = `${loader(name)}
          ${functions}
          export { ${keys.map((key) => `$${key} as ${key}`).join(', ')} };
          export default { ${keys.map((key) => `${key}: $${key}`).join(', ')} };`;
        return { contents, loader: 'js' };
      });
      onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path: name }) => {
        const keys = name in lazyBuiltins ? Object.keys(require(name)) : (lazyPackages[name] ?? []);
        const getters = keys.map((key) => `get ${key}() { return load().${key}; }`);
        return { contents: `${loader(name)} module.exports = { ${getters.join(', ')} };`, loader: 'js' };
      });
    },
  };
}

/** The file of a lazy package's bundle. @param {string} name */
export const lazyFile = (name) => `${name.replace(/^@[^/]+\//, '').replace('/', '-')}.cjs`;

/** The bundles of lazy packages, by the names that the build gives them: whatever holds one of our bundles needs them. */
export const lazyBundles = Object.keys(lazyPackages).map((name) => lazyFile(name).replace(/\.cjs$/, ''));

/**
 * What stands before a package. zod would write and compile code for each schema: what a run validates is a handful of settings, and writing
 * the code takes longer.
 * @type {Record<string, string>}
 */
const preludes = { zod: "import { config } from 'zod'; config({ jitless: true });" };

/** What the bundle of a lazy package is made of. @param {string} name */
export const lazyEntry = (name) =>
  `${preludes[name] ?? ''} export { ${lazyPackages[name].join(', ')} } from '${name}';`;

/**
 * Leaves out what a bundle carries for nobody: what of zod is not used, its messages in 50 languages, all of package.json but the
 * version, and blanks in lists.
 * @type {import('esbuild').Plugin}
 */
export const lean = {
  name: 'lean',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
    // Of `z`, an object that zod exports, everything would stay; of a namespace, what is used.
    onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, async ({ path: file }) => {
      const text = await readFile(file, 'utf8');
      const importsZod = /^import \{ z \} from 'zod';/m;
      return importsZod.test(text)
        ? { contents: text.replace(importsZod, "import * as z from 'zod';"), loader: 'ts' }
        : undefined;
    });
    // Lists of tags are trimmed when they are read: what stands beside their commas is for people. Meanings of words are shown as they are.
    onLoad({ filter: /[\\/]server[\\/]src[\\/]tags[\\/].*\.ts$/ }, async ({ path: file }) => {
      if (/\.generated\.ts$|identifiers\.ts$/.test(file)) return undefined;
      const text = await readFile(file, 'utf8');
      return {
        contents: text.replace(/(?<=listOf\(\s*|^export const [A-Z_]+ =\s*|^ {2}\w+:\s*)`[^`$]*`/gm, compact),
        loader: 'ts',
      };
    });
    onLoad({ filter: /package\.json$/ }, ({ path: file }) =>
      path.dirname(file) === path.resolve('.')
        ? { contents: JSON.stringify({ version: require(file).version }), loader: 'json' }
        : undefined,
    );
  },
};

/** A list as bundles have it: without blanks behind commas and, where commas alone separate it, without lines. @param {string} literal with its quotes */
export function compact(literal) {
  const list = literal.slice(1, -1).replace(/, +|,\n/g, ',');
  const trimmed = list.trim().replace(/,$/, '');
  return `\`${trimmed.includes('\n') ? list : trimmed}\``;
}

/**
 * Large tables and texts as files beside the bundles instead of within each of them: less to read, to decode and to keep.
 * @param {string} folder where the bundles go
 * @returns {import('esbuild').Plugin}
 */
export function tablesBeside(folder) {
  return {
    name: 'tables-beside',
    setup({ onLoad }) {
      // Merges of models that Qwen reads for, and words of English: each in a file of its own until something asks for it.
      onLoad({ filter: /[\\/](qwen-merges|english|opposites|rare)\.generated\.ts$/ }, async ({ path: file }) => {
        const [, name, packed] = /^export const (\w+) = .*=> '(.*)';$/m.exec(await readFile(file, 'utf8')) ?? [];
        if (!packed) throw new Error(`${file} holds no text`);
        const beside = path.basename(file).replace('.generated.ts', '.bin');
        putWhole(path.join(folder, beside), Buffer.from(packed, 'latin1'));
        const contents = `
          import { readFileSync } from 'node:fs';
          export const ${name} = () => readFileSync(__dirname + '/${beside}', 'latin1');`;
        return { contents, loader: 'js' };
      });
      onLoad({ filter: /[\\/]merges\.generated\.ts$/ }, async ({ path: file }) => {
        const text = await readFile(file, 'utf8');
        const tables = [...text.matchAll(/^export const (\w+) = '(.*)';$/gm)].map(([, name, packed]) => ({
          name,
          bytes: Buffer.from(packed ?? '', 'base64'),
        }));
        putWhole(path.join(folder, 'clip-tables.bin'), Buffer.concat(tables.map(({ bytes }) => bytes)));
        let at = 0;
        const parts = tables.map(({ name, bytes }) => {
          const from = at;
          at += bytes.length;
          return `export const ${name} = bytes.subarray(${from}, ${at});`;
        });
        const contents = `
          import { readFileSync } from 'node:fs';
          const bytes = readFileSync(__dirname + '/clip-tables.bin');
          ${parts.join('\n')}`;
        return { contents, loader: 'js' };
      });
    },
  };
}

/**
 * A dynamic import of something that has a bundle of its own loads that bundle and takes nothing of it along.
 * @param {Record<string, string>} programs name of the bundle → file it is entered by
 * @returns {import('esbuild').Plugin}
 */
export function apart(programs) {
  const bundleOf = new Map(Object.entries(programs).map(([name, file]) => [path.resolve(file), name]));
  return {
    name: 'apart',
    setup({ onResolve }) {
      onResolve({ filter: /^\./ }, ({ kind, path: file, resolveDir }) => {
        const bundle = kind === 'dynamic-import' && bundleOf.get(path.resolve(resolveDir, file));
        return bundle ? { path: `./${bundle}.cjs`, external: true } : undefined;
      });
    },
  };
}

const trainersFolder = 'server/src/trainers';

/**
 * What the options of each trainer do is a bundle of its own, loaded when one is first asked about: name of the bundle → file.
 * @type {Record<string, string>}
 */
export const meaningBundles = Object.fromEntries(
  readdirSync(path.join(import.meta.dirname, '../..', trainersFolder))
    .sort()
    .map((trainer) => [`options-${trainer}`, `${trainersFolder}/${trainer}/option-meanings.ts`])
    .filter(([, file]) => existsSync(path.join(import.meta.dirname, '../..', file ?? ''))),
);

/** Leaves ASCII only: patterns are what the bundler does not escape. Such a text takes a byte per letter and is read without decoding. @param {string} text */
const ascii = (text) =>
  text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/**
 * Writes what was built, of a build that is told `write: false`, where it is not there yet.
 * @param {{ program?: string, command?: string }} files the bundle that is made ASCII, and the one that people run by its name: npm makes a
 *   command executable only when it installs
 * @returns {import('esbuild').Plugin}
 */
export function written({ program, command } = {}) {
  const is = (/** @type {string} */ file, /** @type {string | undefined} */ one) =>
    one !== undefined && file === path.resolve(one);
  return {
    name: 'written',
    setup({ onEnd }) {
      onEnd(({ errors, outputFiles = [] }) => {
        if (errors.length > 0) return;
        for (const made of outputFiles) {
          putWhole(made.path, is(made.path, program) ? Buffer.from(ascii(made.text), 'latin1') : made.contents);
          if (is(made.path, command)) chmodSync(made.path, 0o755);
        }
      });
    },
  };
}

/**
 * Gives a file its bytes in one step, and leaves alone one that has them: programs that start from `dist` while it is built anew never read
 * half a file, and what is made of unchanged files stays current.
 * @param {string} file
 * @param {Uint8Array} bytes
 */
export function putWhole(file, bytes) {
  if (existsSync(file) && readFileSync(file).equals(bytes)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const made = `${file}.${process.pid}.made`;
  writeFileSync(made, bytes);
  renameSync(made, file);
}
