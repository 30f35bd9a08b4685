import assert from 'node:assert/strict';
import { fieldCounts, otherOutfit, shotList } from '../../server/src/planning/shots.ts';

const captions = (n: number, tags: (at: number) => string[], clothing: (at: number) => string[] = () => []) =>
  Array.from({ length: n }, (_, at) => ({ tags: [...tags(at), ...clothing(at)], clothing: clothing(at) }));

describe('the shot list', () => {
  it('brings missing values of several fields in one picture', () => {
    const set = captions(
      20,
      (at) => ['upper body', 'simple background', at < 2 ? 'from side' : 'looking at viewer'],
      () => ['school uniform'],
    );
    const counts = fieldCounts(set);
    const { shots: list, total: said } = shotList(counts);
    const total = list.reduce((sum, { pictures }) => sum + pictures, 0);
    const needed = Math.max(...counts.map(({ lacking }) => lacking.reduce((sum, { pictures }) => sum + pictures, 0)));
    assert.equal(total, needed);
    assert.equal(said, needed);
    assert.ok(list.some(({ shot }) => shot.framing && shot.background && shot.outfit === otherOutfit));
    assert.ok(list.every(({ shot }) => shot.background !== 'plain'));
  });

  it('is empty for a set that has everything, and says nothing of fields nobody names', () => {
    const framings = ['close-up', 'upper body', 'full body'];
    const set = captions(40, (at) => [framings[at % 3] as string]);
    assert.deepEqual(shotList(fieldCounts(set)), { total: 0, shots: [] });
    assert.deepEqual(
      fieldCounts(set).map(({ field }) => field),
      ['framing'],
    );
  });
});
