import { Random } from '../bench/random.ts';

/** A slip put into one caption of an otherwise good folder. */
export interface Fault {
  readonly kind: 'separator' | 'contradiction' | 'typo' | 'drift' | 'sentence' | 'artifact' | 'style';
  readonly caption: string;
}

const hair = 'blonde hair,black hair,brown hair,red hair,silver hair'.split(',');
const eyes = 'blue eyes,green eyes,brown eyes,purple eyes'.split(',');
const clothes =
  'red dress,white shirt,black jacket,school uniform,grey sweater,white hat,striped scarf,jeans,blue hoodie'.split(',');
const acts = 'sitting,standing,walking,running,reading,holding book,arms up,waving,leaning forward'.split(',');
const views = 'upper body,full body,portrait,cowboy shot,from side,from above'.split(',');
const places =
  'beach,forest,city street,kitchen,bedroom,rooftop,snow,garden,library,white background,train station'.split(',');

/** A good caption of tags; most hold `long hair`, `smile`, `looking at viewer`. */
export function goodTags(random: Random, trigger = 'ohwxla'): string {
  const some = [
    random.pick(hair),
    'long hair',
    random.pick(eyes),
    random.pick(clothes),
    random.pick(acts),
    random.pick(views),
    random.pick(places),
  ];
  return [trigger, '1girl', 'solo', 'smile', 'looking at viewer', ...some].join(', ');
}

const openings = [
  'stands in front of a bakery',
  'sits on a wooden bench',
  'walks along the harbour',
  'reads a newspaper at a small table',
  'rides an old bicycle through the rain',
  'waits at a tram stop',
  'leans against a brick wall',
  'holds a paper cup with both hands',
  'looks out over the valley',
  'laughs at something outside the frame',
];
const worn = [
  'a long grey coat',
  'a bright yellow raincoat',
  'a knitted jumper with a high collar',
  'a plain white shirt and dark trousers',
  'a floral summer dress',
  'a worn leather jacket',
  'a navy blazer over a striped top',
];
const rest = [
  'Soft morning light falls from the left.',
  'The street behind is empty and wet.',
  'Shelves full of books fill the wall behind.',
  'A row of colourful houses stands in the distance.',
  'The camera is close, and the background is blurred.',
  'Neon signs are reflected in the puddles.',
  'The mood is calm and a little lonely.',
  'Dust floats in the sunlight.',
];

/** A good caption of sentences. */
export function goodProse(random: Random, trigger = 'ohwxla'): string {
  const first = random.whole(0, rest.length - 1);
  const second = (first + random.whole(1, rest.length - 1)) % rest.length;
  return `${trigger} ${random.pick(openings)}, wearing ${random.pick(worn)}. ${rest[first]} ${rest[second]}`;
}

/** Slips for a folder of tags. */
export const tagFaults: readonly Fault[] = [
  ...['; ', ' | ', '. ', ' / ', '\t', ' ', '、', '，'].map((mark) => ({
    kind: 'separator' as const,
    caption: ['ohwxla', '1girl', 'solo', 'blonde_hair', 'smile', 'red_dress', 'beach', 'full_body'].join(mark),
  })),
  { kind: 'separator', caption: 'ohwxla, 1girl, solo, grey hair male focus, smile' },
  { kind: 'separator', caption: 'ohwxla, 1girl, solo, long hair blue eyes, beach' },
  { kind: 'separator', caption: 'ohwxla, 1girl, looking at viewer smile, garden' },
  ...[
    '1girl, 1boy, solo',
    '1girl, solo, open eyes, closed eyes',
    '1girl, solo, from behind, from front',
    '1girl, solo, close-up, full body',
    '1girl, solo, bald, ponytail',
    '1girl, solo, looking at viewer, looking away',
    '1girl, solo, interior, exterior',
    '1girl, solo, straight hair, curly hair',
    '1girl, solo, day, night',
    '1girl, solo, indoors, outdoors',
    '1girl, solo, standing, sitting',
    '1girl, solo, short hair, long hair',
    '1girl, solo, blonde hair, green hair',
    '1girl, solo, open mouth, closed mouth',
    '1girl, solo, white background, black background',
    '1girl, solo, summer, winter',
    '1girl, solo, from above, from below',
    '1girl, 2girls, beach',
  ].map((tags) => ({ kind: 'contradiction' as const, caption: `ohwxla, ${tags}, smile` })),
  ...[
    'lomg hair',
    'logn hair',
    '1gril',
    'sittng',
    'opne mouth',
    'full boby',
    'wite hat',
    'smlie',
    'lookign at viewer',
    'blodne hair',
    'blue eys',
    'balck jacket',
    'garde',
    'potrait',
    'schol uniform',
    'upper bdy',
    'standng',
    'brwon hair',
  ].map((slip) => ({ kind: 'typo' as const, caption: `ohwxla, 1girl, solo, ${slip}, smile, beach` })),
];

/** A folder that writes a thing in one way, and the caption that writes it in another. */
export const drifts: readonly (readonly [usual: string, other: string])[] = [
  ['gold earrings', 'golden earrings'],
  ['bright lighting', 'bright light'],
  ['couch', 'sofa'],
  ['sneakers', 'trainers'],
  ['jeans', 'denim pants'],
  ['grey background', 'gray background'],
  ['t-shirt', 'tshirt'],
  ['smile', 'smiling'],
  ['twintails', 'twin tails'],
  ['soft lighting', 'soft light'],
];

/** Slips for a folder of sentences, each in one caption. */
export const proseFaults: readonly Fault[] = [
  ...[
    'ohwxla walks past an old buidling in the rain. The street behind is empty and wet.',
    'ohwxla wears a a red coat and waits at a tram stop. Dust floats in the sunlight.',
    'ohwxla sits at the the window with a cup of tea. The mood is calm and a little lonely.',
    'ohwxla stands in front of a bakery, holding an umbrela. The street behind is empty and wet.',
    'ohwxla looks over the vally in the mornign light. Dust floats in the sunlight.',
    'ohwxla stands sitting on a wooden bench in a long grey coat. The street behind is empty and wet.',
    'ohwxla has short hair and wears a navy blazer. Her long hair falls over the collar.',
    'ohwxla is at home indoors. She reads outdoors at a small table in a floral dress.',
    'ohwxla waits at a tram stop at night. The street is full of people in broad daylight.',
    'ohwxla with blonde hair reads a newspaper. Her black hair is tied back.',
    'ohwxla stands with her eyes closed, looking directly at the camera, in a plain white shirt.',
  ].map((caption) => ({ kind: 'sentence' as const, caption })),
  ...[
    'No description available.',
    'I cannot describe this image.',
    "I'm sorry, but I can't assist with that.",
    '{"caption": "ohwxla in a red coat at the harbour"}',
    '"ohwxla waits at a tram stop in a long grey coat."',
    'ohwxla waits at a tram stop in a **long grey coat**. The street behind is empty and wet.',
    'Sure, here is a caption: ohwxla waits at a tram stop in a long grey coat.',
    'ohwxla waits at a tram stop.<|im_end|>',
    'ASSISTANT: ohwxla waits at a tram stop in a long grey coat.',
    'ohwxla waits at a tram stop in the rain. ohwxla waits at a tram stop in the rain. Dust floats in the sunlight.',
    'ohwxla waits at a tram stop, wearing a long grey coat. The street behind is empty and wet. Neon signs are reflected in the puddles. A row of colourful houses stands in the',
    'The image shows ohwxla at a tram stop in a long grey coat. The street behind is empty and wet.',
    'caption not available',
    'TODO',
  ].map((caption) => ({ kind: 'artifact' as const, caption })),
  { kind: 'style', caption: 'ohwxla, 1girl, solo, long hair, red dress, smile, beach, full body' },
  { kind: 'style', caption: 'ohwxla se encuentra en una calle con un abrigo rojo y mira a la cámara en la noche.' },
  { kind: 'style', caption: 'ohwxlaは赤いコートを着て、夜の通りで電車を待っている。' },
];

/** Good captions of either kind, as many as asked for. */
export function goodCaptions(kind: 'tags' | 'prose', size: number, seed: number, trigger?: string): string[] {
  const random = new Random(seed);
  return Array.from({ length: size }, () => (kind === 'tags' ? goodTags(random, trigger) : goodProse(random, trigger)));
}

const utf8 = new TextEncoder();
/** A text in UTF-16, little-endian, with its mark. */
const utf16 = (text: string): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xfe,
    ...[...text].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
  ]);

/** Captions in other encodings than the trainer reads, or that were read in a wrong one before. */
export const encodingFaults: readonly { readonly name: string; readonly caption: string | Uint8Array }[] = [
  { name: 'Shift_JIS', caption: Uint8Array.from([...utf8.encode('ohwxla, 1girl, '), 0x8a, 0xc7, 0x97, 0x9d]) },
  { name: 'cp1252', caption: Uint8Array.from([...utf8.encode('ohwxla, 1girl, caf'), 0xe9, 0x20, 0x74]) },
  { name: 'UTF-16', caption: utf16('ohwxla, 1girl, beach') },
  { name: 'byte-order mark', caption: Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8.encode('ohwxla, 1girl, beach')]) },
  { name: 'UTF-8 read as cp1252', caption: 'ohwxla, 1girl, solo, cafÃ© terrace, beach' },
  { name: 'replacement characters', caption: 'ohwxla, 1girl, solo, caf\ufffd terrace, beach' },
  { name: 'zero-width blanks', caption: 'ohwxla, 1girl, so\u200blo, beach' },
];
