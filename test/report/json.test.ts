import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { writeJson } from '../../server/src/report/json.ts';
import { projectRoot } from '../shared.ts';
import { auditMarked } from '../support/check.ts';

const page = readFileSync(path.join(projectRoot, 'docs', 'audit-json.md'), 'utf8');

/** The fields that the first column of the page's table names. */
const described = [...page.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell]) =>
  [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name),
);

describe('docs/audit-json.md', () => {
  it('describes every field of the report and no other', async () => {
    const { report } = await auditMarked('// 1.txt\nohwx woman,, smile\n// 2.txt\nohwx woman, hat');
    // These two stand there only when a report was narrowed down.
    assert.deepEqual([...Object.keys(report), 'narrowed', 'delta'].sort(), [...described].sort());
  });

  it('describes every field of a finding, an image and a caption', async () => {
    const { report } = await auditMarked('// 1.txt\nohwx woman,, smile');
    for (const part of [report.findings[0], report.images[0], report.captions[0], report.summary])
      for (const name of Object.keys(part)) assert.ok(page.includes(`\`${name}\``), `${name} is not on the page`);
  });
});

describe('the report as JSON', () => {
  it('is the report, a line per finding, tag, image and caption', async () => {
    const { report } = await auditMarked('// 1.txt\nohwx woman,, smile\n// 2.txt\nohwx woman, hat, "quoted"');
    const text = writeJson(report);
    assert.deepEqual(JSON.parse(text), JSON.parse(JSON.stringify(report)));
    for (const list of [report.findings, report.tags, report.images, report.captions])
      for (const row of list)
        assert.ok(text.split('\n').some((line) => line.trim().replace(/,$/, '') === JSON.stringify(row)));
  });
});
