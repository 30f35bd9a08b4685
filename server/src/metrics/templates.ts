import type { ConceptMap } from '../concepts/concept-map.ts';
import { bump } from '../facts/bump.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { shownTag } from '../facts/usual-spelling.ts';
import { formOfSlots, formOfWords, pairOf, wordsOf } from './sentence-forms.ts';
import { regularizationFolders, SubjectTally, tagsHeldBy } from './subject.ts';
import { type Form, TagForms } from './tag-forms.ts';
import { finishInBreaths, tallied } from './tally.ts';

/** A form that several captions share. */
export interface CaptionTemplate {
  /** The form, for people: fixed tags and words as they are, other tags by category in ‹›, other words as "…". */
  readonly form: string;
  readonly captions: number;
  /** Share of the subject's captions that train text. */
  readonly share: number;
  /** Mean part of the captions of this form that is the same in all of them, 0 to 1: tags of tag captions, words of sentences. */
  readonly fixed: number;
  /** A form of sentences, whose parts cannot be shuffled. */
  readonly isProse: boolean;
}

/** Share of captions from which a tag, or a pair of words, counts as a fixed part of the folder's template. */
const fixedShare = 0.5;
/** The same where what half of them hold fills a slot: a coat here, an apron there. */
const surelyFixed = 0.8;
/** Sentences share a template only where this much of them is the same; below it they share grammar. */
const fixedWords = 0.4;
/** The same where single words are fixed, of all captions of the form together: their slots may be long. */
const fixedSlots = 0.35;
/** Part of one caption that must be the same at least for its form to be counted. */
const leastSlots = 0.2;
/** Words beside names and marks that a form by single words has at least. */
const slotWords = 2;
/** The same of tags in a form whose other tags are of no known kind. */
const fixedTagsShare = 0.6;

/** How many captions have a form, and what of it is the same in all of them: pieces that are fixed, for each number of pieces. */
interface FormCount {
  captions: number;
  readonly isProse: boolean;
  /** For each number of pieces that occurs, that number and the fixed pieces behind it: nearly always one pair. */
  readonly parts: number[];
}

/** Words from which a caption opens with a sentence, whatever tags stand behind it. */
const openingWords = 5;
const opening = new RegExp(String.raw`^(?:[^\s,]+ ){${openingWords - 1}}`);

/** Whether a caption is made of sentences, or of one with tags behind it: "a photo of ohwx woman wearing a coat, smiling". */
const isWorded = ({ prose, trained }: CaptionRecord): boolean => prose || opening.test(trained);

/** Counts the words of the subject's sentences, each once per caption. */
class WordTally extends SubjectTally<CaptionRecord> {
  readonly counts = new Map<string, number>();
  prose = 0;

  protected share(record: CaptionRecord): CaptionRecord {
    return record;
  }

  protected count(record: CaptionRecord, by: 1 | -1): void {
    if (!isWorded(record)) return;
    this.prose += by;
    for (const word of new Set(wordsOf(record.trained))) bump(this.counts, word, by);
  }

  /** Words that at least half of the sentences hold, sorted; and those that nearly all of them do. */
  get common(): { words: string[]; sure: string[] } {
    return {
      words: heldBy(this.counts, this.prose, fixedShare).sort(),
      sure: heldBy(this.counts, this.prose, surelyFixed).sort(),
    };
  }
}

/** Counts the pairs of neighbouring words; a pair that half of the captions hold is one of words that half of them hold. */
class PairTally extends SubjectTally<CaptionRecord> {
  readonly counts = new Map<string, number>();
  readonly #words: ReadonlySet<string>;
  prose = 0;

  constructor(others: readonly string[], words: readonly string[]) {
    super(others);
    this.#words = new Set(words);
  }

  protected share(record: CaptionRecord): CaptionRecord {
    return record;
  }

  protected count(record: CaptionRecord, by: 1 | -1): void {
    if (!record.prose) return;
    this.prose += by;
    const words = wordsOf(record.trained);
    const pairs = new Set<string>();
    for (let at = 0; at + 1 < words.length; at++)
      if (this.#words.has(words[at]) && this.#words.has(words[at + 1])) pairs.add(pairOf(words, at));
    for (const pair of pairs) bump(this.counts, pair, by);
  }

  get common(): string[] {
    return heldBy(this.counts, this.prose, fixedShare).sort();
  }
}

/** Counts the forms of the captions, given what is fixed in them. */
class FormTally extends SubjectTally<readonly Form[]> {
  readonly #forms = { prose: new Map<string, FormCount>(), tags: new Map<string, FormCount>() };
  /** Forms of sentences by single words, by those that half of the sentences hold and by those that nearly all do. */
  readonly #slots = new Map<string, FormCount>();
  readonly #tags: TagForms;
  readonly #pairs: ReadonlySet<string>;
  readonly #words: readonly ReadonlySet<string>[];

  constructor(facts: FolderFacts, others: readonly string[], { often, pairs, words, sure }: Fixed) {
    super(others);
    this.#tags = new TagForms(facts.vocabulary, often);
    this.#pairs = new Set(pairs);
    this.#words = sure.length === words.length ? [new Set(words)] : [new Set(words), new Set(sure)];
  }

  /** Every form, as people read it, with what is known of it. */
  *forms(): Iterable<[form: () => string, count: FormCount]> {
    for (const [form, count] of this.#forms.prose) yield [() => form, count];
    for (const [key, count] of this.#forms.tags) yield [() => this.#tags.written(key), count];
  }

  /** The form that most sentences have by single words, where enough of it is the same; null without one. */
  slots(names: ReadonlySet<string>): [form: string, count: FormCount] | null {
    let best: [string, FormCount] | null = null;
    for (const [form, known] of this.#slots)
      if (known.captions > 1 && (best === null || comesFirst([form, known], best))) best = [form, known];
    return best && ownWords(best[0], names) >= slotWords && fixedPart(best[1]) >= fixedSlots ? best : null;
  }

  protected share(record: CaptionRecord): readonly Form[] {
    if (!isWorded(record)) return [this.#tags.of(record)];
    const words = wordsOf(record.trained);
    const slots = this.#words.map((common) => formOfSlots(words, common));
    const own = record.prose ? formOfWords(words, this.#pairs) : this.#tags.of(record);
    return [own, ...slots.filter(({ key }, at) => at === 0 || key !== slots[0].key)];
  }

  protected count([form, ...slots]: readonly Form[], by: 1 | -1): void {
    if (!form.isProse) count(this.#forms.tags, form, by);
    else if (share(form.fixed, form.pieces) >= fixedWords) count(this.#forms.prose, form, by);
    // Nearly every sentence of a large folder has a form of its own: those that say next to nothing alike are not kept.
    for (const one of slots) if (share(one.fixed, one.pieces) >= leastSlots) count(this.#slots, one, by);
  }
}

/** Counts a form in (1) or out (-1). */
function count(forms: Map<string, FormCount>, { key, fixed, pieces, isProse }: Form, by: 1 | -1): void {
  const known: FormCount = forms.get(key) ?? { captions: 0, isProse, parts: [] };
  known.captions += by;
  let at = 0;
  while (at < known.parts.length && known.parts[at] !== pieces) at += 2;
  known.parts[at] = pieces;
  known.parts[at + 1] = (known.parts[at + 1] ?? 0) + fixed * by;
  if (known.captions > 0) forms.set(key, known);
  else forms.delete(key);
}

/** The form of more captions, of equal ones the first by name. */
const comesFirst = ([form, { captions }]: [string, FormCount], [other, count]: [string, FormCount]): boolean =>
  captions > count.captions || (captions === count.captions && form < other);

/** What is the same in the captions of a folder, each list sorted. */
interface Fixed {
  readonly often: readonly string[];
  readonly pairs: readonly string[];
  readonly words: readonly string[];
  readonly sure: readonly string[];
}

const wordArgs = (facts: FolderFacts, others: readonly string[]) =>
  [facts, 'words', JSON.stringify(others), () => new WordTally(others)] as const;
const pairArgs = (facts: FolderFacts, others: readonly string[], words: readonly string[]) =>
  [facts, 'pairs', JSON.stringify([others, words]), () => new PairTally(others, words)] as const;
const formArgs = (facts: FolderFacts, others: readonly string[], fixed: Fixed) =>
  [facts, 'forms', JSON.stringify([others, fixed]), () => new FormTally(facts, others, fixed)] as const;

/**
 * The most common form of the captions of the subject, null without captions or where no two share one. The form of tags is their
 * sequence: a tag that at least half of the captions hold stands for itself, any other for its category; neighbours of one kind
 * count once. The form of sentences keeps the words that stand in pairs at least half of them hold, the rest is gaps.
 */
export function commonTemplate(facts: FolderFacts, concepts?: ConceptMap): CaptionTemplate | null {
  const others = regularizationFolders(concepts);
  const often = tagsHeldBy(facts, concepts, fixedShare);
  const { words, sure } = tallied(...wordArgs(facts, others)).common;
  const pairs = tallied(...pairArgs(facts, others, words)).common;
  const tally = tallied(...formArgs(facts, others, { often, pairs, words, sure }));
  const names = new Set(
    (concepts?.all ?? []).flatMap(({ trigger, classWord }) => wordsOf(`${trigger ?? ''} ${classWord ?? ''}`)),
  );
  let best: string | null = null;
  let most: FormCount | null = null;
  for (const [written, known] of tally.forms()) {
    const least = most?.captions ?? 0;
    if (known.captions < least) continue;
    const form = written();
    if (known.captions === least && form > (best ?? '')) continue;
    // Words that nobody here knows are all alike: a form of them is none.
    if (!known.isProse && isUnknown(form) && fixedPart(known) < fixedTagsShare) continue;
    // That the trigger stands at the same place is what is asked for.
    if (known.isProse && saysOnly(form, names)) continue;
    best = form;
    most = known;
  }
  const slots = tally.slots(names);
  if (slots && slots[1].captions > (most?.captions ?? 1)) [best, most] = slots;
  if (best === null || most === null) return null;
  // "a painting of a …" and "a painting of an …" are one form.
  const head = most.isProse ? /^(.+) (?:an?|the) …$/.exec(best)?.[1] : undefined;
  if (head !== undefined) {
    const alike = [...tally.forms()].filter(([written, known]) => known.isProse && written().startsWith(`${head} `));
    const captions = alike.reduce((sum, [, known]) => sum + known.captions, 0);
    if (captions > most.captions) {
      best = `${head} …`;
      most = { captions, isProse: true, parts: alike.flatMap(([, { parts }]) => parts) };
    }
  }
  const parts = most.isProse ? [best] : best.split(', ').map((part) => shownTag(facts, part));
  return {
    form: parts.join(', '),
    captions: most.captions,
    share: most.captions / tally.captions,
    fixed: fixedPart(most),
    isProse: most.isProse,
  };
}

/** A form whose changing parts are all of kinds that are not known. */
const isUnknown = (form: string): boolean => form.includes('‹tag›') && !/‹(?!tag›)/.test(form);

/** Whether all that stays the same in a form of sentences is some words, articles aside. */
const saysOnly = (form: string, words: ReadonlySet<string>): boolean => ownWords(form, words) === 0;

/** Words of a form that are no names, marks or articles. */
const ownWords = (form: string, names: ReadonlySet<string>): number =>
  wordsOf(form).filter((word) => !names.has(word) && !/^(?:[.,;:]|an?|the)$/.test(word)).length;

/** Mean part of the captions of a form that is the same in all of them. */
function fixedPart({ parts, captions }: FormCount): number {
  // In one order whatever order the captions came in: sums of fractions depend on it.
  const pairs = Array.from({ length: parts.length / 2 }, (_, at) => [parts[2 * at], parts[2 * at + 1]]);
  return pairs.sort(([a], [b]) => a - b).reduce((sum, [pieces, fixed]) => sum + share(fixed, pieces), 0) / captions;
}

/** Counts what {@link commonTemplate} counts in steps; see {@link finishInBreaths}. */
export function* templateSteps(facts: FolderFacts, concepts?: ConceptMap): Iterable<void> {
  const others = regularizationFolders(concepts);
  yield* finishInBreaths(...wordArgs(facts, others));
  const { words, sure } = tallied(...wordArgs(facts, others)).common;
  yield* finishInBreaths(...pairArgs(facts, others, words));
  const pairs = tallied(...pairArgs(facts, others, words)).common;
  yield* finishInBreaths(
    ...formArgs(facts, others, { often: tagsHeldBy(facts, concepts, fixedShare), pairs, words, sure }),
  );
}

const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);

/** What at least a share of the captions hold. */
function heldBy(counts: ReadonlyMap<string, number>, captions: number, share: number): string[] {
  const found: string[] = [];
  for (const [text, count] of counts) if (count >= captions * share) found.push(text);
  return found;
}
