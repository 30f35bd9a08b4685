import type { ConceptMap } from '../concepts/concept-map.ts';
import { bump } from '../facts/bump.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { phrasesIn } from '../tags/phrases.ts';
import { groupShown, kindShown, mayName, type Shown } from '../tags/shown-kinds.ts';
import { trait, type Word } from '../tags/word.ts';
import { phrasesOf, regularizationFolders, SubjectTally, subjectRecords } from './subject.ts';
import { finishInBreaths, tallied } from './tally.ts';

/** A framing, a light or a pose under all the words that captions have for it. */
export interface SharedKind {
  readonly kind: string;
  /** Captions of the subject that name it and no other of its group. */
  readonly captions: number;
  /** Captions of the subject that name any. */
  readonly speaking: number;
  /** In normal form, the most frequent first. */
  readonly words: readonly string[];
}

/** What has kinds under several words. */
export const shownTopics = ['framing', 'lighting', 'pose'] as const satisfies readonly Shown[];

type Found = ReadonlyMap<string, string>;
type Pairs = readonly (readonly [word: string, kind: string])[];
const none: Pairs = [];

const inPhrases = (shown: Shown, phrases: Iterable<string>): Pairs =>
  [...phrases].flatMap((phrase) => {
    const kind = kindShown(shown, phrase);
    return kind === null ? [] : [[phrase, kind] as const];
  });

const kindsOfWord = (shown: Shown) =>
  trait(({ norm }): Pairs => {
    const own = kindShown(shown, norm);
    if (own !== null) return [[norm, own]];
    if (!norm.includes(' ') || !mayName(shown, norm)) return none;
    const found = inPhrases(
      shown,
      phrasesIn(norm).map(({ phrase }) => phrase),
    );
    return found.length === 0 ? none : found;
  });

const counted = (shown: Shown) => {
  const kinds = kindsOfWord(shown);
  return { kinds, count: (word: Word): number => kinds(word).length };
};
const byTopic = { framing: counted('framing'), lighting: counted('lighting'), pose: counted('pose') };

const silent: Found = new Map();

/** The words that a caption has, with their kinds. */
function wordsIn(shown: Shown, { vocabulary }: FolderFacts, record: CaptionRecord): Found {
  let found: Map<string, string> | null = null;
  const take = (pairs: Pairs): void => {
    found ??= new Map();
    for (const [word, kind] of pairs) found.set(word, kind);
  };
  if (record.prose || record.style === 'mixed') take(inPhrases(shown, phrasesOf(record).keys()));
  const { surfaces } = record;
  const { kinds, count } = byTopic[shown];
  const counts = vocabulary.numbers(count);
  for (let at = 0; at < surfaces.length; at++)
    if (counts.of(surfaces[at]) > 0) take(kinds(vocabulary.word(surfaces[at])));
  return found ?? silent;
}

/** The one kind of each group that a caption names; of two it cannot be told which is meant. */
function clearKinds(shown: Shown, found: Found): readonly string[] {
  // Nearly all captions have one word for it.
  if (found.size < 2) return [...found.values()];
  const groups = new Map<number, Set<string>>();
  for (const [word, kind] of found) {
    const group = groupShown(shown, word);
    const own = groups.get(group) ?? new Set();
    groups.set(group, own.add(kind));
  }
  return [...groups.values()].flatMap((own) => (own.size === 1 ? [...own] : []));
}

/** Counts captions by the kinds that they name, and the words they have for them. */
class KindTally extends SubjectTally<Found> {
  readonly kinds = new Map<string, number>();
  readonly words = new Map<string, number>();
  speaking = 0;
  readonly #facts: FolderFacts;
  readonly #shown: Shown;

  constructor(shown: Shown, facts: FolderFacts, others: readonly string[]) {
    super(others);
    this.#facts = facts;
    this.#shown = shown;
  }

  protected share(record: CaptionRecord): Found {
    return wordsIn(this.#shown, this.#facts, record);
  }

  protected count(found: Found, by: 1 | -1): void {
    if (found.size > 0) this.speaking += by;
    for (const kind of clearKinds(this.#shown, found)) bump(this.kinds, kind, by);
    for (const word of found.keys()) bump(this.words, word, by);
  }
}

const kindArgs = (shown: Shown, facts: FolderFacts, concepts?: ConceptMap) => {
  const others = regularizationFolders(concepts);
  return [facts, `shown ${shown}`, JSON.stringify(others), () => new KindTally(shown, facts, others)] as const;
};

/** The framing, light or pose that most captions of the subject show, whatever they call it; null where none names any. */
export function sharedKind(shown: Shown, facts: FolderFacts, concepts?: ConceptMap): SharedKind | null {
  const { kinds, words, speaking } = tallied(...kindArgs(shown, facts, concepts));
  const [top] = [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!top) return null;
  const own = [...words].filter(([word]) => kindShown(shown, word) === top[0]);
  own.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { kind: top[0], captions: top[1], speaking, words: own.map(([word]) => word) };
}

/** The captions of the subject that name a kind and no other of its group. */
export function* captionsShowing(
  shown: Shown,
  facts: FolderFacts,
  concepts: ConceptMap,
  kind: string,
): Iterable<CaptionRecord> {
  for (const record of subjectRecords(facts, concepts))
    if (clearKinds(shown, wordsIn(shown, facts, record)).includes(kind)) yield record;
}

/** Counts what {@link sharedKind} counts in steps; see {@link finishInBreaths}. */
export function* kindSteps(facts: FolderFacts, concepts?: ConceptMap): Iterable<void> {
  for (const shown of shownTopics) yield* finishInBreaths(...kindArgs(shown, facts, concepts));
}
