import assert from 'node:assert/strict';
import sharp, { type Sharp } from 'sharp';
import { auditSet, number, type SeedSet, subjectFolder } from '../seed/sets.ts';

const noise = (): Sharp =>
  sharp({
    create: {
      width: 96,
      height: 96,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  });

describe('regularization images against those of the set', () => {
  const size = 8;
  async function detailOf(blur: number | null): Promise<number | undefined> {
    const files: Record<string, Uint8Array> = {};
    for (let n = 0; n < size; n++) {
      files[`${subjectFolder}/${number(n)}.jpg`] = await noise().jpeg({ quality: 92 }).toBuffer();
      const smooth = blur === null ? noise() : sharp(await noise().png().toBuffer()).blur(blur);
      files[`reg/1_woman/${number(n)}.jpg`] = await smooth.jpeg({ quality: 92 }).toBuffer();
    }
    const set: SeedSet = { size, files };
    const risk = (await auditSet(set)).report.advice.risks.find(({ mode }) => mode === 'style-drift');
    return risk?.evidence.find(({ id }) => id === 'regularization-detail')?.value;
  }
  it('finds smoother ones by the bytes they pack into, without decoding a picture', async () => {
    assert.equal(await detailOf(null), undefined);
    const smooth = await detailOf(4);
    assert.ok(smooth !== undefined && smooth > 0 && smooth < 0.35, String(smooth));
  });
  it('says nothing of half as many bytes: plainer pictures have as few', async () => {
    assert.equal(await detailOf(1), undefined);
  });
});

describe('an alpha channel', () => {
  const ofStyle = async (...words: string[]) => {
    const { advice } = (await auditSet({ size: 24, image: () => words })).report;
    const risk = advice.risks.find(({ mode }) => mode === 'style-drift');
    return {
      evidence: risk?.evidence.find(({ id }) => id === 'transparent-image')?.value,
      need: risk?.unmeasured.find(({ ids }) => ids.includes('transparent-image'))?.need,
      advised: advice.playbook.x.some(({ id }) => id === 'flatten-transparency'),
    };
  };
  it('is no evidence before anybody looked whether something is transparent', async () => {
    assert.deepEqual(await ofStyle('rgba'), { evidence: undefined, need: 'pixels', advised: false });
  });
  it('is evidence where something is transparent, and nothing where nothing is', async () => {
    assert.deepEqual(await ofStyle('rgba', 'transparent'), { evidence: 1, need: undefined, advised: true });
    assert.deepEqual(await ofStyle('rgba', 'opaque'), { evidence: undefined, need: undefined, advised: false });
  });
});
