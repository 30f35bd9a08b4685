import assert from 'node:assert/strict';
import { retag } from '../../server/src/rules/retag.ts';
import { check } from '../support/check.ts';

describe('a tag in the place of another', () => {
  for (const [norm, written, wanted] of [
    ['mickey and minnie', 'Mickey and Minni', 'Mickey and Minnie'],
    ['grey hair', 'gray hair', 'grey hair'],
    ['grey hair', 'Gray Hair', 'Grey Hair'],
    ['grey hair', 'GRAY HAIR', 'GREY HAIR'],
    ['grey hair', 'gray_hair', 'grey_hair'],
    ['tokyo tower (minato)', 'Tokyo Towr \\(Minato\\)', 'Tokyo Tower \\(Minato\\)'],
    ['t-shirt', 'Tee shirt', 'T-shirt'],
    ['pokemon', 'PokeMon', 'PokeMon'],
  ] as const)
    it(`${written} → ${wanted}`, () => assert.equal(retag(norm, written), wanted));
});

describe('overloaded-trigger', () => {
  const set = (trigger: string, rest: (at: number) => string): string =>
    Array.from({ length: 8 }, (_, at) => `// 1_set/${at}.txt\n${trigger} ${rest(at)}`).join('\n');
  it('a name made by joining words is none among sentences', () =>
    check(
      set('aria_vale', (at) => `walks through the ${['park', 'city', 'rain', 'snow'][at % 4]} with a dog at noon.`),
      { rule: 'overloaded-trigger' },
    ));
});
