import type { ConceptMap } from '../concepts/concept-map.ts';
import { bump } from '../facts/bump.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { shownTag } from '../facts/usual-spelling.ts';
import { lettersPattern } from '../ground/letters.ts';
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
/** Sentences share a template only where this much of them is the same; below it they share grammar. */
const fixedWords = 0.4;
/** The same of tags in a form whose other tags are of no known kind. */
const fixedTagsShare = 0.6;
const gap = '…';

/** How many captions have a form, and what of it is the same in all of them: pieces that are fixed, for each number of pieces. */
interface FormCount {
  captions: number;
  readonly isProse: boolean;
  /** For each number of pieces that occurs, that number and the fixed pieces behind it: nearly always one pair. */
  readonly parts: number[];
}

/** Counts the words of the subject's sentences, each once per caption. */
class WordTally extends SubjectTally<CaptionRecord> {
  readonly counts = new Map<string, number>();
  prose = 0;

  protected share(record: CaptionRecord): CaptionRecord {
    return record;
  }

  protected count(record: CaptionRecord, by: 1 | -1): void {
    if (!record.prose) return;
    this.prose += by;
    for (const word of new Set(wordsOf(record.trained))) bump(this.counts, word, by);
  }

  /** Words that at least half of the sentences hold, sorted. */
  get common(): string[] {
    return halfOf(this.counts, this.prose).sort();
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
    return halfOf(this.counts, this.prose).sort();
  }
}

/** Counts the forms of the captions, given what is fixed in them. */
class FormTally extends SubjectTally<Form> {
  readonly #forms = { prose: new Map<string, FormCount>(), tags: new Map<string, FormCount>() };
  readonly #tags: TagForms;
  readonly #pairs: ReadonlySet<string>;

  constructor(facts: FolderFacts, others: readonly string[], often: readonly string[], pairs: readonly string[]) {
    super(others);
    this.#tags = new TagForms(facts.vocabulary, often);
    this.#pairs = new Set(pairs);
  }

  /** Every form, as people read it, with what is known of it. */
  *forms(): Iterable<[form: () => string, count: FormCount]> {
    for (const [form, count] of this.#forms.prose) yield [() => form, count];
    for (const [key, count] of this.#forms.tags) yield [() => this.#tags.written(key), count];
  }

  protected share(record: CaptionRecord): Form {
    return record.prose ? formOfWords(wordsOf(record.trained), this.#pairs) : this.#tags.of(record);
  }

  protected count({ key, fixed, pieces, isProse }: Form, by: 1 | -1): void {
    if (isProse && share(fixed, pieces) < fixedWords) return;
    const forms = isProse ? this.#forms.prose : this.#forms.tags;
    const known: FormCount = forms.get(key) ?? { captions: 0, isProse, parts: [] };
    known.captions += by;
    let at = 0;
    while (at < known.parts.length && known.parts[at] !== pieces) at += 2;
    known.parts[at] = pieces;
    known.parts[at + 1] = (known.parts[at + 1] ?? 0) + fixed * by;
    if (known.captions > 0) forms.set(key, known);
    else forms.delete(key);
  }
}

const wordArgs = (facts: FolderFacts, others: readonly string[]) =>
  [facts, 'words', JSON.stringify(others), () => new WordTally(others)] as const;
const pairArgs = (facts: FolderFacts, others: readonly string[], words: readonly string[]) =>
  [facts, 'pairs', JSON.stringify([others, words]), () => new PairTally(others, words)] as const;
const formArgs = (facts: FolderFacts, others: readonly string[], often: readonly string[], pairs: readonly string[]) =>
  [facts, 'forms', JSON.stringify([others, often, pairs]), () => new FormTally(facts, others, often, pairs)] as const;

/**
 * The most common form of the captions of the subject, null without captions or where no two share one. The form of tags is their
 * sequence: a tag that at least half of the captions hold stands for itself, any other for its category; neighbours of one kind
 * count once. The form of sentences keeps the words that stand in pairs at least half of them hold, the rest is gaps.
 */
export function commonTemplate(facts: FolderFacts, concepts?: ConceptMap): CaptionTemplate | null {
  const others = regularizationFolders(concepts);
  const often = tagsHeldBy(facts, concepts, fixedShare);
  const words = tallied(...wordArgs(facts, others)).common;
  const pairs = tallied(...pairArgs(facts, others, words)).common;
  const tally = tallied(...formArgs(facts, others, often, pairs));
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
const saysOnly = (form: string, words: ReadonlySet<string>): boolean =>
  wordsOf(form).every((word) => words.has(word) || /^(?:[.,;:]|an?|the)$/.test(word));

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
  const words = tallied(...wordArgs(facts, others)).common;
  yield* finishInBreaths(...pairArgs(facts, others, words));
  const pairs = tallied(...pairArgs(facts, others, words)).common;
  yield* finishInBreaths(...formArgs(facts, others, tagsHeldBy(facts, concepts, fixedShare), pairs));
}

const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);

/** What at least half of the captions hold. */
function halfOf(counts: ReadonlyMap<string, number>, captions: number): string[] {
  const found: string[] = [];
  for (const [text, count] of counts) if (count >= captions * fixedShare) found.push(text);
  return found;
}

const word = lettersPattern(String.raw`[\p{L}\p{N}'_-]+|[.,;:]`, 'g');
function wordsOf(text: string): string[] {
  const lower = text.toLowerCase();
  return lower.match(word(lower)) ?? [];
}

const pairOf = (words: readonly string[], at: number): string => `${words[at]} ${words[at + 1]}`;

function formOfWords(words: readonly string[], pairs: ReadonlySet<string>): Form {
  const form: string[] = [];
  let fixed = 0;
  for (const [at, word] of words.entries()) {
    const isFixed = pairs.has(pairOf(words, at)) || (at > 0 && pairs.has(pairOf(words, at - 1)));
    if (isFixed) {
      form.push(word);
      fixed++;
    } else if (form.at(-1) !== gap) form.push(gap);
  }
  const key = withoutLinks(form)
    .join(' ')
    .replace(/ ([.,;:])/g, '$1');
  return { key, isProse: true, fixed, pieces: words.length };
}

/** Words that go with what they stand before or after: "a coat" and "an apron", "on a beach" and "in a bedroom" are one form. */
const links = new Set([
  'a',
  'an',
  'the',
  'in',
  'on',
  'at',
  'by',
  'with',
  'of',
  'to',
  'from',
  'inside',
  'under',
  'near',
]);

/** A form whose gaps take in the words that go with what fills them. */
function withoutLinks(form: readonly string[]): string[] {
  const left: string[] = [];
  for (const [at, word] of form.entries()) {
    if (word === gap) {
      while (links.has(left.at(-1) ?? '')) left.pop();
      if (left.at(-1) !== gap) left.push(gap);
      continue;
    }
    // An article that is left between two gaps says nothing.
    if (left.at(-1) === gap && links.has(word) && form.slice(at).find((other) => !links.has(other)) === gap) continue;
    left.push(word);
  }
  return left;
}
