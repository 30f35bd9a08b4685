import { aiToolkit, musubi, oneTrainer, runsOfDog, sdScripts } from './runs.ts';
import { dog, girl, man } from './sets.ts';
import { all, every, of, runs, type Shown, some } from './shown.ts';

export const identityCollapse: readonly Shown[] = of('identity-collapse', [
  [
    'two made-up names by turns, in sentences without a trigger',
    'other-subject-share',
    'elevated',
    { subject: dog, size: 20, head: (n) => (n % 2 ? 'Morvella' : 'Tibbarent') },
  ],
  [
    'a made-up word before its class word in four captions of ten',
    'unconfirmed-trigger',
    'low',
    { subject: dog, size: 40, head: (n) => (n % 5 < 2 ? 'a zorvex dog' : 'a dog') },
  ],
  [
    'every other caption names somebody else',
    'other-subject-share',
    'elevated',
    { subject: man, head: (n) => (n % 2 ? 'tavrik man' : 'bronko man') },
  ],
  [
    'two full names beside the trigger',
    'other-subject-share',
    'elevated',
    { subject: man, text: (n, text) => `${text}, ${n % 2 ? 'oskar lindqvist' : 'jamal whitfield'}` },
  ],
  [
    'half of them of another hair colour',
    'other-look-share',
    'elevated',
    { subject: man, said: (n, said) => (n % 2 ? { ...said, look: 'long blonde hair' } : said) },
  ],
  [
    'half of them of another hair colour, in sentences',
    'other-look-share',
    'elevated',
    {
      subject: dog,
      text: (n) =>
        `zorvex woman with ${n % 2 ? 'short blonde' : 'long black'} hair ${dog.said(n).pose} ${dog.said(n).place} ${dog.said(n).light}.`,
    },
  ],
  [
    'every other caption says "woman" of a man',
    'other-look-share',
    'elevated',
    { subject: man, head: (n) => (n % 2 ? 'tavrik woman' : 'tavrik man') },
  ],
  [
    'heads only, in sentences and under several words',
    'framing-top-share',
    'elevated',
    {
      subject: dog,
      said: (n, said) => ({
        ...said,
        view: ['close-up of its head', 'headshot', 'head and shoulders', 'extreme close-up'][n % 4] ?? '',
      }),
    },
  ],
  [
    'halves only, under several words',
    'framing-top-share',
    'elevated',
    { subject: girl, said: (n, said) => ({ ...said, view: ['upper body', 'bust', 'waist up'][n % 3] ?? '' }) },
  ],
  [
    'a sixth that says "woman" of a man',
    'identity-conflict',
    'elevated',
    { subject: man, head: (n) => (every(n, 6) ? 'tavrik woman' : 'tavrik man') },
  ],
  [
    'a seventh with hair of another colour, in sentences',
    'identity-conflict',
    'elevated',
    {
      subject: dog,
      text: (n) =>
        `zorvex woman with ${every(n, 7) ? 'short blonde' : 'long black'} hair ${dog.said(n).pose} ${dog.said(n).place} ${dog.said(n).light}.`,
    },
  ],
  [
    'a ninth with hair of another colour and length',
    'identity-conflict',
    'elevated',
    { subject: man, said: (n, said) => (every(n, 9) ? { ...said, look: 'long blonde hair' } : said) },
  ],
  [
    'heads only, in sentences',
    'framing-top-share',
    'elevated',
    { subject: dog, said: all({ view: 'close-up of its head' }) },
  ],
  ['busts only', 'framing-top-share', 'elevated', { subject: man, said: all({ view: 'bust' }) }],
  ['sides only', 'framing-top-share', 'elevated', { subject: girl, said: all({ view: 'from side' }) }],
  ['no word for a face', 'missing-field', 'low', { subject: girl, said: all({ face: '' }) }],
  [
    'a sixth without captions: ai-toolkit',
    'missing-caption',
    'elevated',
    { subject: girl, run: aiToolkit('drawn'), text: some(6, () => null) },
  ],
  [
    'a sixth without captions: onetrainer',
    'missing-caption',
    'elevated',
    { subject: dog, run: runsOfDog.onetrainer(), text: some(6, () => null) },
  ],
  [
    'a sixth without captions, left out by musubi-tuner',
    'unseen-image',
    'elevated',
    { subject: girl, run: musubi('drawn/part_a', 'drawn/part_b'), text: some(6, () => null) },
  ],
  [
    'a sixth of blanks',
    'empty-caption',
    'elevated',
    { subject: dog, run: runsOfDog.onetrainer(), text: some(6, () => '  \n') },
  ],
  [
    'captions of another ending: sd-scripts',
    'wrong-caption-extension',
    'high',
    { subject: man, run: sdScripts(['img/12_tavrik man']) },
  ],
  [
    'captions of another ending: ai-toolkit',
    'wrong-caption-extension',
    'high',
    { subject: man, run: aiToolkit('img') },
  ],
  [
    'captions of another ending: onetrainer',
    'wrong-caption-extension',
    'high',
    { subject: man, run: oneTrainer('img') },
  ],
  [
    'captions of another ending: musubi-tuner',
    'wrong-caption-extension',
    'high',
    { subject: man, run: musubi('img/12_tavrik man') },
  ],
  [
    'a ninth without the trigger, in sentences',
    'missing-trigger',
    'elevated',
    { subject: dog, text: some(9, (text) => text.replaceAll('zorvex ', 'the ')) },
  ],
  [
    'slips in the trigger, in sentences',
    'misspelt-trigger',
    'low',
    { subject: dog, text: some(12, (text) => text.replaceAll('zorvex', 'zorvx')) },
  ],
  [
    'slips in the trigger, in tags',
    'misspelt-trigger',
    'low',
    { subject: man, text: some(12, (text) => text.replaceAll('tavrik', 'tarvik')) },
  ],
  [
    'captions whose picture is gone',
    'orphan-caption',
    'low',
    {
      subject: man,
      files: { 'img/12_tavrik man/zz.caption': 'tavrik man', 'img/12_tavrik man/zy.caption': 'tavrik man' },
    },
  ],
  [
    'pictures of an ending that is not read',
    'unseen-image',
    'elevated',
    { subject: man, ending: (n) => (every(n, 5) ? '.tif' : '.png') },
  ],
  ...runs('a rank of 2', 'network-rank', 'elevated', { rank: 2, alpha: 2 }),
  ...runs('each picture once or twice', 'training-samples', 'elevated', { uses: 2 }).slice(1),
  ...runs('a new word, and no text encoder that learns', 'untrained-text-encoder', 'low', { encoderRate: 0 }),
]);
