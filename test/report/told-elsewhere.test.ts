import assert from 'node:assert/strict';
import type { Finding } from '../../server/src/ground/finding.ts';
import { auditMarked } from '../support/check.ts';

const of = (findings: readonly Finding[], rule: string) => findings.filter((finding) => finding.rule === rule);
const words = 'cat dog bird tree boat car lamp book chair cup hat flower bridge'.split(' ');
/** A caption of one word, or of more tokens than the encoder reads. */
const caption = (word: string, isLong: boolean): string =>
  isLong ? Array.from({ length: 90 }, (_, n) => `${word} ${n}`).join(', ') : `a ${word}`;
const folder = (long: number): string => words.map((word, n) => `// ${n}.txt\n${caption(word, n < long)}`).join('\n');
const origin = { from: 'sidecar', detail: null } as const;
const settings = { model: 'sdxl', origin } as const;

describe('what another rule tells of the folder', () => {
  it('are cut captions, where half of them are: one finding with the captions behind it', async () => {
    const { findings, report } = await auditMarked(folder(7), { settings });
    assert.deepEqual(of(findings, 'token-truncation'), []);
    const [told, ...others] = of(findings, 'token-overflow-share');
    assert.deepEqual(others, []);
    assert.deepEqual(
      told.related?.map(({ file }) => file).sort(),
      Array.from({ length: 7 }, (_, n) => `${n}.txt`),
    );
    assert.equal(report.summary.findings.warning, findings.filter(({ severity }) => severity === 'warning').length);
    assert.equal(
      report.summary.rules.find(({ rule }) => rule === 'token-truncation'),
      undefined,
    );
    const risk = report.advice.risks.find(({ mode }) => mode === 'prompt-sensitivity');
    assert.ok(risk?.evidence.some(({ id }) => id === 'token-overflow-share' || id === 'token-truncation'));
  });
  it('and fewer are told one by one', async () => {
    const { findings } = await auditMarked(folder(6), { settings });
    assert.equal(of(findings, 'token-truncation').length, 6);
  });
});
