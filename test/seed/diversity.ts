import { backgrounds, framings, lights, mostly, poses } from './makers.ts';
import { some, trained, withOptions } from './sets.ts';
import type { Section } from './statement.ts';

const coats = ['red coat', 'white dress', 'blue shirt', 'green hoodie', 'black kimono'];
const fewPlaces = ['forest', 'kitchen', 'library', 'garden'];
/** A plain backdrop of a colour in place of the background, under four words. */
const before = (n: number, tags: readonly string[], colour: string): string[] => [
  [`${colour} background`, `plain ${colour} backdrop`, `${colour} studio backdrop`, `seamless ${colour} background`][
    n % 4
  ] ?? '',
  ...tags.filter((tag) => !backgrounds.includes(tag)),
];

/** One light in place of the others, under three words. */
const lit = (n: number, tags: readonly string[]): string[] => [
  ['soft light', 'diffuse lighting', 'diffused light'][n % 3] ?? '',
  ...tags.filter((tag) => !lights.includes(tag)),
];

/** A long sentence with two slots, word for word the same otherwise. */
const longTemplate = (n: number): string =>
  `This is a highly detailed photograph of qvzt, a young woman with brown hair, wearing a ${coats[n % 5]} and standing in the middle of a ${fewPlaces[n % 4]}, looking straight at the camera with a gentle smile.`;
const freeSentence = (n: number): string =>
  [
    `Qvzt woman walks through the ${fewPlaces[n % 4]} in a ${coats[n % 5]}.`,
    `In a ${coats[n % 5]}, a qvzt woman rests on some stairs while rain falls outside.`,
    `Seen from behind, the qvzt woman waves; her ${coats[n % 5]} blows in the wind.`,
    `Close-up of a laughing qvzt woman at night, neon signs all around her.`,
    `A qvzt woman kneels to tie a shoe near the ${fewPlaces[n % 4]}.`,
    `Backlit by the window, qvzt woman reads; only the ${coats[n % 5]} is bright.`,
    `Full body view: qvzt woman jumping over a puddle, arms wide.`,
  ][n % 7] ?? '';

/** What hardly changes from image to image and from caption to caption. */
export const diversity: readonly Section[] = [
  {
    title: 'Diversity',
    statements: [
      {
        says: 'The background hardly changes, under several words',
        mode: 'memorization',
        evidence: 'background-top-share',
        not: { tags: (n, tags) => before(n, tags, ['white', 'black', 'blue', 'green', 'pink'][n % 5] ?? '') },
        faintSet: { tags: (n, tags) => (n % 4 ? before(n, tags, 'white') : tags) },
        clearSet: { tags: (n, tags) => before(n, tags, 'white') },
        faint: 'low',
        clear: 'elevated',
        finding: 'low-diversity',
        x: ['vary-background'],
        heuristic: true,
      },
      {
        says: 'The background hardly changes',
        mode: 'memorization',
        evidence: 'background-top-share',
        faintSet: mostly('white background', backgrounds, 5),
        clearSet: mostly('white background', backgrounds, 99),
        faint: 'low',
        clear: 'elevated',
        finding: 'low-diversity',
        x: ['vary-background'],
        y: ['stop-earlier', 'lower-rank', 'shuffle-and-drop'],
        heuristic: true,
      },
      {
        says: 'The light hardly changes',
        mode: 'memorization',
        evidence: 'lighting-top-share',
        faintSet: mostly('night', lights, 16),
        clearSet: mostly('night', lights, 99),
        faint: 'low',
        clear: 'elevated',
        finding: 'low-diversity',
        x: ['vary-lighting'],
        heuristic: true,
      },
      {
        says: 'The light hardly changes, under several words',
        mode: 'memorization',
        evidence: 'lighting-top-share',
        not: { tags: (n, tags) => (n % 2 ? tags : lit(n, tags)) },
        faintSet: { tags: (n, tags) => (n % 8 ? lit(n, tags) : tags) },
        clearSet: { tags: (n, tags) => lit(n, tags) },
        faint: 'low',
        clear: 'elevated',
        finding: 'low-diversity',
        x: ['vary-lighting'],
        heuristic: true,
      },
      {
        says: 'The pose hardly changes',
        mode: 'memorization',
        evidence: 'pose-top-share',
        faintSet: mostly('sitting', poses, 8),
        clearSet: mostly('sitting', poses, 99),
        faint: 'low',
        clear: 'elevated',
        finding: 'low-diversity',
        x: ['vary-framing'],
        heuristic: true,
      },
      {
        says: 'The framing hardly changes',
        mode: 'memorization',
        evidence: 'framing-top-share',
        faintSet: mostly('portrait', framings, 8),
        clearSet: mostly('portrait', framings, 99),
        faint: 'low',
        clear: 'elevated',
        finding: 'framing-bias',
        x: ['vary-framing'],
        heuristic: true,
      },
      {
        says: 'Entropy of the background tags is low',
        mode: 'memorization',
        evidence: 'background-effective-tags',
        faintSet: mostly('white background', backgrounds, 7),
        clearSet: mostly('white background', backgrounds, 99),
        faint: 'low',
        clear: 'elevated',
        x: ['vary-background'],
        heuristic: true,
        also: ['report:metrics.categories'],
      },
      {
        says: 'Entropy of the framing tags is low',
        mode: 'memorization',
        evidence: 'framing-effective-tags',
        faintSet: mostly('portrait', framings, 16),
        clearSet: mostly('portrait', framings, 99),
        faint: 'low',
        clear: 'low',
        x: ['vary-framing'],
        heuristic: true,
      },
      {
        says: 'Entropy of the lighting tags is low',
        mode: 'memorization',
        evidence: 'lighting-effective-tags',
        faintSet: { tags: (_, tags) => ['night', ...tags.filter((tag) => !lights.includes(tag))] },
        clearSet: { tags: (_, tags) => ['sunset', ...tags.filter((tag) => !lights.includes(tag))] },
        faint: 'low',
        clear: 'low',
        x: ['vary-lighting'],
        heuristic: true,
      },
      {
        says: 'Entropy of the pose tags is low',
        mode: 'memorization',
        evidence: 'pose-effective-tags',
        faintSet: mostly('sitting', poses, 16),
        clearSet: mostly('sitting', poses, 99),
        faint: 'low',
        clear: 'low',
        x: ['vary-framing'],
        heuristic: true,
      },
      {
        says: 'Few words besides the identifier vary',
        mode: 'memorization',
        evidence: 'varying-effective-tags',
        faintSet: {
          tags: (n, tags) =>
            tags.filter((tag) => tag === 'brown hair' || framings.includes(tag)).concat(n % 2 ? ['smile'] : ['day']),
        },
        clearSet: { tags: (n) => [n % 2 ? 'forest' : 'beach', 'portrait', 'smile'] },
        faint: 'low',
        clear: 'elevated',
        x: ['vary-captions'],
        heuristic: true,
        also: ['report:metrics.distribution'],
      },
      {
        says: 'Vary background, distance, angle and light of one subject',
        by: ['x:vary-background', 'x:vary-framing', 'x:vary-lighting'],
      },
    ],
  },
  {
    title: 'Templates',
    statements: [
      {
        says: 'Captions of one template of sentences are learnt as a form',
        mode: 'memorization',
        evidence: 'fixed-text-share',
        not: { text: freeSentence },
        faintSet: { text: (n) => (n % 2 === 0 ? freeSentence(n) : longTemplate(n)) },
        clearSet: { text: longTemplate },
        faint: 'low',
        clear: 'elevated',
        finding: 'template-captions',
        x: ['vary-captions'],
        y: ['drop-captions'],
        heuristic: true,
      },
      {
        says: 'Captions of one form, whatever fills it',
        mode: 'prompt-sensitivity',
        evidence: 'template-share',
        faintSet: { tags: (n, tags) => (n % 4 ? [...tags].sort(byKind) : tags) },
        clearSet: { tags: (_, tags) => [...tags].sort(byKind) },
        faint: 'low',
        clear: 'low',
        finding: 'template-captions',
        x: ['vary-captions'],
        y: ['shuffle-and-drop'],
        heuristic: true,
      },
      {
        says: 'The same set of tags over and over',
        mode: 'memorization',
        evidence: 'identical-caption-share',
        faintSet: { text: (n, text) => (some(n, 6) ? 'qvzt, woman, garden, portrait, smile' : text) },
        clearSet: { text: (n, text) => (some(n, 24) ? 'qvzt, woman, garden, portrait, smile' : text) },
        faint: 'low',
        clear: 'elevated',
        finding: 'identical-captions',
        x: ['vary-captions'],
        heuristic: true,
      },
      {
        says: 'A fixed list of tags without shuffle or dropout',
        mode: 'prompt-sensitivity',
        evidence: 'fixed-captions',
        not: trained({}),
        faintSet: { subset: 'shuffle_caption = false', options: withOptions({}) },
        clearSet: { subset: 'shuffle_caption = false\nkeep_tokens = 1' },
        faint: 'low',
        clear: 'low',
        y: ['shuffle-and-drop'],
        heuristic: true,
        also: ['what-if:shuffle', 'what-if:tag-dropout'],
      },
      {
        says: 'A kept head that holds whole captions leaves nothing to shuffle and nothing to drop',
        mode: 'prompt-sensitivity',
        evidence: 'fixed-captions',
        not: { subset: 'shuffle_caption = true\nkeep_tokens = 4', options: withOptions({}) },
        faintSet: {
          subset: 'shuffle_caption = true\nkeep_tokens = 9\ncaption_tag_dropout_rate = 0.1',
          options: withOptions({}),
        },
        clearSet: { subset: 'shuffle_caption = true\nkeep_tokens = 20', options: withOptions({}) },
        faint: 'low',
        clear: 'low',
        y: ['shuffle-and-drop'],
        heuristic: true,
      },
    ],
  },
];

/** The kinds of tags, each in one slot. */
function byKind(a: string, b: string): number {
  const slots = [backgrounds, framings, lights, poses];
  const slot = (tag: string): number => {
    const at = slots.findIndex((tags) => tags.includes(tag));
    if (at >= 0) return at;
    return tag === 'brown hair' ? 6 : /smile|frown|mouth|blush/.test(tag) ? 5 : 4;
  };
  return slot(a) - slot(b);
}
