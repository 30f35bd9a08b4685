import type { ConceptMap } from '../concepts/concept-map.ts';
import { bump } from '../facts/bump.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { type FramingKind, framingKind, isDistance, mayNameFraming } from '../tags/framings.ts';
import { phrasesIn } from '../tags/phrases.ts';
import { trait, type Word } from '../tags/word.ts';
import { phrasesOf, regularizationFolders, SubjectTally, subjectRecords } from './subject.ts';
import { finishInBreaths, tallied } from './tally.ts';

/** A framing under all the words that captions have for it. */
export interface SharedFraming {
  readonly kind: FramingKind;
  /** Captions of the subject that name it and no other distance, or no other side. */
  readonly captions: number;
  /** Captions of the subject that name any framing of a kind. */
  readonly speaking: number;
  /** In normal form, the most frequent first. */
  readonly words: readonly string[];
}

const none: readonly (readonly [string, FramingKind])[] = [];

const framingsOfWord = trait(({ norm }): readonly (readonly [string, FramingKind])[] => {
  const own = framingKind(norm);
  if (own !== null) return [[norm, own]];
  if (!norm.includes(' ') || !mayNameFraming(norm)) return none;
  const found = framingsOfPhrases(phrasesIn(norm).map(({ phrase }) => phrase));
  return found.length === 0 ? none : found;
});

const countOfFramings = (word: Word): number => framingsOfWord(word).length;

const framingsOfPhrases = (phrases: Iterable<string>): [string, FramingKind][] =>
  [...phrases].flatMap((phrase) => {
    const kind = framingKind(phrase);
    return kind === null ? [] : [[phrase, kind] as [string, FramingKind]];
  });

const silent: ReadonlyMap<string, FramingKind> = new Map();

/** The words that a caption has for a framing, with their kinds. */
function framingsIn({ vocabulary }: FolderFacts, record: CaptionRecord): ReadonlyMap<string, FramingKind> {
  let found: Map<string, FramingKind> | null = null;
  const take = (pairs: readonly (readonly [string, FramingKind])[]): void => {
    found ??= new Map();
    for (const [word, kind] of pairs) found.set(word, kind);
  };
  if (record.prose || record.style === 'mixed') take(framingsOfPhrases(phrasesOf(record).keys()));
  const { surfaces } = record;
  const framings = vocabulary.numbers(countOfFramings);
  for (let at = 0; at < surfaces.length; at++)
    if (framings.of(surfaces[at]) > 0) take(framingsOfWord(vocabulary.word(surfaces[at])));
  return found ?? silent;
}

/** The one distance and the one side that a caption names; of two it cannot be told which is meant. */
function clearKinds(found: ReadonlyMap<string, FramingKind>): readonly FramingKind[] {
  // Nearly all captions have one word for it.
  if (found.size < 2) return [...found.values()];
  const kinds = [...new Set(found.values())];
  return [kinds.filter(isDistance), kinds.filter((kind) => !isDistance(kind))].flatMap((own) =>
    own.length === 1 ? own : [],
  );
}

/** Counts captions by the kinds of framing that they name, and the words they have for them. */
class FramingTally extends SubjectTally<ReadonlyMap<string, FramingKind>> {
  readonly kinds = new Map<FramingKind, number>();
  readonly words = new Map<string, number>();
  speaking = 0;
  readonly #facts: FolderFacts;

  constructor(facts: FolderFacts, others: readonly string[]) {
    super(others);
    this.#facts = facts;
  }

  protected share(record: CaptionRecord): ReadonlyMap<string, FramingKind> {
    return framingsIn(this.#facts, record);
  }

  protected count(found: ReadonlyMap<string, FramingKind>, by: 1 | -1): void {
    if (found.size > 0) this.speaking += by;
    for (const kind of clearKinds(found)) bump(this.kinds, kind, by);
    for (const word of found.keys()) bump(this.words, word, by);
  }
}

const framingArgs = (facts: FolderFacts, concepts?: ConceptMap) => {
  const others = regularizationFolders(concepts);
  return [facts, 'framings', JSON.stringify(others), () => new FramingTally(facts, others)] as const;
};

/** The framing that most captions of the subject show, whatever they call it; null where none names any. */
export function sharedFraming(facts: FolderFacts, concepts?: ConceptMap): SharedFraming | null {
  const { kinds, words, speaking } = tallied(...framingArgs(facts, concepts));
  const [top] = [...kinds].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!top) return null;
  const own = [...words].filter(([word]) => framingKind(word) === top[0]);
  own.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { kind: top[0], captions: top[1], speaking, words: own.map(([word]) => word) };
}

/** The captions of the subject that name a framing and no other of its sort. */
export function* captionsFramed(facts: FolderFacts, concepts: ConceptMap, kind: FramingKind): Iterable<CaptionRecord> {
  for (const record of subjectRecords(facts, concepts))
    if (clearKinds(framingsIn(facts, record)).includes(kind)) yield record;
}

/** Counts what {@link sharedFraming} counts in steps; see {@link finishInBreaths}. */
export const framingSteps = (facts: FolderFacts, concepts?: ConceptMap): Iterable<void> =>
  finishInBreaths(...framingArgs(facts, concepts));
