import type { FolderFacts } from '../facts/facts.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { categoryOf } from '../tags/categories.ts';

/** A form that several captions share. */
export interface CaptionTemplate {
  /** The form, for people: fixed tags as they are, others by category in ‹›, sentences by their first words. */
  readonly form: string;
  readonly captions: number;
  /** Share of the captions that train text. */
  readonly share: number;
}

/** Share of captions from which a tag counts as a fixed part of the folder's template. */
const fixedShare = 0.5;
/** Pieces of at least this many words are sentences and count by their first words. */
const sentenceWords = 5;
const firstWords = 3;

/**
 * The most common form of a folder's captions, null without captions. A caption's form is the sequence of its pieces:
 * a tag that at least half of the captions hold stands for itself, a sentence for its first three words, any other tag
 * for its category; neighbours of one kind count once.
 */
export function commonTemplate(facts: FolderFacts): CaptionTemplate | null {
  if (facts.captions === 0) return null;
  const counts = new Map<string, number>();
  const parts = new Map<number, string>();
  for (const record of facts.records()) {
    const form = formOf(facts, record, parts);
    counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  let best = '';
  let most = 0;
  for (const [form, captions] of counts) {
    if (captions < most || (captions === most && form > best)) continue;
    best = form;
    most = captions;
  }
  return { form: best, captions: most, share: most / facts.captions };
}

function formOf(facts: FolderFacts, record: CaptionRecord, parts: Map<number, string>): string {
  const form: string[] = [];
  for (const norm of record.norms) {
    let part = parts.get(norm);
    if (part === undefined) {
      part = partOf(facts, norm);
      parts.set(norm, part);
    }
    if (form.at(-1) !== part) form.push(part);
  }
  return form.join(', ');
}

function partOf(facts: FolderFacts, norm: number): string {
  const text = facts.vocabulary.norm(norm);
  if (facts.frequency(norm) >= facts.captions * fixedShare) return text;
  const words = text.split(' ');
  if (words.length >= sentenceWords) return `${words.slice(0, firstWords).join(' ')} …`;
  return `‹${categoryOf(text) ?? 'tag'}›`;
}
