// Numbers of `trigger-habits.ts`: how many captions, and which share of them, make something the habit of a folder.
import { bothSides, numbered, times } from '../../support/thresholds.ts';

const scenes =
  'reading a book,riding a horse,eating pasta,near a lake,holding a cup,with a guitar,on a beach,at a desk'.split(',');
const scene = (at: number): string => `${scenes[at % 8]} ${at}`;

/** `all` captions with the trigger, the class word behind it in the first ones, and one that joins the two. */
const joined = (all: number, before: number): string =>
  numbered(
    [
      ...times(all, (at) => `a photo of skz ${at < before ? 'style' : 'work'} ${scene(at)}`),
      'a wtqr of skz-style by a wall',
    ],
    '10_skz style',
  );

/** `first` captions that begin with the trigger, `within` that have it in the middle, and one that ends with it. */
const loose = (first: number, within: number): string =>
  numbered(
    [
      ...times(first, (at) => `skz man ${scene(at)}`),
      ...times(within, (at) => `the red car of skz man ${scene(at)}`),
      'in a white shirt with a plant behind him skz man',
    ],
    '10_skz man',
  );

/** The same of the class word: before the trigger in one caption, behind it in the first ones. */
const turned = (all: number, before: number): string =>
  numbered(
    [
      ...times(all, (at) => `a photo of skz ${at < before ? 'man' : 'here'} ${scene(at)}`),
      'a photo of man skz by a wall',
    ],
    '10_skz man',
  );

describe('numbers of what a folder does with its trigger', () => {
  bothSides([
    {
      rule: 'misspelt-trigger',
      number: 'five captions have the class word behind the trigger',
      make: (n) => joined(n, n),
      quiet: 4,
      loud: 5,
      says: /other tokens/,
    },
    {
      rule: 'misspelt-trigger',
      number: 'four of five captions have the class word behind the trigger',
      make: (n) => joined(20, n),
      quiet: 15,
      loud: 16,
      says: /other tokens/,
    },
    {
      rule: 'misplaced-trigger',
      number: 'six captions with the trigger have a custom',
      make: (n) => loose(n - 1, 0),
      quiet: 5,
      loud: 6,
      says: /loose at the end/,
    },
    {
      rule: 'misplaced-trigger',
      number: 'four of five captions begin with the trigger',
      make: (n) => loose(n, 19 - n),
      quiet: 15,
      loud: 16,
      says: /loose at the end/,
    },
    {
      rule: 'misplaced-trigger',
      number: 'four of five captions have the class word behind it, where one has it before',
      make: (n) => turned(19, n),
      quiet: 15,
      loud: 16,
      says: /stands behind/,
    },
  ]);
});
