import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Candidate, excess, type Outcome, smallestCure } from '../../server/src/planning/cure.ts';

const modes = ['memorization', 'concept-bleed', 'style-drift'] as const;
const levels = ['none', 'low', 'elevated', 'high'] as const;

/** Evidence as the table has it: pieces with a level, each gone once enough of its changes are made. */
interface Piece {
  readonly mode: (typeof modes)[number];
  readonly level: 'elevated' | 'high';
  readonly about: number;
  /** Any of these sets of changes removes it. */
  readonly cures: readonly (readonly string[])[];
}

function evaluatorOf(pieces: readonly Piece[]) {
  return async (ids: readonly string[]): Promise<Outcome> => {
    let pressure = 0;
    const made = new Set(ids);
    const result: Partial<Record<(typeof modes)[number], (typeof levels)[number]>> = {};
    for (const mode of modes) {
      const left = pieces.filter(
        (piece) => piece.mode === mode && !piece.cures.some((cure) => cure.every((id) => made.has(id))),
      );
      for (const { level } of left) pressure += level === 'high' ? 4 : 1;
      const abouts = new Set(left.map(({ about }) => about));
      result[mode] =
        left.some(({ level }) => level === 'high') || abouts.size > 1 ? 'high' : abouts.size === 1 ? 'elevated' : 'low';
    }
    return { levels: result, pressure };
  };
}

/** The cheapest set of changes with the least excess, by trying them all. */
async function exhaustive(candidates: readonly Candidate[], evaluate: (ids: readonly string[]) => Promise<Outcome>) {
  let best = { cost: 0, excess: Number.POSITIVE_INFINITY };
  for (let bits = 0; bits < 1 << candidates.length; bits++) {
    const taken = candidates.filter((_, at) => (bits >> at) & 1);
    const groups = taken.flatMap(({ group }) => group ?? []);
    if (new Set(groups).size < groups.length) continue;
    const left = excess((await evaluate(taken.map(({ id }) => id))).levels);
    const cost = taken.reduce((sum, candidate) => sum + candidate.cost, 0);
    if (left < best.excess || (left === best.excess && cost < best.cost)) best = { cost, excess: left };
  }
  return best;
}

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const anyCase = fc.record({
  costs: fc.array(fc.integer({ min: 1, max: 12 }), { minLength: names.length, maxLength: names.length }),
  pieces: fc.array(
    fc.record({
      mode: fc.constantFrom(...modes),
      level: fc.constantFrom('elevated' as const, 'high' as const),
      about: fc.integer({ min: 0, max: 2 }),
      cures: fc.array(fc.uniqueArray(fc.constantFrom(...names), { minLength: 1, maxLength: 2 }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
});

describe('the smallest cure', () => {
  it('reaches what the exhaustive answer reaches, with at most a tenth more changes over many sets', async () => {
    let own = 0;
    let best = 0;
    let missed = 0;
    let cases = 0;
    for (const { costs, pieces } of fc.sample(anyCase, { numRuns: 150, seed: 5 })) {
      const candidates = names.map((id, at) => ({ id, cost: costs[at] as number }));
      const evaluate = evaluatorOf(pieces);
      const cure = await smallestCure(candidates, evaluate);
      const answer = await exhaustive(candidates, evaluate);
      if (excess(cure.after) > answer.excess) missed++;
      own += cure.steps.reduce((sum, { id }) => sum + (candidates.find((one) => one.id === id)?.cost ?? 0), 0);
      best += answer.cost;
      cases++;
    }
    assert.equal(missed, 0, `${missed} of ${cases} end above the exhaustive answer`);
    assert.ok(own <= best * 1.1, `${own} changes against ${best}`);
  });

  it('takes two changes that do nothing alone, and one of several strengths', async () => {
    const pair = await smallestCure(
      [
        { id: 'a', cost: 2 },
        { id: 'b', cost: 2 },
        { id: 'c', cost: 9 },
      ],
      evaluatorOf([{ mode: 'memorization', level: 'high', about: 0, cures: [['a', 'b'], ['c']] }]),
    );
    assert.deepEqual(pair.steps.map(({ id }) => id).sort(), ['a', 'b']);
    const strength = await smallestCure(
      [
        { id: 'some', cost: 3, group: 'tag' },
        { id: 'all', cost: 30, group: 'tag' },
      ],
      evaluatorOf([{ mode: 'style-drift', level: 'elevated', about: 0, cures: [['some'], ['all']] }]),
    );
    assert.deepEqual(
      strength.steps.map(({ id }) => id),
      ['some'],
    );
  });

  it('changes nothing where every risk is low, and says what each step does', async () => {
    const none = await smallestCure([{ id: 'a', cost: 1 }], evaluatorOf([]));
    assert.deepEqual(none.steps, []);
    const { steps, before, after } = await smallestCure(
      [{ id: 'a', cost: 1 }],
      evaluatorOf([{ mode: 'concept-bleed', level: 'elevated', about: 1, cures: [['a']] }]),
    );
    assert.deepEqual([before['concept-bleed'], after['concept-bleed']], ['elevated', 'low']);
    assert.equal(steps[0]?.before['concept-bleed'], 'elevated');
    assert.equal(steps[0]?.after['concept-bleed'], 'low');
  });

  it('stops at its number of trials and says so', async () => {
    const many = Array.from({ length: 30 }, (_, n) => ({ id: `x${n}`, cost: 1 }));
    const { trials, cutShort } = await smallestCure(
      many,
      evaluatorOf([{ mode: 'memorization', level: 'high', about: 0, cures: [['nothing']] }]),
      50,
    );
    assert.deepEqual([trials, cutShort], [50, true]);
  });
});
