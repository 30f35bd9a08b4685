import { z } from 'zod';
import { jointOf } from '../caption/joint.ts';
import { type Caption, type CaptionSyntax, parseCaption, type Tag } from '../caption/parse.ts';
import { removeTags } from '../caption/remove-tags.ts';
import { applyEdits } from '../ground/edits.ts';
import { t } from '../ground/l10n.ts';
import { once } from '../ground/once.ts';
import type { TextEdit, TextRange } from '../ground/text.ts';
import { normalTag } from '../tags/normal.ts';
import { compilePattern, replacePattern } from './patterns.ts';

const tags = once(() => z.array(z.string().min(1)).min(1));

/** One thing to do to many captions. Tags are compared in normal form and written as given. */
export const bulkOperationSchema = once(() =>
  z.discriminatedUnion('kind', [
    /** Adds tags that are not there yet. `after` leaves captions without the tag it names alone. */
    z.object({
      kind: z.literal('add'),
      tags: tags(),
      at: z.enum(['front', 'end', 'after']),
      after: z.string().optional(),
    }),
    z.object({ kind: z.literal('remove'), tags: tags() }),
    /** Puts another tag, or several, in a tag's place. */
    z.object({ kind: z.literal('replace'), tag: z.string().min(1), with: z.string() }),
    /** Replaces text in the lines that train; `regex` is a pattern of RE2, `$1` its groups. */
    z.object({
      kind: z.literal('replace-text'),
      find: z.string().min(1),
      with: z.string(),
      regex: z.boolean(),
      matchCase: z.boolean(),
    }),
    z.object({ kind: z.literal('move-front'), tags: tags() }),
    /** Brings the named tags into this order at the front; the others keep theirs behind. */
    z.object({ kind: z.literal('sort'), order: tags() }),
    z.object({ kind: z.literal('deduplicate') }),
    /** Puts this text in the place of the whole caption. */
    z.object({ kind: z.literal('set-text'), text: z.string() }),
    /** Takes a tag out of captions that hold it and adds it at the end of the others. */
    z.object({ kind: z.literal('toggle'), tag: z.string().min(1) }),
  ]),
);
export type BulkOperation = z.infer<ReturnType<typeof bulkOperationSchema>>;

/** Why an operation cannot be done to any caption, in words for the user; null when it can. */
export function operationProblem(operation: BulkOperation, syntax: CaptionSyntax): string | null {
  const written = writtenTexts(operation);
  if (namedTags(operation).some((tag) => tag.trim() === '')) return t('A tag needs a name.');
  if (operation.kind === 'replace-text' && operation.find === '') return t('Enter the text to find.');
  if (written.some((text) => /[\r\n]/.test(text))) return t('A tag stays on one line.');
  if (['add', 'move-front', 'sort', 'toggle'].includes(operation.kind)) {
    const joined = written.find((text) => text.includes(syntax.separator));
    if (joined !== undefined) return t('A tag cannot hold the separator "{0}".', syntax.separator);
  }
  if (operation.kind === 'add' && operation.at === 'after' && !operation.after)
    return t('Name the tag to add it after.');
  if (operation.kind !== 'replace-text' || !operation.regex) return null;
  try {
    compilePattern(operation.find, operation.matchCase);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return t(
      'This regular expression is not understood ({0}). Look-around and references back are not supported.',
      reason.replace(/^error parsing regexp: /, ''),
    );
  }
}

/** The tags an operation names, which must have a name each. */
function namedTags(operation: BulkOperation): readonly string[] {
  switch (operation.kind) {
    case 'add':
    case 'remove':
    case 'move-front':
      return operation.tags;
    case 'sort':
      return operation.order;
    case 'replace':
      return [operation.tag];
    default:
      return [];
  }
}

function writtenTexts(operation: BulkOperation): readonly string[] {
  switch (operation.kind) {
    case 'add':
    case 'move-front':
      return operation.tags;
    case 'sort':
      return operation.order;
    case 'toggle':
      return [operation.tag];
    case 'replace':
    case 'replace-text':
      return [operation.with];
    default:
      return [];
  }
}

/**
 * The edits an operation makes in one caption's text, in order of place; none when it changes nothing. Only lines that
 * train are touched. Pure: the same text gives the same edits.
 */
export function bulkEdits(text: string, syntax: CaptionSyntax, operation: BulkOperation): TextEdit[] {
  const caption = parseCaption(text, syntax);
  switch (operation.kind) {
    case 'add':
      return addTags(caption, operation.tags, operation.at, operation.after ?? '');
    case 'remove': {
      const removed = new Set(operation.tags.map(normalTag));
      return removeTags(caption, new Set(caption.tags.filter((tag) => removed.has(normalTag(tag.text)))));
    }
    case 'replace': {
      const norm = normalTag(operation.tag);
      const found = caption.tags.filter((tag) => normalTag(tag.text) === norm && tag.text !== operation.with);
      if (operation.with.trim() === '') return removeTags(caption, new Set(found));
      return found.map(({ range }) => ({ range, newText: operation.with }));
    }
    case 'replace-text':
      return caption.trained.flatMap((line) => replaceText(text, line, operation));
    case 'move-front':
      return reorder(caption, operation.tags.map(normalTag));
    case 'sort':
      return reorder(caption, operation.order.map(normalTag));
    case 'deduplicate':
      return removeTags(caption, repeated(caption));
    case 'set-text':
      return text === operation.text ? [] : [{ range: { start: 0, end: text.length }, newText: operation.text }];
    case 'toggle': {
      const norm = normalTag(operation.tag);
      const found = caption.tags.filter((tag) => normalTag(tag.text) === norm);
      return found.length > 0 ? removeTags(caption, new Set(found)) : addTags(caption, [operation.tag], 'end', '');
    }
  }
}

/** A caption's text after an operation; the text itself when nothing changes. */
export function bulkText(text: string, syntax: CaptionSyntax, operation: BulkOperation): string {
  return applyEdits(text, bulkEdits(text, syntax, operation));
}

function addTags(caption: Caption, added: readonly string[], at: 'front' | 'end' | 'after', after: string): TextEdit[] {
  const { text, syntax } = caption;
  const joint = jointOf(text, syntax);
  if (caption.trained.length === 0) {
    if (at === 'after') return [];
    return [{ range: { start: 0, end: 0 }, newText: missing([], added).join(joint) }];
  }
  return caption.trained.flatMap((line, number): TextEdit[] => {
    const own = caption.tags.filter((tag) => tag.line === number);
    const written = missing(own, added);
    if (written.length === 0) return [];
    if (at === 'front') return [insertion(line.start, written.join(joint) + joint)];
    if (at === 'end') {
      // A line that ends with its separator goes on after it.
      const open = own.length > 0 && own[own.length - 1].range.end < line.end;
      const gap = open ? joint.slice(syntax.separator.length) : joint;
      return [insertion(line.end, gap + written.join(joint))];
    }
    const place = own.find((tag) => normalTag(tag.text) === normalTag(after));
    return place ? [insertion(place.range.end, joint + written.join(joint))] : [];
  });
}

/** The tags that a line does not hold yet, each once. */
function missing(own: readonly Tag[], added: readonly string[]): string[] {
  const seen = new Set(own.map((tag) => normalTag(tag.text)));
  return added
    .map((tag) => tag.trim())
    .filter((tag) => {
      const norm = normalTag(tag);
      if (norm === '' || seen.has(norm)) return false;
      seen.add(norm);
      return true;
    });
}

const insertion = (at: number, newText: string): TextEdit => ({ range: { start: at, end: at }, newText });

/** Puts the tags of each line in another order; separators, white space and empty pieces stay where they are. */
function reorder(caption: Caption, front: readonly string[]): TextEdit[] {
  const rank = new Map(front.map((norm, at) => [norm, at]));
  return [...caption.trained.keys()].flatMap((line) => {
    const own = caption.tags.filter((tag) => tag.line === line);
    const ranked = own.map((tag) => ({ tag, rank: rank.get(normalTag(tag.text)) ?? front.length }));
    const sorted = [...ranked].sort((a, b) => a.rank - b.rank);
    return own.flatMap(({ range, text }, at) => {
      const { tag } = sorted[at];
      return tag.text === text ? [] : [{ range, newText: tag.text }];
    });
  });
}

function repeated(caption: Caption): Set<Tag> {
  const found = new Set<Tag>();
  const seen = new Set<string>();
  for (const tag of caption.tags) {
    const key = `${tag.line}\n${normalTag(tag.text)}`;
    if (seen.has(key)) found.add(tag);
    seen.add(key);
  }
  return found;
}

type ReplaceText = Extract<BulkOperation, { kind: 'replace-text' }>;

function replaceText(text: string, line: TextRange, { find, with: by, regex, matchCase }: ReplaceText): TextEdit[] {
  const trained = text.slice(line.start, line.end);
  const literal = (): RegExp => new RegExp(find.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), matchCase ? 'gu' : 'giu');
  const replaced = regex
    ? replacePattern(trained, compilePattern(find, matchCase), by)
    : trained.replace(literal(), () => by);
  return replaced === trained ? [] : [smallest(trained, replaced, line.start)];
}

/** The one edit that turns a text into another, without what they share at both ends. */
function smallest(from: string, to: string, offset: number): TextEdit {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let tail = 0;
  const most = Math.min(from.length, to.length) - start;
  while (tail < most && from[from.length - 1 - tail] === to[to.length - 1 - tail]) tail++;
  return {
    range: { start: offset + start, end: offset + from.length - tail },
    newText: to.slice(start, to.length - tail),
  };
}
