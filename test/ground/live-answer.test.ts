import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyDifference, differenceOf, sharing } from '../../server/src/ground/difference.ts';
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
  it('bring every asker to the present state, whatever it had before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(state, fc.nat(2))), async (steps) => {
        const answers = new LiveAnswers<State>();
        const askers: (Live<State> | null)[] = [null, null, null];
        for (const [next, who] of steps) {
          const answer = JSON.parse(JSON.stringify(await answers.answer(next, askers[who]?.revision)));
          askers[who] = takeAnswer(askers[who], answer);
          assert.deepEqual(askers[who], { ...next, revision: answers.revision });
        }
      }),
    );
  });
  it('are refused by an asker that has something else', async () => {
    const answers = new LiveAnswers<State>();
    await answers.answer({ captions: [] });
    const answer = await answers.answer({ captions: [{ file: 'a', tokens: 1 }] }, 1);
    assert.equal(takeAnswer(null, answer), null);
    assert.equal(takeAnswer({ captions: [], revision: 7 }, answer), null);
    assert.deepEqual(takeAnswer({ captions: [], revision: 1 }, answer), {
      captions: [{ file: 'a', tokens: 1 }],
      revision: 2,
    });
  });

  it('compare long lists in steps, and take from the list before what says the same, wherever it stands', () => {
    const rows = fc.array(fc.record({ file: fc.nat(2000).map(String), tokens: fc.nat(1) }, { noNullPrototype: true }), {
      maxLength: 12,
    });
    const base = Array.from({ length: 1500 }, (_, at) => ({ file: `f${at}`, tokens: at }));
    fc.assert(
      fc.property(rows, fc.nat(1400), fc.nat(3), fc.boolean(), (added, at, gone, turned) => {
        const old = { captions: base, other: 1 };
        const own = base.map((row) => ({ ...row }));
        own.splice(at, gone, ...new Map(added.map((row) => [row.file, row])).values());
        const next = { captions: turned ? own.reverse() : own, other: 2 };
        const steps = sharing<{ captions: { file: string; tokens: number }[]; other: number }>(old, next);
        let taken = 0;
        let step = steps.next();
        for (; !step.done; step = steps.next()) taken++;
        assert.ok(taken >= 20, `${taken}`);
        const shared = step.value;
        assert.deepEqual(shared, next);
        const known = new Set(base);
        assert.equal(
          shared.captions.filter((row) => !known.has(row)).length,
          new Set(added.map(({ file }) => file)).size,
        );
        const difference = differenceOf(old, shared);
        assert.ok(difference);
        assert.deepEqual(applyDifference(old, difference), next);
      }),
      { numRuns: 30 },
    );
  });
});
