// Links and pictures of the documentation lead to files and headings that are there.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../shared.ts';

const pages = [
  'README.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...['docs', 'examples'].flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => path.join(folder, name)),
  ),
];

/** Text outside of code. */
const prose = (page: string): string =>
  readFileSync(path.join(projectRoot, page), 'utf8')
    .replace(/^(```+|~~~+)[\s\S]*?^\1/gm, '')
    .replace(/`[^`\n]*`/g, '');

/** The anchors that GitHub gives to the headings of a page. */
function anchors(page: string): Set<string> {
  const text = readFileSync(path.join(projectRoot, page), 'utf8');
  return new Set(
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replace(/ /g, '-'),
    ),
  );
}

describe('links of the documentation', () => {
  for (const page of pages)
    it(page, () => {
      for (const [, target = ''] of prose(page).matchAll(/\]\(([^)\s]+)(?:\s"[^"]*")?\)/g)) {
        if (/^[a-z]+:/.test(target)) continue;
        const [file = '', anchor] = target.split('#');
        const full = file === '' ? page : path.join(path.dirname(page), decodeURIComponent(file));
        assert.ok(existsSync(path.join(projectRoot, full)), `${target} is not there`);
        if (anchor && full.endsWith('.md')) assert.ok(anchors(full).has(anchor), `${target}: no such heading`);
      }
    });
});
