import assert from 'node:assert/strict';
import { auditPair, man, type Pair } from './pairs/sets.ts';

/** Levels of what is constant in a set of a few pictures, by the evidence. */
async function levelsOf(pair: Pair): Promise<ReadonlyMap<string, string>> {
  const { risks } = (await auditPair(pair)).report.advice;
  assert.ok(risks.every(({ tooFew, level }) => tooFew && (level === 'none' || level === 'low')));
  return new Map(risks.flatMap(({ evidence }) => evidence.map(({ id, level }) => [id, level] as const)));
}
const blue = ['blue suit', 'blue hoodie', 'blue coat'];
const inBlue = (size: number, but = -1): Pair => ({
  subject: man,
  size,
  said: (n, said) => (n === but ? said : { ...said, wear: blue[n % 3] ?? '' }),
});

describe('Sets of a few pictures', () => {
  it('say of the trigger what all of them show, from five on, and faintly', async () => {
    assert.equal((await levelsOf(inBlue(5))).get('trigger-colour-probability'), 'low');
    assert.equal((await levelsOf(inBlue(4))).get('trigger-colour-probability'), undefined);
    const dressed = await levelsOf({ subject: man, size: 6, said: (_, said) => ({ ...said, wear: 'blue suit' }) });
    assert.equal(dressed.get('trigger-clothing-probability'), 'low');
  });
  it('say nothing of the trigger where one of them is otherwise: that is no 95 %', async () =>
    assert.equal((await levelsOf(inBlue(6, 3))).get('trigger-colour-probability'), undefined));
  it('say faintly what light or place five of six have', async () => {
    const lit = await levelsOf({
      subject: man,
      size: 6,
      said: (n, said) => (n === 2 ? said : { ...said, light: 'candlelight' }),
    });
    assert.equal(lit.get('lighting-top-share'), 'low');
    const placed = await levelsOf({
      subject: man,
      size: 6,
      said: (n, said) => (n === 2 ? said : { ...said, place: 'wheat field' }),
    });
    assert.equal(placed.get('background-top-share'), 'low');
  });
  it('of a large set ten captions with the trigger are needed', async () => {
    const few = (held: number): Pair => ({
      ...inBlue(36),
      head: (n) => (n < held ? 'tavrik, man' : 'somebody else'),
      settings: { concepts: [{ trigger: 'tavrik', classWord: 'man', folders: ['img'] }] },
    });
    const found = async (held: number): Promise<boolean> => {
      const { risks } = (await auditPair(few(held))).report.advice;
      return risks.some(({ evidence }) => evidence.some(({ id }) => id === 'trigger-colour-probability'));
    };
    assert.deepEqual([await found(9), await found(10)], [false, true]);
  });
});
