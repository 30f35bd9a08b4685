import assert from 'node:assert/strict';
import { type LocalFeatures, WORDS } from '../../server/src/images/compare/local/features.ts';
import { LocalIndex } from '../../server/src/images/compare/local/local-index.ts';
import { Random } from '../bench/random.ts';

const SIDE = 500;

/** One place: its description, and where it lies. */
interface Place {
  readonly words: readonly number[];
  readonly x: number;
  readonly y: number;
}

const featuresOf = (places: readonly Place[]): LocalFeatures => ({
  count: places.length,
  width: SIDE,
  height: SIDE,
  words: Uint32Array.from(places.flatMap(({ words }) => words)),
  x: Float32Array.from(places, ({ x }) => x),
  y: Float32Array.from(places, ({ y }) => y),
  level: new Uint8Array(places.length),
});

describe('pictures that share small places', () => {
  const random = new Random(5);
  const description = (): number[] => Array.from({ length: WORDS }, () => random.whole(0, 2 ** 32 - 1));
  const somewhere = (words: readonly number[]): Place => ({
    words,
    x: random.between(10, SIDE - 10),
    y: random.between(10, SIDE - 10),
  });

  it('are found by what few pictures have, among many that share what many have', () => {
    const common = Array.from({ length: 50 }, description);
    const own = Array.from({ length: 14 }, () => somewhere(description()));
    const index = new LocalIndex();
    for (let i = 0; i < 120; i++) index.add(featuresOf(common.map(somewhere)));
    // The same places, a little to the side: as a cut shows them.
    index.add(featuresOf(own.map(({ words, x, y }) => ({ words, x: x + 40, y: y - 25 }))));
    const hits = index.query(featuresOf([...common.map(somewhere), ...own]));
    const hit = hits.find(({ image }) => image === 120);
    assert.ok(hit, 'not found');
    assert.ok(hit.inliers >= 12, String(hit.inliers));
    assert.ok(Math.abs(hit.lay[0] - 40 / SIDE) < 0.01 && Math.abs(hit.lay[3] + 25 / SIDE) < 0.01, String(hit.lay));
  });

  it('are none where places lie in another order', () => {
    const words = Array.from({ length: 60 }, description);
    const index = new LocalIndex();
    index.add(featuresOf(words.map(somewhere)));
    assert.deepEqual(index.query(featuresOf(words.map(somewhere))), []);
  });
});
