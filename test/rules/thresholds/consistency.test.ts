import { bothSides, type Edge, numbered, times } from '../../support/thresholds.ts';

const tagged = (n: number): string => `ohwxla, 1girl, solo, long hair, thing ${n}`;
const english = (n: number): string =>
  `A woman walks along the ${['river', 'wall', 'street', 'harbour'][n % 4]} and looks at the ${['sky', 'boats', 'birds'][n % 3]}.`;
const german = 'Eine Frau steht in der Straße und sieht auf die Boote, mit einem Hut auf dem Kopf.';
const french = 'Une femme est assise dans le jardin avec un chien et porte une robe sur la plage.';
/** Captions of one woman, of which some say what hair she has. */
const hair = (black: number, blonde: number, silent: number): string =>
  numbered(
    times(black + blonde + silent, (at) => {
      const said = at < black ? 'black hair, ' : at < black + blonde ? 'blonde hair, ' : '';
      return `qvzt, woman, ${said}thing ${at}`;
    }),
    '1_qvzt woman',
  );
/** Sentences, of which some write a word one way and some another. */
const spelt = (grey: number, gray: number): string =>
  numbered(
    times(grey + gray + 6, (at) =>
      at < grey ? `${english(at)} A grey evening.` : at < grey + gray ? `${english(at)} A gray evening.` : english(at),
    ),
  );
/** Two versions of a picture whose captions share some tags, and differ in others. */
const versions = (shared: number, differing: number): string => {
  const same = times(shared, (at) => `shared ${at}`);
  const more = times(differing, (at) => `only ${at}`);
  return `// 1.txt\n${same.join(', ')}\n// 1.png 512x512 opaque\n// 2.txt\n${[...same, ...more].join(', ')}\n// 2.png 640x640 near:1.png:resized`;
};
/** Captions of which some say that the hair has several colours, and one names two. */
const mixedHair = (all: number, mixed: number): string =>
  numbered(
    times(all, (at) =>
      at === all - 1
        ? 'qvzt, 1girl, solo, blonde hair, green hair'
        : `qvzt, 1girl, solo, ${at < mixed ? 'multicolored hair' : 'smile'}, thing ${at}`,
    ),
  );
const ofFolder =
  (rule: string): Edge['seen'] =>
  ({ findings }) =>
    findings.some((finding) => finding.rule === rule && finding.file === '');
const ofCaption =
  (rule: string): Edge['seen'] =>
  ({ findings }) =>
    findings.some((finding) => finding.rule === rule && finding.file !== '');

describe('numbers of the consistency rules', () => {
  bothSides([
    {
      rule: 'mixed-caption-style',
      number: 'three captions of the rarer style are a fact of the folder',
      seen: ofFolder('mixed-caption-style'),
      make: (n) => numbered([...times(20, tagged), ...times(n, english)]),
      quiet: 2,
      loud: 3,
    },
    {
      rule: 'mixed-caption-style',
      number: 'a tenth of the captions is a fact of the folder',
      seen: ofFolder('mixed-caption-style'),
      make: (n) => numbered(times(100, (at) => (at < n ? english(at) : tagged(at)))),
      quiet: 9,
      loud: 10,
    },
    {
      rule: 'mixed-caption-style',
      number: 'eight captions of one style make another one odd',
      seen: ofCaption('mixed-caption-style'),
      make: (n) => numbered([...times(n, tagged), english(1)]),
      quiet: 7,
      loud: 8,
    },
    {
      rule: 'identity-conflict',
      number: 'five captions that say what hair',
      make: (n) => hair(n - 1, 1, 10 - n),
      quiet: 4,
      loud: 5,
    },
    {
      rule: 'identity-conflict',
      number: 'three in four agree',
      make: (n) => hair(40 - n, n, 0),
      quiet: 11,
      loud: 10,
    },
    {
      rule: 'unknown-tag',
      number: 'more than six words are a sentence',
      options: { settings: { rules: { 'unknown-tag': 'info' } }, tagList: 'smile,0,100,\nhat,0,50,\n' },
      says: /zork/,
      make: (n) => numbered([`smile, ${times(n, (at) => `zork${at === 0 ? '' : 'abcdefgh'[at]}`).join(' ')}, hat`]),
      quiet: 7,
      loud: 6,
    },
    {
      rule: 'identical-captions',
      number: 'three captions of one text',
      make: (n) => numbered([...times(n, () => 'qvzt, woman, garden, smile'), ...times(6, tagged)]),
      quiet: 2,
      loud: 3,
    },
    {
      rule: 'foreign-language',
      number: 'five captions of one language',
      make: (n) => numbered([...times(n, english), german]),
      quiet: 4,
      loud: 5,
    },
    {
      rule: 'foreign-language',
      number: 'half of the others',
      make: (n) => numbered([...times(10, english), ...times(n, () => french), ...times(n, () => german)]),
      quiet: 6,
      loud: 5,
    },
    {
      rule: 'conflicting-duplicate-captions',
      number: 'three tags differ between versions of an image',
      make: (n) => versions(1, n),
      quiet: 2,
      loud: 3,
    },
    {
      rule: 'conflicting-duplicate-captions',
      number: 'more than 40 % of the tags differ between versions',
      make: (n) => versions(60, n),
      quiet: 40,
      loud: 41,
    },
    {
      rule: 'contradictory-tags',
      number: 'two captions of mixed hair tell that two colours are meant',
      make: (n) => mixedHair(10, n),
      quiet: 2,
      loud: 1,
    },
    {
      rule: 'contradictory-tags',
      number: 'a tenth of the captions of mixed hair do',
      make: (n) => mixedHair(100, n),
      quiet: 10,
      loud: 9,
    },
    {
      rule: 'synonym-drift',
      number: 'two captions spell it otherwise than one',
      says: /"gray" is "grey"/,
      make: (n) => spelt(n, 1),
      quiet: 1,
      loud: 2,
    },
    {
      rule: 'synonym-drift',
      number: 'twice as many spell it otherwise',
      says: /"gray" is "grey"/,
      make: (n) => spelt(n, 4),
      quiet: 7,
      loud: 8,
    },
  ]);
});
