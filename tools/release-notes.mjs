// `node tools/release-notes.mjs <version>`: prints what CHANGELOG.md says of a version.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './setup.mjs';

const [version] = process.argv.slice(2);
const sections = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8').split(/^## /m).slice(1);
const section = sections.find((text) => text.startsWith(`[${version}]`));
if (!section) {
  console.error(`CHANGELOG.md has no section [${version}].`);
  process.exit(1);
}
// Links to versions stand at the end of the file.
console.log(
  section
    .slice(section.indexOf('\n'))
    .replace(/^\[.*\]: .*$/gm, '')
    .trim(),
);
