import assert from 'node:assert/strict';
import type { Advice } from '../../server/src/advice/index.ts';
import { auditSet, type SeedSet, soundSubset, withOptions } from '../seed/sets.ts';

const adviceOn = async (set: SeedSet): Promise<Advice> => (await auditSet(set)).report.advice;
const places = /^(?:forest|beach|street|kitchen|library|garden|bedroom|office)$/;
const lights = /^(?:day|night|sunset|rain|snow|backlighting)$/;
const oneBackground: SeedSet = { tags: (_, tags) => ['white background', ...tags.filter((tag) => !places.test(tag))] };
const settingsOf = ({ playbook }: Advice, id: string): Record<string, string> =>
  Object.fromEntries(playbook.y.find((step) => step.id === id)?.settings.map(({ key, value }) => [key, value]) ?? []);

describe('playbook of a set', () => {
  it('begins with what cures most: light where only the light is constant, duplicates where there are copies', async () => {
    const light = await adviceOn({ tags: (_, tags) => ['night', ...tags.filter((tag) => !lights.test(tag))] });
    assert.equal(light.playbook.x[0]?.id, 'vary-lighting');
    assert.match(light.playbook.x[0]?.why ?? '', /"night" is in 32 of 32 captions/);
    const copies = await adviceOn({ image: (n) => (n % 2 ? ['same:10_qvzt woman/0000.png'] : []) });
    assert.equal(copies.playbook.x[0]?.id, 'remove-duplicates');
  });

  it('computes epochs, steps and rank from the images, and differs between sets', async () => {
    const [small, large] = await Promise.all([
      adviceOn({ ...oneBackground, size: 20 }),
      adviceOn({ ...oneBackground, size: 80 }),
    ]);
    assert.deepEqual(settingsOf(small, 'stop-earlier'), { save_every_n_epochs: '1', max_train_epochs: '10' });
    assert.deepEqual(settingsOf(large, 'stop-earlier'), { save_every_n_epochs: '1', max_train_epochs: '5' });
    assert.equal(settingsOf(small, 'lower-rank').network_dim, '16');
    assert.equal(settingsOf(large, 'lower-rank').network_dim, '32');
    const steps = (advice: Advice): string | undefined =>
      advice.playbook.y.find(({ id }) => id === 'stop-earlier')?.equivalents['ai-toolkit'][0];
    assert.deepEqual([steps(small), steps(large)], ['train.steps: 2000', 'train.steps: 4000']);
  });

  it('raises nothing that it means to lower, and leaves out what the configuration has', async () => {
    const advice = await adviceOn({
      ...oneBackground,
      subset: soundSubset,
      options: withOptions({ network_dim: '4', network_alpha: '4' }),
    });
    const ids = advice.playbook.y.map(({ id }) => id);
    for (const id of ['lower-rank', 'stop-earlier', 'shuffle-and-drop'])
      assert.ok(!ids.includes(id), `${id} of ${ids}`);
    const without = await adviceOn({
      ...oneBackground,
      subset: 'shuffle_caption = true\nkeep_tokens = 2',
      options: withOptions({}),
    });
    assert.deepEqual(settingsOf(without, 'shuffle-and-drop'), { caption_tag_dropout_rate: '0.1' });
  });

  it('does not tell sentences to be shuffled', async () => {
    const text = (n: number): string =>
      `This is a photo of qvzt, a young woman with brown hair who stands in front of a white wall and wears coat number ${n}.`;
    const { y } = (await adviceOn({ text, regularization: null })).playbook;
    assert.ok(y.some(({ id }) => id === 'drop-captions'));
    assert.ok(!y.some(({ settings }) => settings.some(({ key }) => key === 'shuffle_caption')));
  });

  it('asks for no regularization set where there is one', async () => {
    const { x, y } = (await adviceOn({ regularization: () => '1girl' })).playbook;
    assert.equal(x[0]?.id, 'describe-regularization');
    assert.ok(![...x, ...y].some(({ id }) => id.startsWith('add-regularization')));
  });
});
