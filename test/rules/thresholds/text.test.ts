import { bothSides, type Edge, numbered, times } from '../../support/thresholds.ts';

const english = (n: number): string =>
  `A woman walks along the ${['river', 'wall', 'street', 'harbour'][n % 4]} and looks at the ${['sky', 'boats', 'birds'][n % 3]} number ${n}.`;
const list = (n: number, mark: string): string =>
  ['zkqx', '1girl', 'solo', 'long_hair', 'smile', `red_dress_${n}`].join(mark);
const ofFolder =
  (rule: string): Edge['seen'] =>
  ({ findings }) =>
    findings.some((finding) => finding.rule === rule && finding.file === '');
const opened = (n: number): string => `The image shows ${english(n)[0]?.toLowerCase()}${english(n).slice(1)}`;

describe('numbers of the text rules', () => {
  bothSides([
    {
      rule: 'captioner-artifact',
      number: 'three openers are a habit of the folder',
      seen: ofFolder('captioner-artifact'),
      make: (n) => numbered([...times(n, opened), ...times(4, english)]),
      quiet: 2,
      loud: 3,
    },
    {
      rule: 'captioner-artifact',
      number: 'openers in 30 % of the captions are one',
      seen: ofFolder('captioner-artifact'),
      make: (n) => numbered(times(40, (at) => (at < n ? opened(at) : english(at)))),
      quiet: 11,
      loud: 12,
    },
    {
      rule: 'captioner-artifact',
      number: 'doubts in a quarter of the captions are one',
      seen: ofFolder('captioner-artifact'),
      make: (n) => numbered(times(40, (at) => (at < n ? `${english(at)} It appears to be late.` : english(at)))),
      quiet: 9,
      loud: 10,
    },
    {
      rule: 'foreign-separator',
      number: 'three captions with another mark are a habit',
      seen: ofFolder('foreign-separator'),
      make: (n) => numbered(times(n, (at) => list(at, '; '))),
      quiet: 2,
      loud: 3,
    },
    {
      rule: 'foreign-separator',
      number: 'half of the captions with another mark are a habit',
      seen: ofFolder('foreign-separator'),
      make: (n) => numbered(times(40, (at) => list(at, at < n ? '; ' : ', '))),
      quiet: 19,
      loud: 20,
    },
    {
      rule: 'foreign-separator',
      number: 'a tag that two captions have is the folder’s own',
      says: /tags are separated by/,
      make: (n) =>
        numbered([
          ...times(12, (at) => (at < n ? `zork, blimp, quux, thing ${at}` : `sort ${at}, kind ${at}, thing ${at}`)),
          'zork / blimp / quux',
        ]),
      quiet: 1,
      loud: 2,
    },
    {
      rule: 'fused-tags',
      number: 'a tag that three captions have is the folder’s own',
      make: (n) =>
        numbered([
          ...times(12, (at) => `1girl, ${at < n ? 'zork blimp' : 'smile'}, thing ${at}`),
          '1girl, zork blimp red dress, solo',
        ]),
      quiet: 2,
      loud: 3,
    },
    {
      rule: 'misspelt-word',
      number: 'a word that three captions have is the folder’s own',
      make: (n) => numbered(times(20, (at) => (at < n ? `${english(at)} A buidling stands there.` : english(at)))),
      quiet: 3,
      loud: 2,
    },
    {
      rule: 'repeated-word',
      number: 'three in a row are a loop',
      make: (n) =>
        numbered([`A poster of ${times(n, () => 'Duran').join(' ')} hangs on the wall.`, ...times(5, english)]),
      quiet: 2,
      loud: 3,
    },
  ]);
});
