import { oneTrainer, sdScripts } from './runs.ts';
import { dog, girl, man } from './sets.ts';
import { all, of, type Shown, some, things } from './shown.ts';

export const promptSensitivity: readonly Shown[] = of('prompt-sensitivity', [
  [
    'a third in sentences among tags',
    'other-style-share',
    'elevated',
    {
      subject: man,
      text: some(
        3,
        (_, n) =>
          `A man called tavrik is ${man.said(n).pose} at the ${man.said(n).place}, and the light is ${man.said(n).light}.`,
      ),
    },
  ],
  ['no place in any caption', 'missing-field', 'low', { subject: man, said: all({ place: '' }) }],
  [
    'sun at night',
    'contradictory-tags',
    'elevated',
    { subject: man, text: some(4, (text) => `${text}, sunny, at night`) },
  ],
  [
    'a forest in a scene that is set indoors, seen from a side',
    'contradictory-tags',
    'elevated',
    {
      subject: dog,
      text: some(4, (_, n) => `A zorvex dog in a forest, seen from the side, picture ${n}. The scene is set indoors.`),
    },
  ],
  [
    'in and out of doors',
    'contradictory-tags',
    'elevated',
    { subject: girl, text: some(4, (text) => `${text}, indoors, outdoors`) },
  ],
  [
    'two lengths of hair beside a trigger that ends in its class',
    'contradictory-tags',
    'elevated',
    { subject: girl, text: some(4, (text) => `${text}, long hair, short hair`) },
  ],
  [
    'twins with other words',
    'conflicting-duplicate-captions',
    'elevated',
    { subject: man, image: (n) => (n > 30 ? { words: [`same:${man.stem(n - 30)}.png`] } : {}) },
  ],
  [
    'sunglasses and sun glasses',
    'synonym-drift',
    'elevated',
    { subject: man, text: (n, text) => `${text}, ${n % 2 ? 'sunglasses' : 'sun glasses'}` },
  ],
  [
    'grey and gray',
    'synonym-drift',
    'elevated',
    { subject: girl, text: (n, text) => `${text}, ${n % 3 ? 'grey eyes' : 'gray eyes'}` },
  ],
  [
    'one tag of all captions, joined in some',
    'underscore-tag',
    'low',
    { subject: girl, text: (n, text) => `${text}, ${n % 3 ? 'hair ribbon' : 'hair_ribbon'}` },
  ],
  [
    'half of the captions with underscores, the others with spaces',
    'underscore-tag',
    'elevated',
    { subject: girl, text: some(2, (text) => text.replaceAll(/(?<=[^,]) /g, '_')) },
  ],
  [
    'a third in German',
    'foreign-language',
    'elevated',
    {
      subject: dog,
      text: some(
        3,
        (_, n) =>
          `Der zorvex dog ${['liegt auf dem Teppich', 'läuft über den Strand', 'schläft in der Küche', 'wartet vor dem Haus'][n % 4]} und die Sonne scheint, Bild ${n}.`,
      ),
    },
  ],
  ['a third too long', 'over-limit-share', 'high', { subject: man, text: some(3, (text) => `${text}, ${things}`) }],
  [
    'a third with the trigger at the end',
    'late-key-tag',
    'high',
    { subject: man, text: some(3, (text) => `${things}, ${text}`) },
  ],
  [
    'semicolons',
    'foreign-separator',
    'elevated',
    { subject: man, text: some(4, (text) => text.replaceAll(', ', '; ')) },
  ],
  [
    'a third with one tag on each line, of which onetrainer draws one',
    'foreign-separator',
    'elevated',
    { subject: girl, run: oneTrainer('drawn'), text: some(3, (text) => text.replaceAll(', ', '\n')) },
  ],
  [
    'commas of another script',
    'foreign-separator',
    'elevated',
    { subject: girl, run: oneTrainer('drawn'), text: some(4, (text) => text.replaceAll(', ', '，')) },
  ],
  ['a trigger that means a rifle', 'overloaded-trigger', 'low', { subject: { ...dog, trigger: 'sks' } }],
  [
    'a head that is kept and is not the trigger',
    'keep-tokens-mismatch',
    'elevated',
    {
      subject: man,
      head: () => '',
      text: (_, text) => `${text}, tavrik man`,
      run: sdScripts(['img/12_tavrik man'], { captions: '.caption' }),
    },
  ],
  [
    'tags of one caption only',
    'singleton-tags',
    'low',
    { subject: man, text: (n, text) => `${text}, odd${n}a thing, odd${n}b item, odd${n}c piece, odd${n}d part` },
  ],
  [
    'seven tags and hardly another',
    'head-heavy-vocabulary',
    'low',
    { subject: man, text: (n) => `tavrik man, suit, gym, grin, bust, dawn, waving, item${n}x` },
  ],
]);
