import { aiToolkit, oneTrainer, runsOfDog } from './runs.ts';
import { dog, girl, man } from './sets.ts';
import { all, beside, every, of, type Shown, withRegularization } from './shown.ts';

export const styleDrift: readonly Shown[] = of('style-drift', [
  [
    'words of quality on all tags',
    'constant-style-tags',
    'elevated',
    { subject: man, text: (_, text) => `${text}, 8k, ultra detailed, professional photography` },
  ],
  [
    'words of quality behind all sentences',
    'constant-style-tags',
    'elevated',
    { subject: dog, text: (_, text) => `${text} High quality, 8k, sharp focus, masterpiece.` },
  ],
  [
    'words of quality in the trigger of a job',
    'constant-style-tags',
    'elevated',
    { subject: man, run: aiToolkit('img', { captions: '.caption', word: 'tavrik, masterpiece, best quality' }) },
  ],
  [
    'film on all sentences',
    'constant-style-tags',
    'low',
    { subject: dog, text: (_, text) => `${text} Shot on 35mm film, grainy.` },
  ],
  [
    'one medium',
    'trigger-style-probability',
    'low',
    { subject: girl, text: (_, text) => `${text}, oil painting (medium)` },
  ],
  [
    'blue clothes of all kinds',
    'trigger-colour-probability',
    'elevated',
    {
      subject: girl,
      said: (n, said) => ({ ...said, wear: ['blue yukata', 'blue hoodie', 'blue apron', 'blue cape'][n % 4] ?? '' }),
    },
  ],
  [
    'blue things in sentences',
    'trigger-colour-probability',
    'elevated',
    {
      subject: dog,
      said: (n, said) => ({
        ...said,
        wear: ['a blue collar', 'a blue bandana', 'a blue harness', 'a blue sweater'][n % 4] ?? '',
      }),
    },
  ],
  [
    'no word for light or colour',
    'unnamed-light-share',
    'low',
    { subject: man, said: all({ light: '', look: 'beard' }) },
  ],
  [
    'a red suit that is blue',
    'colour-mismatch-share',
    'elevated',
    {
      subject: man,
      said: all({ wear: 'red suit' }),
      image: (n) => ({ words: [n % 2 ? 'rgb:20:40:230' : 'rgb:220:30:30'] }),
    },
  ],
  [
    'colours changed at random: onetrainer',
    'colour-augmentation',
    'low',
    { subject: girl, run: oneTrainer('drawn', { colours: true }) },
  ],
  [
    'colours changed at random: ai-toolkit',
    'colour-augmentation',
    'low',
    { subject: girl, run: aiToolkit('drawn', { colours: true }) },
  ],
  [
    'photographs among drawings by their files',
    'mixed-formats',
    'low',
    { subject: man, ending: (n) => (n % 2 ? '.jpg' : '.png'), image: (n) => (n % 2 ? { words: ['quality92'] } : {}) },
  ],
  [
    'cut-outs',
    'transparent-image',
    'elevated',
    {
      subject: dog,
      run: runsOfDog.onetrainer(),
      image: (n) => ({ words: [every(n, 3) ? 'transparent' : 'opaque'] }),
    },
  ],
  [
    'a third pressed hard',
    'heavy-compression',
    'elevated',
    { subject: man, ending: () => '.jpg', image: (n) => ({ words: [every(n, 3) ? 'quality12' : 'quality90'] }) },
  ],
  [
    'a smooth regularization set',
    'regularization-detail',
    'elevated',
    {
      subject: dog,
      image: () => ({ words: ['detail:0.4'] }),
      ...beside('3_dog', (n) => dog.write('a dog', dog.said(n + 1), n), 30, ['detail:0.12']),
      run: withRegularization('3_dog'),
    },
  ],
]);
