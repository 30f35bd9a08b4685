import { LateMap } from '../ground/late-map.ts';
import { once } from '../ground/once.ts';
import { packedOpposites } from './data/opposites.generated.ts';

/** How an adjective stands in a pair of opposites. */
export interface Opposite {
  /** Number of the pair. */
  readonly axis: number;
  readonly side: 0 | 1;
  /** Whether the word is only like one that has the opposite: "soggy" is like "wet". */
  readonly isLike: boolean;
}

/** How many pairs are close, the pairs that words are in, and the next wider word for each thing. */
const texts = once((): readonly string[] => packedOpposites().split('|'));

/** A list of `;word:what is known of it;` that is looked through for one word, and becomes a map for many. */
function listed<V extends NonNullable<unknown>>(part: number, read: (entry: string) => V): LateMap<V> {
  const text = (): string => texts()[part] ?? '';
  return new LateMap<V>(
    (word) => {
      const key = `;${word}:`;
      const at = text().indexOf(key);
      return at < 0 ? undefined : read(text().slice(at + key.length, text().indexOf(';', at + 1)));
    },
    () =>
      new Map(
        text()
          .slice(1, -1)
          .split(';')
          .map((entry) => [entry.slice(0, entry.indexOf(':')), read(entry.slice(entry.indexOf(':') + 1))]),
      ),
    fewWords,
  );
}

/** Words that take as long to look up one by one as all of a list to read. */
const fewWords = 60;

const sides = { '+': [0, false], '>': [0, true], '-': [1, false], '<': [1, true] } as const;

const opposites = listed(1, (entry): readonly Opposite[] =>
  [...entry.matchAll(/([0-9a-z]+)([-+<>])/g)].map(([, axis = '', symbol = '+']) => {
    const [side, isLike] = sides[symbol as keyof typeof sides];
    return { axis: Number.parseInt(axis, 36), side, isLike };
  }),
);

const wider = listed(2, (entry) => entry);

const none: readonly Opposite[] = [];

/** The pairs of opposites that an adjective or participle (lower case) is in, by WordNet; empty for most words. */
export const oppositesOf = (word: string): readonly Opposite[] => opposites.get(word) ?? none;

/** Whether two words of one pair cannot both be true of one thing: two that are only like the opposites can, but for close pairs. */
export const areOpposed = (a: Opposite, b: Opposite): boolean =>
  a.axis === b.axis && a.side !== b.side && (!(a.isLike && b.isLike) || a.axis < Number(texts()[0]));

/** Whether a word (lower case, singular) names a thing: what is made, grows, lives or lies there. */
export const isThingWord = (noun: string): boolean => wider.has(noun);

const mostSteps = 14;
/** Words that mean something else in captions than what they are commonest for: a dog is no tooth, a palm is a tree. */
const meant = once(
  (): ReadonlyMap<string, string> =>
    new Map(
      `carnivore canine; reptile turtle; tree oak birch poplar maple palm fir spruce cypress linden; instrument violin viola guitar piano flute drum trumpet cello harp accordion;
building house tower castle hut station cottage mill; vehicle bus van tram train lorry ship; flower rose tulip lily; garment skirt glove`
        .split(/;\s+/)
        .flatMap((line) => {
          const [kind = '', ...words] = line.split(' ');
          return words.map((word) => [word, kind] as const);
        }),
    ),
);

/** Whether what a word (lower case, singular) names is a kind of another, or that itself, by the commonest sense: a necklace of jewelry. */
export function isKindOf(noun: string, kind: string): boolean {
  let word: string | undefined = noun;
  for (let step = 0; step < mostSteps && word !== undefined && word !== ''; step++) {
    if (word === kind) return true;
    word = meant().get(word) ?? wider.get(word);
  }
  return false;
}
