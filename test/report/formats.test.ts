import assert from 'node:assert/strict';
import { writeCsv } from '../../server/src/report/csv.ts';
import { writeGithub } from '../../server/src/report/github.ts';
import { writeMarkdown } from '../../server/src/report/markdown.ts';
import {
  baselineOf,
  captionNumbers,
  deltas,
  onlyChanged,
  parseBaseline,
  withoutBaseline,
} from '../../server/src/report/narrow.ts';
import { writeText } from '../../server/src/report/text.ts';
import { auditMarked } from '../support/check.ts';

const nasty = `
// =cmd|<b>_x_.txt
qvzt, hat,, "hat"
// b,c%.txt
qvzt, day, night
`;

/** Reads CSV by RFC 4180. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const body = text.replace(/^\ufeff/, '');
  for (let at = 0; at < body.length; at++) {
    const c = body[at];
    if (quoted) {
      if (c !== '"') cell += c;
      else if (body[at + 1] === '"') cell += body[++at];
      else quoted = false;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (c === '\r' && body[at + 1] === '\n') {
      rows.at(-1)?.push(cell);
      rows.push([]);
      cell = '';
      at++;
    } else cell += c;
  }
  rows.pop();
  return rows;
}

describe('report formats', () => {
  it('CSV has a row per finding, and no cell is a formula', async () => {
    const { report } = await auditMarked(nasty);
    const [head, ...rows] = readCsv(writeCsv(report));
    assert.equal(rows.length, report.findings.length);
    for (const row of rows) {
      assert.equal(row.length, head.length);
      for (const cell of row) assert.doesNotMatch(cell, /^[=+\-@]/);
    }
    assert.ok(rows.some((row) => row[0] === "'=cmd|<b>_x_.txt" && row[1] === '1'));
  });
  it('CSV has no formula in forms that are wide or stand behind what is not seen', async () => {
    const { report } = await auditMarked(nasty);
    const [finding] = report.findings;
    for (const start of [
      '=',
      '＝',
      '+',
      '＋',
      '-',
      '−',
      '－',
      '@',
      '＠',
      '\u200b=',
      '\ufeff=',
      ' =',
      '\u3000＝',
      '\n=',
    ]) {
      const file = `${start}SUM(1).txt`;
      const [, row] = readCsv(writeCsv({ ...report, findings: [{ ...finding, file }] }));
      assert.equal(row[0], `'${file}`);
    }
    const [, row] = readCsv(writeCsv({ ...report, findings: [{ ...finding, file: 'a=b -c.txt' }] }));
    assert.equal(row[0], 'a=b -c.txt');
  });
  it('Markdown shows names and captions as text', async () => {
    const { report } = await auditMarked(nasty);
    const text = writeMarkdown(report);
    assert.match(text, /### \\=cmd\\\|&lt;b&gt;\\_x\\_\\\.txt/);
    assert.doesNotMatch(text, /<b>/);
    for (const line of text.split('\n').filter((l) => l.startsWith('|')))
      assert.ok([3, 4].includes(line.match(/(?<!\\)\|/g)?.length ?? 0), line);
    for (const { title } of report.advice.risks) assert.ok(text.includes(title));
  });
  it('GitHub annotations cannot be broken out of', async () => {
    const { report } = await auditMarked(nasty);
    const lines = writeGithub(report, 'data/').trimEnd().split('\n');
    assert.equal(lines.length, report.findings.length);
    for (const line of lines) assert.match(line, /^::(error|warning|notice) file=data\/[^:]*::.*$/);
    assert.ok(lines.some((line) => line.includes('file=data/b%2Cc%25.txt,')));
  });
  it('GitHub annotations and Markdown hold nothing that steers a terminal or turns the order of a text', async () => {
    const { report } = await auditMarked(
      '// a\u202e\u001b[31m.txt\nhat, hat, \u009b31m\u001b]8;;x\u0007, \u001b[2J, \u001b[2J',
    );
    assert.ok(report.findings.length > 1);
    for (const text of [writeGithub(report, ''), writeMarkdown(report)])
      assert.doesNotMatch(text, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  });
  it('the terminal sees the risks, worst first', async () => {
    const { report } = await auditMarked(nasty);
    const text = writeText(report, { colour: false });
    assert.match(text, /Risks \(too few images to judge by shares\)/);
  });
});

describe('narrowed reports', () => {
  it('leaves out what a baseline knows, and nothing new', async () => {
    const old = await auditMarked('// a.txt\nhat,, coat\n// b.txt\nday, night');
    const baseline = parseBaseline(JSON.stringify(baselineOf(old)));
    assert.ok(baseline);
    const same = withoutBaseline(old, baseline);
    assert.deepEqual(same.report.findings, []);
    assert.equal(same.report.narrowed?.hidden, old.findings.length);
    assert.deepEqual(same.report.summary.findings, { error: 0, warning: 0, info: 0, hint: 0 });
    const next = await auditMarked('// a.txt\nscarf, hat,, coat,, shoe\n// b.txt\nday, night, scarf');
    const fresh = withoutBaseline(next, baseline);
    assert.deepEqual(
      fresh.report.findings.filter(({ rule }) => rule === 'empty-tag').map(({ file }) => file),
      ['a.txt'],
    );
    assert.ok(!fresh.report.findings.some(({ rule }) => rule === 'contradictory-tags'));
    assert.deepEqual(fresh.report.metrics, next.report.metrics);
  });
  it('takes nothing else for a baseline', () => {
    for (const text of ['', '{}', '[]', 'null', '{"version":1,"tool":"tagmetry","findings":[1]}', '{"version":2}'])
      assert.equal(parseBaseline(text), null, text);
  });
  it('keeps findings of changed files, a caption with its image', async () => {
    const checked = await auditMarked('// a.txt\nhat,, coat\n// b.txt\nhat,, coat');
    const result = onlyChanged(checked, new Set(['b.png']), 'main', { fingerprints: new Set() });
    const files = new Set(result.report.findings.map(({ file }) => file));
    assert.ok(files.has('b.txt'));
    assert.ok(!files.has('a.txt'));
    assert.equal(result.report.narrowed?.changedSince, 'main');
  });
  it('gives the numbers that changed', async () => {
    const before = (await auditMarked('// a.txt\nhat, coat')).report;
    const after = (await auditMarked('// a.txt\nhat, coat\n// b.txt\nhat, scarf')).report;
    const changed = new Map(
      deltas(captionNumbers(before), captionNumbers(after)).map((delta) => [delta.metric, delta]),
    );
    assert.deepEqual(changed.get('vocabulary'), { metric: 'vocabulary', before: 2, after: 3 });
    assert.deepEqual(deltas(captionNumbers(before), captionNumbers(before)), []);
  });
});
