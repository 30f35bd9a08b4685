import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Live, LiveAnswers, takeAnswer } from '../../server/src/ground/live-answer.ts';

interface State {
  readonly captions: readonly { readonly file: string; readonly tokens: number }[];
}
const state: fc.Arbitrary<State> = fc.record(
  {
    captions: fc.uniqueArray(
      fc.record({ file: fc.constantFrom('a', 'b', 'c', 'd'), tokens: fc.nat(2) }, { noNullPrototype: true }),
      { selector: ({ file }) => file },
    ),
  },
  { noNullPrototype: true },
);

describe('answers by difference', () => {
  it('bring every asker to the present state, whatever it had before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(state, fc.nat(2))), (steps) => {
        const answers = new LiveAnswers<State>();
        const askers: (Live<State> | null)[] = [null, null, null];
        for (const [next, who] of steps) {
          const answer = JSON.parse(JSON.stringify(answers.answer(next, askers[who]?.revision)));
          askers[who] = takeAnswer(askers[who], answer);
          assert.deepEqual(askers[who], { ...next, revision: answers.revision });
        }
      }),
    );
  });
  it('are refused by an asker that has something else', () => {
    const answers = new LiveAnswers<State>();
    answers.answer({ captions: [] });
    const answer = answers.answer({ captions: [{ file: 'a', tokens: 1 }] }, 1);
    assert.equal(takeAnswer(null, answer), null);
    assert.equal(takeAnswer({ captions: [], revision: 7 }, answer), null);
    assert.deepEqual(takeAnswer({ captions: [], revision: 1 }, answer), {
      captions: [{ file: 'a', tokens: 1 }],
      revision: 2,
    });
  });
});
