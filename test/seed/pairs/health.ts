import { aiToolkit, oneTrainer, runsOfDog } from './runs.ts';
import { dog, girl, man } from './sets.ts';
import { every, near, of, type Shown } from './shown.ts';

const shiftJis = new Uint8Array([0x8a, 0xc7, 0x2c, 0x20, 0x61]);

export const trainingInstability: readonly Shown[] = of('training-instability', [
  [
    'a picture cut off and one of no bytes',
    'unreadable-image',
    'high',
    {
      subject: dog,
      run: runsOfDog.onetrainer(),
      image: (n) => (n === 5 ? { words: ['cut'] } : n === 7 ? { words: ['empty'] } : {}),
    },
  ],
  [
    'a caption in another encoding: ai-toolkit',
    'undecodable-caption',
    'high',
    { subject: girl, run: aiToolkit('drawn'), files: { 'drawn/part_b/k5.txt': shiftJis } },
  ],
  [
    'a caption in another encoding: onetrainer',
    'undecodable-caption',
    'high',
    { subject: girl, run: oneTrainer('drawn'), files: { 'drawn/part_b/k5.txt': shiftJis } },
  ],
  [
    'an alpha unlike the rank in half precision',
    'nan-prone-settings',
    'elevated',
    { subject: dog, run: runsOfDog['sd-scripts']({ half: true, alpha: 1 }) },
  ],
  [
    'one caption under many pictures that look alike',
    'look-alike-share',
    'elevated',
    {
      subject: dog,
      text: (n, text) => (n < 20 ? 'zorvex dog in the park' : text),
      image: (n) => (n < 20 ? near(n, 0) : { words: ['opaque'] }),
    },
  ],
  [
    'a crowd of look-alikes',
    'cluster-share',
    'low',
    { subject: dog, image: (n) => (n < 16 ? near(n, 0) : { words: ['opaque'] }) },
  ],
  [
    'strips',
    'extreme-aspect-ratio',
    'elevated',
    { subject: dog, run: runsOfDog['ai-toolkit'](), image: (n) => (every(n, 6) ? { width: 3000, height: 600 } : {}) },
  ],
]);

export const weakSdxl: readonly Shown[] = of('weak-sdxl', [
  [
    'a third of small pictures',
    'low-resolution',
    'elevated',
    { subject: dog, run: runsOfDog.onetrainer(), image: (n) => (every(n, 3) ? { width: 380, height: 400 } : {}) },
  ],
  ['small pictures only', 'low-resolution', 'high', { subject: man, image: () => ({ width: 480, height: 640 }) }],
  ['none near 1024', 'near-target-share', 'high', { subject: man, image: () => ({ width: 704, height: 704 }) }],
  [
    'small for SD 1.5 as well',
    'low-resolution',
    'high',
    { subject: man, settings: { model: 'sd15' }, image: () => ({ width: 300, height: 300 }) },
  ],
  [
    'strips',
    'extreme-aspect-ratio',
    'low',
    { subject: dog, run: runsOfDog['ai-toolkit'](), image: (n) => (every(n, 6) ? { width: 3000, height: 600 } : {}) },
  ],
]);
