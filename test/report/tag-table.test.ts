import assert from 'node:assert/strict';
import fc from 'fast-check';
import { auditMarked } from '../support/check.ts';

const captions = (...texts: string[]): string =>
  texts.map((text, at) => `// ${String(at + 1).padStart(4, '0')}.txt\n${text}`).join('\n');

describe('tags in the report', () => {
  it('counts captions, not repeats, most frequent first', async () => {
    const { report } = await auditMarked(captions('hat, hat, dog', 'hat, cat', 'hat'));
    assert.deepEqual(
      report.tags.map(({ tag, captions }) => [tag, captions]),
      [
        ['hat', 3],
        ['cat', 1],
        ['dog', 1],
      ],
    );
    assert.equal(report.tags[0].share, 1);
    assert.equal(report.tags.length, report.metrics.vocabulary);
  });

  it('knows what a tag costs in its main spelling, and its category', async () => {
    const { report } = await auditMarked(captions('long_hair', 'long_hair', 'long hair'));
    const [tag] = report.tags;
    assert.equal(tag.tag, 'long hair');
    assert.equal(tag.tokens, 3);
    assert.equal(tag.category, 'hair');
  });

  it('has a symmetric matrix whose diagonal is the tag’s own count', async () => {
    const word = fc.constantFrom<string[]>('a1', 'b2', 'c3', 'd4', 'e5');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(word, { minLength: 1 }), { minLength: 1, maxLength: 12 }), async (lists) => {
        const { report } = await auditMarked(captions(...lists.map((tags) => tags.join(', '))));
        const { tags, counts } = report.cooccurrence;
        for (const [row, a] of tags.entries())
          for (const [column, b] of tags.entries())
            assert.equal(counts[row][column], lists.filter((list) => list.includes(a) && list.includes(b)).length);
      }),
      { numRuns: 30 },
    );
  });

  it('lists pairs that stand together more often than by chance, the strongest first', async () => {
    const { report } = await auditMarked(
      captions(...Array(4).fill('hat, coat, dog'), ...Array(4).fill('cat, dog'), 'hat, cat'),
    );
    const [first, ...others] = report.cooccurrence.pairs;
    assert.deepEqual([first.a, first.b, first.together], ['hat', 'coat', 4]);
    assert.equal(first.aGivenB, 1);
    for (const { npmi } of others) assert.ok(npmi > 0 && npmi <= first.npmi);
  });
});
