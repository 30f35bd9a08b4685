import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { rules } from '../../server/src/rules/registry.ts';
import { settingsSchema } from '../../server/src/settings/schema.ts';
import { projectRoot } from '../shared.ts';
import { check } from '../support/check.ts';
import { parseMarked } from '../support/marked.ts';

interface Example {
  readonly section: string;
  readonly info: string;
  readonly text: string;
}

/** The fenced `caption` examples of a page, with the heading they stand under. */
function examplesOf(page: string): Example[] {
  const found: Example[] = [];
  let section = '';
  let open: { info: string; lines: string[] } | null = null;
  for (const line of page.split('\n')) {
    if (open) {
      if (line === '```') {
        found.push({ section, info: open.info, text: open.lines.join('\n') });
        open = null;
      } else open.lines.push(line);
    } else if (line.startsWith('## ')) section = line.slice(3).trim();
    else if (line.startsWith('```caption')) open = { info: line.slice('```caption'.length).trim(), lines: [] };
  }
  return found;
}

/** The captions of an example as bytes of an encoding ("utf-8-bom": UTF-8 with byte-order mark). */
function encoded(text: string, encoding: string): Record<string, Uint8Array> {
  const bom = encoding === 'utf-8-bom';
  return Object.fromEntries(
    [...parseMarked(text).files].map(([file, content]) => [
      file,
      iconv.encode(content, bom ? 'utf-8' : encoding, { addBOM: bom }),
    ]),
  );
}

/** The captions of an example many times over. */
function repeated(text: string, times: number): Record<string, Uint8Array> {
  return Object.fromEntries(
    [...parseMarked(text).files].map(([file, content]) => [file, Buffer.from(`${content}, `.repeat(times))]),
  );
}

describe('rule documentation', () => {
  for (const rule of rules) {
    const file = path.join(projectRoot, 'docs', 'rules', `${rule.id}.md`);
    describe(rule.id, () => {
      it('has a page with every section', () => {
        assert.ok(existsSync(file), `docs/rules/${rule.id}.md is missing`);
        const page = readFileSync(file, 'utf8');
        for (const heading of ['What', 'Why', 'Example', 'Use instead', 'Fix', 'Options'])
          assert.match(page, new RegExp(`^## ${heading}$`, 'm'), `${rule.id}: no section "${heading}"`);
      });
      if (!existsSync(file)) return;
      const examples = examplesOf(readFileSync(file, 'utf8'));
      it('shows a case that is found and one that is not', () => {
        // Configuration rules show documents of another kind, run by their own tests.
        if (rule.scope === 'config') return;
        assert.ok(examples.some((example) => example.section === 'Example' && /^\/\/[ ~!@]/m.test(example.text)));
        assert.ok(examples.some((example) => example.section === 'Use instead'));
      });
      for (const [number, example] of examples.entries()) {
        it(`example ${number + 1} (${example.section}) is judged as it says`, async () => {
          const { exampleEncoding, exampleImages, exampleList, exampleTimes, ...given } =
            example.info === '' ? {} : JSON.parse(example.info);
          const settings = settingsSchema().parse(given);
          const on = rule.severity === 'off' ? { [rule.id]: 'info' as const } : {};
          const checked = await check(example.text, {
            settings: { ...settings, rules: { ...on, ...settings.rules } },
            rule: rule.id,
            addImages: exampleImages,
            tagList: exampleList,
            bytes: {
              ...(exampleEncoding === undefined ? {} : encoded(example.text, exampleEncoding)),
              ...(exampleTimes === undefined ? {} : repeated(example.text, exampleTimes)),
            },
          });
          const found = checked.findings.some((finding) => finding.rule === rule.id);
          assert.equal(found, example.section !== 'Use instead');
        });
      }
    });
  }
});
