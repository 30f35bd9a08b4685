import type { ConceptMap } from '../concepts/concepts.ts';
import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { categoryOf } from '../tags/categories.ts';
import { subjectRecords } from './subject.ts';

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

interface Form {
  readonly form: string;
  readonly fixed: number;
}

/**
 * The most common form of the captions of the subject, null without captions or where no two share one. The form of tags is their
 * sequence: a tag that at least half of the captions hold stands for itself, any other for its category; neighbours of one kind
 * count once. The form of sentences keeps the words that stand in pairs at least half of them hold, the rest is gaps.
 */
export function commonTemplate(facts: FolderFacts, concepts?: ConceptMap): CaptionTemplate | null {
  const records = [...subjectRecords(facts, concepts)];
  if (records.length === 0) return null;
  const prose = records.filter((record) => record.prose).map((record) => wordsOf(record.trained));
  const pairs = commonPairs(prose);
  const counts = new Map<string, { captions: number; fixed: number; isProse: boolean }>();
  const count = ({ form, fixed }: Form, isProse: boolean): void => {
    const known = counts.get(form) ?? { captions: 0, fixed: 0, isProse };
    counts.set(form, { captions: known.captions + 1, fixed: known.fixed + fixed, isProse });
  };
  const parts = new Map<number, string>();
  const often = fixedTags(records);
  for (const record of records) if (!record.prose) count(formOfTags(facts, record, often, parts), false);
  for (const words of prose) {
    const form = formOfWords(words, pairs);
    if (form.fixed >= fixedWords) count(form, true);
  }
  let best: string | null = null;
  let most = { captions: 0, fixed: 0, isProse: false };
  for (const [form, known] of counts) {
    // Words that nobody here knows are all alike: a form of them is none.
    if (!known.isProse && isUnknown(form) && known.fixed < known.captions * fixedTagsShare) continue;
    if (known.captions < most.captions || (known.captions === most.captions && form > (best ?? ''))) continue;
    best = form;
    most = known;
  }
  if (best === null) return null;
  return {
    form: best,
    captions: most.captions,
    share: most.captions / records.length,
    fixed: most.fixed / most.captions,
    isProse: most.isProse,
  };
}

/** A form whose changing parts are all of kinds that are not known. */
const isUnknown = (form: string): boolean => form.includes('‹tag›') && !/‹(?!tag›)/.test(form);

/** Tags that at least half of the captions hold. */
function fixedTags(records: readonly CaptionRecord[]): Set<number> {
  const counts = new Map<number, number>();
  for (const { norms } of records) for (const norm of norms) counts.set(norm, (counts.get(norm) ?? 0) + 1);
  return new Set([...counts].filter(([, n]) => n >= records.length * fixedShare).map(([norm]) => norm));
}

function formOfTags(
  facts: FolderFacts,
  { norms }: CaptionRecord,
  often: ReadonlySet<number>,
  parts: Map<number, string>,
): Form {
  const form: string[] = [];
  let fixed = 0;
  for (const norm of norms) {
    let part = parts.get(norm);
    if (part === undefined) {
      const text = facts.vocabulary.norm(norm);
      part = often.has(norm) ? text : `‹${categoryOf(text) ?? 'tag'}›`;
      parts.set(norm, part);
    }
    if (often.has(norm)) fixed++;
    if (form.at(-1) !== part) form.push(part);
  }
  return { form: form.join(', '), fixed: norms.length === 0 ? 0 : fixed / norms.length };
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'_-]+|[.,;:]/gu) ?? [];
const pairOf = (words: readonly string[], at: number): string => `${words[at]} ${words[at + 1]}`;

/** Pairs of neighbouring words that at least half of the captions hold. */
function commonPairs(captions: readonly (readonly string[])[]): Set<string> {
  const counts = new Map<string, number>();
  for (const words of captions)
    for (const pair of new Set(words.slice(1).map((_, at) => pairOf(words, at))))
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return new Set([...counts].filter(([, n]) => n >= captions.length * fixedShare).map(([pair]) => pair));
}

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
  return { form: form.join(' ').replace(/ ([.,;:])/g, '$1'), fixed: words.length === 0 ? 0 : fixed / words.length };
}
