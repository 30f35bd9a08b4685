import assert from 'node:assert/strict';
import { metrics } from '../../server/src/advice/metrics.ts';
import type { AuditReport } from '../../server/src/report/report.ts';
import { auditSet, number, ordinaryTags, type SeedSet, structured, subjectFolder } from '../seed/sets.ts';
import { greyPng } from '../support/png.ts';

const size = 30;
const nine = (n: number): boolean => n % 10 === 2 || n % 10 === 5 || n % 10 === 7;
const image = (n: number): string => `${subjectFolder}/${number(n)}.png`;
const long = Array.from({ length: 40 }, (_, n) => `item ${'abcdefgh'[n % 8]}${n}`).join(', ');

/** Faults of 9, or of all, of 30 images or their captions, with the evidence that gives the share. */
const faults: Readonly<Record<string, { readonly set: SeedSet; readonly evidence: string; readonly share: number }>> = {
  'no caption': { set: { text: (n, text) => (nine(n) ? null : text) }, evidence: 'missing-caption', share: 0.3 },
  'no text': { set: { text: (n, text) => (nine(n) ? ' ' : text) }, evidence: 'empty-caption', share: 0.3 },
  'small images': { set: { side: (n) => (nine(n) ? 448 : 1024) }, evidence: 'low-resolution', share: 0.3 },
  alpha: { set: { image: (n) => [nine(n) ? 'transparent' : 'opaque'] }, evidence: 'transparent-image', share: 0.3 },
  'odd shapes': { set: { side: (n) => (nine(n) ? [2560, 512] : 1024) }, evidence: 'extreme-aspect-ratio', share: 0.3 },
  'endings that nobody reads': {
    set: { ending: (n) => (nine(n) ? '.tif' : '.png') },
    evidence: 'unseen-image',
    share: 0.3,
  },
  'clusters of three': {
    set: { image: (n) => (n < 12 && n % 3 > 0 ? [`near:${image(n - (n % 3))}:resized`] : ['opaque']) },
    evidence: 'cluster-share',
    share: 0.4,
  },
  contradictions: {
    set: { tags: (n, tags) => (nine(n) ? [...tags, 'indoors', 'outdoors'] : tags) },
    evidence: 'contradictory-tags',
    share: 0.3,
  },
  'long captions': {
    set: { text: (n, text) => (nine(n) ? `${text}, ${long}` : text) },
    evidence: 'over-limit-share',
    share: 0.3,
  },
  'one background': {
    set: { tags: (n) => ['beach', ...ordinaryTags(n).filter((_, at) => at > 0)] },
    evidence: 'background-top-share',
    share: 1,
  },
  'a background in sentences': {
    set: {
      text: (n) =>
        `A photo of qvzt, who is ${['sitting', 'standing', 'walking'][n % 3]} on the beach and holds thing ${n}.`,
    },
    evidence: 'background-top-share',
    share: 1,
  },
  sentences: {
    set: {
      text: (n, text) => (nine(n) ? `A photo of qvzt, who is sitting in the rain and looks at the thing ${n}.` : text),
    },
    evidence: 'other-style-share',
    share: 0.3,
  },
};

/** A set with so many images of regularization beside it, in captions and pictures without a fault. */
async function audited(set: SeedSet, regularization: number): Promise<AuditReport> {
  const files: Record<string, string | Uint8Array> = {};
  for (let n = 0; n < regularization; n++) {
    files[`reg/1_woman/${number(n)}.txt`] = structured(n);
    files[`reg/1_woman/${number(n)}.png`] = greyPng(1024, 1024, n + 1000);
  }
  return (await auditSet({ ...set, size, regularization: null, files, settings: { model: 'sdxl' } })).report;
}

type Evidence = AuditReport['advice']['risks'][number]['evidence'][number];
const evidenceIn = ({ advice }: AuditReport): Evidence[] => advice.risks.flatMap(({ evidence }) => evidence);

describe('a share of captions or images', () => {
  for (const [name, { set, evidence, share }] of Object.entries(faults))
    it(`is of the subject, however large the regularization set: ${name}`, async () => {
      for (const regularization of [0, 24, 150]) {
        const pieces = evidenceIn(await audited(set, regularization)).filter(({ id }) => id === evidence);
        assert.ok(pieces.length > 0, `${regularization} images of regularization`);
        for (const { value, fileCount, files, text } of pieces) {
          assert.ok(Math.abs(value - share) < 1e-9, `${regularization}: ${text}`);
          assert.equal(fileCount, Math.round(share * size), `${regularization}: ${text}`);
          assert.ok(files.every((file) => file.startsWith(subjectFolder)));
        }
      }
    });

  it('that a finding tells is the one of the evidence', async () => {
    const { findings, metrics: numbers } = await audited(faults['clusters of three']?.set ?? {}, 24);
    assert.ok(
      findings.some(({ rule, message }) => rule === 'dominant-cluster' && message.startsWith('40 % of the images')),
    );
    assert.deepEqual([numbers.images?.clusteredShare, numbers.images?.subjectImages], [0.4, size]);
  });

  it('names a part of the whole that is as large as it says', async () => {
    for (const { set } of Object.values(faults))
      for (const { id, kind, value, unit, fileCount, text } of evidenceIn(await audited(set, 24)))
        if (
          unit === 'share' &&
          fileCount > 0 &&
          (kind === 'rule' || metrics[id as keyof typeof metrics].unit === 'share')
        )
          assert.ok(
            [value, 1 - value].some((share) => Math.abs(share * size - fileCount) < 1.01),
            `${text}: ${fileCount}`,
          );
  });

  it('is of all images where a regularization set alone is at fault, for what its pictures teach as well', async () => {
    const set: SeedSet = { size, regularizationImage: () => ['transparent'], image: () => ['opaque'] };
    const { advice } = (await auditSet(set)).report;
    const pieces = advice.risks.map(({ mode, evidence }) => [
      mode,
      evidence.find(({ id }) => id === 'transparent-image'),
    ]);
    const told = pieces.flatMap(([mode, piece]) =>
      piece && typeof piece === 'object' ? [[mode, piece.text, piece.fileCount]] : [],
    );
    assert.deepEqual(told, [
      ['style-drift', 'transparent-image: 50 % of all images, regularization included (counts from 50 %)', size],
    ]);
  });
});

describe('pictures of the subject that its regularization set repeats', () => {
  it('are no duplicates of the subject, and their captions no conflict', async () => {
    const set: SeedSet = {
      size,
      image: () => ['opaque'],
      regularizationImage: (n) => [n < 18 ? `same:${image(n)}` : 'opaque'],
    };
    const { report } = await auditSet(set);
    const told = evidenceIn(report).map(({ id }) => id);
    assert.ok(!told.includes('exact-duplicate') && !told.includes('effective-image-share'), told.join());
    assert.ok(report.findings.some(({ rule }) => rule === 'exact-duplicate'));
    assert.ok(!report.findings.some(({ rule }) => rule === 'conflicting-duplicate-captions'));
  });
});

describe('what is said of most captions or images', () => {
  it('is a fact of the subject, or of its regularization set, each with its own count', async () => {
    const small = { side: (n: number) => (n < 20 ? 448 : 1024) };
    for (const regularization of [0, 150]) {
      const { findings, summary } = await audited(small, regularization);
      const told = findings.filter(({ rule }) => rule === 'low-resolution');
      assert.deepEqual(
        told.map(({ file, message }) => [file, /^\d+ of \d+ images/.exec(message)?.[0]]),
        [['', '20 of 30 images']],
      );
      assert.equal(summary.rules.find(({ rule }) => rule === 'low-resolution')?.count, 1);
    }
    const tags = (n: number): string => `woman, long_hair, red_coat, place_${n}`;
    const { report } = await auditSet({ size, regularization: tags, tags: (_, own) => [...own, 'long_hair'] });
    const underscores = report.findings.filter(({ message }) => /^\d+ of \d+ captions/.test(message));
    for (const { message } of underscores) assert.match(message, / of 30 captions/);
  });
});

describe('captions over the token limit', () => {
  it('are so many of the subject in every finding', async () => {
    const set: SeedSet = {
      size,
      text: (n, text) => (nine(n) ? `${text}, ${long}` : text),
      subset: '',
      options: 'network_dim = 16',
    };
    const { findings } = (await auditSet(set)).report;
    const told = findings.filter(({ message }) => /\d+ of \d+ captions .*75 tokens/.test(message));
    assert.deepEqual(
      told.map(({ rule }) => rule),
      ['token-overflow-share'],
    );
    // The same fact at the place of the configuration stands behind it.
    for (const { message } of [...told, ...told.flatMap(({ related }) => related)])
      assert.match(message, /^9 of 30 captions/);
    assert.ok(told[0].related.some(({ file }) => file.endsWith('.toml')));
  });
});

describe('an outlier', () => {
  it('is one among the images of the subject, or among those of its regularization set', async () => {
    const set: SeedSet = { size, side: (n) => (n === 4 ? 300 : 3000) };
    const { findings } = await audited(set, 60);
    assert.deepEqual(
      findings.filter(({ rule }) => rule === 'outlier-image').map(({ file }) => file),
      [image(4)],
    );
  });
});
