import { Random } from '../bench/random.ts';

/** A made folder whose right answers are known. */
export interface LabelledSet {
  readonly name: string;
  readonly trigger: string;
  /** Caption by file name. */
  readonly captions: Readonly<Record<string, string>>;
  /** Captions without the trigger, or with a misspelt one. */
  readonly faulty: ReadonlySet<string>;
}

export const layouts = ['tags', 'prose', 'class phrase', 'suffix', 'sentences'] as const;
export type Layout = (typeof layouts)[number];

const syllables = 'zor vex qua lin tho mir kel dra syx pho nul bri jax wen oki tul fae gor hax ril'.split(' ');
const given = 'Anna,Mira,Jonas,Elena,Tomas,Priya,Nora,Hugo,Sofia,Kenji,Leila,Oskar'.split(',');
const family = 'Tolv,Brandt,Okafor,Lindqvist,Marlowe,Sato,Vance,Petrov,Wynn,Keller'.split(',');
const joinable = 'blue bowl,red fox,paper crane,iron lamp,glass owl,moss stone'.split(',');

/** A trigger as people make them up. */
export function makeTrigger(random: Random): string {
  const coined = (): string => Array.from({ length: random.whole(2, 3) }, () => random.pick(syllables)).join('');
  const kinds: readonly (() => string)[] = [
    coined,
    () => `${coined()}${random.whole(1, 99)}`,
    () => `${random.pick(given)} ${random.pick(family)}`,
    () => `${random.pick(given).toLowerCase()}_${random.pick(family).toLowerCase()}`,
    () => random.pick(['ohwx', 'zkz', 'TOK', 'sks', 'zwx']),
    () => `${coined()}_${random.pick(['v1', 'person', 'style'])}`,
  ];
  return random.pick(kinds)();
}

/** A trigger of ordinary words joined by a hyphen, as prose sets have them. */
export const makeJoined = (random: Random): string => random.pick(joinable).replace(' ', '-');

const count = ['1girl', '1boy'];
const looks = 'long hair,short hair,blonde hair,black hair,blue eyes,green eyes,ponytail,braid,freckles,glasses'.split(
  ',',
);
const wears = 'red dress,white shirt,black jacket,school uniform,sweater,hat,scarf,jeans,hoodie,armor'.split(',');
const acts = 'sitting,standing,smile,running,reading,holding cup,looking at viewer,arms up,sleeping,waving'.split(',');
const places = 'beach,forest,street,kitchen,bedroom,rooftop,night,snow,garden,library,white background'.split(',');
const doing =
  'walking through the market,sitting on a bench,reading a book,leaning against a wall,laughing with a friend,holding a cup of coffee,looking out of a window,riding a bicycle,standing near a river,cooking dinner'.split(
    ',',
  );
const wearing =
  'a red coat,a blue sweater,a white summer dress,a leather jacket,a grey hoodie,an old uniform,a green scarf'.split(
    ',',
  );
const light = 'in the evening,at night,under soft light,in bright sunlight,on a rainy day,in the snow,at dawn'.split(
  ',',
);

function body(layout: Layout, random: Random): string[] {
  const some = (list: readonly string[], least: number, most: number): string[] => {
    const found = new Set<string>();
    for (let left = random.whole(least, most); left > 0; left--) found.add(random.pick(list));
    return [...found];
  };
  if (layout === 'tags' || layout === 'suffix')
    return [
      random.pick(count),
      'solo',
      ...some(looks, 1, 2),
      ...some(wears, 1, 2),
      ...some(acts, 1, 2),
      ...some(places, 1, 2),
    ];
  return [`${random.pick(doing)} in ${random.pick(wearing)}, ${random.pick(light)}`];
}

/** A caption of a layout with the trigger in it, or without. */
function caption(layout: Layout, trigger: string | null, classWord: string, random: Random): string {
  const rest = body(layout, random);
  switch (layout) {
    case 'tags':
      return [...(trigger === null ? [] : [trigger]), ...rest].join(', ');
    case 'suffix':
      return [...rest, ...(trigger === null ? [] : [trigger])].join(', ');
    case 'prose':
      return `${trigger ?? `a ${classWord}`} ${rest.join(', ')}`;
    case 'class phrase':
      return `a photo of ${trigger === null ? `a ${classWord}` : `${trigger} ${classWord}`} ${rest.join(', ')}`;
    case 'sentences':
      return `${trigger ?? `A ${classWord}`} is ${rest.join(', ')}. The background is ${random.pick(['blurred', 'plain', 'busy', 'dark'])}.`;
  }
}

/** One slip of the pen: a letter left out, doubled, changed or swapped with the next. */
export function slip(word: string, random: Random): string {
  for (;;) {
    const at = random.whole(1, word.length - 2);
    const letters = [...word];
    if (!/\p{L}/u.test(letters[at])) continue;
    switch (random.whole(0, 3)) {
      case 0:
        letters.splice(at, 1);
        break;
      case 1:
        letters.splice(at, 0, letters[at]);
        break;
      case 2:
        letters[at] = random.pick([...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => letter !== letters[at]));
        break;
      default:
        [letters[at], letters[at + 1]] = [letters[at + 1], letters[at]];
    }
    const slipped = letters.join('');
    if (slipped !== word) return slipped;
  }
}

/** A folder of captions of one layout; `gaps` of them lack the trigger or misspell it, about half and half. */
export function labelledSet(layout: Layout, size: number, gaps: number, seed: number): LabelledSet {
  const random = new Random(seed);
  const trigger = layout === 'prose' && random.chance(0.2) ? makeJoined(random) : makeTrigger(random);
  const classWord = random.pick(['woman', 'man', 'dog', 'robot']);
  const places = new Set<number>();
  while (places.size < gaps) places.add(random.whole(0, size - 1));
  const captions: Record<string, string> = {};
  const faulty = new Set<string>();
  for (let at = 0; at < size; at++) {
    const file = `${String(at).padStart(3, '0')}.txt`;
    const isFaulty = places.has(at);
    const own = !isFaulty ? trigger : random.chance(0.5) ? null : slip(trigger, random);
    captions[file] = caption(layout, own, classWord, random);
    if (isFaulty) faulty.add(file);
  }
  return { name: `${layout} ${size}/${gaps} "${trigger}"`, trigger, captions, faulty };
}
