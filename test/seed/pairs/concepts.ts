import { dog, girl, man } from './sets.ts';
import { all, beside, jobWithRegularization, of, runs, type Shown, withRegularization } from './shown.ts';

/** Thirty-two tags of one word. */
const marks =
  `watch, belt, gloves, scarf, boots, beard, scar, earrings, necklace, ring, tattoo, freckles, glasses, hat, backpack, umbrella,
book, cup, phone, keys, map, lantern, rope, knife, camera, guitar, flower, bag, cane, pipe, letter, coin`.replace(
    /\s*\n/,
    ' ',
  );

export const conceptBleed: readonly Shown[] = of('concept-bleed', [
  [
    'a place in nearly all captions, less frequent than thirty other tags',
    'trigger-background-probability',
    'elevated',
    {
      subject: man,
      said: (n, said) => (n === 5 ? said : { ...said, place: 'gym' }),
      text: (_, text) => `${text}, ${marks}`,
    },
  ],
  ['a man who is the only man', 'class-hijack', 'low', { subject: man }],
  [
    'two men with the same days',
    'concept-divergence',
    'elevated',
    { subject: man, ...beside('10_jorvik man', (n) => man.write('jorvik man', man.said(n + 3), n)) },
  ],
  [
    'two men in one folder, with the same days',
    'concept-divergence',
    'elevated',
    { subject: man, size: 60, head: (n) => (n % 2 ? 'tavrik man' : 'jorvik man') },
  ],
  [
    'men in a folder of their own that no one calls a regularization set',
    'undeclared-regularization',
    'low',
    { subject: man, ...beside('1_man', (n) => man.write('man', man.said(n + 3), n)) },
  ],
  [
    'a regularization set of one word under ai-toolkit',
    'plain-regularization-share',
    'elevated',
    { subject: man, ...beside('reg', () => 'man'), run: jobWithRegularization('reg') },
  ],
  [
    'a regularization set of "a dog"',
    'plain-regularization-share',
    'elevated',
    { subject: dog, ...beside('3_dog', () => 'a dog'), run: withRegularization('3_dog') },
  ],
  ['one uniform', 'trigger-clothing-probability', 'low', { subject: girl, said: all({ wear: 'serafuku' }) }],
  [
    'one bandana, in sentences',
    'trigger-clothing-probability',
    'low',
    { subject: dog, said: all({ wear: 'a striped bandana' }) },
  ],
  [
    'a few pictures of another man, five of him',
    'unbalanced-concepts',
    'low',
    {
      subject: man,
      files: Object.fromEntries(
        Array.from({ length: 5 }, (_, n) => [
          `img/1_jorvik man/${n}.caption`,
          man.write('jorvik man', man.said(n * 2), n),
        ]),
      ),
      pictures: Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`img/1_jorvik man/${n}.png`, {}])),
    },
  ],
  ...runs('a text encoder that learns faster than the model', 'text-encoder-rate-ratio', 'elevated', {
    encoderRate: 4e-4,
  }),
]);
