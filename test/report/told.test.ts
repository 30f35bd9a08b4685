import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding } from '../../server/src/ground/finding.ts';
import { tellOnce } from '../../server/src/report/told.ts';
import { auditMarked } from '../support/check.ts';

/** A marked folder of captions, numbered from 0. */
const folder = (captions: readonly string[], name = ''): string =>
  captions.map((text, n) => `// ${name}${n}.txt\n${text}\n`).join('');
const seen = ['cat', 'dog', 'bird', 'tree', 'boat', 'car', 'lamp', 'book', 'chair', 'cup', 'hat', 'flower', 'bridge'];
const of = (findings: readonly Finding[], rule: string) => findings.filter((finding) => finding.rule === rule);

describe('what is told once of a folder', () => {
  it('is one finding where most captions have it, with the captions behind it, and counts once', async () => {
    const { findings, report } = await auditMarked(
      folder(seen.map((thing) => `a ${thing} in the garden, **soft** light`)),
    );
    const [told, ...others] = of(findings, 'captioner-artifact');
    assert.deepEqual(others, []);
    assert.equal(told.file, '');
    assert.match(told.message, /^13 of 13 captions: Markup/);
    assert.equal(told.related?.length, 13);
    assert.equal(report.summary.rules.find(({ rule }) => rule === 'captioner-artifact')?.count, 1);
    assert.equal(report.findings.length, findings.length);
  });
  it('is told of each caption where fewer than half, or fewer than five, have it', async () => {
    const marked = (n: number, all: number): string =>
      folder(
        seen.slice(0, all).map((thing, at) => `a ${thing} in the ${at < n ? '**garden**' : 'garden'} of ${thing}s`),
      );
    for (const [n, all, said] of [
      [6, 13, 6],
      [7, 13, 1],
      [4, 5, 4],
      [5, 5, 1],
    ] as const) {
      const { findings } = await auditMarked(marked(n, all));
      assert.equal(of(findings, 'captioner-artifact').length, said, `${n} of ${all}`);
    }
  });
  it('is evidence as before: the risk counts the captions', async () => {
    const { report } = await auditMarked(folder(seen.map((thing) => `a ${thing} in the garden, **soft** light`)));
    const risk = report.advice.risks.find(({ mode }) => mode === 'prompt-sensitivity');
    assert.ok(risk?.evidence.some(({ id }) => id === 'captioner-artifact'));
  });
  it('is what is said of images too', async () => {
    const source = seen.map((thing, n) => `// ${n}.txt\n${thing}\n// ${n}.png ${600 + n}x${600 + n}\n`).join('');
    const { findings } = await auditMarked(source);
    const [told, ...others] = of(findings, 'upscaled-image');
    assert.deepEqual(others, []);
    assert.match(told.message, /^13 of 13 images: Enlarged/);
  });
  it('is what the rules of the dataset say of most images of a folder, and a risk counts each', async () => {
    const source = (own: number): string => folder(seen, '5_qvzt girl/') + folder(seen.slice(0, own), 'other/');
    for (const [own, said] of [
      [4, 4],
      [5, 1],
      [13, 1],
    ] as const) {
      const { findings, report } = await auditMarked(source(own));
      const told = of(findings, 'unseen-image');
      assert.equal(told.length, said);
      assert.equal(report.summary.rules.find(({ rule }) => rule === 'unseen-image')?.count, said);
      if (said > 1) continue;
      assert.equal(told[0].file, 'other');
      assert.match(told[0].message, new RegExp(`^${own} of ${own} images: `));
      const pieces = report.advice.risks.flatMap(({ evidence }) => evidence).filter(({ id }) => id === 'unseen-image');
      assert.ok(pieces.every(({ fileCount }) => fileCount === own));
      assert.ok(pieces.length > 0);
    }
  });
  it('is one rule of several that speak of the same tags; the others stand behind it', async () => {
    const { findings } = await auditMarked(
      folder(
        seen.map((thing) => `qvzt, 1girl, simple background, full body, ${thing}`),
        '5_qvzt girl/',
      ),
    );
    const [told] = of(findings, 'trigger-lock-in');
    assert.match(told.message, /simple background/);
    assert.match(told.message, /full body/);
    assert.deepEqual(of(findings, 'low-diversity'), []);
    assert.deepEqual(of(findings, 'framing-bias'), []);
    assert.equal(told.related?.filter(({ message }) => /Hardly any variety|other framings/.test(message)).length, 2);
  });
  it('hides nothing that is not told elsewhere', () => {
    const rule = fc.constantFrom(
      'constant-style-tags',
      'trigger-lock-in',
      'low-diversity',
      'framing-bias',
      'missing-field',
    );
    const tags = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 });
    const made = fc.array(
      fc.record({ rule, always: tags }).map(
        ({ rule: own, always }): Finding => ({
          rule: own,
          severity: 'info',
          file: '',
          range: null,
          message: own,
          failureModes: [],
          always,
        }),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(made, (findings) => {
        const { silent, behind } = tellOnce(findings);
        const told = findings.filter((finding) => !silent.has(finding));
        for (const finding of silent) {
          assert.ok(told.some((other) => finding.always?.every((tag) => other.always?.includes(tag))));
          assert.ok([...behind].some(([other, those]) => told.includes(other) && those.includes(finding)));
        }
        for (const { rule: own } of silent) assert.notEqual(own, 'missing-field');
      }),
    );
  });
});
