import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countTokens, tokenLayout } from '../../../server/src/caption/clip/index.ts';
import { captionTokens, countCaptionTokens } from '../../../server/src/trainers/caption-tokens.ts';
import { captionText } from '../../support/captions.ts';

const weighted = { weighted: true };

describe('tokens of a caption', () => {
  it('are those of the text where nothing is weighted', () => {
    for (const text of ['ohwx man, night', 'saber (fate), (night:1.2)']) {
      assert.equal(countCaptionTokens(text, {}), countTokens(text));
      assert.equal(captionTokens(text, {}).offsetOf(2), tokenLayout(text).offsetOfToken(2));
    }
    assert.equal(countCaptionTokens('ohwx man, night', weighted), countTokens('ohwx man, night'));
  });
  it('leave out brackets, weights and backslashes where captions are weighted', () => {
    assert.equal(countCaptionTokens('ohwx, (night:1.2), city', weighted), countTokens('ohwx, night, city'));
    assert.equal(countCaptionTokens('saber \\(fate\\)', weighted), countTokens('saber (fate)'));
    const { offsetOf, count } = captionTokens('a, (night:1.2), city', weighted);
    assert.equal(count, 5);
    assert.deepEqual([0, 1, 2, 3, 4, 5].map(offsetOf), [0, 1, 4, 14, 16, 20]);
  });
  it('agree in number, and never run backwards, for any text', () => {
    fc.assert(
      fc.property(captionText, fc.boolean(), (text, on) => {
        const tokens = captionTokens(text, { weighted: on });
        assert.equal(tokens.count, countCaptionTokens(text, { weighted: on }));
        let last = 0;
        for (let n = 0; n <= tokens.count; n++) {
          const at = tokens.offsetOf(n);
          assert.ok(at >= last && at <= text.length);
          last = at;
        }
      }),
    );
  });
});
