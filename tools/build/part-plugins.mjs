// What the bundler is told of a program and of its part: what one takes of the other when both run.

import path from 'node:path';

/**
 * In the part: files of the program are what the program hands over.
 * @param {Map<string, string[]>} exported files and what they export
 * @param {Set<string>} here files of the program
 * @param {string} program
 * @param {string} root
 * @returns {import('esbuild').Plugin}
 */
export function taking(exported, here, program, root) {
  return {
    name: 'taking',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ kind, path: file, resolveDir, namespace }) => {
        if (namespace !== 'file' || kind !== 'import-statement') return undefined;
        const place = path.relative(root, path.resolve(resolveDir, file)).split(path.sep).join('/');
        return here.has(place) && exported.has(place)
          ? { path: place, namespace: 'taken', sideEffects: false }
          : undefined;
      });
      onResolve({ filter: /^taken$/, namespace: 'taken' }, () => ({ path: 'taken', namespace: 'program' }));
      onResolve({ filter: /^\.\/.*\.cjs$/, namespace: 'program' }, ({ path: file }) => ({
        path: file,
        external: true,
      }));
      onLoad({ filter: /.*/, namespace: 'program' }, () => ({
        contents: `const shared = require('./${program}.cjs').shared(); export const taken = (key) => shared[key];`,
        loader: 'js',
      }));
      onLoad({ filter: /.*/, namespace: 'taken' }, ({ path: file }) => {
        const names = exported.get(file) ?? [];
        const contents = `import { taken } from 'taken';
          ${names.map((name) => `const $${name} = /* @__PURE__ */ taken('${file} ${name}');`).join('\n')}
          export { ${names.map((name) => `$${name} as ${name}`).join(', ')} };`;
        return { contents, loader: 'js' };
      });
    },
  };
}

/**
 * In the program: functions of the part, which load it when they are called.
 * @param {Map<string, string[]>} functions of each file that the part is entered by
 * @param {(file: string) => string[]} others what else it exports
 * @param {(file: string, name: string) => string} called what the part calls them
 * @param {string} part
 * @param {string} root
 * @returns {import('esbuild').Plugin}
 */
export function leaving(functions, others, called, part, root) {
  return {
    name: 'leaving',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\./ }, ({ kind, path: file, resolveDir, namespace }) => {
        if (namespace !== 'file' || kind !== 'import-statement') return undefined;
        const place = path.relative(root, path.resolve(resolveDir, file)).split(path.sep).join('/');
        return functions.has(place) ? { path: place, namespace: 'left', sideEffects: false } : undefined;
      });
      onResolve({ filter: /^part$/, namespace: 'left' }, () => ({ path: 'part', namespace: 'part' }));
      onResolve({ filter: /^\.\/.*\.cjs$/, namespace: 'part' }, ({ path: file }) => ({ path: file, external: true }));
      onLoad({ filter: /.*/, namespace: 'part' }, () => ({
        contents: `let loaded; export const part = () => (loaded ??= require('./${part}.cjs'));`,
        loader: 'js',
      }));
      onLoad({ filter: /.*/, namespace: 'left' }, ({ path: file }) => {
        const names = functions.get(file) ?? [];
        // Unused ones are left out; the others stop the program as soon as it is loaded.
        const refused = (/** @type {string} */ name) =>
          `/* @__PURE__ */ (() => { throw new Error('${name} of ${file} is no function: it cannot be had later'); })()`;
        const contents = `import { part } from 'part';
          ${names.map((name) => `export const ${name} = (...given) => part().${called(file, name)}(...given);`).join('\n')}
          ${others(file)
            .map((name) => `const $${name} = ${refused(name)}; export { $${name} as ${name} };`)
            .join('\n')}`;
        return { contents, loader: 'js' };
      });
    },
  };
}
