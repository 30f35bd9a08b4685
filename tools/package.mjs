// `npm run package [-- --target linux-x64,universal,npm] [--out folder]`: makes the packages, each with its notices
// inside and its bill of materials beside it; --no-build takes what is in dist/. Without --target all of them: nine VSIX, one per platform with sharp's
// native binary and a universal one with its WebAssembly build, and the npm package.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { withDependencies } from './package/modules.mjs';
import { notices } from './package/notices.mjs';
import { makeNpmPackage, npmBundles } from './package/npm.mjs';
import { modulesOf, targets } from './package/platforms.mjs';
import { sbom } from './package/sbom.mjs';
import { softwareIn } from './package/software.mjs';
import { makeVsix, vsixBundles } from './package/vsix.mjs';
import { root, runScript } from './setup.mjs';

const all = [...targets, 'npm'];
const { values } = parseArgs({
  options: {
    target: { type: 'string', default: all.join(',') },
    'no-build': { type: 'boolean' },
    out: { type: 'string', default: path.join(root, '.out', 'packages') },
  },
});
const chosen = values.target.split(',');
const unknown = chosen.filter((target) => !all.includes(target));
if (unknown.length > 0) {
  console.error(`There is no target ${unknown.join(', ')}. Targets: ${all.join(', ')}.`);
  process.exit(2);
}

if (!values['no-build'] && runScript('esbuild.mjs') !== 0) process.exit(1);
const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const out = path.resolve(values.out);
mkdirSync(out, { recursive: true });
for (const target of chosen) {
  const npm = target === 'npm';
  const modules = npm
    ? []
    : withDependencies(modulesOf(/** @type {import('./package/platforms.mjs').Target} */ (target)));
  const software = softwareIn(modules, npm ? npmBundles : vsixBundles);
  const texts = notices(software);
  const file = npm
    ? makeNpmPackage(manifest, texts, out)
    : await makeVsix(manifest, /** @type {any} */ (target), modules, texts, out);
  const bill = sbom(manifest, software, new Set(modules.map(({ name }) => name)));
  writeFileSync(`${file}.cdx.json`, `${JSON.stringify(bill, null, 2)}\n`);
  console.log(path.relative(process.cwd(), file));
}
