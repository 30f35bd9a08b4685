import assert from 'node:assert/strict';
import { bearerBySteps } from '../../server/src/images/compare/look/bearer.ts';
import type { Grid } from '../../server/src/images/compare/look/grid.ts';
import { Random } from '../bench/random.ts';

const side = 64;

/** Grass, and the same with bars over it that let a share of it through; `kept` 1 leaves only their light. */
function barred(kept: number, own = 0): { grid: Grid; belongs: Uint8Array } {
  const random = new Random(7);
  const grass = Float32Array.from({ length: side * side }, () => 40 + 160 * random.next());
  const other = Float32Array.from({ length: side * side }, () => 160 * random.next());
  const belongs = Uint8Array.from(grass, (_, q) => Number(q % side > 20 && q % side < 44 && q % 5 < 4));
  const marked = grass.map((value, q) => (belongs[q] ? kept * value + (1 - kept) * 235 + own * other[q]! : value));
  const grid = { side, a: marked, b: grass, inside: new Uint8Array(side * side).fill(1), lay: [0, 1, 0, 0, 0, 1] };
  return { grid: grid as unknown as Grid, belongs };
}
const turned = (grid: Grid): Grid => ({ ...grid, a: grid.b, b: grid.a });

describe('the picture that bears something see-through', () => {
  it('is the one whose steps are smaller where both differ', () => {
    const { grid, belongs } = barred(0.5);
    assert.equal(bearerBySteps(0.02, grid, belongs)?.on, 'a');
    assert.equal(bearerBySteps(-0.02, turned(grid), belongs)?.on, 'b');
  });
  it('is not told where edges say more, where little was taken, or where something else is seen', () => {
    const { grid, belongs } = barred(0.5);
    assert.equal(bearerBySteps(0.2, grid, belongs), null);
    assert.equal(bearerBySteps(0.02, barred(0.85).grid, belongs), null);
    assert.equal(bearerBySteps(0.02, barred(0.3, 0.9).grid, belongs), null);
  });
  it('is not told by a few points', () => {
    const { grid, belongs } = barred(0.5);
    const few = belongs.map((value, q) => (q < 12 * side ? value : 0));
    assert.notEqual(bearerBySteps(0.02, grid, few), null);
    assert.equal(
      bearerBySteps(
        0.02,
        grid,
        few.map((value, q) => (q < 2 * side ? value : 0)),
      ),
      null,
    );
  });
});
