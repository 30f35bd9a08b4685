import { oneTrainer, runsOfDog } from './runs.ts';
import { dog, girl, man } from './sets.ts';
import { all, near, nearlyAll, of, runs, type Shown } from './shown.ts';

/** A white backdrop as captioners word it. */
const backdrops = [
  'on a white seamless studio background',
  'in front of a plain white backdrop',
  'on a pure white background',
  'against a white studio backdrop',
];

export const memorization: readonly Shown[] = of('memorization', [
  [
    'bursts of a journey, two of each',
    'near-duplicate',
    'high',
    {
      subject: dog,
      run: runsOfDog['ai-toolkit'](),
      image: (n) => (n < 20 ? near(n, n - (n % 2)) : { words: ['opaque'] }),
    },
  ],
  [
    'one light that sentences call by three names',
    'lighting-top-share',
    'elevated',
    {
      subject: dog,
      said: (n, said) => ({ ...said, light: ['in soft light', 'in diffuse lighting', 'in gentle light'][n % 3] ?? '' }),
    },
  ],
  [
    'one pose under three words',
    'pose-top-share',
    'elevated',
    { subject: man, said: (n, said) => ({ ...said, pose: ['sitting', 'seated', 'sitting down'][n % 3] ?? '' }) },
  ],
  [
    'files copied under other names',
    'effective-image-share',
    'high',
    {
      subject: man,
      image: (n) => (n > 20 ? { words: [`same:${man.stem(n - 20)}.png`] } : {}),
    },
  ],
  [
    'one group of look-alikes',
    'dense-cluster-share',
    'elevated',
    {
      subject: dog,
      run: runsOfDog.onetrainer(),
      image: (n) => (n < 4 ? near(n, 0) : { words: ['opaque'] }),
    },
  ],
  [
    'sentences that never leave a wall',
    'background-top-share',
    'elevated',
    { subject: dog, said: all({ place: 'in front of a plain white wall' }) },
  ],
  [
    'sentences that hardly leave a parking lot',
    'background-effective-tags',
    'elevated',
    { subject: dog, said: nearlyAll(20, { place: 'in the parking lot' }) },
  ],
  [
    'one backdrop under four words, in sentences',
    'background-top-share',
    'elevated',
    { subject: dog, said: (n, said) => ({ ...said, place: backdrops[n % 4] ?? '' }) },
  ],
  [
    'a backdrop of a studio',
    'background-top-share',
    'elevated',
    { subject: man, said: all({ place: 'grey studio backdrop' }) },
  ],
  ['one field', 'trigger-background-probability', 'elevated', { subject: man, said: all({ place: 'wheat field' }) }],
  [
    'one shop, in two folders',
    'trigger-background-probability',
    'elevated',
    { subject: girl, said: all({ place: 'convenience store' }), run: oneTrainer('drawn') },
  ],
  [
    'one light in sentences',
    'lighting-top-share',
    'elevated',
    { subject: dog, said: all({ light: 'in the golden hour' }) },
  ],
  ['one light in tags', 'lighting-top-share', 'elevated', { subject: man, said: all({ light: 'neon lights' }) }],
  ['one pose in sentences', 'pose-top-share', 'elevated', { subject: dog, said: all({ pose: 'sits' }) }],
  ['one pose in tags', 'pose-top-share', 'elevated', { subject: man, said: all({ pose: 'arms crossed' }) }],
  [
    'one form of sentences, few places',
    'fixed-text-share',
    'elevated',
    { subject: dog, text: (n) => `a photo of zorvex dog ${dog.said(n).place}` },
  ],
  ['one sentence for all', 'fixed-text-share', 'elevated', { subject: dog, text: () => 'a photo of zorvex dog' }],
  [
    'the same tags for half of the pictures',
    'identical-caption-share',
    'elevated',
    { subject: man, text: (n, text) => (n < 20 ? 'tavrik man, rooftop, suit, grin' : text) },
  ],
  ['nine pictures', 'effective-images', 'low', { subject: dog, size: 9, run: runsOfDog.onetrainer() }],
  ...runs('each picture far too often', 'image-exposure', 'elevated', { uses: 1200 }),
  ...runs('a rank of 256', 'rank-per-image', 'elevated', { rank: 256, alpha: 256 }),
  ...runs('captions that never vary', 'fixed-captions', 'low', { varies: false }),
]);
