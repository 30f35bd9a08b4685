import { type FailureMode, failureModes } from '../../server/src/ground/finding.ts';
import { auditSet, number, type SeedSet, subjectFolder, trained } from './sets.ts';

/** A made set with the failure mode it is made for, if any. */
export interface CalibrationSet {
  readonly name: string;
  /** Why what it reaches is right, in a sentence. */
  readonly why: string;
  readonly made: 'clean' | 'faint' | 'strong';
  /** Null: it has no fault. */
  readonly mode: FailureMode | null;
  readonly sizes: readonly number[];
  readonly set: SeedSet;
}

const all = [15, 40, 100] as const;
const places = ['forest', 'beach', 'street', 'kitchen', 'library', 'garden', 'bedroom', 'office'];
const clothes = ['dress', 'jacket', 'shirt', 'coat', 'sweater', 'kimono', 'hoodie', 'swimsuit', 'apron'];
const at = (list: readonly string[], n: number): string => list[n % list.length] ?? '';
const slots: readonly RegExp[] = [
  /^(?:portrait|upper body|full body|cowboy shot|close-up)$/,
  /^(?:dress|jacket|shirt|coat|sweater|kimono|hoodie|swimsuit|apron)$/,
  /hair$/,
  /^(?:smile|frown|open mouth|closed mouth|blush)$/,
  /^(?:sitting|standing|walking|running|lying|kneeling|jumping)$/,
  /^(?:forest|beach|street|kitchen|library|garden|bedroom|office)$/,
  /./,
];
const slotOf = (tag: string): number => slots.findIndex((slot) => slot.test(tag));

/** Entries of a list that do not go round together with those of another. */
const turn = (list: readonly string[], n: number, step: number): string =>
  at(list, n * step + Math.floor(n / list.length));

/** Sentences of several builds, as a captioning model varies them. */
function sentences(subject: string): (n: number) => string {
  return (n) => {
    const [place, wear] = [turn(places, n, 3), turn(clothes, n, 4)];
    const light = turn(['in the rain', 'at night', 'at sunset', 'in soft light', 'during the day'], n, 2);
    const look = turn(['smiling', 'frowning', 'laughing', 'with closed eyes', 'blushing', 'with an open mouth'], n, 5);
    const view = turn(
      ['a close-up', 'a full body shot', 'a portrait', 'seen from behind', 'seen from above', 'a wide shot'],
      n,
      1,
    );
    const pose = turn(['sitting', 'standing', 'walking', 'running', 'kneeling', 'jumping', 'lying'], n, 3);
    return at(
      [
        `${subject} in a ${wear}, ${look} and ${pose} in the ${place} ${light}, ${view}.`,
        `The picture is ${view} of ${subject}, who wears a ${wear} and is ${pose} near the ${place}, ${look}. It was made ${light}.`,
        `In the ${place} ${light}, ${subject} is ${pose}. Her ${wear} is torn and she is ${look}; ${view}.`,
        `Here ${subject} is ${pose} beside a dog, ${look}, ${light}. Behind her lies a ${place}. It is ${view}, and she has a ${wear} on.`,
        `A ${wear} suits ${subject}, ${pose} ${light} at a ${place}, ${look}: ${view}.`,
      ],
      n * 2 + Math.floor(n / 5),
    );
  };
}
const dogs = (n: number): readonly string[] => [
  turn(places, n, 3),
  turn(['running', 'sitting', 'lying', 'jumping'], n, 1),
  turn(['from side', 'close-up', 'full body', 'from above', 'wide shot'], n, 2),
  turn(['day', 'night', 'rain', 'snow', 'sunset', 'fog'], n, 5),
  turn(['brown fur', 'collar', 'long tail', 'floppy ears', 'wet fur', 'red collar', 'paws'], n, 4),
];
const views = (n: number): string => {
  const said = [
    turn(['lighthouse', 'castle', 'bridge', 'train station', 'market', 'harbor', 'alley'], n, 1),
    turn(['night', 'sunset', 'fog', 'rain', 'day', 'snow'], n, 5),
    turn(['from above', 'wide shot', 'from below', 'close-up', 'panorama'], n, 3),
    turn(['tree', 'river', 'boat', 'cat', 'umbrella', 'bicycle', 'lamp', 'bird', 'ladder'], n, 4),
    turn(['blue sky', 'stairs', 'crowd', 'flowers', 'smoke', 'puddle', 'fence', 'window'], n, 3),
  ];
  return ['qvzt style', ...said.slice(n % 5), ...said.slice(0, n % 5)].join(', ');
};
const outfits = (n: number): string =>
  [
    'qvzt',
    'long blue coat',
    turn(['1girl', '1boy'], n, 1),
    turn(['black hair', 'blonde hair', 'red hair', 'white hair', 'brown hair'], n, 2),
    turn(places, n, 3),
    turn(['portrait', 'full body', 'from side', 'cowboy shot', 'from above', 'wide shot'], n, 5),
    turn(['sitting', 'standing', 'walking', 'running', 'kneeling'], n, 1),
    turn(['night', 'sunset', 'rain', 'day', 'snow', 'fog', 'morning'], n, 2),
    turn(['smile', 'frown', 'open mouth', 'laughing', 'blush', 'closed mouth'], n, 5),
  ]
    .map((tag, at, all) => (at < 2 ? tag : (all[2 + ((at - 2 + n) % (all.length - 2))] ?? tag)))
    .join(', ');
const filler = Array.from({ length: 30 }, (_, n) => `small wooden object number ${n}`);
const first = `${subjectFolder}/${number(0)}.png`;
const otherHair = (every: number) => (n: number, tags: readonly string[]) =>
  tags.map((tag) => (tag === 'brown hair' && n % every === 1 ? 'blonde hair' : tag));

export const calibrationSets: readonly CalibrationSet[] = [
  {
    name: 'tags in free order',
    why: 'Every background, view and pose changes, the order too, and a regularization set shows the class: nothing is left to stick.',
    made: 'clean',
    mode: null,
    sizes: all,
    set: {},
  },
  {
    name: 'tags in one order',
    why: 'One order of slots is learnt with the tags, which is easy to live with: faint, in the two modes that templates belong to.',
    made: 'clean',
    mode: null,
    sizes: all,
    set: { tags: (_, tags) => [...tags].sort((a, b) => slotOf(a) - slotOf(b)) },
  },
  {
    name: 'sentences',
    why: 'Five builds of sentences take turns, and each of them often enough to be learnt a little.',
    made: 'clean',
    mode: null,
    sizes: all,
    set: { text: sentences('a qvzt woman'), regularization: sentences('a woman') },
  },
  {
    name: 'no regularization set',
    why: 'The class word has nobody else to mean; with tags that vary that is a faint risk, as nearly every set of one subject has it.',
    made: 'clean',
    mode: null,
    sizes: all,
    set: { regularization: null },
  },
  {
    name: 'a dog',
    why: 'As above, and captions of few slots in one order have the faint template of tags in one order.',
    made: 'clean',
    mode: null,
    sizes: all,
    set: { folder: '10_qvzt dog', head: () => ['qvzt', 'dog'], tags: dogs, regularization: null },
  },
  {
    name: 'a style',
    why: 'The class word is "style", which never comes without the trigger; a style has no class that could be lost, so no more than faint.',
    made: 'clean',
    mode: null,
    sizes: all,
    set: { folder: '1_qvzt style', text: views, regularization: null },
  },
  {
    name: 'an outfit that many wear',
    why: 'What all captions name is the outfit itself, and people and places change: its clothes and colours are no evidence.',
    made: 'clean',
    mode: null,
    sizes: all,
    set: { folder: '10_qvzt', text: outfits, regularization: null },
  },
  {
    name: 'a sound configuration beside it',
    why: 'Six epochs show each image 60 times, rank and rates fit: training adds nothing.',
    made: 'clean',
    mode: null,
    sizes: [40, 100],
    set: trained({ max_train_epochs: '6' }),
  },
  {
    name: 'one image in twenty a copy of the one before',
    why: 'Only pairs, a tenth of the images: the 10 to 20 % of the failure map speak of clusters of three and more.',
    made: 'faint',
    mode: 'memorization',
    sizes: all,
    set: { image: (n) => (n % 20 === 7 ? [`same:${subjectFolder}/${number(n - 1)}.png`] : []) },
  },
  {
    name: 'three images in four copies',
    why: 'A quarter of the set is left: the failure map puts this first, and copies under one caption unsettle training too.',
    made: 'strong',
    mode: 'memorization',
    sizes: all,
    set: { image: (n) => (n % 4 > 0 ? [`same:${first}`] : []) },
  },
  {
    name: 'one background in four of five captions',
    why: 'Four of five is short of always, and the others show what else there is.',
    made: 'faint',
    mode: 'memorization',
    sizes: all,
    set: {
      tags: (n, tags) => (n % 5 === 4 ? tags : ['white background', ...tags.filter((tag) => !places.includes(tag))]),
    },
  },
  {
    name: 'one background and one framing',
    why: 'The trigger never comes without that background, and no other view exists: both snap in, and the face is all that is learnt of the subject.',
    made: 'strong',
    mode: 'memorization',
    sizes: all,
    set: {
      tags: (_, tags) => [
        'white background',
        'portrait',
        ...tags.filter((tag) => !places.includes(tag) && slotOf(tag) > 0),
      ],
    },
  },
  {
    name: '100,000 steps',
    why: 'Each image is seen 2,000 times and more, in which even a varied set is learnt by heart and the class word with it.',
    made: 'strong',
    mode: 'memorization',
    sizes: all,
    set: trained({ max_train_epochs: '2000' }),
  },
  {
    name: 'plain regularization captions',
    why: 'Half of the set says the class only, which holds back less than captions that say more.',
    made: 'faint',
    mode: 'concept-bleed',
    sizes: all,
    set: { regularization: (n) => (n % 2 ? 'woman' : 'woman, garden, dress, sitting') },
  },
  {
    name: 'class, background and style always with the trigger, nothing without it',
    why: 'Nothing can be told from the trigger: what the failure map describes as the identifier meaning the whole picture.',
    made: 'strong',
    mode: 'concept-bleed',
    sizes: all,
    set: { regularization: null, tags: (_, tags) => ['white background', 'watercolor (medium)', ...tags] },
  },
  {
    name: 'one caption in 25 with other hair',
    why: 'One wrong tag in 25 is label noise that a subject survives.',
    made: 'faint',
    mode: 'identity-collapse',
    sizes: all,
    set: { tags: otherHair(25) },
  },
  {
    name: 'a third without the trigger, a quarter with other hair',
    why: 'Neither the name nor the looks are the same from caption to caption: no stable subject can come of it.',
    made: 'strong',
    mode: 'identity-collapse',
    sizes: all,
    set: { head: (n) => (n % 3 === 0 ? ['woman'] : ['qvzt', 'woman']), tags: otherHair(4) },
  },
  {
    name: 'one caption in 25 too long',
    why: 'One tail in 25 is not read.',
    made: 'faint',
    mode: 'prompt-sensitivity',
    sizes: all,
    set: { tags: (n, tags) => (n % 25 === 7 ? [...tags, ...filler] : tags) },
  },
  {
    name: 'three captions in four too long',
    why: "Most tails are not read, so that late tags do nothing: the failure map's own example.",
    made: 'strong',
    mode: 'prompt-sensitivity',
    sizes: all,
    set: { tags: (n, tags) => (n % 4 > 0 ? [...tags, ...filler.slice(n % 9)] : tags) },
  },
  {
    name: 'one quality tag on everything',
    why: 'One tag that is always on takes on a little of the look.',
    made: 'faint',
    mode: 'style-drift',
    sizes: all,
    set: { head: () => ['qvzt', 'woman', 'masterpiece'] },
  },
  {
    name: 'four style and quality tags on everything',
    why: 'Four of them take the look of the set away from the words that should bring it.',
    made: 'strong',
    mode: 'style-drift',
    sizes: all,
    set: { head: () => ['qvzt', 'woman', 'masterpiece', 'best quality', 'absurdres', 'anime coloring'] },
  },
  {
    name: 'a quarter of the images under one caption',
    why: 'Different images under one text are look-alikes to the encoder; a quarter of them is faint.',
    made: 'faint',
    mode: 'training-instability',
    sizes: all,
    set: { text: (n, text) => (n % 4 === 0 ? 'qvzt, woman, garden, portrait, smile' : text) },
  },
  {
    name: 'a damaged image',
    why: 'A file that cannot be read stops training, whatever the size of the set.',
    made: 'strong',
    mode: 'training-instability',
    sizes: all,
    set: { image: (n) => (n === 3 ? ['text'] : []) },
  },
  {
    name: 'one image in eight under 512 pixels',
    why: 'One in eight is enlarged more than the model should see.',
    made: 'faint',
    mode: 'weak-sdxl',
    sizes: all,
    set: { side: (n) => (n % 8 === 3 ? 400 : 1024) },
  },
  {
    name: 'all images under 512 pixels',
    why: 'SDXL is not recommended under 512: all of what is learnt is blur.',
    made: 'strong',
    mode: 'weak-sdxl',
    sizes: all,
    set: { side: () => 400 },
  },
];

const letters: Record<string, string> = { none: '·', low: 'low', elevated: '**elevated**', high: '**high**' };

/** One line of the table: the set, and the level that each risk reaches. */
export async function calibrationRow(
  { name, made, mode, set }: CalibrationSet,
  size: number,
): Promise<{ line: string; levels: Map<FailureMode, string> }> {
  const { report } = await auditSet({ ...set, size });
  const levels = new Map(report.advice.risks.map((risk) => [risk.mode, risk.level as string]));
  const cells = failureModes.map((one) => letters[levels.get(one) ?? 'none'] ?? '');
  return { line: `| ${name} | ${made}${mode === null ? '' : ` (${mode})`} | ${size} | ${cells.join(' | ')} |`, levels };
}

export const calibrationHead = [
  `| Set | Made | Images | ${failureModes.join(' | ')} |`,
  `|---|---|---|${failureModes.map(() => '---').join('|')}|`,
];

/** The sentences of the sets. */
export const calibrationReasons = [
  '| Set | Why this is right |',
  '|---|---|',
  ...calibrationSets.map(({ name, why }) => `| ${name} | ${why} |`),
];
