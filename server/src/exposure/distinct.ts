import type { VariedText } from '../trainers/fed-run.ts';

/**
 * Expected number of different ones among `shows` draws from `count` texts of the same chance each. Between two whole numbers of draws
 * both are weighed, as a part of an epoch shows an image or does not.
 */
export function expectedDistinct(count: number, chance: number, shows: number): number {
  const whole = Math.floor(shows);
  const at = (draws: number): number => {
    if (draws === 0 || chance <= 0) return 0;
    if (chance >= 1) return count;
    // So many texts that none comes twice.
    if (chance * draws < 1e-12) return count * chance * draws;
    return count * -Math.expm1(draws * Math.log1p(-chance));
  };
  const rest = shows - whole;
  return rest === 0 ? at(whole) : at(whole) * (1 - rest) + at(whole + 1) * rest;
}

/** Expected number of different texts that a varied text shows, when it comes with a chance in each of the showings. */
export function distinctVaried(text: VariedText, chance: number, shows: number): number {
  const { dropRate, shuffled, rides } = text;
  const fixed = Math.min(text.undroppable ?? 0, text.flexible.length);
  const loose = text.flexible.length - fixed;
  const stays = 1 - dropRate;
  let sum = 0;
  for (let present = 0; present <= loose; present++) {
    const moving = present + fixed;
    // Chance that so many stay, and how many texts that can be, as logarithms: they leave the range of numbers.
    const sets = logChoose(loose, present);
    const likely = sets + power(stays, present) + power(dropRate, loose - present);
    if (likely === Number.NEGATIVE_INFINITY) continue;
    const orders = (shuffled ? logFactorial(moving) : 0) + (rides === 'along' ? Math.log(Math.max(1, moving)) : 0);
    const ways = sets + orders;
    const each = chance * Math.exp(likely - ways);
    sum +=
      ways > 34 || each * shows < 1e-12
        ? chance * Math.exp(likely) * shows
        : expectedDistinct(Math.exp(ways), each, shows);
  }
  return sum;
}

/** log(base ** exponent), with 0 ** 0 = 1. */
const power = (base: number, exponent: number): number => (exponent === 0 ? 0 : exponent * Math.log(base));

const factorials = [0];
function logFactorial(n: number): number {
  for (let at = factorials.length; at <= n; at++) factorials.push((factorials[at - 1] as number) + Math.log(at));
  return factorials[n] as number;
}

const logChoose = (n: number, k: number): number => logFactorial(n) - logFactorial(k) - logFactorial(n - k);
