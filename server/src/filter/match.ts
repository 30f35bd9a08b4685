import type { DatasetIndex } from '../dataset/index.ts';
import type { CaptionRecord } from '../facts/record.ts';
import { matchesGlob } from '../ground/glob.ts';
import type { Comparison, Filter, ImageField } from './filter.ts';

/** What a filter asks about one caption. Members that cost something are asked only when the filter needs them. */
export interface FilterSubject {
  readonly record: CaptionRecord;
  /** Tokens of the encoder that carries the text; null where that is not counted: no comparison holds of it. */
  readonly tokens: number | null;
  /** Size of the image in pixels, null when there is none or it cannot be read. */
  readonly image: { readonly width: number; readonly height: number } | null;
  /** Ids of the rules with a finding in the caption. */
  rules(): ReadonlySet<string>;
  /** Whether another image is the same or nearly so. */
  readonly duplicate: boolean;
}

/** Whether a caption is meant by a filter. */
export function matchesFilter(filter: Filter, index: DatasetIndex, subject: FilterSubject): boolean {
  const { record } = subject;
  switch (filter.kind) {
    case 'all':
      return true;
    case 'and':
      return filter.parts.every((part) => matchesFilter(part, index, subject));
    case 'or':
      return filter.parts.some((part) => matchesFilter(part, index, subject));
    case 'not':
      return !matchesFilter(filter.part, index, subject);
    case 'has':
      return hasTag(index, record, filter.tag);
    case 'text':
      return record.source.kind === 'text' && record.source.text.toLowerCase().includes(filter.text);
    case 'tokens':
      return subject.tokens !== null && compare(subject.tokens, filter.is, filter.value);
    case 'tags':
      return compare(record.surfaces.length, filter.is, filter.value);
    case 'image':
      return subject.image !== null && compare(fieldOf(subject.image, filter.field), filter.is, filter.value);
    case 'rule':
      return subject.rules().has(filter.rule);
    case 'duplicate':
      return subject.duplicate;
    case 'file':
      return matchesGlob(`/${record.file}`, filter.glob);
  }
}

function hasTag(index: DatasetIndex, record: CaptionRecord, tag: string): boolean {
  if (!tag.includes('*')) {
    const norm = index.vocabulary.normId(tag);
    return norm !== undefined && record.norms.includes(norm);
  }
  const parts = tag.split('*');
  for (const norm of record.norms) if (holdsInOrder(index.vocabulary.norm(norm), parts)) return true;
  return false;
}

/** Whether a text begins with the first part, ends with the last, and has the others between them in order: no way is tried twice. */
function holdsInOrder(text: string, parts: readonly string[]): boolean {
  const [first, last] = [parts[0], parts[parts.length - 1]];
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
}

function fieldOf({ width, height }: { width: number; height: number }, field: ImageField): number {
  switch (field) {
    case 'short':
      return Math.min(width, height);
    case 'long':
      return Math.max(width, height);
    case 'width':
      return width;
    case 'height':
      return height;
    case 'megapixels':
      return (width * height) / 1e6;
    case 'aspect':
      return height === 0 ? 0 : width / height;
  }
}

function compare(value: number, is: Comparison, other: number): boolean {
  switch (is) {
    case '<':
      return value < other;
    case '<=':
      return value <= other;
    case '>':
      return value > other;
    case '>=':
      return value >= other;
    case '=':
      return value === other;
  }
}
