// THIRD-PARTY-NOTICES.txt: every program that a package holds, with its licence.

import { readFileSync } from 'node:fs';
import path from 'node:path';

/** @typedef {import('./software.mjs').Software} Software */

const rule = `\n\n${'-'.repeat(80)}\n\n`;

/** What npm packages leave to a link: the terms of libvips and what it is linked with. */
const copies = ['LGPL-3.0', 'GPL-3.0'];

/**
 * @param {readonly Software[]} software
 * @returns {string}
 */
export function notices(software) {
  const parts = ['Tagmetry contains the following third-party software.', ...software.map(noticeOf)];
  if (software.some(({ license }) => license.includes('LGPL'))) {
    parts.push(
      'libvips and other libraries named above are used under the terms of the GNU Lesser General Public License, version 3\nor later. They are separate files, and another build of them may take their place. Their sources are published by the\nproject sharp-libvips, version by version. The licence, and the GNU General Public License that it refers to, follow.',
      ...copies.map((name) =>
        readFileSync(path.join(import.meta.dirname, 'licences', `${name}.txt`), 'utf8').trimEnd(),
      ),
    );
  }
  return `${parts.join(rule)}\n`;
}

/** @param {Software} software */
function noticeOf({ name, version, license, texts }) {
  if (texts.length === 0) throw new Error(`${name} comes without a licence text.`);
  return [headOf(name, version, license), '', ...texts].join('\n');
}

/** The line by which a notice is found. @param {string} name @param {string} version @param {string} license */
export const headOf = (name, version, license) => `${name} ${version} (${license})`;
