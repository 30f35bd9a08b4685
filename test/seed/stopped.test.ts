import assert from 'node:assert/strict';
import { unmeasuredIn } from '../../server/src/advice/needs.ts';
import { aiToolkit, oneTrainer } from './pairs/runs.ts';
import { auditPair, dog } from './pairs/sets.ts';
import { auditSet, subjectFolder, trained } from './sets.ts';

describe('A training that stops', () => {
  const stopped = { [`${subjectFolder}/0003.txt`]: '' };

  it('has options all the same; what needs a run is said not to be counted', async () => {
    const set = trained({ network_dim: '256', network_alpha: '256', text_encoder_lr: '[1e-3]' });
    const { advice } = (await auditSet({ ...set, files: stopped })).report;
    const evidence = advice.risks.flatMap((risk) => risk.evidence.map(({ id }) => id));
    assert.ok(evidence.includes('text-encoder-rate-ratio'), evidence.join());
    const missing = unmeasuredIn(advice.risks);
    assert.deepEqual(missing.find(({ need }) => need === 'stops')?.ids.includes('image-exposure'), true);
    assert.ok(!missing.some(({ need }) => need === 'options' || need === 'configuration'));
    const text = JSON.stringify(advice);
    assert.ok(!text.includes(' of 0 samples'));
    // 32 images × 10 are what an epoch would show.
    assert.match(text, / epochs of 320 samples/);
  });

  it('is advised nothing that its files have', async () => {
    const { advice } = (await auditSet({ ...trained({}), files: stopped })).report;
    const keys = [...advice.playbook.y, ...advice.further.y].flatMap(({ settings }) => settings.map(({ key }) => key));
    for (const key of ['shuffle_caption', 'keep_tokens', 'save_every_n_epochs', 'network_module'])
      assert.ok(!keys.includes(key), key);
  });
});

describe('Advice in the words of a trainer', () => {
  it('leaves out rates, lengths and savings that its file has', async () => {
    for (const [profile, run] of [
      ['onetrainer', oneTrainer('photos')],
      ['ai-toolkit', aiToolkit('photos')],
    ] as const) {
      const { report } = await auditPair({ subject: dog, run });
      const { further, playbook } = report.advice;
      for (const { id, equivalents } of [...playbook.y, ...further.y])
        assert.ok(equivalents[profile].length > 0, `${id} says nothing to ${profile}`);
      const lines = [...playbook.y, ...further.y].flatMap(({ equivalents }) => equivalents[profile]);
      const now: Readonly<Record<string, readonly string[]>> = {
        onetrainer: ['train_dtype = BFLOAT_16', 'resolution = 1024', 'aspect_ratio_bucketing = true'],
        'ai-toolkit': ['train.dtype: bf16', 'datasets.resolution: [1024]'],
      };
      for (const line of now[profile] ?? []) assert.ok(!lines.includes(line), line);
    }
  });
});
