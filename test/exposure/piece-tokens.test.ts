import assert from 'node:assert/strict';
import fc from 'fast-check';
import { captionTokens, countCaptionTokens } from '../../server/src/trainers/caption-tokens.ts';
import { PieceTokens } from '../../server/src/trainers/plain-pieces.ts';
import { Mersenne } from '../../server/src/trainers/python/mersenne.ts';

describe('tokens of texts made of the same tags', () => {
  it('are those of the whole text, and lie where they lie in it (property)', () => {
    const piece = fc.oneof(
      {
        weight: 6,
        arbitrary: fc.constantFrom('1girl', 'long_hair', 'a, b', 'fur-trimmed coat', 'x', '(name)', '\\(a\\)'),
      },
      fc.constantFrom(
        '',
        ' ',
        ' lead',
        'trail ',
        'a,b',
        '日本',
        'wow!',
        '<b>',
        'a &amp; b',
        "it's",
        '\u00a0',
        ',',
        'é',
      ),
      fc.string({ maxLength: 8 }),
    );
    const text = fc
      .array(fc.tuple(piece, fc.constantFrom(', ', ', ', ', ', ',', ',  ', ' ')), { maxLength: 30 })
      .map((parts) => parts.flat().slice(0, -1).join(''));
    const all = [new PieceTokens({}), new PieceTokens({ weighted: true }), new PieceTokens({ padToken: '!' })] as const;
    const options = [{}, { weighted: true }, { padToken: '!' }] as const;
    fc.assert(
      fc.property(text, fc.nat(80), fc.nat(2), (one, n, which) => {
        const pieces = all[which]!;
        assert.equal(pieces.count(one), countCaptionTokens(one, options[which]!));
        assert.equal(pieces.offsetOf(one, n), captionTokens(one, options[which]!).offsetOf(n));
      }),
      { numRuns: 3000 },
    );
  });
});

describe("Python's generator", () => {
  it('goes on as it should behind the first 624 words, and begins anew when it is seeded again', () => {
    const chance = new Mersenne(42);
    const first = Array.from({ length: 3 }, () => chance.random());
    // python3 -c "import random; random.seed(42); print([random.random() for _ in range(3)])"
    assert.deepEqual(first, [0.6394267984578837, 0.025010755222666936, 0.27502931836911926]);
    for (let at = 3; at < 2000; at++) chance.random();
    assert.equal(chance.random(), 0.14326043416332868);
    chance.seed(-42n);
    assert.deepEqual(
      Array.from({ length: 3 }, () => chance.random()),
      first,
    );
    for (let at = 3; at < 2000; at++) chance.random();
    assert.equal(chance.random(), 0.14326043416332868);
    // Seeds of one, two and three words of 32 bits.
    assert.equal(new Mersenne(7n * 2n ** 32n + 5n).random(), 0.33181616794025415);
    assert.equal(new Mersenne(2n ** 70n + 12345n).random(), 0.9602803546023011);
  });
});
