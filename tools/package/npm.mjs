// The npm package: command line and language server. sharp stays a dependency that npm may leave out; without it images
// are judged by their headers.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parts } from '../build/parts.mjs';
import { lazyBundles, meaningBundles } from '../build/plugins.mjs';
import { root } from '../setup.mjs';

/** The bundles that it holds, by the names that the build gives them. */
export const npmBundles = [
  'cli',
  'commands',
  'server',
  'language-server',
  'worker',
  ...Object.keys(parts),
  ...Object.keys(meaningBundles),
  'picture-scan',
  ...lazyBundles,
  'webviews',
];

/** Kept of package.json. */
const fields = ['name', 'version', 'license', 'author', 'repository', 'bugs', 'homepage', 'keywords', 'bin'];

/**
 * @param {Record<string, any>} manifest package.json of the project
 * @param {string} notices
 * @param {string} out folder
 * @returns {string} the file
 */
export function makeNpmPackage(manifest, notices, out) {
  const stage = path.join(out, '.stage', 'npm');
  rmSync(stage, { recursive: true, force: true });
  const files = [
    ...npmBundles.filter((name) => name !== 'webviews').map((name) => `dist/${name}.cjs`),
    'dist/clip-tables.bin',
    'dist/english.bin',
    'dist/opposites.bin',
    'dist/rare.bin',
    'dist/qwen-merges.bin',
    // The HTML report is made of them.
    ...readdirSync(path.join(root, 'dist', 'media'))
      .filter((name) => /^overview\.(js|css)$/.test(name))
      .map((name) => `dist/media/${name}`),
    ...readdirSync(path.join(root, 'l10n'))
      .filter((name) => name.startsWith('bundle.l10n'))
      .map((name) => `l10n/${name}`),
    ...readdirSync(path.join(root, 'docs', 'rules')).map((name) => `docs/rules/${name}`),
    'media/sidecar.schema.json',
    'docs/audit-json.md',
    'README.md',
    'CHANGELOG.md',
    'LICENSE',
  ];
  for (const file of files) cpSync(path.join(root, file), path.join(stage, file));
  writeFileSync(path.join(stage, 'THIRD-PARTY-NOTICES.txt'), notices);
  const shipped = {
    ...Object.fromEntries(fields.filter((key) => manifest[key]).map((key) => [key, manifest[key]])),
    description: JSON.parse(readFileSync(path.join(root, 'package.nls.json'), 'utf8')).description,
    engines: { node: manifest.engines.node },
    // Everything else is in the bundles.
    optionalDependencies: { sharp: manifest.dependencies.sharp },
  };
  writeFileSync(path.join(stage, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`);
  mkdirSync(out, { recursive: true });
  const npm = spawnSync('npm', ['pack', '--pack-destination', out, '--loglevel=error'], {
    cwd: stage,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) throw new Error('npm pack failed.');
  rmSync(path.dirname(stage), { recursive: true, force: true });
  return path.join(out, `${manifest.name}-${manifest.version}.tgz`);
}
