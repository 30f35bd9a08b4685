import assert from 'node:assert/strict';
import type { Advice } from '../../server/src/advice/index.ts';
import { type FailureMode, failureModes } from '../../server/src/ground/finding.ts';
import { auditMarked } from '../support/check.ts';
import { makeDataset, type Variation } from './datasets.ts';

async function adviceOn(variation: Variation): Promise<Advice> {
  const { source, options } = makeDataset(variation);
  return (await auditMarked(source, options)).report.advice;
}

const show = (advice: Advice): string =>
  advice.risks
    .map(({ mode, level, evidence }) => `${mode} ${level}: ${evidence.map((e) => `${e.level} ${e.text}`).join('; ')}`)
    .join('\n');

const levels = (advice: Advice): Record<string, string> =>
  Object.fromEntries(advice.risks.map(({ mode, level }) => [mode, level]));

/** Quality tags on everything. */
const quality = ['masterpiece', 'best quality', 'highly detailed', 'anime style'];
const long = Array.from({ length: 30 }, (_, n) => `small wooden object number ${n}`);

const cases: Record<
  FailureMode,
  { readonly faulty: Variation; readonly x: readonly string[]; readonly y: readonly string[] }
> = {
  memorization: {
    faulty: { copyOf: (n) => (n < 24 ? 0 : null) },
    x: ['remove-duplicates'],
    y: ['stop-earlier', 'lower-rank'],
  },
  'concept-bleed': {
    faulty: { regularization: false, tags: (_, tags) => ['white background', 'flat color', ...tags] },
    x: ['add-regularization', 'vary-background', 'untie-tags'],
    y: ['spare-text-encoder', 'add-regularization-subset'],
  },
  'identity-collapse': {
    faulty: {
      head: (n) => (n % 3 === 0 ? ['woman'] : ['qvzt', 'woman']),
      tags: (n, tags) => tags.map((tag) => (tag === 'brown hair' && n % 4 === 0 ? 'blonde hair' : tag)),
    },
    x: ['settle-identity', 'add-trigger'],
    y: [],
  },
  'prompt-sensitivity': {
    faulty: { tags: (n, tags) => (n % 4 > 0 ? [...tags, ...long.slice(n % 9)] : tags) },
    x: ['shorten-captions'],
    y: ['shuffle-and-drop', 'longer-token-limit'],
  },
  'style-drift': {
    faulty: { head: () => ['qvzt', 'woman', ...quality] },
    x: ['drop-style-tags'],
    y: ['drop-style-tags-by-chance'],
  },
  'training-instability': {
    faulty: {
      bytes: {
        '10_qvzt woman/0003.txt': Buffer.from([0x8a, 0xc7, 0x2c, 0x20, 0x61]),
        '10_qvzt woman/0004.txt': new Uint8Array(),
      },
    },
    x: ['replace-damaged-files'],
    y: [],
  },
  'weak-sdxl': {
    faulty: { side: (n) => (n % 8 === 0 ? 1024 : 320) },
    x: ['larger-images'],
    y: ['buckets-of-the-model', 'no-upscaling'],
  },
};

describe('advice on datasets made for each failure mode', () => {
  it('sees no elevated risk in a varied set', async () => {
    const advice = await adviceOn({});
    assert.ok(
      advice.risks.every(({ level }) => level === 'none' || level === 'low'),
      show(advice),
    );
  });
  for (const mode of failureModes) {
    it(`${mode}: a high risk, and no other`, async () => {
      const { faulty, x, y } = cases[mode];
      const advice = await adviceOn(faulty);
      const found = levels(advice);
      assert.equal(found[mode], 'high', show(advice));
      for (const other of failureModes) if (other !== mode) assert.notEqual(found[other], 'high', show(advice));
      for (const id of x)
        assert.ok(
          advice.playbook.x.some((entry) => entry.id === id),
          `${id} not in ${advice.playbook.x.map((entry) => entry.id)}`,
        );
      for (const id of y)
        assert.ok(
          advice.playbook.y.some((entry) => entry.id === id),
          `${id} not in ${advice.playbook.y.map((entry) => entry.id)}`,
        );
      // What has nothing to do with it stays silent.
      const risk = advice.risks.find((entry) => entry.mode === mode);
      assert.ok(risk?.evidence.every(({ text, source }) => text !== '' && source !== ''));
    });
  }
});
