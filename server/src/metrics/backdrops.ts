import type { ConceptMap } from '../concepts/concept-map.ts';
import { bump } from '../facts/bump.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { type Backdrop, backdropsIn } from '../tags/backdrops.ts';
import { categoryOf } from '../tags/categories.ts';
import { phrasesOf, regularizationFolders, SubjectTally, subjectRecords } from './subject.ts';
import { finishInBreaths, tallied } from './tally.ts';

/** A plain backdrop under all the words that captions have for it. */
export interface SharedBackdrop {
  /** Captions of the subject that name it and no other place. */
  readonly captions: number;
  /** The most frequent first. */
  readonly words: readonly string[];
  /** Whether a caption is one of them. */
  holds(record: CaptionRecord): boolean;
}

/** Words for a place that a backdrop stands in. */
const backdropWord = /^(?:studio|indoors|backdrop|wall|simple background|(?:.* )?back(?:ground|drop))$/;

/** Whether a word for a place says no more of it than that there is a backdrop. */
export const isBackdropWord = (tag: string): boolean => backdropWord.test(tag);

/** The one backdrop of a caption; null where it names none, several, or a place beside it. */
function backdropOf(facts: FolderFacts, record: CaptionRecord): Backdrop | null {
  const found = backdropsIn(record.trained);
  const colours = new Set(found.flatMap(({ colour }) => (colour === '' ? [] : [colour])));
  if (found.length === 0 || colours.size > 1) return null;
  const places = record.prose
    ? [...phrasesOf(record)].flatMap(([phrase, category]) => (category === 'background' ? [phrase] : []))
    : Array.from(record.norms, (norm) => facts.vocabulary.norm(norm)).filter((tag) => categoryOf(tag) === 'background');
  if (places.some((place) => !isBackdropWord(place))) return null;
  return found.find(({ colour }) => colour !== '') ?? (found[0] as Backdrop);
}

/** Counts captions by the colours of their backdrops, and the words for them. */
class BackdropTally extends SubjectTally<Backdrop | 'none'> {
  readonly colours = new Map<string, number>();
  readonly words = new Map<string, number>();
  readonly #facts: FolderFacts;

  constructor(facts: FolderFacts, others: readonly string[]) {
    super(others);
    this.#facts = facts;
  }

  protected share(record: CaptionRecord): Backdrop | 'none' {
    return backdropOf(this.#facts, record) ?? 'none';
  }

  protected count(found: Backdrop | 'none', by: 1 | -1): void {
    if (found === 'none') return;
    bump(this.colours, found.colour, by);
    bump(this.words, JSON.stringify([found.colour, found.words]), by);
  }
}

const backdropArgs = (facts: FolderFacts, concepts?: ConceptMap) => {
  const others = regularizationFolders(concepts);
  return [facts, 'backdrops', JSON.stringify(others), () => new BackdropTally(facts, others)] as const;
};

/**
 * The plain backdrop that most captions of the subject name, whatever they call it; null where none does. Where one colour is all that is
 * said, a backdrop without one is of that colour.
 */
export function sharedBackdrop(facts: FolderFacts, concepts?: ConceptMap): SharedBackdrop | null {
  const { colours, words } = tallied(...backdropArgs(facts, concepts));
  const named = [...colours].filter(([colour]) => colour !== '').sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const own = new Set([...(named.length > 0 ? [named[0]?.[0] ?? ''] : []), ...(named.length < 2 ? [''] : [])]);
  const captions = [...own].reduce((sum, colour) => sum + (colours.get(colour) ?? 0), 0);
  if (captions === 0) return null;
  const told = [...words].map(([key, count]) => ({ said: JSON.parse(key) as [colour: string, words: string], count }));
  return {
    captions,
    words: told
      .filter(({ said: [colour] }) => own.has(colour))
      .sort((a, b) => b.count - a.count || (a.said[1] < b.said[1] ? -1 : 1))
      .map(({ said: [, name] }) => name),
    holds: (record) => own.has(backdropOf(facts, record)?.colour ?? 'none'),
  };
}

/** Counts what {@link sharedBackdrop} counts in steps; see {@link finishInBreaths}. */
export const backdropSteps = (facts: FolderFacts, concepts?: ConceptMap): Iterable<void> =>
  finishInBreaths(...backdropArgs(facts, concepts));

/** The captions of the subject with a backdrop. */
export function* captionsBefore(
  facts: FolderFacts,
  concepts: ConceptMap,
  backdrop: SharedBackdrop,
): Iterable<CaptionRecord> {
  for (const record of subjectRecords(facts, concepts)) if (backdrop.holds(record)) yield record;
}
