import { parseCaption, type Tag } from '../caption/parse.ts';
import type { DatasetIndex } from '../dataset/index.ts';
import type { CaptionRecord } from '../facts/record.ts';
import type { TextRange } from '../ground/text.ts';
import type { CaptionContext } from '../rules/context.ts';
import { type FolderSettings, settingsFor } from '../settings/settings.ts';
import { normalTag } from '../tags/normal.ts';

/** One place where a tag stands, in any spelling. */
export interface Occurrence {
  /** Relative to the dataset's root. */
  readonly file: string;
  /** The tag itself, without weight and brackets around it. */
  readonly range: TextRange;
  readonly text: string;
}

/** A tag at a place in a caption. */
export interface TagAtPlace {
  readonly tag: Tag;
  readonly norm: string;
  /** The tag itself, without weight and brackets around it. */
  readonly range: TextRange;
}

/** The tag that a UTF-16 offset touches, or null. */
export function tagAtPlace(context: CaptionContext, offset: number): TagAtPlace | null {
  const tag = context.tagAt(offset);
  if (!tag) return null;
  const norm = normalTag(tag.text);
  return norm === '' ? null : { tag, norm, range: bareRange(tag, norm) };
}

const wrapped = /^[([{\s]*(.*?)(?:\s*:\s*[+-]?(?:\d+\.?\d*|\.\d+))?\s*[)\]}]*$/su;

/** Where the tag itself lies in a piece such as `((long hair:1.2))`; the whole piece when it is not wrapped. */
export function bareRange(tag: Tag, norm: string): TextRange {
  const inner = wrapped.exec(tag.text)?.[1] ?? '';
  if (inner === '' || inner === tag.text || normalTag(inner) !== norm) return tag.range;
  const start = tag.range.start + tag.text.indexOf(inner);
  return { start, end: start + inner.length };
}

/** The places of a tag (normal form) in one caption's text. */
export function occurrencesIn(record: CaptionRecord, norm: string, settings: FolderSettings): Occurrence[] {
  if (record.source.kind !== 'text') return [];
  const { text } = record.source;
  return parseCaption(text, settingsFor(settings, record.file).syntax)
    .tags.filter((tag) => normalTag(tag.text) === norm)
    .map((tag) => {
      const range = bareRange(tag, norm);
      return { file: record.file, range, text: text.slice(range.start, range.end) };
    });
}

/** The captions of a folder that hold a tag (normal form), by file name. */
export function captionsWithTag(index: DatasetIndex, norm: string): CaptionRecord[] {
  const id = index.vocabulary.normId(norm);
  if (id === undefined) return [];
  return [...index.facts.captionsWith(id)].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Every place of a tag in the folder, by file name. Costs what the captions with the tag hold. */
export function occurrencesOf(index: DatasetIndex, norm: string, settings: FolderSettings): Occurrence[] {
  return captionsWithTag(index, norm).flatMap((record) => occurrencesIn(record, norm, settings));
}
