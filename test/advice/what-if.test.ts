import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type WhatIfFacts, whatIf } from '../../server/src/advice/what-if.ts';
import { countTokens } from '../../server/src/caption/clip/index.ts';

const count = (text: string): number => countTokens(text);
const caption = (image: string | null, ...tags: string[]) => ({
  image,
  isOther: false,
  tags,
  norms: tags,
  tokens: count(tags.join(', ')),
});

const facts: WhatIfFacts = {
  captions: [
    caption('a.png', 'qvzt', 'beach', 'hat'),
    caption('b.png', 'qvzt', 'beach'),
    caption('c.png', 'qvzt', 'forest', 'hat'),
    caption('d.png', 'tree', 'forest'),
  ],
  images: 4,
  clusters: [['a.png', 'b.png']],
  trigger: 'qvzt',
  limit: 75,
  count,
};
const probability = (outcome: ReturnType<typeof whatIf>['after'], tag: string): number | undefined =>
  outcome.besideTrigger.find((entry) => entry.tag === tag)?.probability;

describe('what if', () => {
  it('gives the dataset as it is when nothing changes', () => {
    const { before, after } = whatIf(facts, []);
    assert.deepEqual(before, after);
    assert.equal(before.effectiveImages, 3);
    assert.equal(probability(before, 'beach'), 2 / 3);
    assert.equal(before.overLimitShare, 0);
    assert.equal(before.reach, 1);
  });

  it('tag dropout lowers P(tag | trigger) by its rate and leaves the kept head', () => {
    const { after } = whatIf(facts, [{ kind: 'tag-dropout', rate: 0.25, keep: 1 }]);
    assert.ok(Math.abs((probability(after, 'beach') ?? 0) - 0.5) < 1e-12);
    const all = whatIf(facts, [{ kind: 'tag-dropout', rate: 0.25, keep: 3 }]);
    assert.equal(probability(all.after, 'beach'), 2 / 3);
  });

  it('removing a tag takes it out of every number', () => {
    const { after } = whatIf(facts, [{ kind: 'remove-tag', tag: 'beach' }]);
    assert.equal(probability(after, 'beach'), undefined);
    assert.equal(after.captions, 4);
    assert.ok(Math.abs(after.effectiveTags - Math.exp(entropyOf([3, 2, 2, 1]))) < 1e-12);
  });

  it('dropping duplicates takes their captions too', () => {
    const { after } = whatIf(facts, [{ kind: 'drop-duplicates' }]);
    assert.equal(after.captions, 3);
    assert.equal(after.effectiveImages, 3);
    assert.equal(probability(after, 'beach'), 1 / 2);
  });

  it('shuffling changes no length, but which tags reach the model', () => {
    const tags = ['qvzt', ...Array.from({ length: 60 }, (_, n) => `tag ${String.fromCharCode(97 + (n % 26))}`)];
    const long = { ...facts, captions: [caption(null, ...tags)], clusters: [], images: 0 };
    const { before, after } = whatIf(long, [{ kind: 'shuffle', keep: 1 }]);
    assert.equal(after.overLimitShare, 1);
    assert.ok(before.reach !== null && before.reach < 1);
    assert.ok(after.reach !== null && Math.abs(after.reach - before.reach) < 0.05);
  });

  it('counts out the chance of staying inside the limit exactly', () => {
    // 40 tags of two tokens, commas in between: 79 tokens. Over 75 unless at least two of the 40 drop.
    const tags = Array.from({ length: 40 }, () => 'hat');
    const long = { ...facts, captions: [caption(null, ...tags)], clusters: [], images: 0, trigger: null };
    assert.equal(long.captions[0].tokens, 79);
    const rate = 0.1;
    const { after } = whatIf(long, [{ kind: 'tag-dropout', rate, keep: 0 }]);
    const expected = (1 - rate) ** 40 + 40 * rate * (1 - rate) ** 39;
    assert.ok(Math.abs((after.overLimitShare ?? 0) - expected) < 1e-9);
  });

  it('stays within bounds for any captions and changes', () => {
    const tag = fc.constantFrom('hat', 'coat', 'red scarf', 'qvzt', 'a very long tag of many words');
    const change = fc.oneof(
      fc.record({
        kind: fc.constant('tag-dropout' as const),
        rate: fc.double({ min: 0, max: 1, noNaN: true }),
        keep: fc.nat(5),
      }),
      fc.record({ kind: fc.constant('shuffle' as const), keep: fc.nat(5) }),
      fc.record({ kind: fc.constant('remove-tag' as const), tag }),
      fc.constant({ kind: 'drop-duplicates' as const }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(tag, { maxLength: 30 }), { maxLength: 4 }),
        fc.array(change, { maxLength: 3 }),
        (sets, changes) => {
          const captions = sets.map((tags, n) => caption(`${n}.png`, ...tags));
          const made = { ...facts, captions, images: captions.length, clusters: [] };
          const { after } = whatIf(made, changes);
          const share = (value: number | null): boolean => value !== null && value >= -1e-9 && value <= 1 + 1e-9;
          assert.ok(share(after.overLimitShare) && share(after.reach));
          assert.ok(after.besideTrigger.every((entry) => share(entry.probability)));
          assert.ok(Number.isFinite(after.entropy) && after.effectiveImages >= 0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

function entropyOf(counts: number[]): number {
  const total = counts.reduce((a, b) => a + b, 0);
  return -counts.reduce((sum, n) => sum + (n / total) * Math.log(n / total), 0);
}
